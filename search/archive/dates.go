package archive

import (
	"math"
	"sync"

	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline/search"
)

// undated stands for the date of a document that has none.
const undated = math.MinInt64

// dateCache keeps the dates of one state of the index by document number, so
// that ordering and ranges do not read columns each time.
type dateCache struct {
	mu    sync.Mutex
	state index.IndexReader
	dates []int64
}

// few is for how many documents reading their dates is cheaper than reading all.
const few = 1000

// datesOf sets the dates of candidates so that a higher one comes first in an
// order; those without a date come last in each.
func (v *view) datesOf(list []candidate, order search.Sort) error {
	c := &v.archive.columns
	c.mu.Lock()
	known := c.state == v.r
	c.mu.Unlock()
	if known || len(list) > few {
		dates, err := v.dates()
		if err != nil {
			return err
		}
		for i := range list {
			list[i].date = dates[list[i].doc]
		}
	} else {
		visit, err := v.columns(fieldPublished)
		if err != nil {
			return err
		}
		for i := range list {
			list[i].date = undated
			if err := visit(list[i].doc, func(_ string, term []byte) { list[i].date = unixOf(term) }); err != nil {
				return err
			}
		}
	}
	for i := range list {
		if d := &list[i].date; order == search.Oldest && *d != undated {
			*d = -*d
		}
	}
	return nil
}

// dates returns the dates of all documents in seconds, by document number.
// bleve gives the same reader for as long as nothing is written.
func (v *view) dates() ([]int64, error) {
	c := &v.archive.columns
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.state == v.r {
		return c.dates, nil
	}
	all, err := v.all()
	if err != nil {
		return nil, err
	}
	dates := make([]int64, 64*len(all.words))
	visit, err := v.columns(fieldPublished)
	if err != nil {
		return nil, err
	}
	for _, doc := range all.list() {
		date := int64(undated)
		if err := visit(doc, func(_ string, term []byte) { date = unixOf(term) }); err != nil {
			return nil, err
		}
		dates[doc] = date
	}
	c.state, c.dates = v.r, dates
	return dates, nil
}
