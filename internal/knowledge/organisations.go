package knowledge

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-go/dateline/internal/table"
)

// The file has three tables: names of organisations with an id in Wikidata, whose values have its
// number above that of the country, above a bit that says that it is local; names of others, with
// the country and that bit alone; and names of companies on a stock exchange, whose values are the
// number of the exchange, and the extras the symbol.
const (
	OrganisationMagic = "DLORGAN\x05" // the last byte is the version
	countryBits       = 8
	qidBits           = 28
	organisationKey   = 39 // bits of the key of a name
	keyBits           = 35 // of the names without an id
	// MostSymbol is how many letters the symbol of a company has at most.
	MostSymbol = 6
)

var (
	organisationsForm = table.Form{Key: organisationKey, Bucket: 12, Value: qidBits + countryBits + 1}
	homesForm         = table.Form{Key: keyBits, Bucket: 12, Value: countryBits + 1}
	tickersForm       = table.Form{Key: keyBits, Bucket: 9, Value: 5, Extra: MostSymbol}
)

// exchanges are the stock exchanges that a ticker can be of. The symbols of American companies are known without
// theirs.
const exchanges = "US LSE ISE TYO HKG SHA SHE NSE BOM ASX TPE TPEX TSX TSXV KRX KOSDAQ ETR EPA BME BIT SWX STO HEL " +
	"CPH OSL AMS EBR VIE ELI ATH JSE B3"

// american is the first of exchanges, of which a ticker says nothing.
const american = "US"

//go:embed organisations.bin
var organisationsFile []byte

// Organisations is a table of companies, universities, clubs, agencies and parties by name.
// It is safe for concurrent use. Names that are words, surnames or places too are not in it.
type Organisations struct {
	names          *packed
	homes, tickers *table.Table
}

// Organisation is what is known of one.
type Organisation struct {
	QID     int    // the number in Wikidata, 0 where it is not known
	Country string // ISO 3166-1 alpha-2, "" where it is not known
	// Local says that it is known from what is in its own country alone, such as a chain of shops or a council: in
	// others the name is likely that of another organisation.
	Local bool
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
	o, rest := &Organisations{names: names}, names.text
	for _, part := range []struct {
		to   **table.Table
		form table.Form
	}{{&o.homes, homesForm}, {&o.tickers, tickersForm}} {
		if *part.to, rest, err = table.OpenFirst(rest); err != nil {
			return nil, fmt.Errorf("%w: organisations: %w", ErrFormat, err)
		}
		if form := (*part.to).Form(); form != part.form {
			return nil, fmt.Errorf("%w: organisations in %+v, not %+v", ErrFormat, form, part.form)
		}
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("%w: organisations of %d bytes too many", ErrFormat, len(rest))
	}
	return o, nil
}

// OrganisationKey is the hash of a name in the table.
func OrganisationKey(name string) uint64 { return Key(name) >> (64 - organisationKey) }

// Named returns the organisation of a name, where only one has it.
func (o *Organisations) Named(name string) (Organisation, bool) {
	key := OrganisationKey(name)
	v, ok := o.names.rows.Find(key)
	if !ok {
		if v, ok = o.homes.Find(key >> (organisationKey - keyBits)); !ok {
			return Organisation{}, false
		}
	}
	country := o.names.code(v >> 1 & (1<<countryBits - 1))
	country = strings.TrimRight(country, "\x00")
	return Organisation{QID: int(v >> (countryBits + 1)), Country: country, Local: v&1 == 1}, true
}

// Ticker returns the symbol of a company on its stock exchange, such as "LSE:BARC", that of an American one alone; ""
// where it is not known.
func (o *Organisations) Ticker(name string) string {
	i, to := o.tickers.Rows(OrganisationKey(name) >> (organisationKey - keyBits))
	if i == to {
		return ""
	}
	symbol := strings.TrimRight(string(o.tickers.Extra(i)), "\x00")
	n := int(o.tickers.Value(i))
	for exchange := range strings.FieldsSeq(exchanges) {
		if n == 0 && exchange != american {
			return exchange + ":" + symbol
		}
		n--
	}
	return symbol
}

// NamedOrganisation is an [Organisation] while the table is made.
type NamedOrganisation struct {
	Organisation
	// Exchange and Symbol are those of a company whose shares are traded, "" of others. [IsExchange] knows the former.
	Exchange, Symbol string
}

// IsExchange reports whether a ticker can be of a stock exchange.
func IsExchange(code string) bool { return slices.Contains(strings.Fields(exchanges), code) }

// EncodeOrganisations writes what [ReadOrganisations] reads, of organisations by the keys of their names. The error
// wraps [ErrFormat].
func EncodeOrganisations(known map[uint64]NamedOrganisation) ([]byte, error) {
	var codes []string
	for _, x := range known {
		codes = append(codes, padded(x.Country, CodeSize))
	}
	p := newPacker(OrganisationMagic, organisationsForm, codes)
	homes, tickers := table.NewBuilder(homesForm), table.NewBuilder(tickersForm)
	for _, key := range slices.Sorted(maps.Keys(known)) {
		x := known[key]
		short, country := key>>(organisationKey-keyBits), p.number(padded(x.Country, CodeSize))<<1
		if x.Local {
			country |= 1
		}
		switch {
		case x.QID != 0:
			p.rows.Add(key, uint64(x.QID)<<(countryBits+1)|country, nil)
		case x.Country != "":
			homes.Add(short, country, nil)
		}
		if x.Symbol == "" {
			continue
		}
		exchange := slices.Index(strings.Fields(exchanges), x.Exchange)
		if exchange < 0 || len(x.Symbol) > MostSymbol {
			return nil, fmt.Errorf("%w: the ticker %s:%s", ErrFormat, x.Exchange, x.Symbol)
		}
		tickers.Add(short, uint64(exchange), []byte(padded(x.Symbol, MostSymbol)))
	}
	for _, b := range []*table.Builder{homes, tickers} {
		data, err := b.Encode()
		if err != nil {
			return nil, fmt.Errorf("%w: organisations: %w", ErrFormat, err)
		}
		p.text = append(p.text, data...)
	}
	return p.encode(countryBits)
}
