package sentence

import (
	"math"

	"github.com/dateline-go/dateline/summarize/internal/phrase"
	"github.com/dateline-go/dateline/summarize/internal/story"
)

// Model is a logistic model: a weight for each of [Features].
type Model []float64

// Score returns how likely a sentence with these numbers is one that a summary
// takes, 0..1.
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

// Scores returns for each sentence how likely it is one that a summary takes,
// 0..1, by the fitted model.
func Scores(s *story.Story, standing []Standing, cs []phrase.Candidate, scores []float64) []float64 {
	return fittedSentences.Scores(Vectors(s, standing, cs, scores))
}
