// Package logistic is the logistic model that blocks, names, phrases, sentences and statements are
// weighed by, and what its coefficients were fitted on.
package logistic

import "math"

// Model is a logistic model: a weight for each feature.
type Model []float64

// Score returns how likely it is that a thing with these numbers is one that is
// wanted, 0..1.
func (m Model) Score(v []float64) float64 {
	sum := 0.0
	for i, w := range m {
		sum += w * v[i]
	}
	return Chance(sum)
}

// Chance turns a score, the logarithm of the odds, into a chance, 0..1.
func Chance(score float64) float64 { return 1 / (1 + math.Exp(-score)) }

// Scores returns the score of each vector.
func (m Model) Scores(vectors [][]float64) []float64 {
	scores := make([]float64, len(vectors))
	for i, v := range vectors {
		scores[i] = m.Score(v)
	}
	return scores
}
