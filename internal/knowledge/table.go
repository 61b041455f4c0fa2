package knowledge

import (
	_ "embed"
	"errors"
	"fmt"
	"math/bits"
	"sync"

	"github.com/dateline-go/dateline/internal/table"
)

// ErrFormat is the error of a file that is no table of places, or one of another
// version.
var ErrFormat = errors.New("knowledge: not a table of places")

//go:embed places.bin
var placesFile string

//go:embed index.bin
var indexFile []byte

// Table is a table of places. It is safe for concurrent use.
type Table struct {
	codes, teams, regions, airports, records, steps string

	names           letters
	kinds           [kinds]section
	index, ids, far *table.Table
}

// section is the places of one kind.
type section struct {
	from, to int
	bits     int    // of a hash, which choose the bucket
	buckets  string // the number of the first place of each, counted from the first of the kind, and that of the end
}

// bucketBits is how many bits of a hash choose the bucket of one of n places.
func bucketBits(n int) int { return bits.Len(uint(n / bucketRows)) }

// Default returns the embedded table.
func Default() (*Table, error) { return load() }

var load = sync.OnceValues(func() (*Table, error) { return Read(placesFile, indexFile) })

// Read makes a table of the bytes of the file of places and of that of their index, which it keeps. The error matches
// [ErrFormat] for bytes of another form or version.
func Read(file string, index []byte) (*Table, error) {
	if len(file) < headSize || file[:len(Magic)] != Magic {
		return nil, ErrFormat
	}
	t, all := &Table{}, 0
	for k := range t.kinds {
		n := int(u32(file, len(Magic)+4*k))
		t.kinds[k] = section{from: all, to: all + n, bits: bucketBits(n)}
		all += n
	}
	count := func(k Kind) int { return t.kinds[k].to - t.kinds[k].from }
	rest := file[headSize:]
	type part struct {
		to   *string
		size int
	}
	parts := []part{{&t.codes, count(Country) * CodeSize}, {&t.teams, count(Country) * 2 * teamSize},
		{&t.regions, count(Region) * RegionSize}, {&t.airports, count(Airport) * airportSize},
		{&t.records, all * recordSize}}
	for k := range t.kinds {
		parts = append(parts, part{&t.kinds[k].buckets, 4 * (1<<t.kinds[k].bits + 1)})
	}
	parts = append(parts, part{&t.steps, (all + nameStep - 1) / nameStep * 4},
		part{&t.names.table, int(u32(file, headSize-8))}, part{&t.names.codes, int(u32(file, headSize-4))})
	for _, p := range parts {
		if p.size > len(rest) {
			return nil, fmt.Errorf("%w: it ends too early", ErrFormat)
		}
		*p.to, rest = rest[:p.size], rest[p.size:]
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("%w: its counts do not agree", ErrFormat)
	}
	if err := t.names.check(); err != nil {
		return nil, err
	}
	return t, t.readIndex(index)
}

// readIndex opens the tables of the index.
func (t *Table) readIndex(file []byte) error {
	var err error
	for _, part := range []struct {
		to   **table.Table
		form table.Form
	}{{&t.index, namesForm}, {&t.ids, idsForm}, {&t.far, farForm}} {
		if *part.to, file, err = table.OpenFirst(file); err != nil {
			return fmt.Errorf("%w: the index: %w", ErrFormat, err)
		}
		if form := (*part.to).Form(); form != part.form {
			return fmt.Errorf("%w: an index in %+v, not %+v", ErrFormat, form, part.form)
		}
	}
	if len(file) > 0 {
		return fmt.Errorf("%w: an index of %d bytes too many", ErrFormat, len(file))
	}
	return nil
}

// Len returns how many places the table has.
func (t *Table) Len() int { return len(t.records) / recordSize }

// At returns a place by its number, which must be below [Table.Len].
func (t *Table) At(i int) Place { return Place{t, i} }

// Country returns the country of an ISO 3166-1 alpha-2 code.
func (t *Table) Country(code string) (Place, bool) {
	if len(code) == CodeSize {
		for i := range t.kinds[Country].to {
			if t.codes[i*CodeSize:(i+1)*CodeSize] == code {
				return Place{t, i}, true
			}
		}
	}
	return Place{}, false
}

// RegionOf returns the region of a country by the last part of its ISO 3166-2 code,
// such as "LA" of "US-LA".
func (t *Table) RegionOf(country, code string) (Place, bool) {
	if code == "" {
		return Place{}, false
	}
	for i := t.kinds[Region].from; i < t.kinds[Region].to; i++ {
		if p := (Place{t, i}); p.RegionCode() == code && p.Country() == country {
			return p, true
		}
	}
	return Place{}, false
}

func u24(s string, i int) uint32 { return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 }

func u32(s string, i int) uint32 { return u24(s, i) | uint32(s[i+3])<<24 }
