package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
	"github.com/dateline-go/dateline/summarize"
)

// How much of an article is shown.
const (
	maxNames      = 8
	maxKeyphrases = 8
	labelWidth    = 16 // of the column of labels, with its margins
)

// card writes rows of a label and what belongs to it, wrapped to the screen.
type card struct {
	screen term.Screen
	b      strings.Builder
}

// line writes words over the whole width.
func (c *card) line(runs ...term.Run) {
	for _, l := range c.screen.Wrap(c.screen.Width, runs...) {
		c.b.WriteString(l + "\n")
	}
}

// row writes a label and words beside it; nothing where there are none.
func (c *card) row(label string, runs ...term.Run) {
	label = "  " + label
	for _, l := range c.screen.Wrap(c.screen.Width-labelWidth, runs...) {
		c.b.WriteString(c.screen.Styled(term.Pad(label, labelWidth), term.Dim) + l + "\n")
		label = ""
	}
}

// address writes a URL on a line of its own, whole, so that it can be clicked.
func (c *card) address(indent, url string) {
	if url = term.Clean(url); url != "" {
		c.b.WriteString(indent + c.screen.Styled(url, term.Dim) + "\n")
	}
}

// gap leaves a line free.
func (c *card) gap() { c.b.WriteByte('\n') }

func plain(text string) term.Run  { return term.Run{Text: text} }
func dim(text string) term.Run    { return term.Run{Text: text, Style: term.Dim} }
func strong(text string) term.Run { return term.Run{Text: text, Style: term.Bold} }

// article writes what was found in an article, and what more adds to it.
func (d *desk) article(doc *dateline.Document, more func(*card)) error {
	c := &card{screen: d.screen}
	c.line(term.Run{Text: heading(doc), Style: term.Title})
	c.line(dim(strings.Join(facts(doc), " · ")))
	c.address("", doc.URL)
	c.row("People", names(doc, dateline.Person)...)
	c.row("Places", places(doc)...)
	c.row("Organisations", names(doc, dateline.Org)...)
	c.row("Countries", countries(doc)...)
	c.quotes(doc)
	c.row("Keyphrases", keyphrases(doc)...)
	c.row("In brief", brief(doc)...)
	for i, s := range doc.Summary {
		label := ""
		if i == 0 {
			label = "Summary"
		}
		c.row(label, plain(doc.Words(s.Span())))
	}
	for _, w := range doc.Warnings {
		c.row("Warning", term.Run{Text: w, Style: term.Yellow})
	}
	if more != nil {
		more(c)
	}
	c.gap()
	_, err := io.WriteString(d.stdout, c.b.String())
	return err
}

// brief returns who, where and what an article is about.
func brief(doc *dateline.Document) []term.Run {
	if k := summarize.KeywordsOf(doc).String(); k != "" {
		return []term.Run{plain(k)}
	}
	return nil
}

// heading returns the headline, else the first words of the story.
func heading(doc *dateline.Document) string {
	if doc.Headline != "" {
		return doc.Headline
	}
	return term.Cut(term.Clean(doc.Text[:min(len(doc.Text), 400)]), 72)
}

// facts returns the day, the byline, the length and the id of an article.
func facts(doc *dateline.Document) []string {
	var authors []string
	for _, a := range doc.Byline {
		authors = append(authors, a.Name)
	}
	by := ""
	if len(authors) > 0 {
		by = "by " + strings.Join(authors, ", ")
	}
	id := doc.ID
	if id == doc.URL {
		id = "" // which has a line of its own
	}
	return nonEmpty(longDay(doc.Published), by, count(len(strings.Fields(doc.Text)), "word"), id)
}

// names lists the entities of a label by salience: those that the story is about in
// bold, people with their role, others with their country.
func names(doc *dateline.Document, label dateline.Label) []term.Run {
	var runs []term.Run
	shown := 0
	for _, e := range doc.Entities {
		if e.Label != label {
			continue
		}
		if shown++; shown > maxNames {
			continue
		}
		note := countryName(doc, e.Country)
		if label == dateline.Person {
			if note = ""; len(e.Roles) > 0 {
				note = e.Roles[0].String()
			}
		}
		runs = append(separated(runs), name(e))
		if note != "" {
			runs = append(runs, dim(" ("+note+")"))
		}
	}
	return andMore(runs, shown-maxNames)
}

// name is an entity's name, in bold where the story is about it.
func name(e dateline.Entity) term.Run {
	if e.About {
		return strong(e.Name)
	}
	return plain(e.Name)
}

// places lists places by their country, in the order of the most salient of each.
func places(doc *dateline.Document) []term.Run {
	var codes []string
	in := map[string][]term.Run{} // the places of a country
	shown := 0
	for _, e := range doc.Entities {
		if e.Label != dateline.GPE && e.Label != dateline.Loc && e.Label != dateline.Fac {
			continue
		}
		if shown++; shown > maxNames {
			continue
		}
		if !slices.Contains(codes, e.Country) {
			codes = append(codes, e.Country)
		}
		if e.Name != countryName(doc, e.Country) {
			in[e.Country] = append(separated(in[e.Country]), name(e))
		}
	}
	var runs []term.Run
	for _, code := range codes {
		if len(runs) > 0 {
			runs = append(runs, dim("; "))
		}
		switch country := countryName(doc, code); {
		case len(in[code]) == 0:
			runs = append(runs, plain(country))
		case code != "":
			runs = append(runs, dim(country+": "))
		}
		runs = append(runs, in[code]...)
	}
	return andMore(runs, shown-maxNames)
}

// countryName returns the name of a country that the story names, else its code.
func countryName(doc *dateline.Document, code string) string {
	i := slices.IndexFunc(doc.Countries, func(c dateline.Country) bool { return c.Code == code })
	if i < 0 {
		return code
	}
	return doc.Countries[i].Name
}

// countries lists the countries of a story with their share of it, those that it
// is about in bold.
func countries(doc *dateline.Document) []term.Run {
	var runs []term.Run
	for i, c := range doc.Countries {
		if i == maxNames {
			return andMore(runs, len(doc.Countries)-i)
		}
		style := term.Plain
		if c.Focus {
			style = term.Bold
		}
		runs = append(separated(runs), term.Run{Text: c.Name, Style: style}, dim(fmt.Sprintf(" %.0f %%", 100*c.Weight)))
	}
	return runs
}

// keyphrases lists the best keyphrases.
func keyphrases(doc *dateline.Document) []term.Run {
	var runs []term.Run
	for i, k := range doc.Keyphrases {
		if i == maxKeyphrases {
			break
		}
		runs = append(separated(runs), plain(k.Text))
	}
	return runs
}

// separated adds what stands between two entries of a list.
func separated(runs []term.Run) []term.Run {
	if len(runs) == 0 {
		return nil
	}
	return append(runs, dim(", "))
}

// andMore says how many entries are not shown, if any.
func andMore(runs []term.Run, left int) []term.Run {
	if left <= 0 {
		return runs
	}
	return append(runs, dim(fmt.Sprintf(" and %d more", left)))
}
