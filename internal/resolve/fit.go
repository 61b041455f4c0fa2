package resolve

import "github.com/dateline-go/dateline/internal/knowledge"

// Features is how many features a candidate has, and FeatureNames what they are
// called: for the program that fits the weights.
const Features = featureCount

// FeatureNames returns the names of the features in the order of a [Vector].
func FeatureNames() [Features]string { return featureNames }

// Groups returns for each name of the story the range of its candidates, an empty one
// where it has none.
func (p *Problem) Groups() [][2]int {
	all := make([][2]int, len(p.of))
	for i, g := range p.of {
		if g >= 0 {
			all[i] = [2]int{p.groups[g].from, p.groups[g].to}
		}
	}
	return all
}

// Candidates returns the places that the names may stand for, each with its
// probability in the last round.
func (p *Problem) Candidates() ([]knowledge.Place, []float64) {
	places, probabilities := make([]knowledge.Place, len(p.candidates)), make([]float64, len(p.candidates))
	for i := range p.candidates {
		places[i], probabilities[i] = p.candidates[i].Place, p.candidates[i].p
	}
	return places, probabilities
}
