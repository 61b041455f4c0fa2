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
	// Kind tells apart places of one name that lie in one another, such as a town and its district.
	Kind PlaceKind
	// Region is the name of the state, province or land that it lies in, "" for none.
	Region string
	// Population is how many people live there, to five per cent; 0 where it is not known.
	Population int
}

// PlaceKind says what kind of place a [Namesake] is.
type PlaceKind string

// The kinds of places.
const (
	PlaceTown     PlaceKind = "town" // a city, a town, a village
	PlaceDistrict PlaceKind = "district"
	PlaceRegion   PlaceKind = "region"
	PlaceCountry  PlaceKind = "country"
	PlaceOther    PlaceKind = "other" // a river, an island, an airport
)

// kindOfPlace is the kind of each kind of the table; others are [PlaceOther].
var kindOfPlace = map[knowledge.Kind]PlaceKind{
	knowledge.Country: PlaceCountry, knowledge.Region: PlaceRegion, knowledge.County: PlaceDistrict,
	knowledge.Town: PlaceTown,
}

// PlacesNamed returns the places of the world that bear a name, in any case, those with the most
// people first, 30 at most; a district comes after the town of its name, which it is around. It is
// what an editor chooses from who knows which of them is meant.
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
	townsFirst(list)
	return list[:min(len(list), maxNamesakes)], nil
}

// townsFirst puts a district after the town that it is around: the first one in the same region
// of the country. Other places may have more people than the town and fewer than the district.
func townsFirst(list []Namesake) {
	for i, around := range list {
		if around.Kind != PlaceDistrict {
			continue
		}
		at := slices.IndexFunc(list, func(n Namesake) bool {
			return n.Kind == PlaceTown && n.Entity.Country == around.Entity.Country && n.Region == around.Region
		})
		if at > i {
			town := list[at]
			copy(list[i+1:at+1], list[i:at])
			list[i] = town
		}
	}
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
	n := Namesake{Entity: e, Kind: cmp.Or(kindOfPlace[p.Kind()], PlaceOther), Population: p.Population()}
	if r, ok := p.Region(); ok && r != p {
		n.Region = r.Name()
	}
	return n
}
