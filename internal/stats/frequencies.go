package stats

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// ErrFormat comes back when a table of document frequencies cannot be read.
var ErrFormat = errors.New("stats: not a table of document frequencies")

// Of returns the document frequencies of a language's news, read on the first call and then shared; nil where the pack
// has none. The error wraps [ErrFormat].
func Of(p *lang.Pack) (*Frequencies, error) {
	if p.Frequencies == nil {
		return nil, nil
	}
	return lang.Load(p.Frequencies, Decode)
}

// English returns the document frequencies of English news. The first call reads
// the embedded table, some milliseconds and megabytes; later calls return the
// same value. It is safe for concurrent use.
func English() (*Frequencies, error) { return lang.Load(en.Frequencies(), Decode) }

// idfStep is the width of a step in which the table keeps logarithms.
const idfStep = 1.0 / 24

// Frequencies holds the document frequency of each stem of a background corpus,
// as a logarithm in steps of 1/24. It is safe for concurrent use.
type Frequencies struct {
	about  string
	steps  table
	rarest float64
}

// IDF returns the inverse document frequency of a stem, the natural logarithm of
// the number of documents by those that hold it: 0 for a word that stands in each,
// about 10 for a rare one. A stem that the table does not know gets [Frequencies.Rarest].
func (f *Frequencies) IDF(stem string) float64 {
	if s, ok := f.steps.find(stem); ok {
		return float64(s) * idfStep
	}
	return f.rarest
}

// Known reports whether the table holds a stem.
func (f *Frequencies) Known(stem string) bool {
	_, ok := f.steps.find(stem)
	return ok
}

// Rarest returns the inverse document frequency of stems that are not in the
// table, one step above the highest of those that are.
func (f *Frequencies) Rarest() float64 { return f.rarest }

// Len returns the number of stems.
func (f *Frequencies) Len() int { return len(f.steps.steps) }

// About returns the table's header: its sources with licences and checksums.
func (f *Frequencies) About() string { return f.about }

// New makes a table from the number of documents and the documents that hold each
// stem; both may be weighted. It fails on a count that is not positive or above total.
func New(about string, total float64, counts map[string]float64) (*Frequencies, error) {
	f := &Frequencies{about: about}
	f.steps.grow(len(counts))
	var top uint8
	for _, stem := range slices.Sorted(maps.Keys(counts)) {
		n := counts[stem]
		if !(n > 0 && n <= total) {
			return nil, fmt.Errorf("stats: %q stands in %v of %v documents", stem, n, total)
		}
		s := uint8(min(math.Round(math.Log(total/n)/idfStep), math.MaxUint8-1))
		f.steps.add(stem, s)
		top = max(top, s)
	}
	f.rarest = float64(top+1) * idfStep
	return f, nil
}
