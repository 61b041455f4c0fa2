package sentence

import (
	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/internal/summary/phrase"
	"github.com/dateline-go/dateline/internal/summary/story"
)

// Model ranks by [Features], in their order.
type Model = logistic.Model

// Scores returns for each sentence how likely it is one that a summary takes,
// 0..1, by the fitted model.
func Scores(s *story.Story, standing []Standing, cs []phrase.Candidate, scores []float64) []float64 {
	e := newExtractor(s, standing, cs, scores)
	worth := make([]float64, len(s.Sentences))
	vector := make([]float64, 0, len(featureNames)) // one for all
	for i := range worth {
		worth[i] = fittedSentences.Score(e.vector(vector, i))
	}
	return worth
}
