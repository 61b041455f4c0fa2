package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
	"github.com/dateline-go/dateline/search"
)

// relatedCommand finds what to link from an article.
type relatedCommand struct {
	engineFlag
	formatFlag
	ID       []string `placeholder:"ID" sep:"none" help:"The article to find related ones for; may be given again."`
	All      bool     `help:"Do so for every article of the archive, in the order of their ids."`
	Pairs    bool     `help:"With --all: write the score of every two articles instead, as ID TAB ID TAB SCORE."`
	K        int      `name:"limit" short:"k" default:"0" help:"How many related articles; 0 means 10, with --pairs 100."`
	Filter   string   `placeholder:"QUERY" help:"Only articles that this search finds."`
	HalfLife float64  `placeholder:"DAYS" help:"After how many days an article counts half; without it age is ignored."`
}

// Help shows uses of the command.
func (*relatedCommand) Help() string {
	return `Each related article comes with its reasons: the people, organisations, places and
keyphrases that both share. Copies of an article are not among them.

With --pairs, scores are the same in both directions, 0 to 1, whatever the age of the articles, and
copies are pairs like others. A pair is left out, as if its score were 0, where neither article is
among the --limit that the other has most to do with.

Examples:

  newsdesk related --index archive --id a17
  newsdesk related --index archive --id a17 --half-life 30 -k 3
  newsdesk related --index archive --id a17 --filter 'country:NO after:2024-03'
  newsdesk related --index archive --all --format jsonl > links.jsonl
  newsdesk related --index archive --all --pairs > pairs.tsv`
}

// Run runs the command.
func (c *relatedCommand) Run(d *desk) error {
	if c.All == (len(c.ID) > 0) {
		return usage(errors.New("say which article: --id ID, or --all"))
	}
	if c.K < 0 {
		return usage(fmt.Errorf("--limit: %d is not at least 1", c.K))
	}
	if c.Pairs && (!c.All || c.Filter != "" || c.HalfLife != 0) {
		return usage(errors.New("--pairs: goes with --all and --limit only"))
	}
	filter, err := search.Parse(c.Filter)
	if err != nil {
		return usage(err)
	}
	a, err := c.engineFlag.open(d)
	if err != nil {
		return err
	}
	if c.Pairs {
		return closing(a, c.pairs(d, a))
	}
	return closing(a, c.write(d, a, search.RelatedOptions{K: cmp.Or(c.K, 10), Filter: filter,
		HalfLife: time.Duration(c.HalfLife * float64(24*time.Hour))}))
}

// pairs writes the scores of pairs.
func (c *relatedCommand) pairs(d *desk, a search.Engine) error {
	w := bufio.NewWriter(d.stdout)
	for p, err := range search.Pairs(d.profiles(a), cmp.Or(c.K, 100)) {
		if err == nil {
			_, err = fmt.Fprintf(w, "%s\t%s\t%.4f\n", p.A, p.B, p.Score)
		}
		if err != nil {
			return err
		}
	}
	return w.Flush()
}

// write writes the related articles of each one that was asked for.
func (c *relatedCommand) write(d *desk, a search.Engine, o search.RelatedOptions) error {
	ids := c.ID
	failed := false
	if c.All {
		for doc, err := range a.Documents(d.ctx) {
			switch {
			case d.ctx.Err() != nil:
				return d.ctx.Err()
			case err != nil:
				failed = true
				d.notes.say("%s", saying(err))
			default:
				ids = append(ids, doc.ID)
			}
		}
		slices.Sort(ids)
	}
	out := values{w: d.stdout, format: c.formatFlag.format(d)}
	for _, id := range ids {
		doc, err := a.Document(d.ctx, id)
		if err != nil {
			return err
		}
		list, err := a.Related(d.ctx, doc, o)
		if err != nil {
			return err
		}
		if out.format == table {
			err = d.links(doc, list)
		} else {
			err = out.add(linksOf(id, list))
		}
		if err != nil {
			return err
		}
	}
	if failed {
		return errors.Join(out.close(), errSome)
	}
	return out.close()
}

// links are the related articles of one article, in the program's JSON.
type links struct {
	ID      string `json:"id"`
	Related []link `json:"related"`
}

// link is one of them.
type link struct {
	ID       string   `json:"id"`
	Score    float64  `json:"score"`
	Language string   `json:"language,omitempty"` // where it is another one
	Reasons  []reason `json:"reasons"`
	Days     *int     `json:"days"` // null where a date is not known
}

// reason is what the two articles share, with places of it in both texts.
type reason struct {
	Kind   string          `json:"kind"`
	Text   string          `json:"text"`
	Weight float64         `json:"weight"`
	Here   []dateline.Span `json:"here"`
	There  []dateline.Span `json:"there"`
}

func linksOf(id string, list []search.Related) links {
	l := links{ID: id, Related: []link{}}
	for _, r := range list {
		one := link{ID: r.ID, Score: dateline.Round(r.Score), Language: r.Language, Reasons: []reason{}}
		if r.Days >= 0 {
			one.Days = &r.Days
		}
		for _, why := range r.Reasons {
			one.Reasons = append(one.Reasons, reason{why.Kind, why.Text, dateline.Round(why.Weight), why.Here, why.There})
		}
		l.Related = append(l.Related, one)
	}
	return l
}

// links writes the related articles of one for people.
func (d *desk) links(doc *dateline.Document, list []search.Related) error {
	c := &card{screen: d.screen}
	c.line(term.Run{Text: heading(doc), Style: term.Title})
	c.related(list)
	c.gap()
	_, err := io.WriteString(d.stdout, c.b.String())
	return err
}

// related adds related articles to a card, each with its reasons below it.
func (c *card) related(list []search.Related) {
	if len(list) == 0 {
		c.row("Related", dim("nothing"))
	}
	for i, r := range list {
		label := ""
		if i == 0 {
			label = "Related"
		}
		headline := r.Headline
		if headline == "" {
			headline = r.ID
		}
		c.row(label, strong(headline), dim(apart(r.Days)+inLanguage(r.Language)))
		c.row("", because(r.Reasons)...)
	}
}

// apart says how far two articles lie apart.
func apart(days int) string {
	switch {
	case days < 0:
		return ""
	case days == 0:
		return " · same day"
	}
	return " · " + count(days, "day") + " apart"
}

// inLanguage says in which language an article is, "" for that of the one that was asked about.
func inLanguage(code string) string {
	if code == "" {
		return ""
	}
	if tag, err := language.Parse(code); err == nil {
		code = cmp.Or(display.English.Tags().Name(tag), code)
	}
	return " · in " + code
}

// plurals of the kinds of reason; others take an s.
var plurals = map[string]string{search.KindPerson: "people", search.KindCountry: "countries"}

// because lists reasons by their kind, in the order of the weightiest of each.
func because(reasons []search.Reason) []term.Run {
	var kinds []string
	texts := map[string][]string{}
	for _, r := range reasons {
		if texts[r.Kind] == nil {
			kinds = append(kinds, r.Kind)
		}
		texts[r.Kind] = append(texts[r.Kind], r.Text)
	}
	var runs []term.Run
	for i, kind := range kinds {
		if i > 0 {
			runs = append(runs, dim("; "))
		}
		noun := kind
		if len(texts[kind]) > 1 {
			noun = cmp.Or(plurals[kind], kind+"s")
		}
		runs = append(runs, dim(noun+" "))
		for j, text := range texts[kind] {
			if j > 0 {
				runs = append(runs, dim(", "))
			}
			runs = append(runs, plain(text))
		}
	}
	if len(runs) > 0 {
		runs = append([]term.Run{dim("shares ")}, runs...)
	}
	return runs
}
