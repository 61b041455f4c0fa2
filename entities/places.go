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
	// within is the country or region that the story says a name lies in.
	within map[string]*gazetteer.Entry
}

// place says of each place and nationality which of the entries of its name it
// is: by what follows it ("Bangor, Maine"), there or elsewhere in the story, by the
// other places, and else by size.
func (s *story) place(names []mention) {
	sc := scene{map[string]int{}, map[string]int{}, map[string]*gazetteer.Entry{}}
	for i := range names {
		m := &names[i]
		if only := s.certain(m); only != nil {
			sc.countries[only.Country]++
			if only.Region != "" {
				sc.regions[only.Country+"-"+only.Region]++
			}
		}
		if i+1 < len(names) && names[i+1].from == m.to+1 && s.words[m.to].text == "," {
			if in := s.outer(m, &names[i+1]); in != nil {
				sc.within[s.text(m.from, m.to)] = in
			}
		}
	}
	for i := range names {
		m := &names[i]
		in := sc.within[s.text(m.from, m.to)]
		m.entry = s.choose(m, in, &sc)
		if in != nil && m.entry == nil && m.label != dateline.Person {
			m.country = in.Country
		}
	}
}

// outer returns the country or region that the name after a place and a comma
// says it lies in, nil where it may as well be the next of a list.
func (s *story) outer(m, next *mention) *gazetteer.Entry {
	if m.label != dateline.GPE && m.label != dateline.Loc {
		return nil
	}
	var first *gazetteer.Entry
	k := 0
	for in := range s.names.Entries(next.match) {
		if in.Kind == gazetteer.Country || in.Kind == gazetteer.Region && in.Country == "US" {
			for e := range s.names.Entries(m.match) {
				if inside(e, in) > 0 {
					return in // Savannah is in one Georgia, Kutaisi in the other
				}
			}
			if k == 0 {
				first = in
			}
		}
		k++
	}
	for e := range s.names.Entries(m.match) {
		if e.Kind == gazetteer.Country || e.Capital || e.Population >= 1_000_000 {
			return nil // "Paris, Germany and …"
		}
	}
	return first
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

// choose picks the most likely entry of a mention's name that lies in a country
// or region, where one is given; nil where none fits.
func (s *story) choose(m *mention, in *gazetteer.Entry, sc *scene) *gazetteer.Entry {
	var best *gazetteer.Entry
	top := math.Inf(-1)
	caps := s.words[m.from].caps || m.match.Words > 1
	for e, needsCaps := range s.names.Entries(m.match) {
		if !fits(e, m.label) || needsCaps && !caps {
			continue
		}
		points := weight(e)
		if in != nil && e.Kind.Place() {
			bonus := inside(e, in)
			if bonus == 0 {
				continue
			}
			points += bonus
		}
		if e.Country != "" {
			points += 1.5 * math.Log1p(float64(sc.countries[e.Country]))
		}
		if e.Region != "" {
			points += 2 * math.Log1p(float64(sc.regions[e.Country+"-"+e.Region]))
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

// inside is the evidence that a place lies in a country or region, 0 where it does
// not.
func inside(e, in *gazetteer.Entry) float64 {
	switch {
	case e.Country != in.Country || e.Kind == gazetteer.Country:
		return 0
	case in.Kind == gazetteer.Country || e.Region == in.Region:
		return 12
	case e.Region == "":
		return 5
	}
	return 0
}
