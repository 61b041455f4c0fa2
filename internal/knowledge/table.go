package knowledge

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
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
	codes, regions, records, steps, names string

	index, ids        *table.Table
	countries, states int // records of either kind, which come first in this order
}

// Default returns the embedded table.
func Default() (*Table, error) { return load() }

var load = sync.OnceValues(func() (*Table, error) { return Read(placesFile, indexFile) })

// Read makes a table of the bytes of the file of places and of that of their index, which it keeps. The error matches
// [ErrFormat] for bytes of another form or version.
func Read(file string, index []byte) (*Table, error) {
	if len(file) < HeaderSize || file[:len(Magic)] != Magic {
		return nil, ErrFormat
	}
	var n [4]uint64
	for i := range n {
		n[i] = uint64(u32(file, len(Magic)+4*i))
	}
	countries, states, records, names := n[0], n[1], n[2], n[3]
	t := &Table{countries: int(countries), states: int(states)}
	rest := file[HeaderSize:]
	for _, part := range []struct {
		to   *string
		size uint64
	}{
		{&t.codes, countries * CodeSize}, {&t.regions, states * RegionSize}, {&t.records, records * RecordSize},
		{&t.steps, (records + NameStep - 1) / NameStep * 4}, {&t.names, names},
	} {
		if part.size > uint64(len(rest)) {
			return nil, fmt.Errorf("%w: it ends too early", ErrFormat)
		}
		*part.to, rest = rest[:part.size], rest[part.size:]
	}
	if len(rest) > 0 || countries+states > records {
		return nil, fmt.Errorf("%w: its counts do not agree", ErrFormat)
	}
	return t, t.readIndex(index)
}

// readIndex opens the tables of the index.
func (t *Table) readIndex(file []byte) error {
	var err error
	if t.index, file, err = table.OpenFirst(file); err == nil {
		t.ids, err = table.Open(file)
	}
	if err != nil {
		return fmt.Errorf("%w: the index: %w", ErrFormat, err)
	}
	if t.index.Form() != namesForm || t.ids.Form() != idsForm {
		return fmt.Errorf("%w: an index in %+v and %+v", ErrFormat, t.index.Form(), t.ids.Form())
	}
	return nil
}

// IndexBuilder collects the index of a table of places.
type IndexBuilder struct{ names, ids *table.Builder }

// NewIndexBuilder returns an IndexBuilder without names.
func NewIndexBuilder() *IndexBuilder {
	return &IndexBuilder{table.NewBuilder(namesForm), table.NewBuilder(idsForm)}
}

// AddName adds a name of a place, by its [Key].
func (b *IndexBuilder) AddName(key uint64, place int, main bool) {
	value := uint64(place) << 1
	if main {
		value |= 1
	}
	b.names.Add(key>>(64-namesForm.Key), value, nil)
}

// AddQID adds the id in Wikidata of a place.
func (b *IndexBuilder) AddQID(place, qid int) { b.ids.Add(uint64(place), uint64(qid), nil) }

// Encode writes the file that [Read] takes for the index.
func (b *IndexBuilder) Encode() ([]byte, error) {
	names, err := b.names.Encode()
	if err != nil {
		return nil, fmt.Errorf("%w: names: %w", ErrFormat, err)
	}
	ids, err := b.ids.Encode()
	if err != nil {
		return nil, fmt.Errorf("%w: ids: %w", ErrFormat, err)
	}
	return append(names, ids...), nil
}

// Len returns how many places the table has.
func (t *Table) Len() int { return len(t.records) / RecordSize }

// At returns a place by its number, which must be below [Table.Len].
func (t *Table) At(i int) Place { return Place{t, i} }

// Country returns the country of an ISO 3166-1 alpha-2 code.
func (t *Table) Country(code string) (Place, bool) {
	if len(code) == CodeSize {
		for i := range t.countries {
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
	for i := range t.states {
		if p := (Place{t, t.countries + i}); p.RegionCode() == code && p.Country() == country {
			return p, true
		}
	}
	return Place{}, false
}

func u24(s string, i int) uint32 { return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 }

func u32(s string, i int) uint32 { return u24(s, i) | uint32(s[i+3])<<24 }

func u40(s string, i int) uint64 { return uint64(u32(s, i)) | uint64(s[i+4])<<32 }

// Point packs degrees and a kind into the forty bits of a record, to the thousandth
// of a degree.
func Point(lat, lon float64, k Kind) uint64 {
	return uint64(int(lat*1000+90_000.5))<<22 | uint64(int(lon*1000+180_000.5))<<3 | uint64(k)
}

// AppendRecord appends the record of a place to a file that is written.
func AppendRecord(
	dst []byte, geonames uint32, point uint64, population, country uint8, parent uint16, flags, name uint8,
) []byte {
	dst = append(dst, byte(geonames), byte(geonames>>8), byte(geonames>>16))
	dst = append(dst, byte(point), byte(point>>8), byte(point>>16), byte(point>>24), byte(point>>32), population, country)
	return append(binary.LittleEndian.AppendUint16(dst, parent), flags, name)
}
