package opensearch

import (
	"encoding/base64"
	"encoding/json"
	"fmt"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
)

// cursor is where a page ended. It keeps no point in time: a cluster has room for
// a few hundred of those, and readers who turn a page are more.
type cursor struct {
	// Mark tells the query.
	Mark []byte `json:"m"`
	// After are the sort values of its last hit, as OpenSearch gave them.
	After []raw `json:"a"`
}

func (c cursor) String() string {
	b, _ := json.Marshal(c) // of bytes, strings and JSON that was read
	return base64.RawURLEncoding.EncodeToString(b)
}

// readCursor reads the cursor of a query.
func readCursor(q search.Query) (c cursor, err error) {
	b, err := base64.RawURLEncoding.DecodeString(q.Cursor)
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	if err != nil || len(c.After) == 0 {
		return c, fmt.Errorf("%w: not a cursor: %.40q", search.ErrQuery, q.Cursor)
	}
	if string(c.Mark) != string(engine.Mark(q)) {
		return c, fmt.Errorf("%w: the cursor is of another query", search.ErrQuery)
	}
	return c, nil
}
