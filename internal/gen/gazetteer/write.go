package main

import (
	"cmp"
	"encoding/binary"
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

// writeWords writes word sets as sorted 32-bit hashes, each the distance from the
// one before with four bits for the word's class.
func writeWords(path string, sets ...map[string]uint8) error {
	b := []byte(gazetteer.WordsVersion)
	for _, set := range sets {
		type entry struct {
			hash  uint32
			class uint8
		}
		var entries []entry
		for _, word := range sortedKeys(set) {
			entries = append(entries, entry{gazetteer.WordHash(word), set[word]})
		}
		slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(a.hash, b.hash) })
		entries = slices.CompactFunc(entries, func(a, b entry) bool { return a.hash == b.hash })
		b = binary.AppendUvarint(b, uint64(len(entries)))
		last := uint32(0)
		for _, e := range entries {
			b = binary.AppendUvarint(b, uint64(e.hash-last)<<4|uint64(e.class))
			last = e.hash
		}
	}
	return os.WriteFile(path, b, 0o644)
}
