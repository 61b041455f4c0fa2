package measure

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dateline-go/dateline"
)

// Links counts how the names of one document are tied to entities, or, added up,
// those of many.
type Links struct {
	// Names is how many gold names there are, Matched how many of them were
	// predicted with exactly their span.
	Names, Matched int
	// Precision and Recall are the sums over gold names of B-cubed precision and
	// recall (Bagga and Baldwin, LREC 1998).
	Precision, Recall float64
	// Both, Predicted and Gold count pairs of gold names in one entity, each pair
	// twice: in both, as predicted, in the gold.
	Both, Predicted, Gold int
}

// LinksOf compares the entities of the gold names of a document, by span, with
// those predicted at the same spans. A name that was not predicted is an entity of
// its own, and predictions elsewhere are left out.
func LinksOf[G, P comparable](gold map[dateline.Span]G, predicted map[dateline.Span]P) Links {
	type pair struct {
		gold G
		pred P
	}
	inGold, inPred, inBoth := map[G]int{}, map[P]int{}, map[pair]int{}
	for span, g := range gold {
		inGold[g]++
		if p, ok := predicted[span]; ok {
			inPred[p]++
			inBoth[pair{g, p}]++
		}
	}
	l := Links{Names: len(gold)}
	order := func(a, b dateline.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) }
	for _, span := range slices.SortedFunc(maps.Keys(gold), order) { // sums of fractions depend on it
		g := gold[span]
		p, ok := predicted[span]
		both, own := 1, 1
		if ok {
			l.Matched++
			both, own = inBoth[pair{g, p}], inPred[p]
		}
		l.Precision += float64(both) / float64(own)
		l.Recall += float64(both) / float64(inGold[g])
		l.Both += both - 1
		l.Predicted += own - 1
		l.Gold += inGold[g] - 1
	}
	return l
}

// Add returns the counts of both.
func (l Links) Add(o Links) Links {
	return Links{l.Names + o.Names, l.Matched + o.Matched, l.Precision + o.Precision, l.Recall + o.Recall,
		l.Both + o.Both, l.Predicted + o.Predicted, l.Gold + o.Gold}
}

// LinkedF1 is the F1 of linked pairs, 0..1: names that stand alone give no credit.
func (l Links) LinkedF1() float64 { return ratio(2*float64(l.Both), float64(l.Predicted+l.Gold)) }

// B3 is the F1 of B-cubed, 0..1.
func (l Links) B3() float64 {
	return ratio(2*l.Precision*l.Recall, (l.Precision+l.Recall)*float64(l.Names))
}

// ratio is a divided by b, 0 where b is 0.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}
