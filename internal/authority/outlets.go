package authority

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/internal/resolve"
)

// ErrOutlets is wrapped by the errors of [ReadOutlets] for a file that is not as docs/names-file.md says. The error
// names the line.
var ErrOutlets = errors.New("entities: outlets file")

// Bounds of an outlets file.
const (
	maxOutlets = 200_000
	maxHost    = 253 // of the domain name system
)

// The columns of an outlets file, in order.
const (
	columnSite = iota
	columnHome
	columnTown
	outletColumns
)

var outletHeader = []string{"site", "home", "town"}

// Outlets are news sites with their homes, as a user says. They never change and are safe for concurrent use. nil
// has none.
type Outlets struct{ homes map[string]outlet }

type outlet struct {
	home resolve.Home
	line int
}

// Len returns how many sites there are.
func (o *Outlets) Len() int {
	if o == nil {
		return 0
	}
	return len(o.homes)
}

// Home returns the home of the outlet behind a host, and whether a row is about it: that of the host, else of the
// longest end of it after a dot.
func (o *Outlets) Home(host string) (resolve.Home, bool) {
	for o.Len() > 0 && host != "" {
		if x, ok := o.homes[host]; ok {
			return x.home, true
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return resolve.Home{}, false
}

// ReadOutlets reads a file of news sites: TSV or CSV with the columns site, home (the ISO 3166 code of a country or of
// a region in it, none for a site that says nothing) and town, and with such a header or none. The error wraps
// [ErrOutlets] and names the line, or that of the reader. At most 64 MiB and 200,000 rows are read.
func ReadOutlets(r io.Reader) (*Outlets, error) {
	b, err := readFile(r, ErrOutlets)
	if err != nil {
		return nil, err
	}
	places, err := knowledge.Default()
	if err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	o := &Outlets{homes: map[string]outlet{}}
	first := true
	err = eachRow(b, ErrOutlets, func(line int, cols []string) error {
		header := first && slices.Equal(cols, outletHeader[:min(len(cols), outletColumns)])
		if first = false; header {
			return nil
		}
		if err := o.add(places, line, cols); err != nil {
			return fmt.Errorf("%w line %d: %w", ErrOutlets, line, err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return o, nil
}

// add adds a row.
func (o *Outlets) add(places *knowledge.Table, line int, cols []string) error {
	if len(cols) > outletColumns {
		return fmt.Errorf("want at most %d columns, got %d", outletColumns, len(cols))
	}
	cols = append(cols, make([]string, outletColumns-len(cols))...)
	host := strings.TrimPrefix(strings.ToLower(cols[columnSite]), "www.")
	if host == "" || len(host) > maxHost || strings.ContainsAny(host, "/: ") || !strings.Contains(host, ".") {
		return fmt.Errorf("site %q is no host such as example.com", cols[columnSite])
	}
	if was, ok := o.homes[host]; ok {
		return fmt.Errorf("%s is on line %d already", host, was.line)
	}
	if len(o.homes) == maxOutlets {
		return fmt.Errorf("more than %d rows", maxOutlets)
	}
	home, err := homeIn(places, cols[columnHome], cols[columnTown])
	if err != nil {
		return err
	}
	o.homes[host] = outlet{home, line}
	return nil
}

// homeIn returns the home with a code, or the town of a name in it that has the most people.
func homeIn(places *knowledge.Table, code, town string) (resolve.Home, error) {
	home, ok := resolve.HomeIn(places, code)
	switch {
	case !ok:
		return home, fmt.Errorf("home %q is no ISO 3166 code", code)
	case town == "":
		return home, nil
	case code == "":
		return home, errors.New("a town needs the country or region that it is in as its home")
	}
	for p := range places.Named(town) {
		if p.Kind() == knowledge.Town && p.Country() == home.Country && p.In(home.Place) {
			return resolve.Home{Country: home.Country, Place: p}, nil
		}
	}
	return home, fmt.Errorf("no town %q is known in %s", town, code)
}
