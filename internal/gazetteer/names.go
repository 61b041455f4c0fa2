package gazetteer

import (
	"encoding/binary"
	"fmt"
	"sync/atomic"

	"github.com/dateline-go/dateline/internal/table"
)

// names are the entries and their names, as the file has them. An entry is decoded when it is first asked for.
type names struct {
	homes                string
	records, steps, text []byte
	index                *table.Table
	entries              []atomic.Pointer[Entry]
}

// readNames opens what [EncodeNames] wrote, which it keeps.
func readNames(file []byte) (*names, error) {
	if len(file) < len(NamesVersion) || string(file[:len(NamesVersion)]) != NamesVersion {
		return nil, fmt.Errorf("%w: it begins with %.40q, not %q", ErrFormat, file, NamesVersion)
	}
	rest := file[len(NamesVersion):]
	if len(rest) < countsSize {
		return nil, fmt.Errorf("%w: cut short", ErrFormat)
	}
	var counts [3]uint64
	for i := range counts {
		counts[i] = uint64(binary.LittleEndian.Uint32(rest[4*i:]))
	}
	rest = rest[countsSize:]
	n := &names{}
	var homes []byte
	for _, part := range []struct {
		to   *[]byte
		size uint64
	}{
		{&homes, counts[0] * homeSize}, {&n.records, counts[1] * recordSize},
		{&n.steps, (counts[1] + nameStep - 1) / nameStep * stepSize}, {&n.text, counts[2]},
	} {
		if part.size > uint64(len(rest)) {
			return nil, fmt.Errorf("%w: cut short", ErrFormat)
		}
		*part.to, rest = rest[:part.size:part.size], rest[part.size:]
	}
	n.homes = string(homes)
	n.entries = make([]atomic.Pointer[Entry], counts[1])
	var err error
	if n.index, err = table.Open(rest); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	if n.index.Form() != namesForm {
		return nil, fmt.Errorf("%w: names in %+v", ErrFormat, n.index.Form())
	}
	return n, nil
}

// entry returns the entry of a number, the same each time; one without a name where the file is damaged.
func (n *names) entry(i int) *Entry {
	if e := n.entries[i].Load(); e != nil {
		return e
	}
	n.entries[i].CompareAndSwap(nil, n.decode(i))
	return n.entries[i].Load()
}

func (n *names) record(i int) []byte { return n.records[i*recordSize : (i+1)*recordSize] }

func (n *names) kind(i int) Kind { return Kind(kinds[n.record(i)[0]&(1<<kindBits-1)]) }

func (n *names) geoNames(i int) int {
	r := n.record(i)
	return int(r[5]) | int(r[6])<<8 | int(r[7])<<16
}

// inCountry reports whether an entry belongs to the country of a code.
func (n *names) inCountry(i int, code string) bool {
	at := int(binary.LittleEndian.Uint16(n.record(i)[3:])>>flagBits) * homeSize
	return at < len(n.homes) && n.homes[at:at+countrySize] == code
}

// home returns the country and the region of an entry, "" for one that the file does not have.
func (n *names) home(i int) (country, region string) {
	at := int(binary.LittleEndian.Uint16(n.record(i)[3:])>>flagBits) * homeSize
	if at >= len(n.homes) {
		return "", ""
	}
	country, region = n.homes[at:at+countrySize], n.homes[at+countrySize:at+homeSize]
	if country == noCountry {
		country = ""
	}
	for len(region) > 0 && region[len(region)-1] == 0 {
		region = region[:len(region)-1]
	}
	return country, region
}

const noCountry = "\x00\x00"

// name returns the canonical name of an entry.
func (n *names) name(i int) string {
	first := i / nameStep * nameStep
	at := int(binary.LittleEndian.Uint32(n.steps[i/nameStep*stepSize:]))
	for ; first < i; first++ {
		at += int(n.record(first)[nameLengthAt])
	}
	end := at + int(n.record(i)[nameLengthAt])
	if end > len(n.text) {
		return ""
	}
	return string(n.text[at:end])
}

// decode makes an entry of its record.
func (n *names) decode(i int) *Entry {
	r := n.record(i)
	flags := binary.LittleEndian.Uint16(r[3:])
	e := &Entry{
		Kind:       n.kind(i),
		Name:       n.name(i),
		Population: (int(r[0]>>kindBits)<<16 | int(binary.LittleEndian.Uint16(r[1:]))) * 1000,
		GeoNames:   n.geoNames(i),
		Lat:        float64(int16(binary.LittleEndian.Uint16(r[8:]))) / 100,
		Lon:        float64(int16(binary.LittleEndian.Uint16(r[10:]))) / 100,
		Capital:    flags&isCapital != 0,
	}
	e.Country, e.Region = n.home(i)
	if flags&isWorldly != 0 {
		e.Home, e.Country = e.Country, ""
	}
	return e
}

// row is what the table of names has under a hash.
type row struct {
	entry   int // noEntry where the words are only the first of a name
	caps    bool
	longest int
}

func (n *names) row(i int) row {
	v := n.index.Value(i)
	r := row{int(v >> entryAt), v>>longestBits&1 == 1, int(v & (1<<longestBits - 1))}
	if r.entry >= len(n.entries) {
		r.entry = noEntry
	}
	return r
}
