package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/gen/rows"
	"github.com/dateline-go/dateline/internal/knowledge"
)

// area adds a row of areas.tsv, whose names are all known first for it.
func (w *world) area(cells []string) error {
	names := strings.Split(cells[0], "|")
	p := place{kind: knowledge.Feature, name: names[0], mains: names[1:], country: cells[1]}
	var err, bad error
	p.lat, err = strconv.ParseFloat(cells[2], 64)
	p.lon, bad = strconv.ParseFloat(cells[3], 64)
	if err != nil || bad != nil || p.lat < -90 || p.lat > 90 || p.lon < -180 || p.lon > 180 {
		return fmt.Errorf("%w: %s is at %s, %s", rows.Err, names[0], cells[2], cells[3])
	}
	for _, r := range w.regions {
		if r.country == p.country && slices.Contains(append(w.names(&r), r.name), p.name) {
			return fmt.Errorf("%w: %s is a region of %s", rows.Err, p.name, r.country)
		}
	}
	w.rest = append(w.rest, p)
	return nil
}

// isCountry reports whether a natural thing has the name of a country: Ireland is an island too.
func (w *world) isCountry(p place) bool {
	return p.kind == knowledge.Feature && slices.ContainsFunc(w.countries, func(c place) bool {
		return c.name == p.name || slices.Contains(c.others, p.name)
	})
}

// handChecked adds the names in the hand-checked tables of the gazetteer, and those of
// names.tsv.
func (w *world) handChecked(folder, own string) error {
	add := func(list []place, country, of string, names ...string) bool {
		for i := range list {
			if p := &list[i]; p.country == country && (p.name == of || slices.Contains(p.others, of)) {
				p.others = append(p.others, names...)
				return true
			}
		}
		return false
	}
	if err := hand(folder, "countries.tsv", 3, func(c []string) error {
		for i := range w.countries {
			if p := &w.countries[i]; p.code == c[0] && c[1] != "" {
				p.others = append(p.others, strings.Split(c[1], "|")...)
			}
		}
		return nil
	}); err != nil {
		return err
	}
	w.rest = slices.DeleteFunc(w.rest, w.isCountry)
	return errors.Join(
		hand(folder, "regions.tsv", 3, func(c []string) error { add(w.regions, c[1], c[2], c[0]); return nil }),
		hand(folder, "cities.tsv", 3, func(c []string) error { add(w.rest, c[1], c[2], c[0]); return nil }),
		hand(own, "names.tsv", 3, func(c []string) error {
			if !add(w.rest, c[1], c[2], c[0]) {
				return fmt.Errorf("%w: no %s in %s", rows.Err, c[2], c[1])
			}
			return nil
		}),
	)
}

func hand(folder, file string, columns int, do func([]string) error) error {
	f, err := os.Open(filepath.Join(folder, file))
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != columns {
			return fmt.Errorf("%w: %s:%d: %d columns, not %d", rows.Err, file, n, len(c), columns)
		}
		if err := do(c); err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
	}
	return lines.Err()
}

// kinds are words at the end of a region's name that stories leave out, and at its
// front.
var (
	tails = []string{" Province", " State", " Region", " Governorate", " Oblast", " Krai", " District", " County",
		" Prefecture", " Department", " Municipality"}
	heads = []string{"Province of ", "State of ", "Region of ", "Republic of "}
)

// names returns the other names by which a place is looked up, with those made of
// its main one.
func (w *world) names(p *place) []string {
	isDirection := func(name string) bool { return w.words[direction][name] }
	all := p.others
	if s, ok := strings.CutPrefix(p.name, "The "); ok {
		all = append(all, s)
	}
	switch {
	case p.whole:
	case p.kind == knowledge.Region:
		for _, t := range tails {
			if s, ok := strings.CutSuffix(p.name, t); ok && !isDirection(s) {
				all = append(all, s)
			}
		}
		for _, h := range heads {
			if s, ok := strings.CutPrefix(p.name, h); ok && !isDirection(s) {
				all = append(all, s)
			}
		}
	case p.kind == knowledge.County:
		if s, ok := strings.CutSuffix(p.name, " County"); ok {
			all = append(all, s+" Co", "County "+s)
		} else if s, ok := strings.CutPrefix(p.name, "County "); ok {
			all = append(all, s+" County", "Co "+s)
		} else if p.country == "IE" {
			all = append(all, "County "+p.name, "Co "+p.name)
		} else if p.country == "GB" && !strings.Contains(p.name, " ") {
			all = append(all, p.name+" County")
		}
		for _, t := range []string{" Parish", " Borough", " District", " Regency", " Raion", " Rayon"} {
			if s, ok := strings.CutSuffix(p.name, t); ok && !isDirection(s) {
				all = append(all, s)
			}
		}
	}
	return all
}
