package entities

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/knowledge"
)

// maxNamesakes is how many places [PlacesNamed] returns at most.
const maxNamesakes = 30

// Namesake is a place of the world that bears a name.
type Namesake struct {
	// Entity is the place as a Document has it, without mentions.
	Entity dateline.Entity
	// Region is the name of the state, province or land that it lies in, "" for none.
	Region string
	// Population is how many people live there, to five per cent; 0 where it is not known.
	Population int
}

// PlacesNamed returns the places of the world that bear a name, in any case, those with the most
// people first, 30 at most. It is what an editor chooses from who knows which of them is meant.
func PlacesNamed(name string) ([]Namesake, error) {
	table, err := knowledge.Default()
	if err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	var list []Namesake
	for p := range table.Named(name) {
		list = append(list, namesake(p))
	}
	slices.SortStableFunc(list, func(a, b Namesake) int { return cmp.Compare(b.Population, a.Population) })
	return list[:min(len(list), maxNamesakes)], nil
}

// PlaceNumbered returns the place of a name with an id in GeoNames; false where there is none.
func PlaceNumbered(name string, geonames int) (Namesake, bool) {
	table, err := knowledge.Default()
	if err != nil || geonames == 0 {
		return Namesake{}, false
	}
	for p := range table.Named(name) {
		if p.GeoNames() == geonames {
			return namesake(p), true
		}
	}
	return Namesake{}, false
}

// namesake makes the entity of a place.
func namesake(p knowledge.Place) Namesake {
	e := dateline.Entity{Name: p.Name(), Label: dateline.GPE, Country: p.Country(), GeoNames: p.GeoNames()}
	e.Lat, e.Lon = p.Point()
	e.ID = "geonames:" + strconv.Itoa(e.GeoNames)
	if p.Kind() == knowledge.Country {
		e.ID = "country:" + e.Country
	}
	n := Namesake{Entity: e, Population: p.Population()}
	if r, ok := p.Region(); ok && r != p {
		n.Region = r.Name()
	}
	return n
}
