package main

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
)

// How much is shown of why something is as it is.
const (
	maxFeatures = 5
	maxOthers   = 3
	whyIndent   = 4
)

// explained analyses pages one after the other and notes the decisions behind each Document.
func (r *reading) explained(pages iter.Seq2[dateline.Page, error]) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for p, err := range pages {
			var doc *dateline.Document
			if err == nil {
				doc, r.decisions, err = r.analyzer.Explain(r.d.ctx, p)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// explanation is a Document with the decisions behind it, in the program's JSON.
type explanation struct {
	Document  *dateline.Document  `json:"document"`
	Decisions []dateline.Decision `json:"decisions"`
}

// explanations writes Documents with the decisions behind them: for people, or as JSON.
type explanations struct {
	d      *desk
	r      *reading
	values *values // nil for people
	tokens bool
}

func (x explanations) add(doc *dateline.Document) error {
	if x.values == nil {
		return x.d.why(doc, x.r.decisions)
	}
	if !x.tokens {
		doc.Tokens = nil
	}
	return x.values.add(explanation{doc, x.r.decisions})
}

func (x explanations) close() error {
	if x.values == nil {
		return nil
	}
	return x.values.close()
}

// why writes what was decided in an article: by name, then by quote, then the rest.
func (d *desk) why(doc *dateline.Document, decisions []dateline.Decision) error {
	c := &card{screen: d.screen}
	c.line(term.Run{Text: heading(doc), Style: term.Title})
	c.line(dim(strings.Join(facts(doc), " · ")))
	c.address("", doc.URL)
	groups := groupDecisions(doc, decisions)
	for i := range doc.Entities {
		e := &doc.Entities[i]
		if list := groups.entities[e.ID]; len(list) > 0 {
			c.gap()
			c.line(strong(e.Name), dim(" · "+strings.Join(entityFacts(doc, e), " · ")))
			c.decisions(doc, list)
		}
	}
	for i, q := range doc.Quotes {
		if list := groups.quotes[i]; len(list) > 0 {
			c.gap()
			c.line(plain(term.Cut("“"+strings.Trim(quoted(doc, q), "“”\"")+"”", 2*c.screen.Width)))
			c.decisions(doc, list)
		}
	}
	if len(groups.rest) > 0 {
		c.gap()
		c.line(strong("Other decisions"))
		c.decisions(doc, groups.rest)
	}
	if len(decisions) == 0 {
		c.line(dim("nothing was decided"))
	}
	c.gap()
	_, err := io.WriteString(d.stdout, c.b.String())
	return err
}

// decisionGroups are decisions by what they are about.
type decisionGroups struct {
	entities map[string][]dateline.Decision
	quotes   map[int][]dateline.Decision
	rest     []dateline.Decision
}

// groupDecisions puts each decision to the quote or entity that it is about.
func groupDecisions(doc *dateline.Document, decisions []dateline.Decision) decisionGroups {
	g := decisionGroups{map[string][]dateline.Decision{}, map[int][]dateline.Decision{}, nil}
	for _, d := range decisions {
		if i := quoteOf(doc, d); i >= 0 {
			g.quotes[i] = append(g.quotes[i], d)
		} else if id := entityOf(doc, d); id != "" {
			g.entities[id] = append(g.entities[id], d)
		} else {
			g.rest = append(g.rest, d)
		}
	}
	return g
}

// quoteOf returns the number of the quote that a decision is about, -1 where it is about none.
func quoteOf(doc *dateline.Document, d dateline.Decision) int {
	if !strings.HasPrefix(d.Pass, "quotes/") {
		return -1
	}
	return slices.IndexFunc(doc.Quotes, func(q dateline.Quote) bool {
		return slices.ContainsFunc(append([]dateline.Span{q.Cue, q.Source}, q.Content...), d.Span().Overlaps)
	})
}

// entityOf returns the id of the entity that a decision is about, "" where it is about none.
func entityOf(doc *dateline.Document, d dateline.Decision) string {
	if doc.Entity(d.Entity) != nil {
		return d.Entity
	}
	for _, m := range doc.Mentions {
		if m.Entity != "" && m.Span().Overlaps(d.Span()) && doc.Entity(m.Entity) != nil {
			return m.Entity
		}
	}
	return ""
}

// entityFacts are what a Document says of an entity.
func entityFacts(doc *dateline.Document, e *dateline.Entity) []string {
	role := ""
	if len(e.Roles) > 0 {
		role = e.Roles[0].String()
	}
	return nonEmpty(string(e.Label), role, countryName(doc, e.Country), count(e.Mentions, "mention"))
}

// decisions lists decisions, those that say the same of several places once, with their number.
func (c *card) decisions(doc *dateline.Document, list []dateline.Decision) {
	type same struct{ pass, rule, what, where string }
	times := map[same]int{}
	key := func(d dateline.Decision) same { return same{d.Pass, d.Rule, d.What, wordsOf(doc, d)} }
	for _, d := range list {
		times[key(d)]++
	}
	for _, d := range list {
		if n := times[key(d)]; n > 0 {
			c.decision(doc, d, n)
			delete(times, key(d))
		}
	}
}

// decision writes what was decided, the words that it is about, and by what; below it why.
func (c *card) decision(doc *dateline.Document, d dateline.Decision, times int) {
	head := []term.Run{{Text: d.What, Style: term.Cyan}}
	if words := wordsOf(doc, d); words != "" {
		head = append(head, dim(" in "), plain("“"+words+"”"))
	}
	if times > 1 {
		head = append(head, dim(" × "+strconv.Itoa(times)))
	}
	head = append(head, dim(" · "+d.Pass))
	if d.Rule != "" {
		head = append(head, dim(", rule "), plain(d.Rule))
	}
	if d.Confidence > 0 {
		head = append(head, dim(fmt.Sprintf(", %.0f %% sure", 100*d.Confidence)))
	}
	c.under(2, head...)
	c.under(whyIndent, featureRuns(d.Features)...)
	c.under(whyIndent, otherRuns(d.Others)...)
}

// under writes words below something, indented.
func (c *card) under(indent int, runs ...term.Run) {
	for _, l := range c.screen.Wrap(c.screen.Width-indent, runs...) {
		c.b.WriteString(strings.Repeat(" ", indent) + l + "\n")
	}
}

// wordsOf returns the words that a decision is about, cut where they are many.
func wordsOf(doc *dateline.Document, d dateline.Decision) string {
	if d.Start >= d.End {
		return ""
	}
	return term.Cut(term.Clean(doc.Words(d.Span())), 60)
}

// featureRuns lists the heaviest features with what each added to the score or took from it.
func featureRuns(features []dateline.Feature) []term.Run {
	var runs []term.Run
	for _, f := range dateline.HeaviestFeatures(slices.Clone(features), maxFeatures) {
		style := term.Green
		if f.Value*f.Weight < 0 {
			style = term.Red
		}
		amount := fmt.Sprintf(" %+.2f", f.Value*f.Weight)
		runs = append(separated(runs), plain(f.Name), term.Run{Text: amount, Style: style})
	}
	if len(runs) > 0 {
		runs = append([]term.Run{dim("because of ")}, runs...)
	}
	return runs
}

// otherRuns lists the choices that lost.
func otherRuns(others []dateline.Alternative) []term.Run {
	var runs []term.Run
	for _, o := range others[:min(len(others), maxOthers)] {
		runs = append(separated(runs), plain(o.What))
		if o.Confidence > 0 {
			runs = append(runs, dim(fmt.Sprintf(" %.0f %%", 100*o.Confidence)))
		}
	}
	if len(runs) > 0 {
		runs = append([]term.Run{dim("not ")}, runs...)
	}
	return runs
}
