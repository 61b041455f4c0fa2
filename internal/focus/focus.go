package focus

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/logistic"
)

// About is the chance from which on a story is about a country. What a story has most of is in
// focus whatever its chance.
const About = 0.4

// Countries returns the countries of a story, the heaviest first.
func (s *Story) Countries() []Country {
	tallies := s.tally()
	sum := 0.0
	for _, t := range tallies {
		sum += t.weight
	}
	list := make([]Country, len(tallies))
	for i, v := range s.vectors(tallies) {
		t := tallies[i]
		list[i] = Country{Code: t.code, Weight: t.weight / sum, Mentions: t.count, features: v,
			Chance: logistic.Model(weights[:]).Score(v[:])}
	}
	slices.SortFunc(list, func(a, b Country) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Code, b.Code))
	})
	first := 0
	for i := range list {
		list[i].Focus = list[i].Chance >= About
		if list[i].Chance > list[first].Chance {
			first = i
		}
	}
	if len(list) > 0 {
		list[first].Focus = true
	}
	return list
}

// Explain returns what spoke for the story being about the country, and against it.
func (c *Country) Explain() []dateline.Feature {
	list := make([]dateline.Feature, 0, featureCount)
	for i, x := range c.features {
		list = append(list, dateline.Feature{Name: featureNames[i], Value: x, Weight: weights[i]})
	}
	return list
}
