package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"unicode"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/quotes"
)

// runQuotes scores quotes against the attributions of PolNeAR's development
// part, times 100, by the measures of the set's scorer; "se" is the standard
// error of the figure before it, over samples of whole articles. The weights
// were fitted on the train part, which the fitting program scores.
func runQuotes(ctx context.Context, dir string) ([]measure, error) {
	a, err := analyze.New(analyze.Options{Quotes: quotes.Options{All: true}})
	if err != nil {
		return nil, err
	}
	rows, err := readAttributions(filepath.Join(dir, "quotes", "polnear_dev.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	units := make([][]quoteCounts, len(quoteKinds))
	for _, r := range rows {
		doc, err := a.Page(ctx, dateline.Page{ID: r.ID, Form: dateline.Story, Body: []byte(r.Text)})
		if err != nil {
			return nil, err
		}
		for k, c := range countQuotes(r, doc.Quotes) {
			units[k] = append(units[k], c)
		}
	}
	var out []measure
	for k, kind := range quoteKinds {
		for _, m := range quoteMeasures() {
			value, se := m.bootstrapped(units[k])
			out = append(out, measure{"polnear-" + kind, m.name, value, len(rows)},
				measure{"polnear-" + kind, m.name + " se", se, len(rows)})
		}
	}
	return out, nil
}

// attributed is one article with what people marked in it.
type attributed struct {
	ID, Text     string
	Attributions []struct {
		Source, Cue, Content []dateline.Span
		Direct               bool
	}
}

func readAttributions(name string) ([]attributed, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var out []attributed
	for dec := json.NewDecoder(z); ; {
		var r attributed
		if err := dec.Decode(&r); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: row %d: %w", name, len(out)+1, err)
		}
		out = append(out, r)
	}
}

// quoteKinds are the kinds that are scored; "all" is both together.
var quoteKinds = []string{"direct", "indirect", "all"}

// quoteCounts is what the measures are made of.
type quoteCounts struct {
	gold, pred, found, aligned, exact                  float64
	goldBytes, predBytes, goldHit, predHit             float64
	withSource, sourceRight, withCue, cueRight, source float64
}

func (c *quoteCounts) add(o quoteCounts) {
	for i, v := range o.fields() {
		*c.fields()[i] += *v
	}
}

func (c *quoteCounts) fields() []*float64 {
	return []*float64{&c.gold, &c.pred, &c.found, &c.aligned, &c.exact, &c.goldBytes, &c.predBytes, &c.goldHit, &c.predHit,
		&c.withSource, &c.sourceRight, &c.withCue, &c.cueRight, &c.source}
}

// bytesOf marks the bytes that spans cover.
func bytesOf(spans []dateline.Span) map[int]bool {
	m := map[int]bool{}
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			m[i] = true
		}
	}
	return m
}

func commonBytes(a, b map[int]bool) int {
	n := 0
	for i := range a {
		if b[i] {
			n++
		}
	}
	return n
}

// countQuotes aligns quotes with the attributions of an article one to one,
// the most alike first, and counts for each kind.
func countQuotes(r attributed, quotes []dateline.Quote) [3]quoteCounts {
	var out [3]quoteCounts
	kind := func(direct bool) []*quoteCounts {
		if direct {
			return []*quoteCounts{&out[0], &out[2]}
		}
		return []*quoteCounts{&out[1], &out[2]}
	}
	gold := slices.Clone(r.Attributions)
	gold = slices.DeleteFunc(gold, func(g struct {
		Source, Cue, Content []dateline.Span
		Direct               bool
	}) bool {
		return len(bytesOf(g.Content)) == 0
	})
	g, p := make([]map[int]bool, len(gold)), make([]map[int]bool, len(quotes))
	for i := range gold {
		g[i] = bytesOf(gold[i].Content)
	}
	for j := range quotes {
		p[j] = bytesOf(quotes[j].Content)
	}
	inGold, inPred := alignQuotes(g, p)
	letters := lettersOf(r.Text)
	for i := range gold {
		for _, c := range kind(gold[i].Direct) {
			c.gold++
			c.goldBytes += float64(len(g[i]))
			c.source += one(len(gold[i].Source) > 0)
			j := inGold[i]
			if j < 0 {
				continue
			}
			c.found++
			c.goldHit += float64(commonBytes(g[i], p[j]))
			c.exact += one(sameLetters(g[i], p[j], letters))
			if len(gold[i].Source) > 0 {
				c.withSource++
				c.sourceRight += one(slices.ContainsFunc(gold[i].Source, quotes[j].Source.Overlaps))
			}
			if len(gold[i].Cue) > 0 {
				c.withCue++
				c.cueRight += one(slices.ContainsFunc(gold[i].Cue, quotes[j].Cue.Overlaps))
			}
		}
	}
	for j := range quotes {
		for _, c := range kind(len(quotes[j].Exact) > 0) {
			c.pred++
			c.predBytes += float64(len(p[j]))
			if i := inPred[j]; i >= 0 {
				c.aligned++
				c.predHit += float64(commonBytes(p[j], g[i]))
			}
		}
	}
	return out
}

// alignQuotes pairs contents of which half of the bytes or more are common; it
// gives for each its partner, -1 for none.
func alignQuotes(gold, pred []map[int]bool) (inGold, inPred []int) {
	type pair struct {
		alike float64
		i, j  int
	}
	var pairs []pair
	for i := range gold {
		for j := range pred {
			n := commonBytes(gold[i], pred[j])
			if v := float64(n) / float64(len(gold[i])+len(pred[j])-n); v >= 0.5 {
				pairs = append(pairs, pair{v, i, j})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.alike, a.alike), a.i-b.i, a.j-b.j)
	})
	inGold, inPred = slices.Repeat([]int{-1}, len(gold)), slices.Repeat([]int{-1}, len(pred))
	for _, x := range pairs {
		if inGold[x.i] < 0 && inPred[x.j] < 0 {
			inGold[x.i], inPred[x.j] = x.j, x.i
		}
	}
	return inGold, inPred
}

// lettersOf marks the bytes of letters and digits.
func lettersOf(text string) map[int]bool {
	m := map[int]bool{}
	for at, r := range text {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			for i := range len(string(r)) {
				m[at+i] = true
			}
		}
	}
	return m
}

func sameLetters(a, b, letters map[int]bool) bool {
	for i := range a {
		if letters[i] && !b[i] {
			return false
		}
	}
	for i := range b {
		if letters[i] && !a[i] {
			return false
		}
	}
	return true
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// quoteMeasure is one figure of the counts.
type quoteMeasure struct {
	name string
	of   func(c quoteCounts) float64
}

func share(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return 100 * a / b
}

func quoteMeasures() []quoteMeasure {
	f1 := func(p, r float64) float64 { return share(2*p*r/100, p+r) }
	return []quoteMeasure{
		{"found P", func(c quoteCounts) float64 { return share(c.aligned, c.pred) }},
		{"found R", func(c quoteCounts) float64 { return share(c.found, c.gold) }},
		{"found F1", func(c quoteCounts) float64 { return f1(share(c.aligned, c.pred), share(c.found, c.gold)) }},
		{"exact", func(c quoteCounts) float64 { return share(c.exact, c.gold) }},
		{"bytes P", func(c quoteCounts) float64 { return share(c.predHit, c.predBytes) }},
		{"bytes R", func(c quoteCounts) float64 { return share(c.goldHit, c.goldBytes) }},
		{"bytes F1", func(c quoteCounts) float64 { return f1(share(c.predHit, c.predBytes), share(c.goldHit, c.goldBytes)) }},
		{"source", func(c quoteCounts) float64 { return share(c.sourceRight, c.withSource) }},
		{"cue", func(c quoteCounts) float64 { return share(c.cueRight, c.withCue) }},
		{"both", func(c quoteCounts) float64 { return share(c.sourceRight, c.source) }},
	}
}

// quoteSamples is how many samples of whole articles the standard error is of.
const quoteSamples = 1000

// bootstrapped returns the measure over all articles and its standard error.
func (m quoteMeasure) bootstrapped(units []quoteCounts) (value, se float64) {
	var all quoteCounts
	for _, u := range units {
		all.add(u)
	}
	rnd := rand.New(rand.NewPCG(20, 11))
	var sum, squares float64
	for range quoteSamples {
		var c quoteCounts
		for range units {
			c.add(units[rnd.IntN(len(units))])
		}
		x := m.of(c)
		sum += x
		squares += x * x
	}
	mean := sum / quoteSamples
	return m.of(all), math.Sqrt(max(0, squares/quoteSamples-mean*mean))
}
