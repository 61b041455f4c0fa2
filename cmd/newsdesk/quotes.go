package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/spoken"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
	"github.com/dateline-go/dateline/search"
)

// quotesCommand lists what somebody is quoted with in an archive.
type quotesCommand struct {
	engineFlag
	formatFlag
	Speaker string `required:"" placeholder:"NAME" help:"Whose quotes: a name or alias in any case, or an entity's id."`
	Filter  string `placeholder:"QUERY" help:"Only in articles that this search finds."`
	Direct  bool   `help:"Only what stands in quotation marks."`
	K       int    `name:"limit" short:"k" default:"0" help:"How many quotes at most; 0 means all."`
}

// Help shows uses of the command.
func (*quotesCommand) Help() string {
	return `The newest article comes first, its quotes in the order in which they stand there. A quote
is what an article says that somebody said, wrote, thinks or wants; "direct" says that it stands in
quotation marks, at least in part. Where somebody is named once in full and later by the surname or
by "she", all of it is found.

A line of JSON holds "id", "url", "headline" and "published" of the article, "speaker", "entity",
"text", "direct" and "confidence", and "content", the places of the words in the article's text;
"text" joins them by an ellipsis.

Examples:

  newsdesk quotes --index archive --speaker "Joe Biden"
  newsdesk quotes --index archive --speaker zakharova --direct --format jsonl
  newsdesk quotes --index archive --speaker "White House" --filter 'country:RU after:2021-04'`
}

// Run runs the command.
func (c *quotesCommand) Run(d *desk) error {
	var err error
	switch {
	case strings.TrimSpace(c.Speaker) == "":
		err = errors.New("--speaker: needs a name")
	case c.K < 0:
		err = fmt.Errorf("--limit: %d is not at least 1", c.K)
	}
	if err != nil {
		return usage(err)
	}
	q, err := search.Parse(c.Filter)
	if err != nil {
		return usage(err)
	}
	a, err := c.engineFlag.open(d)
	if err != nil {
		return err
	}
	return closing(a, c.write(d, a, q))
}

// quotedPage is how many articles are read at a time.
const quotedPage = 100

// write writes the quotes of the articles that a search finds and that name the speaker.
func (c *quotesCommand) write(d *desk, a search.Engine, q search.Query) error {
	name, id := strings.Join(strings.Fields(c.Speaker), " "), strings.TrimSpace(c.Speaker)
	q.Clauses = append(q.Clauses, search.Clause{Any: []search.Clause{
		{Field: search.Named, Text: name},
		{Match: search.Phrase, Text: name}, // one that is no entity: "police"
	}})
	if _, slug, ok := strings.Cut(id, ":"); ok {
		last := &q.Clauses[len(q.Clauses)-1]
		last.Any = append(last.Any, search.Clause{Field: search.Named, Text: id},
			search.Clause{Text: strings.ReplaceAll(slug, "-", " ")})
	}
	q.Sort, q.Limit, q.Fragments, q.Documents = search.Newest, quotedPage, -1, true
	out := values{w: d.stdout, format: c.formatFlag.format(d)}
	written := 0
	for {
		res, err := a.Search(d.ctx, q)
		if err != nil {
			return err
		}
		for _, h := range res.Hits {
			list := c.said(h.Document)
			if c.K > 0 {
				list = list[:min(len(list), c.K-written)]
			}
			written += len(list)
			if err := c.add(d, &out, list); err != nil {
				return err
			}
		}
		if res.Next == "" || c.K > 0 && written == c.K {
			break
		}
		q.Cursor = res.Next
	}
	if written == 0 {
		d.notes.say("none: there are no quotes of %s", strings.TrimSpace(c.Speaker))
	}
	if out.format == table {
		return nil
	}
	return out.close()
}

// add writes the quotes of one article.
func (c *quotesCommand) add(d *desk, out *values, list []said) error {
	if len(list) == 0 {
		return nil
	}
	if out.format != table {
		for _, s := range list {
			if err := out.add(s); err != nil {
				return err
			}
		}
		return nil
	}
	page := &card{screen: d.screen}
	page.line(term.Run{Text: cmp.Or(list[0].Headline, list[0].ID), Style: term.Title})
	page.line(dim(strings.Join(nonEmpty(longDay(list[0].Published), list[0].ID), " · ")))
	for _, s := range list {
		page.indented(strong(s.Speaker), dim(": "), plain(s.Text))
	}
	page.gap()
	_, err := io.WriteString(d.stdout, page.b.String())
	return err
}

// said is one quote in the program's JSON.
type said struct {
	ID         string          `json:"id"`
	URL        string          `json:"url"`
	Headline   string          `json:"headline"`
	Published  dateline.Date   `json:"published"`
	Speaker    string          `json:"speaker"`
	Entity     string          `json:"entity"`
	Text       string          `json:"text"`
	Content    []dateline.Span `json:"content"`
	Direct     bool            `json:"direct"`
	Confidence float64         `json:"confidence"`
}

// said returns the quotes of the speaker in an article.
func (c *quotesCommand) said(doc *dateline.Document) []said {
	var list []said
	for _, q := range spoken.By(doc, c.Speaker, false) {
		if c.Direct && !q.Direct {
			continue
		}
		list = append(list, said{doc.ID, doc.URL, doc.Headline, doc.Published,
			q.Speaker, q.Entity, quoted(doc, *q), q.Content, q.Direct, q.Confidence})
	}
	return list
}

// quoted returns the words of a quote, its parts joined by an ellipsis.
func quoted(doc *dateline.Document, q dateline.Quote) string {
	var parts []string
	for _, s := range q.Content {
		parts = append(parts, strings.Join(strings.Fields(doc.Words(s)), " "))
	}
	return strings.Join(parts, " … ")
}

// How much of the quotes of an article is shown, and of each of them, in columns.
const (
	maxQuotes  = 4
	quoteWidth = 160
)

// quotes adds who is quoted with what to a card: the surest direct quotes in their
// order, then who else says something and how often.
func (c *card) quotes(doc *dateline.Document) {
	label := "Quotes"
	shown := map[int]bool{}
	for _, i := range surest(doc.Quotes) {
		q := doc.Quotes[i]
		shown[i] = true
		c.row(label, strong(q.Speaker), dim(": "), plain(term.Cut(term.Clean(quoted(doc, q)), quoteWidth)))
		label = ""
	}
	var speakers []string
	times := map[string]int{}
	for i, q := range doc.Quotes {
		if q.Speaker == "" || shown[i] {
			continue
		}
		if times[q.Speaker]++; times[q.Speaker] == 1 {
			speakers = append(speakers, q.Speaker)
		}
	}
	var runs []term.Run
	for i, s := range speakers {
		if i == maxNames {
			runs = andMore(runs, len(speakers)-i)
			break
		}
		runs = append(separated(runs), plain(s))
		if times[s] > 1 {
			runs = append(runs, dim(fmt.Sprintf(" ×%d", times[s])))
		}
	}
	if len(runs) > 0 {
		if len(shown) > 0 {
			runs = append([]term.Run{dim("also by ")}, runs...)
		}
		c.row(label, runs...)
	}
}

// surest returns the places of the surest direct quotes that have a speaker, in
// their order.
func surest(quotes []dateline.Quote) []int {
	var list []int
	for i, q := range quotes {
		if q.Direct && q.Speaker != "" {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(i, j int) int { return cmp.Compare(quotes[j].Confidence, quotes[i].Confidence) })
	list = list[:min(len(list), maxQuotes)]
	slices.Sort(list)
	return list
}
