package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// searchCommand searches an archive, for one query or a file of them.
type searchCommand struct {
	engineFlag
	formatFlag
	JSON     bool          `help:"Write one JSON object: --format json."`
	K        int           `name:"limit" short:"k" default:"10" help:"How many articles to show."`
	Offset   int           `help:"How many articles to leave out before them."`
	Cursor   string        `help:"Go on behind a page: its \"next\"."`
	Sort     string        `enum:"relevance,newest,oldest,blend" default:"relevance" help:"${sort_help}"`
	HalfLife time.Duration `placeholder:"720h" help:"With --sort blend: the age at which an article counts half."`
	Explain  bool          `help:"Say how each score came about."`
	Feedback bool          `help:"Let the words that the best articles have in common count too."`
	Queries  string        `placeholder:"FILE" help:"Search for the words of each line of a file, {\"id\",\"text\"}."`
	RunFile  string        `name:"run" placeholder:"FILE" help:"With --queries: where to write the ranks, as a TREC run."`
	Query    []string      `arg:"" optional:"" help:"What to look for, in the query language."`
}

// Help shows uses of the command.
func (*searchCommand) Help() string {
	return `Words are compared by their stems, and the articles that hold more of them, rarer ones, and
in better places come first. Quotation marks make a phrase, a minus leaves out, a star ends the
beginning of a word, a tilde lets a letter be wrong, OR and brackets join, and a field narrows:
title, dek, heading, body, quote, keyphrase, country (ISO code), person, org, place, name, section,
site, author, lang, after, before, date.

Examples:

  newsdesk search --index archive port strike
  newsdesk search --index archive '"press freedom" country:RU after:2021-04'
  newsdesk search --index archive --sort newest 'person:"Joe Biden" -sport'
  newsdesk search --index archive '(sanctions~1 OR embargo) date:2021..2022-06 -quote:oil'
  newsdesk search --index archive --sort blend --half-life 72h name:="Apple"
  newsdesk search --index archive --json sanct* | jq .facets
  newsdesk search --index archive --queries q.jsonl --run run.tsv -k 100`
}

// Run runs the command.
func (c *searchCommand) Run(d *desk) error {
	var err error
	switch {
	case c.Queries != "" && (len(c.Query) > 0 || c.RunFile == ""):
		err = errors.New("--queries: needs --run, and no query beside it")
	case c.RunFile != "" && c.Queries == "":
		err = errors.New("--run: needs --queries")
	case c.Queries == "" && len(c.Query) == 0:
		err = errors.New("no query: say what to look for")
	case c.K < 1:
		err = fmt.Errorf("--limit: %d is not at least 1", c.K)
	case c.JSON && c.Format != "auto" && c.Format != string(array):
		err = fmt.Errorf("--json: is not --format %s", c.Format)
	}
	if err != nil {
		return usage(err)
	}
	a, err := c.engineFlag.open(d)
	if err != nil {
		return err
	}
	if c.Queries != "" {
		return closing(a, c.batch(d, a))
	}
	return closing(a, c.one(d, a))
}

// one answers the query of the command line.
func (c *searchCommand) one(d *desk, a search.Engine) error {
	q, err := search.ParseTyped(strings.Join(c.Query, " "))
	if err != nil {
		return usage(err)
	}
	if c.Sort != "relevance" {
		q.Sort = search.Sort(c.Sort)
	}
	if c.HalfLife != 0 {
		q.HalfLife = c.HalfLife
	}
	form := c.formatFlag.format(d)
	if c.JSON {
		form = array
	}
	q.Limit, q.Offset, q.Cursor, q.Facets = c.K, c.Offset, c.Cursor, form != lines
	q.Explain, q.Feedback, q.Corrections = c.Explain, c.Feedback, true
	res, err := a.Search(d.ctx, q)
	if err != nil {
		return err
	}
	switch form {
	case table:
		return d.results(res, c.Offset)
	case array:
		return d.print(answerOf(res))
	}
	if res.DidYouMean != "" {
		d.notes.say("did you mean: %s", res.DidYouMean)
	}
	out := values{w: d.stdout, format: form}
	for _, h := range answerOf(res).Hits {
		if err := out.add(h); err != nil {
			return err
		}
	}
	return nil
}

// print writes one value as JSON.
func (d *desk) print(v any) error {
	b, err := encode(v)
	if err != nil {
		return err
	}
	_, err = d.stdout.Write(b)
	return err
}

// answer is what --json writes.
type answer struct {
	Total  int                            `json:"total"`
	TookMS float64                        `json:"took_ms"`
	Hits   []hit                          `json:"hits"`
	Facets map[string][]search.FacetCount `json:"facets"`
	// Next is what --cursor takes, DidYouMean another query; both only where there is one.
	Next       string `json:"next,omitempty"`
	DidYouMean string `json:"did_you_mean,omitempty"`
}

// hit is one article of an answer. All of its fields are always there, but for the
// explanation, which must be asked for.
type hit struct {
	ID        string            `json:"id"`
	Score     float64           `json:"score"`
	Headline  string            `json:"headline"`
	Published dateline.Date     `json:"published"`
	URL       string            `json:"url"`
	Fragments []search.Fragment `json:"fragments"`

	Explanation *search.Explanation `json:"explanation,omitempty"`
}

// answerOf puts results in the form of the program's JSON.
func answerOf(res search.Results) answer {
	a := answer{
		Total: res.Total, TookMS: dateline.Round(float64(res.Took.Microseconds()) / 1000),
		Hits: []hit{}, Facets: res.Facets, Next: res.Next, DidYouMean: res.DidYouMean,
	}
	if a.Facets == nil {
		a.Facets = map[string][]search.FacetCount{}
	}
	for _, h := range res.Hits {
		fragments := h.Fragments
		if fragments == nil {
			fragments = []search.Fragment{}
		}
		a.Hits = append(a.Hits, hit{h.ID, dateline.Round(h.Score), h.Headline, h.Published, h.URL, fragments, h.Explanation})
	}
	return a
}
