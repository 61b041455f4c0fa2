package search

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/credit"
)

// Feature is something that articles can share, by which candidates are found.
type Feature struct {
	// Kind is [FeatureEntity] or [FeatureWord].
	Kind string
	// Key is the entity's id, or the stem of the word.
	Key string
	// Weight is what an article that has it gains.
	Weight float64
}

// The kinds of feature.
const (
	FeatureEntity = "entity"
	FeatureWord   = "word"
)

// How many features of each kind related articles are looked for by.
const (
	maxEntities = 12
	maxWords    = 32
)

// ask finds the features by which articles related to a document are looked
// for: of each kind the weightiest, these first.
func (m *profiler) ask(doc *dateline.Document) []Feature {
	m.read(doc)
	seen := map[string]bool{}
	var entities, terms []Feature
	sender := credit.Only(doc, credit.Of(doc))
	for e := range doc.Names() {
		if seen[e.ID] || sender[e.ID] {
			continue
		}
		seen[e.ID] = true
		rarity := m.rarity(e.Name)
		entities = append(entities, Feature{FeatureEntity, e.ID,
			entityWeight * entityWeight * part(e.Salience) * part(0) * rarity * rarity})
	}
	counts, idfs := map[string]float64{}, map[string]float64{}
	for _, text := range []string{doc.Text, doc.Headline} {
		m.buf = m.splitter.Append(m.buf[:0], text)
		for _, w := range m.buf {
			if w.Term == "" || w.Weak {
				continue
			}
			if counts[w.Term]++; counts[w.Term] == 1 {
				idfs[w.Term] = m.idfOf(w)
			}
		}
	}
	for term, n := range counts {
		idf := idfs[term]
		terms = append(terms, Feature{FeatureWord, term, often(n) * idf * idf})
	}
	slices.SortFunc(entities, heaviest)
	slices.SortFunc(terms, heaviest)
	features := append(entities[:min(len(entities), maxEntities)], terms[:min(len(terms), maxWords)]...)
	features = slices.DeleteFunc(features, func(f Feature) bool { return f.Weight == 0 })
	slices.SortFunc(features, heaviest)
	return features
}

func heaviest(a, b Feature) int {
	return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Key, b.Key))
}
