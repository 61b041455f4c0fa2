package archive

import (
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"

	"github.com/dateline-go/dateline/search"
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
	limit := q.Limit
	if limit == 0 {
		limit = defaultLimit
	}
	top, err = v.first(kept, 0, limit)
	return top, len(top) < len(kept), err
}

// A cursor is base64 of 8 bytes that tell the query, 8 of the key, 8 of the date,
// and the id of the last hit of a page.
const cursorHead = 24

// cursorAfter returns the cursor that goes on behind a hit.
func cursorAfter(q search.Query, c candidate) string {
	b := make([]byte, cursorHead, cursorHead+len(c.id))
	copy(b, mark(q))
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
	if string(b[:8]) != string(mark(q)) {
		return candidate{}, fmt.Errorf("%w: the cursor is of another query", search.ErrQuery)
	}
	return candidate{
		key:  math.Float64frombits(binary.BigEndian.Uint64(b[8:])),
		date: int64(binary.BigEndian.Uint64(b[16:])),
		id:   string(b[cursorHead:]),
	}, nil
}

// mark tells queries apart by what they find and in which order.
func mark(q search.Query) []byte {
	raw, _ := json.Marshal([]any{q.Where(), q.Sort, q.HalfLife, q.Feedback}) // dates are the only values that may fail, alike for both
	sum := sha256.Sum256(raw)
	return sum[:8]
}
