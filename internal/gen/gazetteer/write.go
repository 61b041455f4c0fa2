package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// writeNames writes the names as gzipped lines of tab-separated columns.
func writeNames(path string, names []name) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	fmt.Fprintf(z, "%s\n", gazetteer.NamesVersion)
	for _, n := range names {
		aliases := slices.DeleteFunc(n.aliases, func(a string) bool { return a == n.name })
		slices.Sort(aliases)
		aliases = slices.Compact(aliases)
		mark := ""
		switch {
		case n.capital:
			mark = "1"
		case n.world:
			mark = "w"
		}
		cols := []string{string(n.kind), n.name, n.country, n.region, number(n.population / 1000), number(n.geonames),
			degrees(n.lat), degrees(n.lon), mark, strings.Join(aliases, "|")}
		fmt.Fprintf(z, "%s\n", strings.TrimRight(strings.Join(cols, "\t"), "\t"))
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// degrees keeps two decimals: a city is no point, and a kilometre is enough.
func degrees(x float64) string {
	if x == 0 {
		return ""
	}
	return strconv.FormatFloat(x, 'f', 2, 64)
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
