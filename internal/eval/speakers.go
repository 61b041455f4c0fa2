package main

import (
	"context"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// spokenDoc is an article of eval/resolution/speakers: who said what, by a reader.
type spokenDoc struct {
	ID           string             `json:"id"`
	Text         string             `json:"text"`
	Attributions []spokenAttributed `json:"attributions"`
}

type spokenAttributed struct {
	Content [][2]int `json:"content"`
	Kind    string   `json:"kind"` // name, pronoun, role, unnamed; "" for what only serves the alignment
	Expect  struct {
		Name   string   `json:"name"`
		Org    []string `json:"org"`
		Full   string   `json:"full"`
		Others []string `json:"others"`
		None   bool     `json:"none"`
	} `json:"expect"`
}

// spokenCounts are the attributions of one kind.
type spokenCounts struct{ gold, found, right, wrong, sure int }

// sureSpeaker is the confidence from which on a wrong speaker counts as confidently wrong.
const sureSpeaker = .8

// runSpeakers scores whether the speaker of a quote is the right person or body, times 100, of the
// quotes that are found: "right" and "wrong" (one is given, and it is another; for "unnamed"
// anybody), and the share of the given ones with a confidence of .8 or more that are wrong. The
// set's own scorer folds names a little further.
func runSpeakers(ctx context.Context, dir string) ([]measure, error) {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return nil, err
	}
	docs, err := readJSONL[spokenDoc](dir, "resolution/speakers", "dev.jsonl")
	if err != nil {
		return nil, err
	}
	counts := map[string]*spokenCounts{}
	for _, d := range docs {
		doc, err := a.Page(ctx, dateline.Page{ID: d.ID, Form: dateline.Story, Body: []byte(d.Text)})
		if err != nil {
			return nil, err
		}
		d.count(doc, counts)
	}
	var out []measure
	for _, kind := range []string{"name", "pronoun", "role", "unnamed"} {
		c := counts[kind]
		if c == nil {
			continue
		}
		set := "polnear-" + kind
		out = append(out,
			measure{set, "found", percent(c.found, c.gold), len(docs)},
			measure{set, "right", percent(c.right, c.found), len(docs)},
			measure{set, "not wrong", 100 - percent(c.wrong, c.found), len(docs)},
			measure{set, "not surely wrong", 100 - percent(c.sure, c.found), len(docs)})
	}
	return out, nil
}

// count aligns the quotes of a Document with the attributions, and counts those of each kind.
func (d *spokenDoc) count(doc *dateline.Document, counts map[string]*spokenCounts) {
	gold, pred := make([]map[int]bool, len(d.Attributions)), make([]map[int]bool, len(doc.Quotes))
	for i := range gold {
		var spans []dateline.Span
		for _, s := range d.Attributions[i].Content {
			spans = append(spans, dateline.Span{Start: s[0], End: s[1]})
		}
		gold[i] = bytesOf(spans)
	}
	for j := range pred {
		pred[j] = bytesOf(doc.Quotes[j].Content)
	}
	inGold, _ := alignQuotes(gold, pred)
	for i := range d.Attributions {
		x := &d.Attributions[i]
		if x.Kind == "" {
			continue
		}
		c := counts[x.Kind]
		if c == nil {
			c = &spokenCounts{}
			counts[x.Kind] = c
		}
		c.gold++
		if inGold[i] < 0 {
			continue
		}
		c.found++
		q := &doc.Quotes[inGold[i]]
		e := doc.Entity(q.Entity)
		switch {
		case e == nil && x.Kind == "unnamed", e != nil && x.means(e):
			c.right++
		case e != nil:
			c.wrong++
			if q.Confidence >= sureSpeaker {
				c.sure++
			}
		}
	}
}

// means reports whether an entity is the one expected: a person of that family name and of no other first name that the
// family has, or a body by one of its names.
func (x *spokenAttributed) means(e *dateline.Entity) bool {
	names := append([]string{e.Name}, e.Aliases...)
	for _, o := range x.Expect.Org {
		same := func(n string) bool { return strings.EqualFold(gazetteer.Fold(n), gazetteer.Fold(o)) }
		if slices.ContainsFunc(names, same) {
			return true
		}
	}
	want := strings.Fields(gazetteer.Fold(x.Expect.Name))
	own := strings.Fields(gazetteer.Fold(e.Name))
	if len(want) == 0 || len(own) == 0 || e.Label != dateline.Person {
		return false
	}
	family := want[len(want)-1]
	has := func(n string) bool { return slices.Contains(strings.Fields(gazetteer.Fold(n)), family) }
	if !slices.ContainsFunc(names, has) {
		return false
	}
	full := strings.Fields(gazetteer.Fold(x.Expect.Full))
	for _, o := range x.Expect.Others {
		first := strings.Fields(gazetteer.Fold(o))
		if len(own) > 1 && len(first) > 0 && own[0] == first[0] && (len(full) == 0 || full[0] != own[0]) {
			return false
		}
	}
	return true
}
