package knowledge

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"sort"
	"strings"
	"sync"
)

// The file of outlets is a header of 16 bytes, the records in the order of their hash,
// and the names. A record has five bytes of a site's hash, two of its country, three of
// the number of its home in the table of places and one, and three of where its name ends.
const (
	OutletMagic  = "DLOUTLT\x01"
	OutletHeader = 16
	OutletSize   = 13
)

//go:embed outlets.bin
var outletsFile string

// Outlets is a table of news sites. It is safe for concurrent use.
type Outlets struct {
	places         *Table
	records, names string
}

// Outlet is a news site.
type Outlet struct {
	// Name is what the outlet calls itself, "" where only the country of the site is known.
	Name string
	// Country is its ISO 3166-1 alpha-2 code.
	Country string
	// Home is the town or region that it writes for; not [Place.Known] where that is its
	// country or the world.
	Home Place
}

// DefaultOutlets returns the embedded table.
func DefaultOutlets() (*Outlets, error) { return loadOutlets() }

var loadOutlets = sync.OnceValues(func() (*Outlets, error) {
	t, err := Default()
	if err != nil {
		return nil, err
	}
	return ReadOutlets(outletsFile, t)
})

// ReadOutlets makes a table of a file's bytes, which it keeps, and of the places that its
// rows count. The error matches [ErrFormat] for bytes of another form or version.
func ReadOutlets(file string, places *Table) (*Outlets, error) {
	if len(file) < OutletHeader || file[:len(OutletMagic)] != OutletMagic {
		return nil, fmt.Errorf("%w: not one of outlets", ErrFormat)
	}
	rows, names := int(u32(file, 8)), int(u32(file, 12))
	if OutletHeader+rows*OutletSize+names != len(file) || int(u32(file, 12)) >= 1<<24 {
		return nil, fmt.Errorf("%w: the counts of outlets do not agree", ErrFormat)
	}
	at := OutletHeader + rows*OutletSize
	return &Outlets{places, file[OutletHeader:at], file[at:]}, nil
}

// Of returns the outlet of a host, such as "www.example.co.uk": that of the host or of
// the longest end of it that is known, at the least of its country.
func (o *Outlets) Of(host string) (Outlet, bool) {
	for host != "" {
		if i, ok := o.find(OutletKey(host)); ok {
			return o.at(i), true
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return Outlet{}, false
}

// OutletKey is the hash of a site in the table.
func OutletKey(site string) uint64 {
	var buf [96]byte
	return hash(append(buf[:0], site...)) >> 24
}

func (o *Outlets) find(key uint64) (int, bool) {
	n := len(o.records) / OutletSize
	i := sort.Search(n, func(i int) bool { return u40(o.records, i*OutletSize) >= key })
	return i, i < n && u40(o.records, i*OutletSize) == key
}

func (o *Outlets) at(i int) Outlet {
	r := o.records[i*OutletSize : (i+1)*OutletSize]
	from := 0
	if i > 0 {
		from = int(u24(o.records, i*OutletSize-3))
	}
	x := Outlet{Name: o.names[from:int(u24(r, 10))], Country: r[5:7]}
	if n := int(u24(r, 7)); n > 0 && n <= o.places.Len() {
		x.Home = o.places.At(n - 1)
	}
	return x
}

// AppendOutlet appends the record of a site to a file that is written: home is the
// number of a place and one, 0 for none.
func AppendOutlet(dst []byte, key uint64, country string, home, nameEnd int) []byte {
	dst = append(binary.LittleEndian.AppendUint32(dst, uint32(key)), byte(key>>32))
	dst = append(dst, country[0], country[1])
	return append(dst, byte(home), byte(home>>8), byte(home>>16), byte(nameEnd), byte(nameEnd>>8), byte(nameEnd>>16))
}
