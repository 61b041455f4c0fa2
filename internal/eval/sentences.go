package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
)

// prf counts what was predicted, what is in the gold, and what is in both.
type prf struct{ right, predicted, gold int }

func (c *prf) add(o prf) {
	c.right += o.right
	c.predicted += o.predicted
	c.gold += o.gold
}

// f1 returns the harmonic mean of precision and recall, 0..100.
func (c prf) f1() float64 {
	if c.predicted+c.gold == 0 {
		return 0
	}
	return 200 * float64(c.right) / float64(c.predicted+c.gold)
}

// percent returns 100*a/b, 0 where b is 0.
func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

// match counts distinct spans.
func match(predicted, gold []dateline.Span) prf {
	in := map[dateline.Span]bool{}
	for _, s := range gold {
		in[s] = true
	}
	c := prf{gold: len(in)}
	seen := map[dateline.Span]bool{}
	for _, s := range predicted {
		if seen[s] {
			continue
		}
		seen[s] = true
		c.predicted++
		if in[s] {
			c.right++
		}
	}
	return c
}

// trim takes white space off both ends of a span; ok is false where nothing is left.
func trim(text string, s dateline.Span) (dateline.Span, bool) {
	w := strings.TrimRightFunc(text[s.Start:s.End], unicode.IsSpace)
	left := strings.TrimLeftFunc(w, unicode.IsSpace)
	end := s.Start + len(w)
	return dateline.Span{Start: end - len(left), End: end}, left != ""
}

func trimAll(text string, spans []dateline.Span) []dateline.Span {
	var out []dateline.Span
	for _, s := range spans {
		if s, ok := trim(text, s); ok {
			out = append(out, s)
		}
	}
	return out
}

// runSentences scores the splitter on both sets of eval/sentences.
func runSentences(_ context.Context, dir string) ([]measure, error) {
	passed, rules, err := goldenRules(dir)
	if err != nil {
		return nil, err
	}
	ms := []measure{{"golden_rules_en", "passed", float64(passed), rules}}
	type row struct {
		Genre     string          `json:"genre"`
		Text      string          `json:"text"`
		Sentences []dateline.Span `json:"sentences"`
	}
	docs, err := readJSONL[row](dir, "sentences", "ud_en_dev.jsonl")
	if err != nil {
		return nil, err
	}
	var b token.Buffer
	var all, news prf
	nNews := 0
	for _, d := range docs {
		b.Segment(d.Text, nil)
		c := match(trimAll(d.Text, b.Sentences), trimAll(d.Text, d.Sentences))
		all.add(c)
		if d.Genre == "news" {
			news.add(c)
			nNews++
		}
	}
	return append(ms,
		measure{"ud_en_dev", "precision", percent(all.right, all.predicted), len(docs)},
		measure{"ud_en_dev", "recall", percent(all.right, all.gold), len(docs)},
		measure{"ud_en_dev", "f1", all.f1(), len(docs)},
		measure{"ud_en_dev", "f1-news", news.f1(), nNews}), nil
}

// goldenRules counts the rules that hold: the sentences, white space removed,
// equal the gold's.
func goldenRules(dir string) (passed, rules int, err error) {
	type row struct {
		Text      string   `json:"text"`
		Sentences []string `json:"sentences"`
	}
	rows, err := readJSONL[row](dir, "sentences", "golden_rules_en.jsonl")
	if err != nil {
		return 0, 0, err
	}
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	var b token.Buffer
	for _, r := range rows {
		b.Segment(r.Text, nil)
		var got, want []string
		for _, s := range b.Sentences {
			got = append(got, bare(r.Text[s.Start:s.End]))
		}
		for _, s := range r.Sentences {
			want = append(want, bare(s))
		}
		if slices.Equal(got, want) {
			passed++
		}
	}
	return passed, len(rows), nil
}

// tokenSets are the sets with tokens of their own that are scored.
var tokenSets = []string{
	"conll03_testa", "cleanconll_testa", "uner_ewt_dev", "gum_news_dev", "gum_other_dev", "gmb_dev", "wikigold_a",
	"crossner_politics_dev", "finer_ord_val", "worldwide_dev",
}

// runTokens scores token spans against the sets' own tokens.
func runTokens(ctx context.Context, dir string) ([]measure, error) {
	type row struct {
		Text   string          `json:"text"`
		Tokens []dateline.Span `json:"tokens"`
	}
	var ms []measure
	var b token.Buffer
	for _, set := range tokenSets {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		docs, err := readJSONL[row](dir, "ner", "eval", set+".jsonl")
		if err != nil {
			return nil, err
		}
		var c prf
		for _, d := range docs {
			b.Segment(d.Text, nil)
			c.add(match(spansOf(b.Tokens), d.Tokens))
		}
		ms = append(ms, measure{set, "span-f1", c.f1(), len(docs)})
	}
	docs, err := readPOS(dir)
	if err != nil {
		return nil, err
	}
	var sum [3]prf
	var n [3]int
	for _, d := range docs {
		b.Segment(d.Text, nil)
		c := scorePOS(d, b.Tokens).spans
		for _, i := range d.groups() {
			sum[i].add(c)
			n[i]++
		}
	}
	for i, name := range posGroups {
		ms = append(ms, measure{name, "span-f1", sum[i].f1(), n[i]})
	}
	return ms, nil
}

func spansOf(tokens []dateline.Token) []dateline.Span {
	spans := make([]dateline.Span, len(tokens))
	for i, t := range tokens {
		spans[i] = t.Span()
	}
	return spans
}

// goldToken is a token of eval/pos: [start, end, tag] or [start, end, tag, 1] for
// a part of a word that is written as one, with the span of the whole.
type goldToken struct {
	dateline.Span
	tag  string
	part bool
}

// UnmarshalJSON reads a token from its array.
func (g *goldToken) UnmarshalJSON(b []byte) error {
	part := 0
	a := []any{&g.Start, &g.End, &g.tag, &part}
	if err := json.Unmarshal(b, &a); err != nil {
		return fmt.Errorf("token: %w", err)
	}
	if len(a) < 3 || len(a) > 4 {
		return fmt.Errorf("token has %d parts, not 3 or 4", len(a))
	}
	g.part = part == 1
	return nil
}
