package gazetteer

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// NamesVersion is what a names file that this package reads begins with.
const NamesVersion = "dateline names 2\n"

// WordsVersion is what a words file that this package reads begins with.
const WordsVersion = "dateline words 1\n"

// ErrFormat comes back for a file that is cut, damaged or of another version.
var ErrFormat = errors.New("gazetteer: file is damaged or of another version")

// readNames reads what [EncodeNames] wrote. The entries' words are parts of it.
func readNames(file string) (*Gazetteer, error) {
	rest, ok := strings.CutPrefix(file, NamesVersion)
	if !ok {
		return nil, fmt.Errorf("%w: it begins with %.40q, not %q", ErrFormat, file, NamesVersion)
	}
	r := reader{rest: rest}
	homes := make([]home, r.count())
	for i := range homes {
		homes[i] = home{r.text(), r.text()}
	}
	n := r.count()
	g := &Gazetteer{entries: make([]Entry, n), links: make([]link, 0, n*5/4)}
	names := make([]hashed, 0, n*5/4)
	for i := range g.entries {
		if err := r.entry(&g.entries[i], homes); err != nil {
			return nil, fmt.Errorf("%w: entry %d of %d: %w", ErrFormat, i+1, n, err)
		}
		names = g.hash(names, i, g.entries[i].Name)
		for range r.count() {
			names = g.hash(names, i, r.text())
		}
	}
	if r.bad || r.rest != "" {
		return nil, fmt.Errorf("%w: %d bytes are left", ErrFormat, len(r.rest))
	}
	g.index(names)
	return g, nil
}

// hashed is the name of a link.
type hashed struct {
	name, first uint64
	words       uint8
}

// hash adds a link to an entry by one of its names.
func (g *Gazetteer) hash(names []hashed, entry int, name string) []hashed {
	h, first, words := hashName(name)
	if words == 0 {
		return names
	}
	g.links = append(g.links, link{entry: int32(entry), next: -1, caps: allCaps(name)})
	return append(names, hashed{h, first, uint8(min(words, 255))})
}

// index chains the links of each name, in their order.
func (g *Gazetteer) index(names []hashed) {
	g.byHash = newIndex(2 * len(names)) // each name and each first word
	last := make([]int32, len(names))   // the end of the chain that begins with a link
	for i, n := range names {
		s := g.byHash.put(n.name)
		if s.link < 0 {
			s.link = int32(i)
		} else {
			g.links[last[s.link]].next = int32(i)
		}
		last[s.link] = int32(i)
		s = g.byHash.put(n.first)
		s.longest = max(s.longest, n.words)
	}
}

// reader reads a file of names; after the first fault it gives zeros.
type reader struct {
	rest string
	bad  bool
}

var errCut = errors.New("cut short")

// entry reads one entry without its aliases.
func (r *reader) entry(e *Entry, homes []home) error {
	e.Kind = Kind(r.bytes(1)[0])
	v := r.number()
	e.Population = int(r.number()) * 1000
	e.GeoNames = int(r.number())
	if v&isSomewhere != 0 {
		b := r.bytes(4)
		e.Lat = float64(int16(uint16(b[0])|uint16(b[1])<<8)) / 100
		e.Lon = float64(int16(uint16(b[2])|uint16(b[3])<<8)) / 100
	}
	e.Name = r.text()
	e.Capital = v&isCapital != 0
	at := v >> flagBits
	switch {
	case r.bad:
		return errCut
	case at >= uint64(len(homes)):
		return fmt.Errorf("home %d of %d", at, len(homes))
	case e.Name == "":
		return errors.New("no name")
	}
	e.Country, e.Region = homes[at].country, homes[at].region
	if v&isWorldly != 0 {
		e.Home, e.Country = e.Country, ""
	}
	return nil
}

// take takes n bytes; false where there are fewer.
func (r *reader) take(n uint64) (string, bool) {
	if n > uint64(len(r.rest)) {
		r.bad, r.rest = true, ""
		return "", false
	}
	out := r.rest[:n]
	r.rest = r.rest[n:]
	return out, true
}

// bytes takes n bytes, at most four, zeros where there are fewer.
func (r *reader) bytes(n int) string {
	if b, ok := r.take(uint64(n)); ok {
		return b
	}
	return "\x00\x00\x00\x00"
}

func (r *reader) text() string {
	s, _ := r.take(r.number()) // bad says that it is cut
	return s
}

// number reads a number of at most five bytes.
func (r *reader) number() uint64 {
	v := uint64(0)
	for i := range min(5, len(r.rest)) {
		c := r.rest[i]
		v |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			r.rest = r.rest[i+1:]
			return v
		}
	}
	r.bad, r.rest = true, ""
	return 0
}

// count reads how many things follow, each of a byte or more.
func (r *reader) count() int {
	n := r.number()
	if n > uint64(len(r.rest)) {
		r.bad, r.rest = true, ""
		return 0
	}
	return int(n)
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
		at := 0
		for k := range set.hashes {
			x, used := smallUvarint(b, at)
			if used <= 0 {
				return fmt.Errorf("%w: set %d of 3 is cut short", ErrFormat, i+1)
			}
			at += used
			hash += x >> 4
			set.hashes[k], set.class[k] = uint32(hash), uint8(x&15)
		}
		b = b[at:]
	}
	if len(b) > 0 {
		return fmt.Errorf("%w: %d bytes too many", ErrFormat, len(b))
	}
	return nil
}

// smallUvarint reads a number that has most often two or three bytes; how many it had is 0 or
// less where there is none.
func smallUvarint(b []byte, at int) (uint64, int) {
	if at+3 > len(b) {
		return binary.Uvarint(b[at:])
	}
	x := uint64(b[at]) & 0x7f
	if b[at] < 0x80 {
		return x, 1
	}
	x |= uint64(b[at+1]) & 0x7f << 7
	if b[at+1] < 0x80 {
		return x, 2
	}
	if b[at+2] < 0x80 {
		return x | uint64(b[at+2])<<14, 3
	}
	return binary.Uvarint(b[at:])
}
