package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/examples/newsdesk/internal/term"
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
	c.row("People", names(doc, func(l dateline.Label) bool { return l == dateline.Person })...)
	c.row("Places", names(doc, isPlace)...)
	c.row("Organisations", names(doc, func(l dateline.Label) bool { return l == dateline.Org })...)
	c.row("Countries", countries(doc)...)
	c.row("Quotes", quotes(doc)...)
	c.row("Keyphrases", keyphrases(doc)...)
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
	return nonEmpty(longDay(doc.Published), by, count(len(strings.Fields(doc.Text)), "word"), doc.ID)
}

func isPlace(l dateline.Label) bool {
	return l == dateline.GPE || l == dateline.Loc || l == dateline.Fac
}

// names lists the entities of a kind by salience: those that the story is about in
// bold, places with their country, the others with their role.
func names(doc *dateline.Document, is func(dateline.Label) bool) []term.Run {
	var runs []term.Run
	shown, left := 0, 0
	for _, e := range doc.Entities {
		if !is(e.Label) {
			continue
		}
		if shown++; shown > maxNames {
			left++
			continue
		}
		style := term.Plain
		if e.About {
			style = term.Bold
		}
		runs = append(separated(runs), term.Run{Text: e.Name, Style: style})
		if note := aside(doc, e); note != "" {
			runs = append(runs, dim(" ("+note+")"))
		}
	}
	return andMore(runs, left)
}

// aside returns what is worth saying about an entity behind its name.
func aside(doc *dateline.Document, e dateline.Entity) string {
	country := countryName(doc, e.Country)
	switch {
	case isPlace(e.Label) && country != "" && !strings.EqualFold(country, e.Name):
		return country
	case e.Label == dateline.Person && len(e.Roles) > 0:
		return e.Roles[0]
	case e.Label == dateline.Org:
		return country
	}
	return ""
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

// quotes lists who is quoted and how often.
func quotes(doc *dateline.Document) []term.Run {
	var speakers []string
	times := map[string]int{}
	for _, q := range doc.Quotes {
		if q.Speaker == "" {
			continue
		}
		if times[q.Speaker]++; times[q.Speaker] == 1 {
			speakers = append(speakers, q.Speaker)
		}
	}
	var runs []term.Run
	for _, s := range speakers {
		runs = append(separated(runs), plain(s))
		if times[s] > 1 {
			runs = append(runs, dim(fmt.Sprintf(" ×%d", times[s])))
		}
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

// andMore says how many entries are not shown.
func andMore(runs []term.Run, left int) []term.Run {
	if left == 0 {
		return runs
	}
	return append(runs, dim(fmt.Sprintf(" and %d more", left)))
}
