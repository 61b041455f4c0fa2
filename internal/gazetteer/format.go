package gazetteer

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/dateline-go/dateline/internal/table"
)

// NamesVersion is what a names file that this package reads begins with.
const NamesVersion = "dateline names 3\n"

// ErrFormat comes back for a file that is cut, damaged or of another version.
var ErrFormat = errors.New("gazetteer: file is damaged or of another version")

// The file of names has, behind its version, how many homes, entries and bytes of names there are; the
// homes; the records of the entries in the order in which they win over others of the same name; where
// every sixteenth name begins; the names; and a table of their hashes. Numbers are little endian.
//
// A record has the kind with the five high bits of the population above it, the population in
// thousands, the home above two flags, the id in GeoNames, the place in hundredths of a degree (a city is
// no point, and a kilometre is enough), and the length of the name.
const (
	countsSize   = 12
	homeSize     = 5 // a country of two letters, a region of three at most
	countrySize  = 2
	recordSize   = 13
	stepSize     = 4
	nameStep     = 16
	nameLengthAt = 12

	kindBits      = 3
	isCapital     = 1
	isWorldly     = 2 // the country is the Home of an organisation known in the whole world
	flagBits      = 2
	maxPopulation = 1<<21 - 1 // thousands
	maxGeoNames   = 1<<24 - 1
	maxHomes      = 1 << (16 - flagBits)
)

// kinds are the kinds as records number them.
const kinds = "CRPALNSO"

// namesForm is that of the table of names. Its keys have enough bits that one name in a thousand million is taken
// for another. A value has the number of an entry, a bit for another name than the canonical one, one for a name
// in capitals, and the most words of a name that begins with this one.
var namesForm = table.Form{Key: 45, Bucket: 12, Value: entryBits + entryAt}

const (
	longestBits = 4
	entryAt     = longestBits + 2
	entryBits   = 17
	noEntry     = 1<<entryBits - 1 // of words that names begin with and that are none
)

// Named is an entry with the other names that it has.
type Named struct {
	Entry
	Aliases []string
}

// EncodeNames writes what readNames reads, in the order in which names win over others of the same words.
func EncodeNames(list []Named) ([]byte, error) {
	if len(list) >= noEntry {
		return nil, fmt.Errorf("gazetteer: %d entries, at most %d fit", len(list), noEntry-1)
	}
	var homes, records, steps, names []byte
	numbers := map[string]int{}
	for i := range list {
		e := &list[i].Entry
		home, ok := homeOf(e)
		if !ok || !e.fits() {
			return nil, fmt.Errorf("gazetteer: bad entry %+v", list[i])
		}
		if _, ok := numbers[home]; !ok {
			numbers[home] = len(numbers)
			homes = append(homes, home...)
		}
		if i%nameStep == 0 {
			steps = binary.LittleEndian.AppendUint32(steps, uint32(len(names)))
		}
		records = e.appendRecord(records, numbers[home])
		names = append(names, e.Name...)
	}
	if len(numbers) > maxHomes {
		return nil, fmt.Errorf("gazetteer: %d homes, at most %d fit", len(numbers), maxHomes)
	}
	index, err := encodeIndex(list)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	b := []byte(NamesVersion)
	for _, n := range []int{len(numbers), len(list), len(names)} {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	for _, part := range [][]byte{homes, records, steps, names, index} {
		b = append(b, part...)
	}
	return b, nil
}

// fits reports whether a record can hold an entry.
func (e *Entry) fits() bool {
	_, known := kindNumber(e.Kind)
	return known && e.Name != "" && len(e.Name) <= math.MaxUint8 && e.Population >= 0 &&
		e.Population/1000 <= maxPopulation && e.GeoNames >= 0 && e.GeoNames <= maxGeoNames &&
		math.Abs(e.Lat) <= 90 && math.Abs(e.Lon) <= 180
}

func kindNumber(k Kind) (int, bool) {
	for i := range len(kinds) {
		if kinds[i] == byte(k) {
			return i, true
		}
	}
	return 0, false
}

// homeOf returns where an entry belongs, as the file has it; false where that does not fit.
func homeOf(e *Entry) (string, bool) {
	country := e.Country
	if e.Home != "" {
		country = e.Home
	}
	if len(country) != 0 && len(country) != countrySize || len(e.Region) > homeSize-countrySize {
		return "", false
	}
	var home [homeSize]byte
	copy(home[:], country)
	copy(home[countrySize:], e.Region)
	return string(home[:]), true
}

func (e *Entry) appendRecord(b []byte, home int) []byte {
	kind, _ := kindNumber(e.Kind)
	people := e.Population / 1000
	at := uint16(home << flagBits)
	if e.Capital {
		at |= isCapital
	}
	if e.Home != "" {
		at |= isWorldly
	}
	b = append(b, byte(kind|people>>16<<kindBits))
	b = binary.LittleEndian.AppendUint16(b, uint16(people))
	b = binary.LittleEndian.AppendUint16(b, at)
	b = append(b, byte(e.GeoNames), byte(e.GeoNames>>8), byte(e.GeoNames>>16))
	b = binary.LittleEndian.AppendUint16(b, uint16(int16(math.Round(e.Lat*100))))
	b = binary.LittleEndian.AppendUint16(b, uint16(int16(math.Round(e.Lon*100))))
	return append(b, byte(len(e.Name)))
}

// encodeIndex makes the table of the hashes of names.
func encodeIndex(list []Named) ([]byte, error) {
	type link struct {
		hash  uint64
		entry int
		alias bool
		caps  bool
	}
	var links []link
	named := map[uint64]bool{}
	longest := map[uint64]int{} // by the hash of a first word
	for i := range list {
		for k := range 1 + len(list[i].Aliases) {
			name := list[i].Name
			if k > 0 {
				name = list[i].Aliases[k-1]
			}
			h, first, words := hashName(name)
			if words == 0 {
				continue
			}
			links = append(links, link{h, i, k > 0, allCaps(name)})
			named[h] = true
			longest[first] = max(longest[first], min(words, 1<<longestBits-1))
		}
	}
	for h := range longest {
		if !named[h] {
			links = append(links, link{hash: h, entry: noEntry})
		}
	}
	rows := table.NewBuilder(namesForm)
	for _, l := range links {
		value := uint64(l.entry)<<entryAt | uint64(longest[l.hash])
		if l.alias { // of two names of one entry the canonical one comes first
			value |= 1 << (longestBits + 1)
		}
		if l.caps {
			value |= 1 << longestBits
		}
		rows.Add(l.hash>>(64-namesForm.Key), value, nil)
	}
	return rows.Encode()
}
