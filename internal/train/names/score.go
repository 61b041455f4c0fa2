package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/casing"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/lang/en"
)

// figures are the counts of exact matches over a data set, by kind.
type figures struct {
	right, found, gold [names.Kinds]int
}

// f1 is the harmonic mean of precision and recall in percent, over the kinds together.
func (f *figures) f1(kinds ...names.Kind) float64 {
	var r, n int
	for _, k := range kinds {
		r += f.right[k]
		n += f.found[k] + f.gold[k]
	}
	if n == 0 {
		return 0
	}
	return 200 * float64(r) / float64(n)
}

// main is the figure over persons, organisations and places.
func (f *figures) main() float64 { return f.f1(names.KindPerson, names.KindOrg, names.KindPlace) }

// result holds the figures of one dev set: as it is, in Title Case, in capitals.
type result struct {
	source
	as [3]figures
}

// line sums up a result.
func (r *result) line() string {
	f := &r.as[0]
	return fmt.Sprintf("%-28s %6.2f  PER %6.2f  ORG %6.2f  LOC %6.2f  MISC %6.2f  title %6.2f  capitals %6.2f",
		filepath.Base(r.File),
		f.main(), f.f1(names.KindPerson), f.f1(names.KindOrg), f.f1(names.KindPlace), f.f1(names.KindMisc),
		r.as[1].main(), r.as[2].main())
}

// measureAll measures a tagger on the recipe's dev sets.
func (c *command) measureAll(t *names.Tagger) ([]result, error) { return c.measureSets(t, c.rec.Dev) }

// measureSets measures a tagger on data sets.
func (c *command) measureSets(t *names.Tagger, dev []source) ([]result, error) {
	writings := [3]func(string) string{
		func(s string) string { return s },
		func(s string) string { return casing.Title(s, en.Words().Lexicon) },
		casing.Capitals,
	}
	var results []result
	for _, s := range dev {
		r := result{source: s}
		path := filepath.Join(c.data, s.File)
		set := c.labels.set(path)
		cut := c.split()
		err := readRows(path, func(x row) error {
			for k, write := range writings {
				x := x
				x.Text = write(x.Text)
				sents, tokens := cut(x)
				found, err := t.Tag(context.Background(), nil, x.Text, sents, tokens)
				if err != nil {
					return err
				}
				r.as[k].add(&x, set, spansOf(found, tokens))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		results = append(results, r)
	}
	return results, nil
}

// spansOf gives mentions as spans, with the library's labels.
func spansOf(found []names.Mention, tokens []dateline.Token) []span {
	spans := []span{}
	for _, m := range found {
		spans = append(spans, span{Start: tokens[m.First].Start, End: tokens[m.End-1].End, Label: string(m.Label),
			Confidence: m.Confidence})
	}
	return spans
}

// name is a name without its titles.
type name struct {
	start, end int
	kind       names.Kind
}

// gold are the names that a row marks, where they stand, and what is not clear in it.
type gold struct {
	names    map[name]bool
	at, skip map[[2]int]bool
}

// goldOf reads the names of a row.
func goldOf(x *row, set labelSet) gold {
	g := gold{map[name]bool{}, map[[2]int]bool{}, map[[2]int]bool{}}
	for _, s := range x.Spans {
		k, is, unsure := set.meaning(s.Label)
		if unsure {
			g.skip[[2]int{s.Start, s.End}] = true
		}
		if is && set.has(k) {
			a, b := trim(x.Text, s.Start, s.End, k)
			g.names[name{a, b, k}] = true
			g.at[[2]int{a, b}] = true
		}
	}
	return g
}

// add compares what was found in a row with its names. Titles and "the" are left
// off on both sides, and what has exactly the span of a name without a clear
// label is passed over.
func (f *figures) add(x *row, set labelSet, found []span) {
	gold := goldOf(x, set)
	for g := range gold.names {
		f.gold[g.kind]++
	}
	mine := map[name]bool{}
	for _, s := range found {
		k, _, _ := labelSet{}.meaning(s.Label)
		if !set.has(k) {
			continue
		}
		a, b := trim(x.Text, s.Start, s.End, k)
		g, place := name{a, b, k}, [2]int{a, b}
		if mine[g] || gold.skip[place] && !gold.at[place] {
			continue
		}
		mine[g] = true
		f.found[k]++
		if gold.names[g] {
			f.right[k]++
		}
	}
}

// baseName is the name of a data set's file without its endings.
func baseName(file string) string {
	return strings.TrimSuffix(strings.TrimSuffix(filepath.Base(file), ".gz"), ".jsonl")
}
