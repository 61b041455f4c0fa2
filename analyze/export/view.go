package export

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// articleView is one article as the page shows it.
type articleView struct {
	Language, URL, Site, Section, Byline, Published, Day string

	Above, Below []blockView
	Entities     []entityGroup
	Countries    []countryView
	Keyphrases   []string
	Summary      []string
	Quotes       []quoteView
	Links        []linkView
	Warnings     []string
}

type blockView struct {
	Kind  string
	First bool // of a list
	Last  bool
	Runs  []runView
}

// runView is a piece of a block; Class is "" where it is no mention.
type runView struct {
	Text, Class, Label, Note string

	Pieces []runView // of a mention: Text, cut at the places and peoples in it
}

type entityGroup struct {
	Class, Name string
	Entities    []entityView
}

type entityView struct {
	Name, Note string
	Mentions   int
	About      bool
}

type countryView struct {
	Name    string
	Percent int
	Focus   bool
}

type quoteView struct{ Text, Speaker string }

type linkView struct{ Title, URL, Age string }

// viewOf makes the view of a Document.
func viewOf(doc *dateline.Document) articleView {
	above, below := parts(doc)
	known := byID(doc)
	v := articleView{
		Language: doc.Language, URL: webAddress(doc.URL), Site: line(doc.Site), Section: line(doc.Section),
		Byline: byline(authors(doc)), Published: doc.Published.String(), Day: day(doc.Published),
		Above: blockViews(doc, known, above), Below: blockViews(doc, known, below), Entities: groups(doc),
	}
	for _, c := range doc.Countries {
		v.Countries = append(v.Countries, countryView{line(c.Name), int(100*c.Weight + 0.5), c.Focus})
	}
	for _, k := range doc.Keyphrases {
		v.Keyphrases = append(v.Keyphrases, line(k.Text))
	}
	for _, s := range doc.Summary {
		v.Summary = append(v.Summary, line(doc.Words(s.Span())))
	}
	for _, q := range doc.Quotes {
		if words := said(doc, q); words != "" {
			view := quoteView{Text: words}
			if q.Direct {
				view.Text = "“" + words + "”"
			}
			if t := speaker(known, q); t != nil {
				view.Speaker = line(t.Name)
			}
			v.Quotes = append(v.Quotes, view)
		}
	}
	for _, l := range doc.Links {
		if l := (linkView{line(l.Title), webAddress(l.URL), line(l.Age)}); l.Title != "" || l.URL != "" {
			if l.Title == "" {
				l.Title = l.URL
			}
			v.Links = append(v.Links, l)
		}
	}
	for _, w := range doc.Warnings {
		v.Warnings = append(v.Warnings, line(w))
	}
	return v
}

// blockViews cuts blocks at the mentions in them.
func blockViews(doc *dateline.Document, known map[string]*dateline.Entity, list []part) []blockView {
	var views []blockView
	for i, p := range list {
		v := blockView{
			Kind:  string(p.kind),
			First: p.kind == dateline.BlockItem && (i == 0 || list[i-1].kind != p.kind),
			Last:  p.kind == dateline.BlockItem && (i == len(list)-1 || list[i+1].kind != p.kind),
		}
		if p.span.Len() == 0 {
			v.Runs = []runView{{Text: line(p.words)}}
		} else {
			v.Runs = runs(doc, known, p.span)
		}
		views = append(views, v)
	}
	return views
}

// runs cuts a span of the text at the mentions in it.
func runs(doc *dateline.Document, known map[string]*dateline.Entity, s dateline.Span) []runView {
	var list []runView
	at := s.Start
	from := func(m dateline.Mention, at int) int { return m.Start - at }
	first, _ := slices.BinarySearchFunc(doc.Mentions, s.Start, from)
	for _, m := range doc.Mentions[first:] {
		if m.Start >= s.End {
			break
		}
		if m.End > s.End { // mentions never overlap; this one runs on behind the span
			continue
		}
		if m.Start > at {
			list = append(list, runView{Text: run(doc.Text[at:m.Start])})
		}
		r := runView{Text: run(doc.Words(m.Span())), Class: classOf(m.Label),
			Label: strings.ToLower(string(m.Label)), Note: line(m.Value)}
		if e := known[m.Entity]; e != nil {
			r.Note = note(doc, *e)
			if !strings.EqualFold(e.Name, r.Text) {
				r.Note = strings.Join(nonEmpty(line(e.Name), r.Note), " · ")
			}
		}
		r.Pieces = pieces(doc, m)
		list = append(list, r)
		at = m.End
	}
	if at < s.End {
		list = append(list, runView{Text: run(doc.Text[at:s.End])})
	}
	return list
}

// pieces cuts a mention at the places and peoples that its name holds.
func pieces(doc *dateline.Document, m dateline.Mention) []runView {
	var list []runView
	at := m.Start
	add := func(end int, r runView) {
		if r.Text = run(doc.Text[at:end]); r.Text != "" {
			list = append(list, r)
		}
		at = end
	}
	for _, p := range m.Inside {
		add(p.Start, runView{})
		add(p.End, runView{Class: classOf(p.Label), Note: countryName(doc, p.Country)})
	}
	add(m.End, runView{})
	return list
}

// countryName returns the name of a country that the story names, else its code.
func countryName(doc *dateline.Document, code string) string {
	for _, c := range doc.Countries {
		if c.Code == code {
			return line(c.Name)
		}
	}
	return code
}

// note says in a few words what an entity is: its first role, its country.
func note(doc *dateline.Document, e dateline.Entity) string {
	role, in := "", ""
	if len(e.Roles) > 0 {
		role = line(e.Roles[0].String())
	}
	if isoCode(e) == "" {
		in = countryName(doc, e.Country)
	}
	return strings.Join(nonEmpty(role, in), " · ")
}

// groups lists the entities of a Document by kind.
func groups(doc *dateline.Document) []entityGroup {
	var list []entityGroup
	for _, k := range kinds {
		g := entityGroup{Class: k.Class, Name: k.Name}
		for e := range doc.Names() {
			if classOf(e.Label) == k.Class {
				g.Entities = append(g.Entities, entityView{line(e.Name), note(doc, *e), e.Mentions, e.About})
			}
		}
		if g.Entities != nil {
			list = append(list, g)
		}
	}
	return list
}
