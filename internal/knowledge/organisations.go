package knowledge

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"sort"
	"strings"
	"sync"
)

// The file of organisations is a header of 12 bytes and the records in the order of their
// hash: five bytes of a name's hash, four of its number in Wikidata, two of its country.
const (
	OrganisationMagic  = "DLORGAN\x01"
	OrganisationHeader = 12
	OrganisationSize   = 11
)

//go:embed organisations.bin
var organisationsFile string

// Organisations is a table of companies, universities, clubs, agencies and parties by name.
// It is safe for concurrent use. Names that are words, surnames or places too are not in it.
type Organisations struct{ records string }

// Organisation is what is known of one.
type Organisation struct {
	QID     int    // the number in Wikidata, 0 where it is not known
	Country string // ISO 3166-1 alpha-2, "" where it is not known
}

// DefaultOrganisations returns the embedded table.
func DefaultOrganisations() (*Organisations, error) { return loadOrganisations() }

var loadOrganisations = sync.OnceValues(func() (*Organisations, error) {
	return ReadOrganisations(organisationsFile)
})

// ReadOrganisations makes a table of a file's bytes, which it keeps. The error matches
// [ErrFormat] for bytes of another form or version.
func ReadOrganisations(file string) (*Organisations, error) {
	if len(file) < OrganisationHeader || file[:len(OrganisationMagic)] != OrganisationMagic {
		return nil, fmt.Errorf("%w: not one of organisations", ErrFormat)
	}
	if int(u32(file, 8))*OrganisationSize != len(file)-OrganisationHeader {
		return nil, fmt.Errorf("%w: the count of organisations does not agree", ErrFormat)
	}
	return &Organisations{file[OrganisationHeader:]}, nil
}

// OrganisationKey is the hash of a name in the table.
func OrganisationKey(name string) uint64 { return Key(name) >> 24 }

// Named returns the organisation of a name, where only one has it.
func (o *Organisations) Named(name string) (Organisation, bool) {
	key := OrganisationKey(name)
	n := len(o.records) / OrganisationSize
	i := sort.Search(n, func(i int) bool { return u40(o.records, i*OrganisationSize) >= key })
	if i == n || u40(o.records, i*OrganisationSize) != key {
		return Organisation{}, false
	}
	r := o.records[i*OrganisationSize : (i+1)*OrganisationSize]
	return Organisation{QID: int(u32(r, 5)), Country: strings.TrimRight(r[9:11], "\x00")}, true
}

// AppendOrganisation appends a record to a file that is written.
func AppendOrganisation(dst []byte, key uint64, o Organisation) []byte {
	dst = append(binary.LittleEndian.AppendUint32(dst, uint32(key)), byte(key>>32))
	dst = binary.LittleEndian.AppendUint32(dst, uint32(o.QID))
	var country [CodeSize]byte
	copy(country[:], o.Country)
	return append(dst, country[:]...)
}
