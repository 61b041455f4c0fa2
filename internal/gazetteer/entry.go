package gazetteer

import "github.com/dateline-go/dateline"

// Kind says what an [Entry] is.
type Kind byte

// The kinds of entry.
const (
	Country      Kind = 'C'
	Region       Kind = 'R' // of the first level: states, provinces
	City         Kind = 'P' // of 15,000 people and more
	Area         Kind = 'A' // other places with a government, such as England
	Location     Kind = 'L' // other places: continents, seas
	Group        Kind = 'N' // peoples, faiths, parties' members
	Seat         Kind = 'S' // a seat of power that stands for a state
	Organisation Kind = 'O'
)

// Label returns the label that a mention of such an entry has.
func (k Kind) Label() dateline.Label {
	switch k {
	case Country, Region, City, Area:
		return dateline.GPE
	case Location:
		return dateline.Loc
	case Group:
		return dateline.NORP
	}
	return dateline.Org
}

// Place reports whether the kind is one of places.
func (k Kind) Place() bool {
	switch k {
	case Country, Region, City, Area, Location:
		return true
	}
	return false
}

// Entry is one thing that a name stands for.
type Entry struct {
	Kind Kind
	// Name is the canonical name.
	Name string
	// Country is the ISO 3166-1 alpha-2 code, "" where it belongs to none.
	Country string
	// Region is the code of the first-level region inside the country; cities
	// have it in the United States only.
	Region string
	// Population is in people, to the thousand; 0 where it is not known.
	Population int
	// GeoNames is the id in GeoNames, 0 where it is not known.
	GeoNames int
	// Lat and Lon are degrees, north and east; both 0 where they are not known.
	Lat, Lon float64
	// Capital says that a city is its country's capital.
	Capital bool
	// Home is the country of an organisation that is known in the whole world. Its
	// Country is "", because a story that names it need not be about that one.
	Home string
}

// Gender is the gender of those who bear a first name.
type Gender uint8

// The genders of first names.
const (
	Either Gender = iota
	Female
	Male
)
