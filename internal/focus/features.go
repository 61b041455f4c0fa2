package focus

import "math"

// The features of a country in a story.
const (
	bias = iota
	behind
	ahead
	share
	many
	inLead
	inHeadline
	thingShare
	depth
	last
	itself
	body
	place
	atHome
	homeElsewhere
	featureCount
)

// featureNames are what Explain and the model card call them, in their order.
var featureNames = [featureCount]string{
	"bias",
	"how far behind the heaviest other",
	"how far before the heaviest other",
	"share of the weight",
	"countries of the story",
	"in the first sentence",
	"in the headline",
	"share of the things named",
	"where it is named first",
	"where it is named last",
	"share of its own name in it",
	"share of bodies in it",
	"share of places in it",
	"the outlet's country",
	"another country than the outlet's",
}

// Vector holds the features of a country.
type Vector [featureCount]float64

// Features returns the names of the features in the order of a [Vector].
func Features() []string { return featureNames[:] }

// What a mention weighs by its kind. One at the front of a story weighs most, one at its end hardly anything: what a
// story ends on is background.
var kindWeights = [kinds]float64{Itself: 1, Place: 1, People: 0.7, Body: 0.4, Person: 0.3, Compound: 0.2}

const (
	frontWeight    = 1.9
	frontSlope     = 1.8
	headlineWeight = 2
)

// Weight is what a mention weighs.
func (s *Story) Weight(m Mention) float64 {
	w := kindWeights[m.Kind]
	switch {
	case m.Kind == Compound:
		return w
	case m.At < s.Head:
		return headlineWeight * w
	}
	return w * (frontWeight - frontSlope*s.depth(m.At))
}

// depth is where a byte stands, 0 at the front and 1 at the end.
func (s *Story) depth(at int) float64 { return float64(at) / float64(max(1, s.Length)) }

// tally is what the mentions of a country add up to.
type tally struct {
	code        string
	weight      float64
	count       int
	headline    bool
	lead        bool
	first, last float64
	kind        [kinds]float64
	things      map[int]bool
}

// tally adds up the mentions of each country.
func (s *Story) tally() []*tally {
	var list []*tally
	by := map[string]*tally{}
	for _, m := range s.Mentions {
		t := by[m.Country]
		if t == nil {
			t = &tally{code: m.Country, first: 1, things: map[int]bool{}}
			by[m.Country] = t
			list = append(list, t)
		}
		t.add(s, m)
	}
	return list
}

func (t *tally) add(s *Story, m Mention) {
	w := s.Weight(m)
	t.weight += w
	t.kind[m.Kind] += w
	t.count++
	if m.Kind != Compound {
		t.things[m.Thing] = true
	}
	t.headline = t.headline || m.At < s.Head
	t.lead = t.lead || m.At >= s.Dateline && m.At < s.Lead
	d := max(0, float64(m.At-s.Dateline)) / float64(max(1, s.Length-s.Dateline))
	t.first, t.last = min(t.first, d), max(t.last, d)
}

// smooth is added to the weights that are set beside one another, so that those of short stories say less.
const smooth = 0.5

// vectors returns the features of each country.
func (s *Story) vectors(list []*tally) []Vector {
	sum, things := 0.0, 0
	top, next := 0.0, 0.0
	for _, t := range list {
		sum += t.weight
		things += len(t.things)
		if t.weight > top {
			top, next = t.weight, top
		} else {
			next = max(next, t.weight)
		}
	}
	all := make([]Vector, len(list))
	for i, t := range list {
		other := top
		if t.weight == top {
			other = next
		}
		lead := math.Log((t.weight + smooth) / (other + smooth))
		all[i] = Vector{
			bias:          1,
			behind:        min(0, lead),
			ahead:         max(0, lead),
			share:         t.weight / sum,
			many:          math.Log(float64(len(list))),
			inLead:        truth(t.lead),
			inHeadline:    truth(t.headline),
			thingShare:    float64(len(t.things)) / float64(max(1, things)),
			depth:         t.first,
			last:          t.last,
			itself:        t.kind[Itself] / t.weight,
			body:          t.kind[Body] / t.weight,
			place:         t.kind[Place] / t.weight,
			atHome:        truth(s.Home == t.code),
			homeElsewhere: truth(s.Home != "" && s.Home != t.code),
		}
	}
	return all
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
