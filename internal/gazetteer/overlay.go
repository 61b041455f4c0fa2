package gazetteer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/lang"
)

// With returns a Gazetteer that also knows the names that a language has for the entries of this
// one. A row of the table is
//
//	entry TAB name | name
//
// where an entry is "country:" and an ISO 3166 code, "people:" and that of its country, "geonames:"
// and an id, or "name:" and the English name. Empty lines and lines that begin with # are passed
// over. Where a name stands for something else in English, the entry of the table comes first. The
// error wraps [lang.ErrTable] and names the row.
func (g *Gazetteer) With(table string) (*Gazetteer, error) {
	entries := g.byTarget()
	o := &Gazetteer{entries: g.entries, links: slices.Clone(g.links), given: g.given, surnames: g.surnames, lower: g.lower}
	o.byHash = newIndex(len(g.byHash.slots)/2 + 2*strings.Count(table, "|") + 4*strings.Count(table, "\n"))
	for i := range g.byHash.slots {
		if s := &g.byHash.slots[i]; s.hash != 0 {
			*o.byHash.put(s.hash) = *s
		}
	}
	number := 0
	for row := range strings.Lines(table) {
		number++
		row = strings.TrimRight(row, "\r\n")
		if row == "" || row[0] == '#' {
			continue
		}
		target, names, ok := strings.Cut(row, "\t")
		entry, known := entries[target]
		if !ok || !known {
			return nil, fmt.Errorf("%w: places: line %d: %q is no entry", lang.ErrTable, number, target)
		}
		for name := range strings.SplitSeq(names, " | ") {
			o.addName(entry, name)
		}
	}
	return o, nil
}

// byTarget returns the index of each entry by what a table calls it; the first of several has the name.
func (g *Gazetteer) byTarget() map[string]int32 {
	entries := make(map[string]int32, len(g.entries))
	add := func(target string, i int) {
		if _, ok := entries[target]; !ok {
			entries[target] = int32(i)
		}
	}
	for i := range g.entries {
		switch e := &g.entries[i]; {
		case e.Kind == Country:
			add("country:"+e.Country, i)
		case e.Kind == City:
			add("geonames:"+strconv.Itoa(e.GeoNames), i)
		case e.Kind == Group && e.Country != "":
			add("people:"+e.Country, i)
			add("name:"+e.Name, i)
		default:
			add("name:"+e.Name, i)
		}
	}
	return entries
}

// addName puts a name before all that it stands for so far.
func (g *Gazetteer) addName(entry int32, name string) {
	h, first, words := hashName(name)
	if words == 0 {
		return
	}
	s := g.byHash.put(h)
	g.links = append(g.links, link{entry: entry, next: s.link, caps: allCaps(name), own: true})
	s.link = int32(len(g.links) - 1)
	f := g.byHash.put(first)
	f.longest = max(f.longest, uint8(min(words, 255)))
}
