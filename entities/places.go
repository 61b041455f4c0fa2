package entities

import (
	"math"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// scene is what the certain places of a story say about the others.
type scene struct {
	countries map[string]int // mentions whose country is beyond doubt
	regions   map[string]int // likewise, "US-ME"
}

// place says of each place and nationality which of the entries of its name it
// is: by what follows it ("Bangor, Maine"), by the other places of the story, and
// else by size.
func (s *story) place(names []mention) {
	sc := scene{map[string]int{}, map[string]int{}}
	for i := range names {
		if only := s.certain(&names[i]); only != nil {
			sc.countries[only.Country]++
			if only.Region != "" {
				sc.regions[only.Country+"-"+only.Region]++
			}
		}
	}
	for i := range names {
		m := &names[i]
		var next *mention
		if i+1 < len(names) && names[i+1].from == m.to+1 && s.words[m.to].text == "," {
			next = &names[i+1]
		}
		m.entry = s.choose(m, next, &sc)
	}
}

// certain returns the entry of a name that has one meaning only.
func (s *story) certain(m *mention) *gazetteer.Entry {
	if m.label == dateline.Person || m.match.Words == 0 {
		return nil
	}
	var only *gazetteer.Entry
	for e := range s.names.Entries(m.match) {
		switch {
		case only == nil:
			only = e
		case e.Kind == gazetteer.Region && only.Kind == gazetteer.Country && e.Country == "US":
			return nil // Georgia
		case only.Country != e.Country && e.Population*20 > only.Population:
			return nil
		}
	}
	return only
}

// choose picks the most likely entry of a mention's name, nil where none fits its
// label.
func (s *story) choose(m, next *mention, sc *scene) *gazetteer.Entry {
	var best *gazetteer.Entry
	top := math.Inf(-1)
	caps := s.words[m.from].caps || m.match.Words > 1
	for e, needsCaps := range s.names.Entries(m.match) {
		if !fits(e, m.label) || needsCaps && !caps {
			continue
		}
		points := weight(e)
		if e.Country != "" {
			points += 1.5 * math.Log1p(float64(sc.countries[e.Country]))
		}
		if e.Region != "" {
			points += 2 * math.Log1p(float64(sc.regions[e.Country+"-"+e.Region]))
		}
		if next != nil && next.match.Words > 0 {
			points += s.follows(e, next)
		}
		if points > top {
			best, top = e, points
		}
	}
	return best
}

// fits reports whether an entry can have a label.
func fits(e *gazetteer.Entry, label dateline.Label) bool {
	if e.Kind.Place() {
		return label == dateline.GPE || label == dateline.Loc
	}
	return e.Kind.Label() == label
}

// weight is how likely an entry is meant by its name alone.
func weight(e *gazetteer.Entry) float64 {
	switch e.Kind {
	case gazetteer.Country:
		return 8
	case gazetteer.Region:
		if e.Country == "US" {
			return 6
		}
		return 3
	case gazetteer.City:
		points := math.Log(max(15, float64(e.Population)/1000)) / 1.5
		if e.Capital {
			points += 3
		}
		return points
	}
	return 6
}

// follows is the evidence of a country or region named after a place and a comma.
func (s *story) follows(e *gazetteer.Entry, next *mention) float64 {
	for n := range s.names.Entries(next.match) {
		switch {
		case n.Kind == gazetteer.Country && n.Country == e.Country && e.Kind != gazetteer.Country:
			return 12
		case n.Kind == gazetteer.Region && n.Country == e.Country && e.Region == n.Region && e.Kind == gazetteer.City:
			return 12
		case n.Kind == gazetteer.Region && n.Country == e.Country && e.Region == "" && e.Kind == gazetteer.City:
			return 5
		}
	}
	return 0
}
