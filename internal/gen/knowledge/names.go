package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline/internal/knowledge"
)

// handChecked adds the names in the hand-checked tables of the gazetteer.
func (w *world) handChecked(folder string) error {
	add := func(list []place, country, of string, names ...string) bool {
		for i := range list {
			if p := &list[i]; p.country == country && p.name == of {
				p.others = append(p.others, names...)
				return true
			}
		}
		return false
	}
	if err := hand(folder, "countries.tsv", 3, func(c []string) {
		for i := range w.countries {
			if p := &w.countries[i]; p.code == c[0] && c[1] != "" {
				p.others = append(p.others, strings.Split(c[1], "|")...)
			}
		}
	}); err != nil {
		return err
	}
	if err := hand(folder, "regions.tsv", 3, func(c []string) { add(w.regions, c[1], c[2], c[0]) }); err != nil {
		return err
	}
	return hand(folder, "cities.tsv", 3, func(c []string) { add(w.rest, c[1], c[2], c[0]) })
}

func hand(folder, file string, columns int, do func([]string)) error {
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
			return fmt.Errorf("%w: %s:%d: %d columns, not %d", errRow, file, n, len(c), columns)
		}
		do(c)
	}
	return lines.Err()
}

// kinds are words at the end of a region's name that stories leave out, and at its
// front.
var (
	tails = []string{" Province", " State", " Region", " Governorate", " Oblast", " Krai", " District", " County", " Prefecture",
		" Department", " Municipality"}
	heads = []string{"Province of ", "State of ", "Region of ", "Republic of "}
)

// names returns the other names by which a place is looked up, with those made of
// its main one.
func (p *place) names() []string {
	all := p.others
	switch p.kind {
	case knowledge.Region:
		for _, t := range tails {
			if s, ok := strings.CutSuffix(p.name, t); ok {
				all = append(all, s)
			}
		}
		for _, h := range heads {
			if s, ok := strings.CutPrefix(p.name, h); ok {
				all = append(all, s)
			}
		}
	case knowledge.County:
		if s, ok := strings.CutSuffix(p.name, " County"); ok {
			all = append(all, s+" Co", "County "+s)
		} else if s, ok := strings.CutPrefix(p.name, "County "); ok {
			all = append(all, s+" County")
		} else if p.country == "GB" && !strings.Contains(p.name, " ") {
			all = append(all, p.name+" County")
		}
		for _, t := range []string{" Parish", " Borough", " District", " Regency", " Raion", " Rayon"} {
			if s, ok := strings.CutSuffix(p.name, t); ok {
				all = append(all, s)
			}
		}
	}
	return all
}
