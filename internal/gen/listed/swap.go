package main

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/gen/rows"
)

// swaps are the names that raw text of a language is copied with, see the recipes of internal/train/names.
type swaps struct {
	language  string
	countries map[string]bool // whose towns and bodies they are
}

// cityPlace is how many people a town of another country has at least.
const cityPlace = 250_000

// write writes the names to a folder: swap_places_de.txt and swap_orgs_de.txt, a name a line.
func (s *swaps) write(c *collector, folder string) error {
	places, err := s.places(c)
	if err != nil {
		return err
	}
	bodies, err := s.bodies(c)
	if err != nil {
		return err
	}
	for name, list := range map[string][]string{"places": places, "orgs": bodies} {
		path := filepath.Join(folder, "swap_"+name+"_"+s.language+".txt")
		if err := os.WriteFile(path, []byte(strings.Join(list, "\n")+"\n"), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// places returns the towns of the countries, the cities of the world, and the countries, each four times.
func (s *swaps) places(c *collector) ([]string, error) {
	near, far := map[string]bool{}, map[string]bool{}
	for _, file := range []string{"places.tsv", "places_5000.tsv", "places_1000.tsv"} {
		if err := rows.Read(c.from, file, func(r rows.Row) error {
			name := r.Get("name")
			people, _ := strconv.Atoi(r.Get("population")) // none is few
			switch {
			case len(strings.Fields(name)) != 1:
			case s.countries[r.Get("country")]:
				near[name] = true
			case file == "places.tsv" && people > cityPlace:
				far[name] = true
			}
			return nil
		}, "name", "country", "population"); err != nil {
			return nil, err
		}
	}
	var countries []string
	err := rows.Read(c.from, "country_names_i18n.tsv", func(r rows.Row) error {
		if r.Get("lang") == s.language && len(strings.Fields(r.Get("name"))) < 3 {
			countries = append(countries, r.Get("name"))
		}
		return nil
	}, "name", "lang")
	slices.Sort(countries)
	list := slices.Concat(slices.Sorted(maps.Keys(near)), slices.Sorted(maps.Keys(far)))
	return slices.Concat(list, countries, countries, countries, countries), err
}

// leastBody and mostBody are how many letters the name of a body has.
const (
	leastBody = 3
	mostBody  = 31
)

// bodies returns the organisations and outlets of the countries.
func (s *swaps) bodies(c *collector) ([]string, error) {
	list := map[string]bool{}
	if err := rows.Read(c.from, "organisations.tsv", func(r rows.Row) error {
		if !s.countries[r.Get("country")] || uncertain[r.Get("source")] || !swapped[r.Get("kind")] {
			return nil
		}
		for _, form := range forms(r) {
			first, _ := utf8.DecodeRuneInString(form)
			if n := utf8.RuneCountInString(form); n >= leastBody && n <= mostBody && unicode.IsUpper(first) {
				list[form] = true
			}
		}
		return nil
	}, "name", "aliases", "country", "source", "kind"); err != nil {
		return nil, err
	}
	err := rows.Read(c.from, "outlets.tsv", func(r rows.Row) error {
		if s.countries[r.Get("country")] && r.Get("name") != "" && r.Get("source") != "own" {
			list[r.Get("name")] = true
		}
		return nil
	}, "name", "country", "source")
	return slices.Sorted(maps.Keys(list)), err
}

// swapped are the kinds of organisation that stand for others.
var swapped = map[string]bool{"company": true, "club": true, "bank": true, "party": true, "media": true,
	"university": true, "agency": true, "brand": true}
