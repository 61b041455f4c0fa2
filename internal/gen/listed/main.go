// Command listed writes listed.bin of package internal/listed from the tables of organisations,
// outlets and places in the folder given by -from: organisations.tsv, outlets.tsv, places.tsv,
// places_5000.tsv, places_1000.tsv, admin.tsv, countries.tsv, country_names_i18n.tsv and
// features.tsv. Rows that nobody checked, or whose licence covers something else, are left out.
// Same input, same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/gen/rows"
	"github.com/dateline-go/dateline/internal/hash"
	"github.com/dateline-go/dateline/internal/listed"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang/en"
)

func main() {
	from := flag.String("from", os.Getenv("DATELINE_KNOWLEDGE"), "folder with the tables; DATELINE_KNOWLEDGE names it too")
	out := flag.String("out", "listed.bin", "file to write")
	folder := flag.String("swap", "", "only write names for copies of raw text to this folder")
	s := swaps{countries: map[string]bool{}}
	flag.StringVar(&s.language, "language", "de", "language of the text that -swap is for")
	countries := flag.String("countries", "DE,AT,CH", "countries whose names -swap takes")
	flag.Parse()
	c := collector{from: *from, known: map[uint64]name{}, words: token.Buffer{Rules: token.NewRules(en.Words().Lexicon)}}
	for code := range strings.SplitSeq(*countries, ",") {
		s.countries[code] = true
	}
	run := func() error { return c.run(*out) }
	if *folder != "" {
		run = func() error { return s.write(&c, *folder) }
	}
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "listed:", err)
		os.Exit(1)
	}
}

// name is what is known of a name so far.
type name struct {
	kind   listed.Kind
	size   listed.Size
	shared bool
}

type collector struct {
	from  string
	known map[uint64]name
	words token.Buffer
}

func (c *collector) run(out string) error {
	for _, read := range []func() error{c.organisations, c.outlets, c.places, c.regions, c.countries} {
		if err := read(); err != nil {
			return err
		}
	}
	entries := make(map[uint64]listed.Entry, len(c.known))
	for key, n := range c.known {
		entries[key] = listed.NewEntry(n.kind, n.size, n.shared)
	}
	b, err := listed.Encode(entries)
	if err != nil {
		return err
	}
	fmt.Printf("%d names, %d bytes\n", len(entries), len(b))
	return os.WriteFile(out, b, 0o644)
}

// uncertain are sources whose rows are left out: written from memory, or of a licence that covers something else.
var uncertain = map[string]bool{"own": true, "iati": true, "us-listings": true, "outlets": true}

// kinds are the kinds of organisation by what the table calls them. Others are left out.
var kinds = map[string]listed.Kind{
	"agency": listed.Body, "local_gov": listed.Body, "state_gov": listed.Body, "court": listed.Body,
	"police": listed.Body, "legislature": listed.Body, "intl": listed.Body, "ngo": listed.Body,
	"central_bank": listed.Body, "committee": listed.Body, "hospital": listed.Body, "culture": listed.Body,
	"tribal_gov": listed.Body, "church": listed.Body,
	"party": listed.Party, "armed_group": listed.Party,
	"company": listed.Firm, "bank": listed.Firm, "exchange": listed.Firm, "operator": listed.Firm,
	"club": listed.Club, "league": listed.Club, "team": listed.Club, "sport": listed.Club,
	"university": listed.School, "school": listed.School, "school_district": listed.School,
	"media": listed.Media, "brand": listed.Brand,
}

// organisations takes in organisations by all their forms.
func (c *collector) organisations() error {
	return rows.Read(c.from, "organisations.tsv", func(r rows.Row) error {
		kind := kinds[r.Get("kind")]
		if kind == listed.None || uncertain[r.Get("source")] {
			return nil
		}
		marked := map[string]bool{}
		for _, m := range r.List("ambiguous") {
			marked[m[:max(0, strings.LastIndexByte(m, ':'))]] = true
		}
		for _, form := range forms(r) {
			c.add(form, name{kind: kind, shared: marked[form]})
		}
		return nil
	}, "name", "aliases", "kind", "source", "ambiguous")
}

// outlets takes in newspapers and stations.
func (c *collector) outlets() error {
	return rows.Read(c.from, "outlets.tsv", func(r rows.Row) error {
		if !uncertain[r.Get("source")] && strings.Contains(r.Get("name"), " ") {
			c.add(r.Get("name"), name{kind: listed.Media})
		}
		return nil
	}, "name", "source")
}

// largePlace and townPlace are the people that a place of the size has at least.
const (
	largePlace = 300_000
	townPlace  = 15_000
)

// places takes in towns.
func (c *collector) places() error {
	for _, file := range []string{"places.tsv", "places_5000.tsv", "places_1000.tsv"} {
		if err := rows.Read(c.from, file, func(r rows.Row) error {
			people, _ := strconv.Atoi(r.Get("population")) // none is few
			size := listed.Village
			switch {
			case people >= largePlace:
				size = listed.Large
			case people >= townPlace:
				size = listed.Town
			}
			return c.addPlace(r, size)
		}, "name", "aliases", "population"); err != nil {
			return err
		}
	}
	return nil
}

// regions takes in the parts of countries, and what nature has made.
func (c *collector) regions() error {
	if err := rows.Read(c.from, "admin.tsv", func(r rows.Row) error {
		size := listed.Town
		if r.Get("level") == "1" {
			size = listed.Large
		}
		return c.addPlace(r, size)
	}, "name", "aliases", "level"); err != nil {
		return err
	}
	nature := func(r rows.Row) error { return c.addPlace(r, listed.Town) }
	return rows.Read(c.from, "features.tsv", nature, "name", "aliases")
}

// languages are those of the packs.
var languages = map[string]bool{"en": true, "de": true, "es": true, "fr": true}

// countries takes in countries as the languages of the packs call them.
func (c *collector) countries() error {
	if err := rows.Read(c.from, "countries.tsv", func(r rows.Row) error {
		for _, form := range r.List("former") {
			c.add(form, name{size: listed.Large})
		}
		return c.addPlace(r, listed.Large)
	}, "name", "aliases", "former"); err != nil {
		return err
	}
	return rows.Read(c.from, "country_names_i18n.tsv", func(r rows.Row) error {
		if languages[r.Get("lang")] {
			for _, form := range append(r.List("alt"), r.Get("name")) {
				c.add(form, name{size: listed.Large})
			}
		}
		return nil
	}, "name", "lang", "alt")
}

// addPlace adds all forms of a place.
func (c *collector) addPlace(r rows.Row, size listed.Size) error {
	for _, form := range forms(r) {
		c.add(form, name{size: size})
	}
	return nil
}

// forms are all names of what a row is about.
func forms(r rows.Row) []string { return append(r.List("aliases"), r.Get("name")) }

// add adds what is known of a form to what was known of it.
func (c *collector) add(form string, n name) {
	first, _ := utf8.DecodeRuneInString(form)
	if utf8.RuneCountInString(form) < 2 || !unicode.IsUpper(first) {
		return
	}
	c.words.Segment(form, nil)
	tokens := c.words.Tokens
	if len(tokens) > listed.MostWords {
		return
	}
	key := listed.Start
	for _, t := range tokens {
		key = listed.Join(key, hash.String(hash.Fold(form[t.Start:t.End])))
	}
	old := c.known[key]
	if n.kind == listed.None || old.kind != listed.None && old.kind < n.kind {
		n.kind = old.kind
	}
	c.known[key] = name{n.kind, max(n.size, old.size), n.shared || old.shared}
}
