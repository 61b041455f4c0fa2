package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/names"
)

// figures are the counts of exact matches over a data set.
type figures struct {
	right, found, gold [names.Kinds]int
}

// f1 is the harmonic mean of precision and recall in percent, over the kinds.
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

// devSet is a data set that is only measured on.
type devSet struct {
	name string
	rows []row
	set  labelSet
}

func readDev(dir, name string, labels labelTable) (devSet, error) {
	path := filepath.Join(dir, name+".jsonl")
	d := devSet{name: name, set: labels.set(path)}
	err := readRows(path, func(x row) error { d.rows = append(d.rows, x); return nil })
	return d, err
}

type key struct {
	start, end int
	kind       names.Kind
}

// kindOf is the coarse kind of a label.
func kindOf(l dateline.Label) names.Kind {
	switch l {
	case dateline.Person:
		return names.KindPerson
	case dateline.Org:
		return names.KindOrg
	case dateline.GPE, dateline.Loc, dateline.Fac:
		return names.KindPlace
	}
	return names.KindMisc
}

// measure tags a set and compares by the rules of its scorer: titles and "the"
// are left off on both sides, and so is what has exactly the span of a name
// without a clear label.
func (d *devSet) measure(tag func(row) ([]names.Mention, document, error), change func(row) row) (figures, error) {
	var fig figures
	for _, x := range d.rows {
		if change != nil {
			x = change(x)
		}
		found, doc, err := tag(x)
		if err != nil {
			return fig, fmt.Errorf("%s: %s: %w", d.name, x.ID, err)
		}
		gold, at, skip := map[key]bool{}, map[[2]int]bool{}, map[[2]int]bool{}
		for _, s := range x.Spans {
			k, name, unsure := d.set.meaning(s.Label)
			if unsure {
				skip[[2]int{s.Start, s.End}] = true
			}
			if name && d.set.has(k) {
				a, b := trim(x.Text, s.Start, s.End, k)
				gold[key{a, b, k}] = true
				at[[2]int{a, b}] = true
			}
		}
		for g := range gold {
			fig.gold[g.kind]++
		}
		mine := map[key]bool{}
		for _, m := range found {
			k := kindOf(m.Label)
			if !d.set.has(k) {
				continue
			}
			a, b := trim(x.Text, doc.tokens[m.First].Start, doc.tokens[m.End-1].End, k)
			if skip[[2]int{a, b}] && !at[[2]int{a, b}] {
				continue
			}
			if g := (key{a, b, k}); !mine[g] {
				mine[g] = true
				fig.found[k]++
				if gold[g] {
					fig.right[k]++
				}
			}
		}
	}
	return fig, nil
}

// devNames are the sets that the bars speak of, then others.
var devNames = strings.Fields("worldwide_dev ieer_apw wikigold_a uner_ewt_dev finer_ord_val gum_news_dev conll03_testa")
