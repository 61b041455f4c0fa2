package knowledge

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/table"
)

// Entry is a place while the table is made.
type Entry struct {
	Kind          Kind
	Rank          Rank
	GeoNames, QID int // 0 where it has no such id
	Name          string
	// Firsts are other names by which it is known first, Others the rest. A name may be there twice.
	Firsts, Others []string
	// Code is that of a country in ISO 3166-1, the last part of that of a region in ISO 3166-2, or that of an airport in
	// IATA.
	Code string
	// IOC and FIFA are the codes of a country's teams, "" for none.
	IOC, FIFA string
	// Country is the code of the country that the place is or lies in, "" for none.
	Country string
	// Parent is the number among all entries of the region or county that it lies in, -1 for none.
	Parent   int
	Lat, Lon float64
	People   int
}

// placeBuilder writes the files of places.
type placeBuilder struct {
	entries []Entry
	order   []int // which entry each place is
	number  []int // which place each entry is
	keys    []uint64
	starts  [kinds + 1]int // the first place of each kind
	country map[string]int // by code
	names   letterBuilder
}

// EncodePlaces writes the file of places and that of their index, which [Read] reads, and returns the number that each
// entry has among the places. The error wraps [ErrFormat] and names what does not fit.
func EncodePlaces(entries []Entry) (places, index []byte, number []int, err error) {
	b := &placeBuilder{entries: entries, number: make([]int, len(entries)), country: map[string]int{}}
	if err := b.check(); err != nil {
		return nil, nil, nil, err
	}
	b.sort()
	if places, err = b.encode(); err != nil {
		return nil, nil, nil, err
	}
	index, err = b.encodeIndex()
	return places, index, b.number, err
}

// sort puts the entries into the order of the file.
func (b *placeBuilder) sort() {
	b.keys = make([]uint64, len(b.entries))
	for i := range b.entries {
		b.order = append(b.order, i)
		b.keys[i] = Key(b.entries[i].Name)
	}
	slices.SortStableFunc(b.order, func(i, k int) int {
		x, y := &b.entries[i], &b.entries[k]
		return cmp.Or(cmp.Compare(x.Kind, y.Kind), cmp.Compare(b.keys[i], b.keys[k]), strings.Compare(x.Name, y.Name),
			cmp.Compare(x.GeoNames, y.GeoNames))
	})
	for n, i := range b.order {
		b.number[i] = n
		b.starts[b.entries[i].Kind+1]++
		if b.entries[i].Kind == Country {
			b.country[b.entries[i].Code] = n
		}
	}
	for k := range kinds {
		b.starts[k+1] += b.starts[k]
	}
}

// check returns an error for entries that the file has no room for.
func (b *placeBuilder) check() error {
	parents := 0
	for i := range b.entries {
		x := &b.entries[i]
		if err := x.check(); err != nil {
			return err
		}
		if x.Kind <= County {
			parents++
		}
	}
	if parents >= topParent || len(b.entries) > 1<<entryBits {
		return fmt.Errorf("%w: no room for %d places, %d of them countries, regions and counties", ErrFormat,
			len(b.entries), parents)
	}
	return nil
}

// check returns an error for an entry that a record cannot hold.
func (x *Entry) check() error {
	switch {
	case x.Name == "" || strings.Contains(x.Name, "\x00"):
		return fmt.Errorf("%w: %q is no name", ErrFormat, x.Name)
	case x.GeoNames < 0 || x.GeoNames >= 1<<24 || x.QID < 0 || x.QID >= 1<<idsForm.Value:
		return fmt.Errorf("%w: %s has the ids %d and Q%d", ErrFormat, x.Name, x.GeoNames, x.QID)
	case !(x.Lat >= -90 && x.Lat <= 90 && x.Lon >= -180 && x.Lon <= 180):
		return fmt.Errorf("%w: %s is at %g, %g", ErrFormat, x.Name, x.Lat, x.Lon)
	case x.Kind == Country && len(x.Code) != CodeSize || len(x.Code) > RegionSize,
		max(len(x.IOC), len(x.FIFA)) > teamSize:
		return fmt.Errorf("%w: %s has the codes %q, %q, %q", ErrFormat, x.Name, x.Code, x.IOC, x.FIFA)
	case x.Kind >= kinds || x.Rank >= ranks || x.People < 0:
		return fmt.Errorf("%w: %s is of kind %d and rank %d, with %d people", ErrFormat, x.Name, x.Kind, x.Rank, x.People)
	}
	return nil
}

func (b *placeBuilder) encode() ([]byte, error) {
	var codes, teams, regions, airports, records, buckets []byte
	for n, i := range b.order {
		x := &b.entries[i]
		switch x.Kind {
		case Country:
			codes = append(codes, x.Code...)
			teams = append(append(teams, padded(x.IOC, teamSize)...), padded(x.FIFA, teamSize)...)
		case Region:
			regions = append(regions, padded(x.Code, RegionSize)...)
		case Airport:
			airports = append(airports, padded(x.Code, airportSize)...)
		}
		around, err := b.around(x)
		if err != nil {
			return nil, err
		}
		records = b.appendRecord(records, x, around, b.keys[b.order[n]])
	}
	for k := range kinds {
		buckets = b.appendBuckets(buckets, k)
	}
	steps, letters := b.writeNames()
	file := []byte(Magic)
	for k := range kinds {
		file = binary.LittleEndian.AppendUint32(file, uint32(b.starts[k+1]-b.starts[k]))
	}
	file = binary.LittleEndian.AppendUint32(file, uint32(len(letters)))
	file = binary.LittleEndian.AppendUint32(file, uint32(len(b.names.codes)))
	return slices.Concat(file, codes, teams, regions, airports, records, buckets, steps, letters, b.names.codes), nil
}

// around is how a record says what an entry lies in.
func (b *placeBuilder) around(x *Entry) (uint16, error) {
	if x.Parent >= 0 {
		up := &b.entries[x.Parent]
		if up.Kind != Region && up.Kind != County || up.Country != x.Country {
			return 0, fmt.Errorf("%w: %s in %s lies in %s in %s", ErrFormat, x.Name, x.Country, up.Name, up.Country)
		}
		return uint16(b.number[x.Parent] - b.starts[Region] + 1), nil
	}
	n, ok := b.country[x.Country]
	switch {
	case x.Country == "":
		return noParent, nil
	case !ok:
		return 0, fmt.Errorf("%w: %s lies in %q, which is no country of the table", ErrFormat, x.Name, x.Country)
	}
	return uint16(topParent - n), nil
}

func (b *placeBuilder) appendRecord(dst []byte, x *Entry, around uint16, key uint64) []byte {
	north, east, near := b.near(x)
	if !near {
		north, east = isFar, 0
	}
	people := math.Round(math.Log10(float64(x.People)+10) * populationScale)
	dst = append(dst, byte(x.GeoNames), byte(x.GeoNames>>8), byte(x.GeoNames>>16))
	dst = append(dst, byte(north), byte(east))
	dst = binary.LittleEndian.AppendUint16(dst, around)
	of := bucketBits(b.starts[x.Kind+1] - b.starts[x.Kind])
	return append(dst, uint8(min(255, people)), byte(key<<of>>56))
}

// steps is the point of an entry.
func (x *Entry) steps() (north, east int) {
	return int(math.Round((x.Lat + 90) * pointScale)), int(math.Round((x.Lon + 180) * pointScale))
}

// near returns how far an entry is from what it lies in, and whether a record has room for that and need not say more.
func (b *placeBuilder) near(x *Entry) (north, east int, ok bool) {
	if x.Parent < 0 || x.Rank != NoRank {
		return 0, 0, false
	}
	north, east = x.steps()
	n, e := b.entries[x.Parent].steps()
	north, east = north-n, east-e
	return north, east, max(north, -north, east, -east) <= mostSteps
}

// appendBuckets appends where the buckets of a kind begin.
func (b *placeBuilder) appendBuckets(dst []byte, k Kind) []byte {
	of := b.order[b.starts[k]:b.starts[k+1]]
	bits, at := bucketBits(len(of)), 0
	for bucket := range uint64(1) << bits {
		for at < len(of) && b.keys[of[at]]>>1>>(63-bits) < bucket {
			at++
		}
		dst = binary.LittleEndian.AppendUint32(dst, uint32(at))
	}
	return binary.LittleEndian.AppendUint32(dst, uint32(len(of)))
}

// writeNames writes the names in codes, one that is that of the place before as none, and returns where every eighth
// begins and the table of the codes.
func (b *placeBuilder) writeNames() (steps, letters []byte) {
	names := make([]string, len(b.order))
	for n, i := range b.order {
		if names[n] = b.entries[i].Name; n%nameStep != 0 && names[n] == b.entries[b.order[n-1]].Name {
			names[n] = ""
		}
		b.names.learn(names[n])
	}
	letters = b.names.table()
	for n, name := range names {
		if n%nameStep == 0 {
			steps = binary.LittleEndian.AppendUint32(steps, uint32(b.names.bits))
		}
		b.names.write(name)
	}
	return steps, letters
}

// encodeIndex writes the other names and the ids in Wikidata.
func (b *placeBuilder) encodeIndex() ([]byte, error) {
	names, ids, far := table.NewBuilder(namesForm), table.NewBuilder(idsForm), table.NewBuilder(farForm)
	for n, i := range b.order {
		x := &b.entries[i]
		seen := map[uint64]bool{0: true, b.keys[i]: true}
		add := func(list []string, main uint64) {
			for _, name := range list {
				if key := Key(name); !seen[key] {
					seen[key] = true
					names.Add(key>>(64-namesForm.Key), uint64(n)<<1|main, nil)
				}
			}
		}
		add(x.Firsts, 1)
		add(x.Others, 0)
		if x.QID != 0 {
			ids.Add(uint64(n), uint64(x.QID), nil)
		}
		if _, _, near := b.near(x); !near {
			north, east := x.steps()
			far.Add(uint64(n), uint64(north*longitudes+east)*ranks+uint64(x.Rank), nil)
		}
	}
	var file []byte
	for _, b := range []*table.Builder{names, ids, far} {
		data, err := b.Encode()
		if err != nil {
			return nil, fmt.Errorf("%w: the index: %w", ErrFormat, err)
		}
		file = append(file, data...)
	}
	return file, nil
}
