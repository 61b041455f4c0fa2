package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// How much is shown beside an article.
const (
	maxNames      = 8
	maxKeyphrases = 10
	maxRelated    = 5
	maxTimeline   = 20
	maxCopies     = 10
)

// articleView is the page of an article, and of one that was given in.
type articleView struct {
	frame
	Doc       *dateline.Document
	Name      string
	Byline    string
	Out       string // the address of the article, "" where it is none of the web
	Words     int
	Blocks    []block
	Kinds     []kindView
	Summary   []string
	Names     []namesView
	Countries []countryView
	Phrases   []facetValue
	Quotes    []quoteView
	Reported  []quoteView // in the words of the article
	Related   []relatedView
	Copies    []copyView
	Story     *storyView
	Stored    bool // in the archive
	Formats   []format
	Given     givenPage // of one that is not
	Aside     []asideView
	Links     []linksView
}

// asideView is a part of the page that is not the story.
type asideView struct {
	Kind  string
	Words string
}

// linksView lists links of one kind.
type linksView struct {
	Title string
	Links []linkView
}

type linkView struct {
	dateline.Link
	Href string // "" where it is no address of the web
}

// kindView is a kind of name in the key above the story.
type kindView struct {
	Kind  string
	Title string
	Count int
	On    bool
}

// namesView lists names of one kind.
type namesView struct {
	Title string
	Kind  string
	Names []nameView
	More  int
}

type nameView struct {
	ID    string
	Name  string
	Note  string
	About bool
	Count int
}

type countryView struct {
	Name  string
	Code  string
	Share float64
	Focus bool
}

type quoteView struct {
	Words   []string
	Speaker string
	ID      string // of the speaker's entity
	Direct  bool
	N       int // of the quote in its article
	Block   int // where it stands
	Article string
	Name    string
	Day     string
}

type relatedView struct {
	search.Related
	Name string
	When string
	Why  []whyView
}

// whyView is what two articles share of one kind.
type whyView struct {
	Kind  string
	Texts []string
}

type copyView struct {
	ID    string
	Name  string
	Kind  string
	Share float64
	Site  string
	Day   string
}

type storyView struct {
	Label string
	Count int
	Days  []storyDay
	Less  int // articles that are not shown
}

type storyDay struct {
	Day      string
	Articles []storyArticle
}

type storyArticle struct {
	ID   string
	Name string
	Here bool
}

// articlePage shows an article of the archive.
func (s *Site) articlePage(w http.ResponseWriter, r *http.Request) error {
	doc, err := s.document(r)
	if err != nil {
		return err
	}
	v, err := s.article(r.Context(), doc)
	if err != nil {
		return err
	}
	v.frame = s.frame(r, v.Name)
	v.Stored = true
	v.Formats = formats()
	v.Story = storyOf(s.digest.story(doc.ID), doc.ID)
	return s.render(w, "article", v)
}

// document returns the article that a request names.
func (s *Site) document(r *http.Request) (*dateline.Document, error) {
	id := r.URL.Query().Get("id")
	if id == "" {
		return nil, refuse(http.StatusBadRequest, "the id of an article is missing")
	}
	return s.options.Archive.Document(r.Context(), id)
}

// article gathers what is shown of a document.
func (s *Site) article(ctx context.Context, doc *dateline.Document) (articleView, error) {
	v := articleView{
		Doc: doc, Name: cmp.Or(doc.Headline, firstWords(doc)), Out: link(doc.URL),
		Words: len(strings.Fields(doc.Text)), Blocks: s.blocksOf(doc), Kinds: kindsOf(doc), Names: s.namesOf(doc),
		Quotes:   quotesOf(doc, func(q dateline.Quote) bool { return q.Direct }),
		Reported: quotesOf(doc, func(q dateline.Quote) bool { return !q.Direct }),
		Aside:    asideOf(doc), Links: linksOf(doc),
	}
	var authors []string
	for _, a := range doc.Byline {
		authors = append(authors, a.Name)
	}
	v.Byline = strings.Join(authors, ", ")
	for _, x := range doc.Summary {
		v.Summary = append(v.Summary, doc.Words(x.Span()))
	}
	for _, c := range doc.Countries[:min(len(doc.Countries), maxNames)] {
		v.Countries = append(v.Countries, countryView{c.Name, c.Code, c.Weight, c.Focus})
	}
	for _, k := range doc.Keyphrases[:min(len(doc.Keyphrases), maxKeyphrases)] {
		asked := lookup{Q: search.Clause{Match: search.Phrase, Text: k.Text}.String()}
		v.Phrases = append(v.Phrases, facetValue{Name: k.Text, Href: asked.Href()})
	}
	related, err := s.options.Archive.Related(ctx, doc, search.RelatedOptions{K: maxRelated})
	if err != nil {
		return v, err
	}
	for _, x := range related {
		v.Related = append(v.Related, relatedView{x, cmp.Or(x.Headline, x.ID), apart(x), because(x.Reasons)})
	}
	copies, err := s.options.Archive.DuplicatesOf(ctx, doc)
	if err != nil {
		return v, err
	}
	for _, c := range copies[:min(len(copies), maxCopies)] {
		other, err := s.options.Archive.Document(ctx, c.Of)
		if err != nil {
			return v, err
		}
		v.Copies = append(v.Copies, copyView{c.Of, cmp.Or(other.Headline, c.Of), c.Kind, c.Score,
			other.Site, longDay(other.Published)})
	}
	return v, nil
}

// kindsOf counts the kinds of marks in a text. Values are not shown at first: they
// are many and say little.
func kindsOf(doc *dateline.Document) []kindView {
	list := []kindView{{"person", "People", 0, true}, {"org", "Organisations", 0, true}, {"place", "Places", 0, true},
		{"other", "Other names", 0, true}, {"value", "Dates and amounts", 0, false}}
	for _, m := range doc.Mentions {
		for i := range list {
			if list[i].Kind == kindOf(m.Label) {
				list[i].Count++
			}
		}
	}
	return list
}

// namesOf lists the entities of each kind by salience.
func (s *Site) namesOf(doc *dateline.Document) []namesView {
	list := []namesView{
		{Title: "People", Kind: "person"}, {Title: "Organisations", Kind: "org"}, {Title: "Places", Kind: "place"},
	}
	for _, e := range doc.Entities {
		for i := range list {
			if list[i].Kind != kindOf(e.Label) {
				continue
			}
			if len(list[i].Names) == maxNames {
				list[i].More++
				continue
			}
			note := ""
			if len(e.Roles) > 0 {
				note = e.Roles[0].String()
			} else if e.Country != "" && s.country(e.Country) != e.Name && e.Label != dateline.Person {
				note = s.country(e.Country)
			}
			list[i].Names = append(list[i].Names, nameView{e.ID, e.Name, note, e.About, e.Mentions})
		}
	}
	var some []namesView
	for _, n := range list {
		if len(n.Names) > 0 {
			some = append(some, n)
		}
	}
	return some
}

// apart says how far two articles lie apart.
func apart(r search.Related) string {
	switch r.Days {
	case -1:
		return ""
	case 0:
		return "same day"
	}
	return plural(r.Days, "day", "days") + " apart"
}

// whyTitles name the kinds of reason, of one thing and of several.
var whyTitles = map[string][2]string{
	search.KindPerson: {"person", "people"}, search.KindCountry: {"country", "countries"},
	search.KindOrganisation: {"organisation", "organisations"}, search.KindPlace: {"place", "places"},
	search.KindGroup: {"group", "groups"}, search.KindKeyphrase: {"phrase", "phrases"},
}

// because puts reasons together by their kind, the weightiest first.
func because(reasons []search.Reason) []whyView {
	const most = 3 // of a kind
	var list []whyView
	for _, r := range reasons {
		i := 0
		for i < len(list) && list[i].Kind != r.Kind {
			i++
		}
		if i == len(list) {
			list = append(list, whyView{Kind: r.Kind})
		}
		if len(list[i].Texts) < most {
			list[i].Texts = append(list[i].Texts, r.Text)
		}
	}
	for i, w := range list {
		t, ok := whyTitles[w.Kind]
		switch {
		case !ok && len(w.Texts) > 1:
			list[i].Kind += "s"
		case ok && len(w.Texts) > 1:
			list[i].Kind = t[1]
		case ok:
			list[i].Kind = t[0]
		}
	}
	return list
}

// storyOf puts the timeline of a story around one of its articles.
func storyOf(story *search.Story, here string) *storyView {
	if story == nil {
		return nil
	}
	v := &storyView{Label: story.Label, Count: len(story.Articles())}
	shown := 0
	for _, d := range story.Timeline {
		day := storyDay{Day: cmp.Or(longDay(d.Day), "No date")}
		for _, a := range d.Articles {
			if shown == maxTimeline && a.ID != here {
				v.Less++
				continue
			}
			shown = min(shown+1, maxTimeline)
			day.Articles = append(day.Articles, storyArticle{a.ID, cmp.Or(a.Headline, a.ID), a.ID == here})
		}
		if len(day.Articles) > 0 {
			v.Days = append(v.Days, day)
		}
	}
	return v
}

// Note says what kind of repetition a copy is.
func (c copyView) Note() string {
	return fmt.Sprintf("%s, %.0f%% the same words", copyNames[c.Kind], 100*c.Share)
}

// copyNames say what kind of repetition an older article is, seen from a newer one.
var copyNames = map[string]string{
	search.Copy: "copy", search.Excerpt: "excerpt", search.Update: "shorter version",
}
