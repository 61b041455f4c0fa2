package phrase

import (
	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/internal/summary/story"
)

// Model ranks by [Features], in their order.
type Model = logistic.Model

// Scores returns for each candidate how likely it is one that an editor, or for
// tags a reader, would list, 0..1, by the fitted model of its kind.
func Scores(s *story.Story, cs []Candidate, kind Kind) []float64 {
	m := fittedPhrases
	if kind == Tags {
		m = fittedTags
	}
	e := newExtractor(s, cs)
	scores := make([]float64, len(cs))
	vector := make([]float64, 0, len(featureNames)) // one for all
	for i := range cs {
		scores[i] = m.Score(e.vector(vector, &cs[i]))
	}
	return scores
}
