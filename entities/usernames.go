package entities

import (
	"fmt"
	"io"

	"github.com/dateline-go/dateline/internal/authority"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// ErrNames is wrapped by the errors of [ReadNames] for a file that is not as
// docs/names-file.md says. The error names the line.
var ErrNames = authority.ErrFile

// Names are names of the user's own: more names, other names of one thing,
// corrections, and words that are no name. They are read by [ReadNames], never
// change, and are safe for concurrent use. The zero value has none.
type Names struct{ list *authority.List }

// Len returns how many rows there are.
func (n *Names) Len() int {
	if n == nil {
		return 0
	}
	return n.list.Len()
}

// ReadNames reads a names file: lines of TSV, or of CSV where the first line has no
// tab, with the columns action, name, label, aliases (with "|" between them),
// country, GeoNames id, id, ids, roles and article; empty ones at the end may be left
// off, and a header may put them into another order. docs/names-file.md describes
// them. The error wraps [ErrNames] and names the line, or is that of the reader. At
// most 64 MiB and 500,000 rows are read.
func ReadNames(r io.Reader) (*Names, error) {
	list, err := authority.Read(r)
	if err != nil {
		return nil, err
	}
	return &Names{list}, nil
}

// NameRow is a row that [WriteNames] writes. docs/names-file.md says what its columns mean.
type NameRow = authority.Written

// WriteNames writes a names file that [ReadNames] reads. Line breaks and tabs in texts become spaces. Columns that no
// row has are left out.
func WriteNames(w io.Writer, rows []NameRow) error { return authority.Write(w, rows) }

// ErrOutlets is wrapped by the errors of [ReadOutlets] for a file that is not as docs/names-file.md says. The error
// names the line.
var ErrOutlets = authority.ErrOutlets

// Outlets are news sites with their homes, which [ReadOutlets] reads. They never change, and are safe for concurrent
// use. The zero value has none.
type Outlets struct{ sites *authority.Outlets }

// Len returns how many sites there are.
func (o *Outlets) Len() int {
	if o == nil {
		return 0
	}
	return o.sites.Len()
}

// ReadOutlets reads a file of news sites: TSV, or CSV where the first line has no tab, with the columns site
// ("example.com", which stands for its subdomains too), home (the ISO 3166 code of a country or of a region in it; none
// for a site that says nothing) and town (one in that home). The error wraps [ErrOutlets] and names the line, or that
// of the reader. At most 64 MiB and 200,000 rows are read.
func ReadOutlets(r io.Reader) (*Outlets, error) {
	sites, err := authority.ReadOutlets(r)
	if err != nil {
		return nil, err
	}
	return &Outlets{sites}, nil
}

// NamesReport is what [CheckNames] finds in a names file.
type NamesReport struct {
	// Rows is how many rows are as they should be.
	Rows int
	// Errors are the mistakes, each of which [ReadNames] refuses the file for, in the order of the lines; at most 1,000.
	Errors []error
	// Clashes are rows that are read but may not do what is meant: a text that differs from another by case alone, or
	// that the world knows as something else.
	Clashes []string
}

// CheckNames reads a names file as [ReadNames] does and goes on after a mistake. Its error is that of the reader, or
// says that the file as a whole is refused.
func CheckNames(r io.Reader) (NamesReport, error) {
	world, err := gazetteer.Default()
	if err != nil {
		return NamesReport{}, fmt.Errorf("entities: %w", err)
	}
	report, err := authority.Check(r, world)
	return NamesReport(report), err
}
