package stats

import (
	"errors"
	"fmt"
	"math"

	"github.com/dateline-go/dateline/internal/hash"
	"github.com/dateline-go/dateline/internal/table"
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

// English returns the document frequencies of English news. The first call opens
// the embedded table; later calls return the same value. It is safe for concurrent use.
func English() (*Frequencies, error) { return lang.Load(en.Frequencies(), Decode) }

// idfStep is the width of a step in which the table keeps logarithms.
const idfStep = 1.0 / 24

// Frequencies holds the document frequency of each stem of a background corpus,
// as a logarithm in steps of 1/24. It is safe for concurrent use.
type Frequencies struct {
	about  string
	packed []byte // what steps is opened of
	steps  *table.Table
	rarest float64
}

// IDF returns the inverse document frequency of a stem, the natural logarithm of
// the number of documents by those that hold it: 0 for a word that stands in each,
// about 10 for a rare one. A stem that the table does not know gets [Frequencies.Rarest].
func (f *Frequencies) IDF(stem string) float64 {
	if s, ok := f.steps.Find(f.steps.Key(hash.String(stem))); ok {
		return float64(s) * idfStep
	}
	return f.rarest
}

// Known reports whether the table holds a stem.
func (f *Frequencies) Known(stem string) bool {
	_, ok := f.steps.Find(f.steps.Key(hash.String(stem)))
	return ok
}

// Rarest returns the inverse document frequency of stems that are not in the
// table, one step above the highest of those that are.
func (f *Frequencies) Rarest() float64 { return f.rarest }

// Len returns the number of stems.
func (f *Frequencies) Len() int { return f.steps.Len() }

// About returns the table's header: its sources with licences and checksums.
func (f *Frequencies) About() string { return f.about }

// New makes a table from the number of documents and the documents that hold each
// stem; both may be weighted. It fails on a count that is not positive or above total.
func New(about string, total float64, counts map[string]float64) (*Frequencies, error) {
	rows := table.NewBuilder(form)
	steps := map[uint64]uint64{}
	for stem, n := range counts {
		if !(n > 0 && n <= total) {
			return nil, fmt.Errorf("stats: %q stands in %v of %v documents", stem, n, total)
		}
		key := hash.String(stem) >> (64 - form.Key)
		step := uint64(min(math.Round(math.Log(total/n)/idfStep), noStep-1))
		if old, ok := steps[key]; ok {
			step = min(step, old) // two stems with one key: as common as the more common one
		}
		steps[key] = step
	}
	for key, step := range steps {
		rows.Add(key, step, nil)
	}
	packed, err := rows.Encode()
	if err != nil {
		return nil, fmt.Errorf("stats: %w", err)
	}
	f := &Frequencies{about: about, packed: packed}
	if err := f.open(); err != nil {
		return nil, fmt.Errorf("stats: %w", err)
	}
	return f, nil
}
