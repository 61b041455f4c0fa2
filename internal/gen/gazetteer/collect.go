package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// name is one row of names.bin.
type name struct {
	kind       gazetteer.Kind
	name       string
	country    string
	region     string
	population int
	geonames   int
	lat, lon   float64
	capital    bool
	world      bool
	aliases    []string
}

// collect puts all names together, in the order in which they win over others
// of the same words.
func collect(from, tables string, words *wordCounts) ([]name, error) {
	countries, err := countryNames(from, tables)
	if err != nil {
		return nil, err
	}
	cities, err := cityNames(from, tables, countries)
	if err != nil {
		return nil, err
	}
	regions, err := regionNames(from, tables, words)
	if err != nil {
		return nil, err
	}
	states := slices.IndexFunc(regions, func(n name) bool { return n.country != "US" })
	others, err := otherNames(tables)
	if err != nil {
		return nil, err
	}
	identify(others, regions)
	// A city comes before a region that has its name, except for American states.
	return slices.Concat(countries, others, regions[:states], cities, regions[states:]), nil
}

// identify gives hand-checked places the ids in GeoNames of the regions that have
// their names.
func identify(places, regions []name) {
	ids := map[[2]string]int{}
	for _, r := range regions {
		if r.geonames > 0 {
			ids[[2]string{r.country, r.name}] = r.geonames
		}
	}
	for i := range places {
		p := &places[i]
		if p.country == "" || p.kind != gazetteer.Area && p.kind != gazetteer.Location {
			continue
		}
		for _, text := range append([]string{p.name}, p.aliases...) {
			if id := ids[[2]string{p.country, text}]; id > 0 && p.geonames == 0 {
				p.geonames = id
			}
		}
	}
}

// otherNames reads the tables of places, peoples and organisations.
func otherNames(tables string) ([]name, error) {
	var all []name
	rows, err := table(tables, "countries.tsv", 3)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		for _, form := range list(r[2]) {
			all = append(all, name{kind: gazetteer.Group, name: form, country: r[0], aliases: plural(form)})
		}
	}
	if rows, err = table(tables, "groups.tsv", 2); err != nil {
		return nil, err
	}
	for _, r := range rows {
		all = append(all, name{kind: gazetteer.Group, name: r[0], country: r[1], aliases: plural(r[0])})
	}
	if rows, err = table(tables, "locations.tsv", 3); err != nil {
		return nil, err
	}
	for _, r := range rows {
		kind := gazetteer.Location
		if r[0] == "GPE" {
			kind = gazetteer.Area
		}
		all = append(all, named(kind, r[1], r[2]))
	}
	if rows, err = table(tables, "organisations.tsv", 3); err != nil {
		return nil, err
	}
	for _, r := range rows {
		kind := gazetteer.Organisation
		if r[2] == "S" {
			kind = gazetteer.Seat
		}
		n := named(kind, r[0], r[1])
		n.world = r[2] == "W"
		all = append(all, n)
	}
	return all, nil
}

// named makes a name from a cell that holds several, the first of them canonical.
func named(kind gazetteer.Kind, cell, country string) name {
	names := list(cell)
	return name{kind: kind, name: names[0], country: country, aliases: names[1:]}
}

// plural returns the plural of a word for people, where it has one in -s.
func plural(form string) []string {
	for _, end := range []string{"s", "sh", "ch", "ese", "men", "man", "ic", "-born"} {
		if strings.HasSuffix(form, end) && !strings.HasSuffix(form, "German") {
			return nil
		}
	}
	return []string{form + "s"}
}

// byPopulation puts the larger place first; names decide between equals.
func byPopulation(a, b name) int {
	return cmp.Or(
		cmp.Compare(b.population, a.population), cmp.Compare(a.name, b.name), cmp.Compare(a.geonames, b.geonames))
}
