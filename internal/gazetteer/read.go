package gazetteer

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// NamesVersion is the first line of a names file that this package reads.
const NamesVersion = "dateline names 1"

// WordsVersion is what a words file that this package reads begins with.
const WordsVersion = "dateline words 1\n"

// ErrFormat comes back for a file that is cut, damaged or of another version.
var ErrFormat = errors.New("gazetteer: file is damaged or of another version")

// readNames reads the gzipped table of names. Columns: kind, name, country,
// region, population in thousands, GeoNames id, latitude, longitude, 1 for a
// capital and w for an organisation of the whole world, aliases by |; empty ones
// at the end of a line are left off.
func readNames(b []byte) (*Gazetteer, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	var raw strings.Builder
	raw.Grow(5 * len(b) / 2) // what names pack to, and no more where the file lies about it
	if _, err := io.Copy(&raw, z); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	head, text, _ := strings.Cut(raw.String(), "\n")
	if head != NamesVersion {
		return nil, fmt.Errorf("%w: it begins with %.40q, not %q", ErrFormat, head, NamesVersion)
	}
	lines := strings.Count(text, "\n")
	g := &Gazetteer{
		entries: make([]Entry, 0, lines),
		links:   make([]link, 0, lines*5/4),
		first:   make(map[uint64]int32, lines*5/4),
		longest: make(map[uint64]uint8, lines),
	}
	last := make(map[uint64]int32) // the end of each chain of two links or more
	at := 1
	for line := range strings.Lines(text) {
		at++
		if err := g.readLine(strings.TrimSuffix(line, "\n"), last); err != nil {
			return nil, fmt.Errorf("%w: line %d: %w", ErrFormat, at, err)
		}
	}
	return g, nil
}

func (g *Gazetteer) readLine(line string, last map[uint64]int32) error {
	var cols [10]string
	n := 0
	for rest, more := line, true; more; n++ {
		if n == len(cols) {
			return fmt.Errorf("more than %d columns", len(cols))
		}
		cols[n], rest, more = strings.Cut(rest, "\t")
	}
	if len(cols[0]) != 1 || cols[1] == "" {
		return fmt.Errorf("kind %.20q and name %.40q, not a letter and a name", cols[0], cols[1])
	}
	e := Entry{Kind: Kind(cols[0][0]), Name: cols[1], Country: cols[2], Region: cols[3], Capital: cols[8] == "1"}
	if cols[8] == "w" {
		e.Home, e.Country = e.Country, ""
	}
	var errs [4]error
	e.Population, errs[0] = integer("population", cols[4])
	e.Population *= 1000
	e.GeoNames, errs[1] = integer("GeoNames id", cols[5])
	e.Lat, errs[2] = decimal("latitude", cols[6])
	e.Lon, errs[3] = decimal("longitude", cols[7])
	if err := errors.Join(errs[:]...); err != nil {
		return err
	}
	g.entries = append(g.entries, e)
	g.link(e.Name, last)
	for rest, alias := cols[9], ""; rest != ""; {
		alias, rest, _ = strings.Cut(rest, "|")
		g.link(alias, last)
	}
	return nil
}

// link adds a name of the last entry.
func (g *Gazetteer) link(name string, last map[uint64]int32) {
	h, first, words := hashName(name)
	if words == 0 {
		return
	}
	g.longest[first] = max(g.longest[first], uint8(min(words, 255)))
	at := int32(len(g.links))
	g.links = append(g.links, link{entry: int32(len(g.entries) - 1), next: -1, caps: allCaps(name)})
	begin, ok := g.first[h]
	if !ok {
		g.first[h] = at
		return
	}
	end, ok := last[h]
	if !ok {
		end = begin
	}
	g.links[end].next = at
	last[h] = at
}

func integer(column, s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", column, err)
	}
	return n, nil
}

func decimal(column, s string) (float64, error) {
	if s == "" {
		return 0, nil
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", column, err)
	}
	return x, nil
}

// wordSet is a set of words by hash, in order, each with a small number.
type wordSet struct {
	hashes []uint32
	class  []uint8
}

func (s *wordSet) find(word string) (uint8, bool) {
	i, ok := slices.BinarySearch(s.hashes, WordHash(word))
	if !ok {
		return 0, false
	}
	return s.class[i], true
}

// readWords reads the three word sets: for each its size, then for each word the
// distance from the hash before, shifted by four bits, and the class in those.
func (g *Gazetteer) readWords(b []byte) error {
	rest, ok := bytes.CutPrefix(b, []byte(WordsVersion))
	if !ok {
		return fmt.Errorf("%w: it begins with %q, not %q", ErrFormat, b[:min(len(b), len(WordsVersion))], WordsVersion)
	}
	b = rest
	for i, set := range []*wordSet{&g.given, &g.surnames, &g.lower} {
		n, used := binary.Uvarint(b)
		if used <= 0 || n > uint64(len(b)) {
			return fmt.Errorf("%w: set %d of 3 is cut short", ErrFormat, i+1)
		}
		b = b[used:]
		set.hashes, set.class = make([]uint32, n), make([]uint8, n)
		hash := uint64(0)
		for k := range set.hashes {
			x, used := binary.Uvarint(b)
			if used <= 0 {
				return fmt.Errorf("%w: set %d of 3 is cut short", ErrFormat, i+1)
			}
			b = b[used:]
			hash += x >> 4
			set.hashes[k], set.class[k] = uint32(hash), uint8(x&15)
		}
	}
	if len(b) > 0 {
		return fmt.Errorf("%w: %d bytes too many", ErrFormat, len(b))
	}
	return nil
}
