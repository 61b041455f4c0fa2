package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gen/rows"
	"github.com/dateline-go/dateline/internal/knowledge"
)

// place is an entry of the table while it is made.
type place struct {
	kind          knowledge.Kind
	row           string // where it stands, "places.tsv:7"
	geonames, qid int
	name          string
	mains         []string // other names by which it is known first
	others        []string
	code          string // of a country and a region, as GeoNames has it; of a county
	iso           string // the last part of a region's ISO code, or the code of an airport in IATA
	country       string
	parent        string // the code of the county or region
	lat, lon      float64
	people        int
	rank          knowledge.Rank
	whole         bool   // its name has been made longer, and is not cut again
	ioc, fifa     string // of a country
}

// world is all places, each kind in the order of its table.
type world struct {
	countries, regions, counties, rest []place
	number                             []int                      // of each place in the file
	teams                              map[string][2]string       // codes in the IOC and in FIFA, by country
	words                              map[string]map[string]bool // by what they do, see words.tsv
	listings                           map[[2]string]string       // exchanges by the ending of a ticker and the country
}

// The classes of words.tsv.
const (
	direction = "direction" // a name of regions that means something else alone
	ending    = "ending"    // a word behind the name of a company that does not make it another one
)

// class notes a row of words.tsv.
func (w *world) class(cells []string) error {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(cells[1]) {
		all[word] = true
	}
	w.words[cells[0]] = all
	return nil
}

var tables = []string{"places.tsv", "places_5000.tsv", "places_1000.tsv", "places_500.tsv"}

func collect(from, own string) (*world, error) {
	w := &world{teams: map[string][2]string{}, words: map[string]map[string]bool{}, listings: map[[2]string]string{}}
	err := errors.Join(hand(own, "teams.tsv", 3, w.team), hand(own, "words.tsv", 2, w.class),
		hand(own, "listings.tsv", 3, w.listing))
	if err != nil {
		return nil, err
	}
	err = errors.Join(
		rows.Read(from, "countries.tsv", w.country, "code", "ioc", "fifa", "geonames", "qid", "name", "kind", "capital",
			"aliases"),
		rows.Read(from, "admin.tsv", w.admin, "code", "geonames", "iso", "qid", "qid_source", "level", "name", "country",
			"parent", "lat", "lon", "aliases"),
	)
	for _, t := range tables {
		err = errors.Join(err, rows.Read(from, t, w.town, "geonames", "name", "country", "admin1", "admin2", "population",
			"lat", "lon", "feature", "qid", "aliases"))
	}
	err = errors.Join(err, rows.Read(from, "features.tsv", w.feature, "name", "aliases", "kind", "iata", "country", "lat",
		"lon"),
		hand(own, "areas.tsv", 4, w.area))
	if err != nil {
		return nil, err
	}
	return w, w.finish()
}

// vague are aliases of countries that mean more things than the country.
var vague = map[string]bool{"States": true}

func (w *world) country(r rows.Row) error {
	code := r.Get("code")
	if len(code) != knowledge.CodeSize || r.Get("geonames") == "" {
		return nil // a state that is no more, a part of one, a union of states
	}
	p := place{kind: knowledge.Country, row: r.At(), name: r.Get("name"), code: code, country: code}
	if teams, ok := w.teams[code]; ok {
		p.ioc, p.fifa = teams[0], teams[1]
	} else {
		p.ioc, p.fifa = r.Get("ioc"), r.Get("fifa")
	}
	if !isCode(p.ioc) || !isCode(p.fifa) {
		return fmt.Errorf("%w: %q and %q are no codes of three capitals in the IOC and in FIFA", rows.Err, p.ioc, p.fifa)
	}
	var err, bad error
	p.geonames, err = r.Number("geonames", 1<<24-1)
	p.qid, bad = r.QID()
	for _, a := range r.List("aliases") {
		if !vague[a] {
			p.others = append(p.others, a)
		}
	}
	p.parent = r.Get("capital")
	w.countries = append(w.countries, p)
	return errors.Join(err, bad)
}

// isCode reports whether a cell has three capitals, or nothing.
func isCode(s string) bool {
	return s == "" || len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// team notes a row of teams.tsv.
func (w *world) team(cells []string) error {
	var both [2]string
	for i, c := range cells[1:] {
		if c == "-" {
			continue
		}
		if !isCode(c) {
			return fmt.Errorf("%w: %q is no code of three capitals", rows.Err, c)
		}
		both[i] = c
	}
	w.teams[cells[0]] = both
	return nil
}

func (w *world) admin(r rows.Row) error {
	if r.Get("lat") == "" {
		return nil // nobody knows where
	}
	p := place{kind: knowledge.County, row: r.At(), name: r.Get("name"), code: r.Get("code"), country: r.Get("country"),
		parent: r.Get("parent")}
	var errs [4]error
	p.geonames, errs[0] = r.Number("geonames", 1<<24-1)
	p.qid, errs[1] = r.QID()
	p.lat, errs[2] = r.Degrees("lat", 90)
	p.lon, errs[3] = r.Degrees("lon", 180)
	p.others = slices.DeleteFunc(r.List("aliases"), func(n string) bool { return w.words[direction][n] })
	if w.words[direction][p.name] {
		p.name += " Region"
	}
	if r.Get("level") == "1" {
		p.kind = knowledge.Region
		if _, iso, ok := strings.Cut(r.Get("iso"), "-"); ok && len(iso) <= knowledge.RegionSize {
			p.iso = iso
		}
		w.regions = append(w.regions, p)
	} else {
		w.counties = append(w.counties, p)
	}
	return errors.Join(errs[:]...)
}

func (w *world) town(r rows.Row) error {
	p := place{kind: knowledge.Town, row: r.At(), name: r.Get("name"), country: r.Get("country"),
		others: r.List("aliases")}
	var errs [5]error
	p.geonames, errs[0] = r.Number("geonames", 1<<24-1)
	p.qid, errs[1] = r.QID()
	p.people, errs[2] = r.Number("population", 1<<28)
	p.lat, errs[3] = r.Degrees("lat", 90)
	p.lon, errs[4] = r.Degrees("lon", 180)
	if a := r.Get("admin1"); a != "" {
		p.parent = p.country + "." + a
		if b := r.Get("admin2"); b != "" {
			p.parent += "." + b
		}
	}
	switch r.Get("feature") {
	case "C":
		p.rank = knowledge.Capital
	case "1":
		p.rank = knowledge.Seat
	case "x":
		p.rank = knowledge.Section
	}
	w.rest = append(w.rest, p)
	return errors.Join(errs[:]...)
}

// continents are the ids that GeoNames gives to them.
var continents = map[string]int{"Africa": 6255146, "Antarctica": 6255152, "Asia": 6255147, "Europe": 6255148,
	"North America": 6255149, "Oceania": 6255151, "South America": 6255150}

// icao is how many letters the code of an airport has in another system, which some rows have instead.
const icao = 4

func (w *world) feature(r rows.Row) error {
	p := place{kind: knowledge.Feature, row: r.At(), name: r.Get("name"), others: r.List("aliases"),
		country: r.Get("country")}
	var bad, err error
	p.lat, err = r.Degrees("lat", 90)
	p.lon, bad = r.Degrees("lon", 180)
	switch r.Get("kind") {
	case "continent":
		p.kind, p.geonames = knowledge.Continent, continents[p.name]
		if p.name == "Australia" || p.name == "Antarctica" {
			return nil // the country says so
		}
	case "airport":
		p.kind = knowledge.Airport
		if p.iso = r.Get("iata"); len(p.iso) == icao {
			p.iso = ""
		}
		if !isCode(p.iso) {
			return fmt.Errorf("%w: iata is %q", rows.Err, p.iso)
		}
	case "pole", "dragons-be-here":
		return nil
	case "river":
		if !strings.Contains(p.name, "River") {
			p.others = append(p.others, p.name+" River", "River "+p.name)
		}
	case "lake", "reservoir":
		if !strings.Contains(p.name, "Lake") {
			p.others = append(p.others, "Lake "+p.name, p.name+" Lake")
		}
	}
	w.rest = append(w.rest, p)
	return errors.Join(err, bad)
}

// finish gives countries, regions and counties the people of their towns, and countries
// the point of their capital or of their largest town.
func (w *world) finish() error {
	byCode := map[string]*place{}
	for _, list := range [][]place{w.countries, w.regions, w.counties} {
		for i := range list {
			if was := byCode[list[i].code]; was != nil {
				return fmt.Errorf("%w: %s: the code %q is on %s already", rows.Err, list[i].row, list[i].code, was.row)
			}
			byCode[list[i].code] = &list[i]
		}
	}
	ids := map[int]*place{}
	for i := range w.rest {
		p := &w.rest[i]
		if was := ids[p.geonames]; p.geonames != 0 && was != nil && was.kind == p.kind {
			return fmt.Errorf("%w: %s: the id %d of %q is that of %q on %s already", rows.Err, p.row, p.geonames, p.name,
				was.name, was.row)
		}
		ids[p.geonames] = p
		for code := p.parent; code != ""; {
			if up := byCode[code]; up != nil {
				up.people += p.people
			}
			code = code[:max(0, strings.LastIndexByte(code, '.'))]
		}
		if p.parent == "" {
			if up := byCode[p.country]; up != nil {
				up.people += p.people
			}
		}
		for byCode[p.parent] == nil && p.parent != "" {
			p.parent = p.parent[:max(0, strings.LastIndexByte(p.parent, '.'))]
		}
	}
	w.wholes(byCode)
	w.capitals(byCode)
	w.airports()
	slices.SortStableFunc(w.rest, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(b.people, a.people), cmp.Compare(a.geonames, b.geonames),
			cmp.Compare(a.name, b.name))
	})
	return nil
}

// whole is what part of a country's people a region of its name has at least that is the country but for its rim.
const whole = 0.9

// wholes gives regions that are nearly all of a country of their name another one, as stories mean the country: Taiwan.
func (w *world) wholes(byCode map[string]*place) {
	for i := range w.regions {
		p := &w.regions[i]
		if c := byCode[p.country]; c != nil && p.name == c.name && float64(p.people) >= whole*float64(c.people) {
			p.name, p.whole = p.name+" Province", true
			p.others = slices.DeleteFunc(p.others, func(n string) bool { return n == c.name || slices.Contains(c.others, n) })
		}
	}
}

// airports takes their codes from airports of which two have the same: the old and the new one of a town.
func (w *world) airports() {
	count := map[string]int{}
	for i := range w.rest {
		if w.rest[i].kind == knowledge.Airport {
			count[w.rest[i].iso]++
		}
	}
	for i := range w.rest {
		if p := &w.rest[i]; count[p.iso] > 1 {
			p.iso = ""
		}
	}
}

// capitals gives each country the point of its capital, else of its largest town.
func (w *world) capitals(byCode map[string]*place) {
	best := map[string]*place{}
	rank := func(p *place) int {
		if p.rank == knowledge.Capital {
			return 1 << 30
		}
		return p.people
	}
	for i := range w.rest {
		p := &w.rest[i]
		if b := best[p.country]; p.kind == knowledge.Town && (b == nil || rank(p) > rank(b)) {
			best[p.country] = p
		}
	}
	for i := range w.countries {
		c := &w.countries[i]
		c.parent = ""
		if b := best[c.code]; b != nil {
			c.lat, c.lon = b.lat, b.lon
		}
	}
}
