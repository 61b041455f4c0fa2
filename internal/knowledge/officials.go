package knowledge

import (
	_ "embed"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-go/dateline/internal/table"
)

// A value of the table has the number in Wikidata above the number of the home, which is the codes
// of a country and of a region in it, above that of the kind of office. A row's extra has the first
// and the last year. The text is a table of those who are known by a surname, by their numbers in
// Wikidata, and their full names.
const (
	OfficialMagic = "DLOFFIC\x04" // the last byte is the version
	homeSize      = 2 * CodeSize
	homeBits      = 9
	officeBits    = 3
	officialBits  = 37 // of a key
	// FirstYear is the year before the first that a record can have.
	FirstYear = 1850
)

var officialsForm = table.Form{Key: officialBits, Bucket: 13, Value: qidBits + homeBits + officeBits, Extra: 2}

var fullNamesForm = table.Form{Key: qidBits, Bucket: 6, Value: 8 * pieceSize}

//go:embed officials.bin
var officialsFile []byte

// Offices are kinds of public office, as bits.
type Offices uint8

// The kinds of office.
const (
	Head       Offices = 1 << iota // of a state
	Government                     // at its head: a prime minister
	Minister
	Member // of a parliament
	Governor
	Mayor
	Envoy
	OtherOffice // a judge, a chief of staff
)

// officeNames are the kinds as the lexicon of a language names them, in their order.
var officeNames = [...]string{"head", "government", "minister", "member", "governor", "mayor", "envoy", "other"}

// OfficesNamed returns the kinds of office in a list such as "head+government"; unknown words count for none.
func OfficesNamed(list string) Offices {
	var o Offices
	for name := range strings.SplitSeq(list, "+") {
		for i, n := range officeNames {
			if n == name {
				o |= 1 << i
			}
		}
	}
	return o
}

// Officials is a table of people who hold or held a public office. It is safe for concurrent use.
type Officials struct {
	names *packed
	full  *table.Table // which piece of text a full name is
	text  string       // so that a look-up allocates nothing
}

// Official is one of them.
type Official struct {
	QID     int
	Country string // ISO 3166-1 alpha-2
	// Region is the last part of the ISO 3166-2 code of the region that the office is of, "" where it is the country's.
	Region  string
	Offices Offices
	// From and To are the first and the last year in office; To is 0 for one who still was when the table was made.
	From, To int
	// Name is the full name, where the key that found it was a surname.
	Name string
}

// In reports whether the official was in office in a year.
func (o *Official) In(year int) bool { return year >= o.From && (o.To == 0 || year <= o.To) }

// DefaultOfficials returns the embedded table.
func DefaultOfficials() (*Officials, error) { return loadOfficials() }

var loadOfficials = sync.OnceValues(func() (*Officials, error) { return ReadOfficials(officialsFile) })

// ReadOfficials makes a table of a file's bytes, which it keeps. The error matches [ErrFormat] for bytes of another
// form or version.
func ReadOfficials(file []byte) (*Officials, error) {
	names, err := openPacked(file, OfficialMagic, homeSize, officialsForm)
	if err != nil {
		return nil, err
	}
	full, text, err := table.OpenFirst(names.text)
	if err != nil {
		return nil, fmt.Errorf("%w: full names: %w", ErrFormat, err)
	}
	if full.Form() != fullNamesForm {
		return nil, fmt.Errorf("%w: full names in %+v", ErrFormat, full.Form())
	}
	return &Officials{names, full, string(text)}, nil
}

// Named calls do for each official of a name, a full one or the surname of a head of state or government, until it
// returns false.
func (o *Officials) Named(name string, do func(Official) bool) {
	key, surname := OrganisationKey(name), !strings.Contains(name, " ")
	for i, to := o.names.rows.Rows(key >> (organisationKey - officialBits)); i < to; i++ {
		x := o.at(i)
		if surname {
			if full := o.fullName(x.QID); OrganisationKey(full) != key {
				x.Name = full
			}
		}
		if !do(x) {
			return
		}
	}
}

func (o *Officials) at(i int) Official {
	value, extra := o.names.rows.Value(i), o.names.rows.Extra(i)
	x := Official{QID: int(value >> (homeBits + officeBits)), Offices: 1 << (value & (1<<officeBits - 1))}
	if home := o.names.code(value >> officeBits & (1<<homeBits - 1)); home != "" {
		x.Country, x.Region = home[:CodeSize], strings.TrimRight(home[CodeSize:], "\x00")
	}
	if extra[0] > 0 {
		x.From = FirstYear + int(extra[0])
	}
	if extra[1] > 0 {
		x.To = FirstYear + int(extra[1])
	}
	return x
}

// fullName returns the full name of an official who is known by a surname, "" where a damaged file has none.
func (o *Officials) fullName(qid int) string {
	piece, _ := o.full.Find(uint64(qid))
	from, size := int(piece>>8), int(piece&maxPiece)
	if from+size > len(o.text) {
		return ""
	}
	return o.text[from : from+size]
}

// KeyedOfficial is an [Official] under the [OrganisationKey] of one of its names.
type KeyedOfficial struct {
	Key uint64
	Official
}

func (x *KeyedOfficial) home() string { return padded(padded(x.Country, CodeSize)+x.Region, homeSize) }

// EncodeOfficials writes what [ReadOfficials] reads. Each row has one kind of office.
func EncodeOfficials(list []KeyedOfficial) ([]byte, error) {
	var homes []string
	for _, x := range list {
		homes = append(homes, x.home())
	}
	p := newPacker(OfficialMagic, officialsForm, homes)
	year := func(y int) byte { return byte(max(0, y-FirstYear)) }
	full := map[int]string{}
	for _, x := range list {
		office := uint64(bits.TrailingZeros8(uint8(x.Offices)))
		if bits.OnesCount8(uint8(x.Offices)) != 1 {
			return nil, fmt.Errorf("%w: Q%d has %d kinds of office", ErrFormat, x.QID, bits.OnesCount8(uint8(x.Offices)))
		}
		value := (uint64(x.QID)<<homeBits|p.number(x.home()))<<officeBits | office
		p.rows.Add(x.Key>>(organisationKey-officialBits), value, []byte{year(x.From), year(x.To)})
		if x.Name != "" {
			full[x.QID] = x.Name
		}
	}
	text, err := encodeFullNames(full)
	if err != nil {
		return nil, err
	}
	p.text = text
	return p.encode(homeBits)
}

// encodeFullNames writes the table of full names, and these.
func encodeFullNames(full map[int]string) ([]byte, error) {
	rows := table.NewBuilder(fullNamesForm)
	var text []byte
	for _, qid := range slices.Sorted(maps.Keys(full)) {
		name := full[qid]
		if len(name) > maxPiece || len(text)+len(name) > maxText {
			return nil, fmt.Errorf("%w: no room for the name %.300q", ErrFormat, name)
		}
		rows.Add(uint64(qid), uint64(len(text))<<8|uint64(len(name)), nil)
		text = append(text, name...)
	}
	head, err := rows.Encode()
	if err != nil {
		return nil, fmt.Errorf("%w: full names: %w", ErrFormat, err)
	}
	return append(head, text...), nil
}
