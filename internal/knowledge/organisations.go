package knowledge

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dateline-go/dateline/internal/table"
)

// A value of the table has the number in Wikidata above the number of the country.
const (
	OrganisationMagic = "DLORGAN\x03" // the last byte is the version
	countryBits       = 8
	qidBits           = 28
)

var organisationsForm = table.Form{Key: 40, Bucket: 12, Value: qidBits + countryBits}

//go:embed organisations.bin
var organisationsFile []byte

// Organisations is a table of companies, universities, clubs, agencies and parties by name.
// It is safe for concurrent use. Names that are words, surnames or places too are not in it.
type Organisations struct{ names *packed }

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
	names, err := openPacked(file, OrganisationMagic, CodeSize, organisationsForm)
	if err != nil {
		return nil, err
	}
	return &Organisations{names}, nil
}

// OrganisationKey is the hash of a name in the table.
func OrganisationKey(name string) uint64 { return Key(name) >> 24 }

// Named returns the organisation of a name, where only one has it.
func (o *Organisations) Named(name string) (Organisation, bool) {
	v, ok := o.names.rows.Find(OrganisationKey(name))
	if !ok {
		return Organisation{}, false
	}
	country := o.names.code(v & (1<<countryBits - 1))
	return Organisation{QID: int(v >> countryBits), Country: strings.TrimRight(country, "\x00")}, true
}

// EncodeOrganisations writes what [ReadOrganisations] reads, of organisations by the keys of their names.
func EncodeOrganisations(known map[uint64]Organisation) ([]byte, error) {
	var codes []string
	for _, x := range known {
		codes = append(codes, padded(x.Country, CodeSize))
	}
	p := newPacker(OrganisationMagic, organisationsForm, codes)
	for key, x := range known {
		p.rows.Add(key, uint64(x.QID)<<countryBits|p.number(padded(x.Country, CodeSize)), nil)
	}
	return p.encode(countryBits)
}
