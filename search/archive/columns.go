package archive

import (
	"math"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline/search"
)

// undated stands for the date of a document that has none.
const undated = math.MinInt64

// columnCache keeps what facets, dates and orders read of each document, by the
// segments of the index. A segment never changes, so that a write costs the
// reading of what it wrote, and a merge that of its result.
type columnCache struct {
	mu       sync.Mutex
	segments map[uint64]*segmentColumns
	names    []names // by facet
	state    index.IndexReader
	columns  *columns // of that state

	spellings spellings
}

// columns are the columns of one state of the index. They have deleted documents
// too, until those are merged away.
type columns struct {
	dates    []int64 // seconds, by document number
	segments []*segmentColumns
	offsets  []uint64 // the first document number of each
	values   [][]string
}

// segmentColumns are those of one segment.
type segmentColumns struct {
	dates  []int64
	facets []facetColumn
}

// facetColumn holds the values of each document in one facet: document i has
// values[starts[i]:starts[i+1]], each a place in the names of the facet.
type facetColumn struct{ starts, values []uint32 }

// names numbers the values of a facet.
type names struct {
	numbers map[string]uint32
	values  []string
	text    strings.Builder // where the newest of them stand: many small strings are work for the garbage collector
}

// namesText is how many bytes of names stand in one piece of memory.
const namesText = 64 << 10

// columns returns the columns of the state that the view sees.
func (v *view) columns() (*columns, error) {
	c := v.cache
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.state == v.r {
		return c.columns, nil
	}
	parts, err := v.segments()
	if err != nil {
		return nil, err
	}
	if c.names == nil {
		c.names = make([]names, len(search.Facets()))
		for i := range c.names {
			c.names[i].numbers = map[string]uint32{}
		}
	}
	cols := new(columns)
	live := make(map[uint64]*segmentColumns, len(parts))
	first := uint64(0)
	for _, p := range parts {
		s := c.segments[p.id]
		if s == nil {
			if s, err = c.read(v, first, p.size); err != nil {
				return nil, err
			}
		}
		live[p.id] = s
		cols.segments = append(cols.segments, s)
		cols.offsets = append(cols.offsets, first)
		cols.dates = append(cols.dates, s.dates...)
		first += uint64(p.size)
	}
	for i := range c.names {
		cols.values = append(cols.values, c.names[i].values)
	}
	c.state, c.columns, c.segments = v.r, cols, live
	return cols, nil
}

// segment is a part of the index that never changes.
type segment struct {
	id   uint64
	size int // documents, deleted ones too
}

// segments returns the segments of the state, in the order of document numbers.
func (v *view) segments() ([]segment, error) {
	snapshot, ok := v.r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, errReader
	}
	var list []segment
	for _, s := range snapshot.Segments() {
		list = append(list, segment{s.Id(), int(s.FullSize())})
	}
	return list, nil
}

// read reads the columns of the segment whose documents begin at a number.
func (c *columnCache) read(v *view, first uint64, size int) (*segmentColumns, error) {
	facets := search.Facets()
	at := make(map[string]int, len(facets))
	s := &segmentColumns{dates: make([]int64, size), facets: make([]facetColumn, len(facets))}
	for i, f := range facets {
		at[f] = i
		s.facets[i].starts = make([]uint32, 1, size+1)
	}
	visit, err := v.column(append(facets, fieldPublished)...)
	if err != nil {
		return nil, err
	}
	for i := range size {
		if i%checkEvery == 0 && v.ctx.Err() != nil {
			return nil, v.ctx.Err()
		}
		s.dates[i] = undated
		err := visit(first+uint64(i), func(field string, term []byte) {
			if field == fieldPublished {
				s.dates[i] = unixOf(term)
				return
			}
			k := at[field]
			s.facets[k].values = append(s.facets[k].values, c.names[k].number(term))
		})
		if err != nil {
			return nil, err
		}
		for k := range s.facets {
			f := &s.facets[k]
			f.starts = append(f.starts, uint32(len(f.values)))
		}
	}
	return s, nil
}

// number returns the number of a value.
func (n *names) number(term []byte) uint32 {
	k, ok := n.numbers[string(term)]
	if !ok {
		k = uint32(len(n.values))
		value := n.keep(term)
		n.numbers[value] = k
		n.values = append(n.values, value)
	}
	return k
}

// keep returns a value as a string beside those before it.
func (n *names) keep(term []byte) string {
	if n.text.Cap()-n.text.Len() < len(term) {
		n.text = strings.Builder{}
		n.text.Grow(max(namesText, len(term)))
	}
	at := n.text.Len()
	n.text.Write(term)
	return n.text.String()[at:]
}
