package main

import (
	"context"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/token/prose"
)

// posDoc is a document of eval/pos.
type posDoc struct {
	ID    string        `json:"id"`
	Text  string        `json:"text"`
	Sents [][]goldToken `json:"sents"`
}

// posGroups names the parts of ud_en_dev: all of it and its two corpora.
var posGroups = [3]string{"ud_en_dev", "ud_en_dev/ewt", "ud_en_dev/gum"}

// groups returns the indexes into posGroups that a document counts for.
func (d posDoc) groups() []int {
	switch {
	case strings.HasPrefix(d.ID, "ewt"):
		return []int{0, 1}
	case strings.HasPrefix(d.ID, "gum"):
		return []int{0, 2}
	}
	return []int{0}
}

func readPOS(dir string) ([]posDoc, error) {
	return readJSONL[posDoc](dir, "pos", "ud_en_dev.jsonl")
}

// posScore counts tokens found, and those found and tagged right.
type posScore struct {
	spans  prf
	tagged int
}

// scorePOS compares tokens as eval/pos/score.py does: parts of a word that is
// written as one are one token, found whole or by pieces that tile it.
func scorePOS(d posDoc, tokens []dateline.Token) posScore {
	gold := map[dateline.Span][]string{}
	for _, s := range d.Sents {
		for _, g := range s {
			gold[g.Span] = append(gold[g.Span], g.tag)
		}
	}
	at := map[int]dateline.Token{}
	for _, t := range tokens {
		at[t.Start] = t
	}
	c := posScore{spans: prf{predicted: len(tokens), gold: len(gold)}}
	for span, tags := range gold {
		t, ok := at[span.Start]
		if !ok {
			continue
		}
		if t.End == span.End {
			c.spans.right++
			tag, _, _ := strings.Cut(t.Tag, "+")
			if slices.Contains(tags, tag) {
				c.tagged++
			}
			continue
		}
		if len(tags) < 2 {
			continue
		}
		var got []string
		for ; ok && t.End <= span.End; t, ok = at[t.End] {
			got = append(got, t.Tag)
			if t.End == span.End {
				c.spans.right++
				c.spans.predicted -= len(got) - 1 // the pieces count as one
				if slices.Equal(got, tags) {
					c.tagged++
				}
				break
			}
		}
	}
	return c
}

// runPOS scores the taggers, "ours" and "prose": "overall" on raw text, right
// tags of all gold tokens, and "given" on the gold's own tokens, where a word
// that is written as one is cut as we cut it. "given-capitals" is the same over
// the text in capitals.
func runPOS(ctx context.Context, dir string) ([]measure, error) {
	docs, err := readPOS(dir)
	if err != nil {
		return nil, err
	}
	adapter, err := prose.New()
	if err != nil {
		return nil, err
	}
	ours, err := token.NewTagger()
	if err != nil {
		return nil, err
	}
	var ms []measure
	for _, t := range []struct {
		name   string
		tagger token.Tagger
	}{{"ours", ours}, {"prose", adapter}} {
		var raw, given, upper [3]posScore
		var n [3]int
		for _, d := range docs {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			r, g, err := tagDoc(d, t.tagger)
			if err != nil {
				return nil, err
			}
			d.Text = upperASCII(d.Text)
			_, u, err := tagDoc(d, t.tagger)
			if err != nil {
				return nil, err
			}
			for _, i := range d.groups() {
				raw[i].spans.add(r.spans)
				raw[i].tagged += r.tagged
				given[i].spans.add(g.spans)
				given[i].tagged += g.tagged
				upper[i].spans.add(u.spans)
				upper[i].tagged += u.tagged
				n[i]++
			}
		}
		for i, name := range posGroups {
			ms = append(ms,
				measure{name, t.name + "-overall", percent(raw[i].tagged, raw[i].spans.gold), n[i]},
				measure{name, t.name + "-given", percent(given[i].tagged, given[i].spans.gold), n[i]},
				measure{name, t.name + "-given-capitals", percent(upper[i].tagged, upper[i].spans.gold), n[i]})
		}
	}
	return ms, nil
}

// tagDoc tags a document twice: from its text, and on its given sentences and tokens.
func tagDoc(d posDoc, tagger token.Tagger) (raw, given posScore, err error) {
	var b token.Buffer
	b.Segment(d.Text, nil)
	if err := b.TagAll(d.Text, tagger); err != nil {
		return raw, given, err
	}
	raw = scorePOS(d, b.Tokens)
	var all []dateline.Token
	for _, s := range d.Sents {
		from := len(all)
		for i, g := range s {
			if i > 0 && s[i-1].Span == g.Span {
				continue
			}
			if !g.part {
				all = append(all, dateline.Token{Start: g.Start, End: g.End})
				continue
			}
			b.Segment(d.Text, []dateline.Span{g.Span})
			all = append(all, b.Tokens...)
		}
		if err := tagger.Tag(d.Text, all[from:]); err != nil {
			return raw, given, err
		}
	}
	return raw, scorePOS(d, all), nil
}

// upperASCII puts the ASCII letters of a text in capitals, so that offsets hold.
func upperASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'a' && c <= 'z' {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}
