package main

import (
	"os"
	"slices"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// writeNames writes the names with their aliases sorted.
func writeNames(path string, names []name) error {
	list := make([]gazetteer.Named, 0, len(names))
	for _, n := range names {
		aliases := slices.DeleteFunc(n.aliases, func(a string) bool { return a == n.name })
		slices.Sort(aliases)
		e := gazetteer.Entry{Kind: n.kind, Name: n.name, Country: n.country, Region: n.region, Population: n.population,
			GeoNames: n.geonames, Lat: n.lat, Lon: n.lon, Capital: n.capital}
		if n.world {
			e.Home, e.Country = n.country, ""
		}
		list = append(list, gazetteer.Named{Entry: e, Aliases: slices.Compact(aliases)})
	}
	b, err := gazetteer.EncodeNames(list)
	if err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o644)
}

// writeWords writes the sets of words.
func writeWords(path string, given, surnames, lower map[string]uint8) error {
	b, err := gazetteer.EncodeWords(given, surnames, lower)
	if err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o644)
}
