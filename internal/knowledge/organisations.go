package knowledge

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-go/dateline/internal/table"
)

// The file of organisations begins with its magic, how many countries there are, and their codes; a table of the
// hashes of names follows. A value has the number in Wikidata above the number of the country.
const (
	OrganisationMagic = "DLORGAN\x02" // the last byte is the version
	countryBits       = 8
	qidBits           = 28
)

var organisationsForm = table.Form{Key: 40, Bucket: 12, Value: qidBits + countryBits}

//go:embed organisations.bin
var organisationsFile []byte

// Organisations is a table of companies, universities, clubs, agencies and parties by name.
// It is safe for concurrent use. Names that are words, surnames or places too are not in it.
type Organisations struct {
	codes string // of the countries, the first that of none
	names *table.Table
}

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
func ReadOrganisations(file []byte) (*Organisations, error) {
	head := len(OrganisationMagic) + 1
	if len(file) < head || string(file[:len(OrganisationMagic)]) != OrganisationMagic {
		return nil, fmt.Errorf("%w: not one of organisations", ErrFormat)
	}
	end := head + int(file[head-1])*CodeSize
	if end > len(file) {
		return nil, fmt.Errorf("%w: the countries end too early", ErrFormat)
	}
	names, err := table.Open(file[end:])
	if err != nil {
		return nil, fmt.Errorf("%w: organisations: %w", ErrFormat, err)
	}
	if names.Form() != organisationsForm {
		return nil, fmt.Errorf("%w: organisations in %+v", ErrFormat, names.Form())
	}
	return &Organisations{string(file[head:end]), names}, nil
}

// OrganisationKey is the hash of a name in the table.
func OrganisationKey(name string) uint64 { return Key(name) >> 24 }

// Named returns the organisation of a name, where only one has it.
func (o *Organisations) Named(name string) (Organisation, bool) {
	v, ok := o.names.Find(OrganisationKey(name))
	if !ok {
		return Organisation{}, false
	}
	x := Organisation{QID: int(v >> countryBits)}
	if at := int(v&(1<<countryBits-1)) * CodeSize; at+CodeSize <= len(o.codes) {
		x.Country = strings.TrimRight(o.codes[at:at+CodeSize], "\x00")
	}
	return x, true
}

// EncodeOrganisations writes what [ReadOrganisations] reads, of organisations by the keys of their names.
func EncodeOrganisations(known map[uint64]Organisation) ([]byte, error) {
	codes := []string{""}
	for _, x := range known {
		if !slices.Contains(codes, x.Country) {
			codes = append(codes, x.Country)
		}
	}
	slices.Sort(codes)
	if len(codes) >= 1<<countryBits {
		return nil, fmt.Errorf("knowledge: %d countries", len(codes))
	}
	b := append([]byte(OrganisationMagic), byte(len(codes)))
	numbers := map[string]uint64{}
	for i, code := range codes {
		var padded [CodeSize]byte
		copy(padded[:], code)
		b, numbers[code] = append(b, padded[:]...), uint64(i)
	}
	rows := table.NewBuilder(organisationsForm)
	for key, x := range known {
		rows.Add(key, uint64(x.QID)<<countryBits|numbers[x.Country], nil)
	}
	names, err := rows.Encode()
	if err != nil {
		return nil, fmt.Errorf("knowledge: organisations: %w", err)
	}
	return append(b, names...), nil
}
