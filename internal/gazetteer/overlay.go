package gazetteer

import (
	"fmt"
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
	o := &Gazetteer{names: g.names, words: g.words, own: map[uint64]*ownName{}}
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

// ownName is a name that a language has of its own, or the first word of one.
type ownName struct {
	links   []ownLink // the last comes first
	longest int       // the most words of a name that begins with it, 0 for none
}

// ownLink ties such a name to an entry.
type ownLink struct {
	entry int
	caps  bool // the name is written in capitals
}

// byTarget returns the number of each entry by what a table calls it; the first of several has the name.
func (g *Gazetteer) byTarget() map[string]int {
	entries := make(map[string]int, len(g.entries))
	add := func(target string, i int) {
		if _, ok := entries[target]; !ok {
			entries[target] = i
		}
	}
	for i := range g.entries {
		country, _ := g.home(i)
		switch kind := g.kind(i); {
		case kind == Country:
			add("country:"+country, i)
		case kind == City:
			add("geonames:"+strconv.Itoa(g.geoNames(i)), i)
		case kind == Group && country != "":
			add("people:"+country, i)
			add("name:"+g.name(i), i)
		default:
			add("name:"+g.name(i), i)
		}
	}
	return entries
}

// addName puts a name before all that it stands for so far.
func (g *Gazetteer) addName(entry int, name string) {
	h, first, words := hashName(name)
	if words == 0 {
		return
	}
	n := g.ownAt(h)
	n.links = append(n.links, ownLink{entry, allCaps(name)})
	f := g.ownAt(first)
	f.longest = max(f.longest, words)
}

// ownAt returns what is known of the words of a hash, which is made where there is nothing.
func (g *Gazetteer) ownAt(hash uint64) *ownName {
	n := g.own[hash]
	if n == nil {
		n = &ownName{}
		g.own[hash] = n
	}
	return n
}
