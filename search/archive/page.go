package archive

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
)

// page returns the wanted window of what was found, or what follows the query's
// cursor, and whether there is more behind it.
func (v *view) page(q search.Query, list []uint64, s *scores) (top []candidate, more bool, err error) {
	if q.Cursor == "" {
		top, err = v.top(q, list, s)
		return top, len(top) > 0 && q.Offset+len(top) < len(list), err
	}
	last, err := readCursor(q)
	if err != nil || q.Limit < 0 {
		return nil, false, err
	}
	all, err := v.order(q, list, s)
	if err != nil {
		return nil, false, err
	}
	kept := all[:0]
	for _, c := range all {
		after := c.compare(last)
		if after == 0 {
			if c.id, err = v.id(c.doc); err != nil {
				return nil, false, err
			}
			after = cmp.Compare(c.id, last.id)
		}
		if after > 0 {
			kept = append(kept, c)
		}
	}
	top, err = v.first(kept, 0, engine.Limit(q))
	return top, len(top) < len(kept), err
}

// A cursor is base64 of 8 bytes that tell the query, 8 of the key, 8 of the date,
// and the id of the last hit of a page.
const cursorHead = 24

// cursorAfter returns the cursor that goes on behind a hit.
func cursorAfter(q search.Query, c candidate) string {
	b := make([]byte, cursorHead, cursorHead+len(c.id))
	copy(b, engine.Mark(q))
	binary.BigEndian.PutUint64(b[8:], math.Float64bits(c.key))
	binary.BigEndian.PutUint64(b[16:], uint64(c.date))
	return base64.RawURLEncoding.EncodeToString(append(b, c.id...))
}

// readCursor reads the cursor of a query.
func readCursor(q search.Query) (candidate, error) {
	b, err := base64.RawURLEncoding.DecodeString(q.Cursor)
	if err != nil || len(b) < cursorHead {
		return candidate{}, fmt.Errorf("%w: not a cursor: %.40q", search.ErrQuery, q.Cursor)
	}
	if string(b[:8]) != string(engine.Mark(q)) {
		return candidate{}, fmt.Errorf("%w: the cursor is of another query", search.ErrQuery)
	}
	return candidate{
		key:  math.Float64frombits(binary.BigEndian.Uint64(b[8:])),
		date: int64(binary.BigEndian.Uint64(b[16:])),
		id:   string(b[cursorHead:]),
	}, nil
}
