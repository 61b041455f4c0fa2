package phrase

import (
	"math"

	"github.com/dateline-go/dateline/summarize/internal/story"
)

// Model is a logistic model: a weight for each of [Features].
type Model []float64

// Score returns how likely a phrase with these numbers is one that an editor
// would list, 0..1.
func (m Model) Score(v []float64) float64 {
	sum := 0.0
	for i, w := range m {
		sum += w * v[i]
	}
	return 1 / (1 + math.Exp(-sum))
}

// Scores returns the score of each vector.
func (m Model) Scores(vectors [][]float64) []float64 {
	scores := make([]float64, len(vectors))
	for i, v := range vectors {
		scores[i] = m.Score(v)
	}
	return scores
}

// Scores returns for each candidate how likely it is one that an editor, or for
// tags a reader, would list, 0..1, by the fitted model of its kind.
func Scores(s *story.Story, cs []Candidate, kind Kind) []float64 {
	m := fittedPhrases
	if kind == Tags {
		m = fittedTags
	}
	return m.Scores(Vectors(s, cs))
}
