// Command listed writes listed.bin of package internal/listed from the tables of organisations,
// outlets and places in the folder given by -from: organisations.tsv, outlets.tsv, places.tsv,
// places_5000.tsv, places_1000.tsv, admin.tsv, countries.tsv, country_names_i18n.tsv and
// features.tsv. Rows that nobody checked, or whose licence covers something else, are left out.
// Same input, same bytes.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
	return c.each("organisations.tsv", func(r row) {
		kind := kinds[r["kind"]]
		if kind == listed.None || uncertain[r["source"]] {
			return
		}
		marked := map[string]bool{}
		for _, m := range listOf(r["ambiguous"]) {
			marked[m[:max(0, strings.LastIndexByte(m, ':'))]] = true
		}
		for _, form := range append(listOf(r["aliases"]), r["name"]) {
			c.add(form, name{kind: kind, shared: marked[form]})
		}
	})
}

// outlets takes in newspapers and stations.
func (c *collector) outlets() error {
	return c.each("outlets.tsv", func(r row) {
		if !uncertain[r["source"]] && strings.Contains(r["name"], " ") {
			c.add(r["name"], name{kind: listed.Media})
		}
	})
}

// largePlace and townPlace are the people that a place of the size has at least.
const (
	largePlace = 300_000
	townPlace  = 15_000
)

// places takes in towns.
func (c *collector) places() error {
	for _, file := range []string{"places.tsv", "places_5000.tsv", "places_1000.tsv"} {
		if err := c.each(file, func(r row) {
			people, _ := strconv.Atoi(r["population"]) // none is few
			size := listed.Village
			switch {
			case people >= largePlace:
				size = listed.Large
			case people >= townPlace:
				size = listed.Town
			}
			c.addPlace(r, size)
		}); err != nil {
			return err
		}
	}
	return nil
}

// regions takes in the parts of countries, and what nature has made.
func (c *collector) regions() error {
	if err := c.each("admin.tsv", func(r row) {
		size := listed.Town
		if r["level"] == "1" {
			size = listed.Large
		}
		c.addPlace(r, size)
	}); err != nil {
		return err
	}
	return c.each("features.tsv", func(r row) { c.addPlace(r, listed.Town) })
}

// languages are those of the packs.
var languages = map[string]bool{"en": true, "de": true, "es": true, "fr": true}

// countries takes in countries as the languages of the packs call them.
func (c *collector) countries() error {
	if err := c.each("countries.tsv", func(r row) {
		c.addPlace(r, listed.Large)
		for _, form := range listOf(r["former"]) {
			c.add(form, name{size: listed.Large})
		}
	}); err != nil {
		return err
	}
	return c.each("country_names_i18n.tsv", func(r row) {
		if languages[r["lang"]] {
			for _, form := range append(listOf(r["alt"]), r["name"]) {
				c.add(form, name{size: listed.Large})
			}
		}
	})
}

// addPlace adds all forms of a place.
func (c *collector) addPlace(r row, size listed.Size) {
	for _, form := range append(listOf(r["aliases"]), r["name"]) {
		c.add(form, name{size: size})
	}
}

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
		key = listed.Join(key, hash.String(fold(form[t.Start:t.End])))
	}
	old := c.known[key]
	if n.kind == listed.None || old.kind != listed.None && old.kind < n.kind {
		n.kind = old.kind
	}
	c.known[key] = name{n.kind, max(n.size, old.size), n.shared || old.shared}
}

// fold writes a word as the tagger of names looks it up.
func fold(w string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return '0'
		case r == '’':
			return '\''
		}
		return unicode.ToLower(r)
	}, w)
}

// row is a line of a table by its columns.
type row map[string]string

// listOf returns what a cell lists.
func listOf(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// each calls do for each row of a table.
func (c *collector) each(file string, do func(row)) error {
	f, err := os.Open(filepath.Join(c.from, file))
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	var columns []string
	for n := 1; lines.Scan(); n++ {
		cells := strings.Split(lines.Text(), "\t")
		if columns == nil {
			columns = cells
			continue
		}
		if len(cells) != len(columns) {
			return fmt.Errorf("%s:%d: %d cells, not %d", file, n, len(cells), len(columns))
		}
		r := row{}
		for i, cell := range cells {
			r[columns[i]] = cell
		}
		do(r)
	}
	return lines.Err()
}
