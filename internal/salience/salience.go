package salience

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/concept"
	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
)

// MaxConcepts is the most concepts that a story gets.
const MaxConcepts = 40

// Set gives each entity of a Document its Salience, 0..1, the chance that readers find it salient,
// and says whether the story is about it. It sets the Concepts to the most salient of those given,
// at most [MaxConcepts], and puts both lists in order of salience; those that are equal stay in the
// order that they have. It needs the Document's text, blocks, sentences, tokens with their tags,
// mentions and countries. The cost is linear in the document, but for the sorting.
func Set(
	doc *dateline.Document, concepts []concept.Concept, f *stats.Frequencies, s *token.Stems, pack *lang.Pack,
) {
	set(doc, concepts, Vectors(doc, concepts, f, s, pack))
}

// Explain does what [Set] does, and returns the features of each entity and each concept by its ID.
func Explain(
	doc *dateline.Document, concepts []concept.Concept, f *stats.Frequencies, s *token.Stems, pack *lang.Pack,
) map[string][]dateline.Feature {
	vectors := Vectors(doc, concepts, f, s, pack)
	reasons := map[string][]dateline.Feature{}
	for i, v := range vectors {
		var of string
		if i < len(doc.Entities) {
			of = doc.Entities[i].ID
		} else {
			of = id(concepts[i-len(doc.Entities)].Name)
		}
		if reasons[of] != nil {
			continue // the second of "war game" and "war-game"
		}
		for k, x := range v[bias+1:] { // all have the bias
			k += bias + 1
			reasons[of] = append(reasons[of], dateline.Feature{Name: featureNames[k], Value: x, Weight: weights[k]})
		}
	}
	set(doc, concepts, vectors)
	return reasons
}

func set(doc *dateline.Document, concepts []concept.Concept, vectors [][]float64) {
	scores := make([]float64, 0, len(vectors))
	for _, v := range vectors {
		scores = append(scores, logistic.Model(weights[:]).Score(v))
	}
	n := len(doc.Entities)
	for i := range doc.Entities {
		doc.Entities[i].Salience = scores[i]
	}
	doc.Concepts = nil
	known := map[string]bool{}
	for _, i := range Best(scores[n:]) {
		c := &concepts[i]
		id := id(c.Name)
		if known[id] { // "war game", "war-game"
			continue
		}
		known[id] = true
		doc.Concepts = append(doc.Concepts, dateline.Concept{ID: id, Name: c.Name, Aliases: c.Aliases,
			Salience: scores[n+i], About: scores[n+i] >= about, Spans: c.Spans})
	}
	for i := range doc.Entities {
		doc.Entities[i].About = doc.Entities[i].Salience >= about
	}
	slices.SortStableFunc(doc.Entities, func(a, b dateline.Entity) int { return cmp.Compare(b.Salience, a.Salience) })
}

// Best returns which concepts of a story are kept, the most salient first.
func Best(scores []float64) []int {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	return order[:min(len(order), MaxConcepts)]
}

// id makes the ID of a concept.
func id(name string) string {
	return "concept:" + strings.Join(strings.Fields(strings.ToLower(name)), "-")
}
