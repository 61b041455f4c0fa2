package knowledge

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"sort"
	"strings"
	"sync"
)

// The file of officials is a header of 16 bytes, the records in the order of their hash, and the full names of those
// who are known by a surname. A record has five bytes of a name's hash, four of the number in Wikidata, two of the
// country, two of the region, one each for the kinds of office, the first and the last year, and three for where the
// full name begins, with its length in one.
const (
	OfficialMagic  = "DLOFFIC\x01"
	OfficialHeader = 16
	OfficialSize   = 20
	// FirstYear is the year before the first that a record can have.
	FirstYear = 1850
)

//go:embed officials.bin
var officialsFile string

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
type Officials struct{ records, names string }

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
func ReadOfficials(file string) (*Officials, error) {
	if len(file) < OfficialHeader || file[:len(OfficialMagic)] != OfficialMagic {
		return nil, fmt.Errorf("%w: not one of officials", ErrFormat)
	}
	at := OfficialHeader + int(u32(file, 8))*OfficialSize
	if at+int(u32(file, 12)) != len(file) {
		return nil, fmt.Errorf("%w: the count of officials does not agree", ErrFormat)
	}
	return &Officials{file[OfficialHeader:at], file[at:]}, nil
}

// Named calls do for each official of a name, a full one or the surname of a head of state or government, until it
// returns false.
func (o *Officials) Named(name string, do func(Official) bool) {
	key := OrganisationKey(name)
	n := len(o.records) / OfficialSize
	i := sort.Search(n, func(i int) bool { return u40(o.records, i*OfficialSize) >= key })
	for ; i < n && u40(o.records, i*OfficialSize) == key; i++ {
		if !do(o.at(i)) {
			return
		}
	}
}

func (o *Officials) at(i int) Official {
	r := o.records[i*OfficialSize : (i+1)*OfficialSize]
	x := Official{QID: int(u32(r, 5)), Country: r[9:11], Region: strings.TrimRight(r[11:13], "\x00"),
		Offices: Offices(r[13])}
	if r[14] > 0 {
		x.From = FirstYear + int(r[14])
	}
	if r[15] > 0 {
		x.To = FirstYear + int(r[15])
	}
	at := int(u24(r, 16))
	if end := at + int(r[19]); end <= len(o.names) {
		x.Name = o.names[at:end]
	}
	return x
}

// AppendOfficial appends a record to a file that is written; the name begins at a byte of the names.
func AppendOfficial(dst []byte, key uint64, o Official, name int) []byte {
	dst = append(binary.LittleEndian.AppendUint32(dst, uint32(key)), byte(key>>32))
	dst = binary.LittleEndian.AppendUint32(dst, uint32(o.QID))
	var codes [4]byte
	copy(codes[:2], o.Country)
	copy(codes[2:], o.Region)
	dst = append(dst, codes[:]...)
	year := func(y int) byte { return byte(max(0, y-FirstYear)) }
	dst = append(dst, byte(o.Offices), year(o.From), year(o.To))
	return append(dst, byte(name), byte(name>>8), byte(name>>16), byte(len(o.Name)))
}
