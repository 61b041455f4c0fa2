package salience

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-go/dateline"
)

// Set gives each entity of a Document its Salience, 0..1, the chance that readers
// find it salient, says whether the story is about it, and puts the entities in
// order of salience; those that are equal stay in the order that they have. It
// needs the Document's text, blocks, sentences, tokens with their tags, and
// mentions. The cost is linear in the document.
func Set(doc *dateline.Document) {
	for i, v := range Vectors(doc) {
		e := &doc.Entities[i]
		e.Salience = Score(weights[:], v)
		e.About = e.Salience >= about
	}
	slices.SortStableFunc(doc.Entities, func(a, b dateline.Entity) int { return cmp.Compare(b.Salience, a.Salience) })
}

// Score returns the chance that weights give to a vector.
func Score(weights, v []float64) float64 {
	sum := 0.0
	for i, w := range weights {
		sum += w * v[i]
	}
	return 1 / (1 + math.Exp(-sum))
}
