package knowledge

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/dateline-go/dateline/internal/table"
)

// A value of the table has the number of the site's home in the table of places and one, 0 for none, above the
// number of its country. A row's extra is the outlet's name.
const OutletMagic = "DLOUTLT\x02" // the last byte is the version

var outletsForm = table.Form{Key: 40, Bucket: 10, Value: entryBits + countryBits, Extra: pieceSize}

//go:embed outlets.bin
var outletsFile []byte

// Outlets is a table of news sites. It is safe for concurrent use.
type Outlets struct {
	places *Table
	sites  *packed
}

// Outlet is a news site.
type Outlet struct {
	// Country is its ISO 3166-1 alpha-2 code.
	Country string
	// Home is the town or region that it writes for; not [Place.Known] where that is its
	// country or the world.
	Home Place

	name []byte
}

// Name is what the outlet calls itself, "" where only the country of the site is known.
func (x Outlet) Name() string { return string(x.name) }

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
func ReadOutlets(file []byte, places *Table) (*Outlets, error) {
	sites, err := openPacked(file, OutletMagic, CodeSize, outletsForm)
	if err != nil {
		return nil, err
	}
	return &Outlets{places, sites}, nil
}

// Of returns the outlet of a host, such as "www.example.co.uk": that of the host or of
// the longest end of it that is known, at the least of its country.
func (o *Outlets) Of(host string) (Outlet, bool) {
	for host != "" {
		if i, to := o.sites.rows.Rows(OutletKey(host)); i < to {
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

func (o *Outlets) at(i int) Outlet {
	value := o.sites.rows.Value(i)
	from, to := o.sites.piece(o.sites.rows.Extra(i))
	x := Outlet{Country: o.sites.code(value & (1<<countryBits - 1)), name: o.sites.text[from:to]}
	if n := int(value >> countryBits); n > 0 && n <= o.places.Len() {
		x.Home = o.places.At(n - 1)
	}
	return x
}

// Site is a news site while the table is made.
type Site struct {
	Host, Name, Country string
	Home                int // the number of a place and one, 0 for none
}

// EncodeOutlets writes what [ReadOutlets] reads. Each host must be there once.
func EncodeOutlets(list []Site) ([]byte, error) {
	var codes []string
	seen := map[uint64]string{}
	for _, x := range list {
		key := OutletKey(x.Host)
		if was, ok := seen[key]; ok {
			return nil, fmt.Errorf("%w: the sites %s and %s have one key", ErrFormat, was, x.Host)
		}
		seen[key] = x.Host
		codes = append(codes, padded(x.Country, CodeSize))
	}
	p := newPacker(OutletMagic, outletsForm, codes)
	for _, x := range list {
		extra, err := p.appendPiece(nil, x.Name)
		if err != nil {
			return nil, err
		}
		p.rows.Add(OutletKey(x.Host), uint64(x.Home)<<countryBits|p.number(padded(x.Country, CodeSize)), extra)
	}
	return p.encode(countryBits)
}
