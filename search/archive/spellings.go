package archive

import (
	"strings"
	"sync"

	"github.com/dateline-go/dateline/search/internal/engine"
)

// maxSpellings is how many terms are remembered as documents write them.
const maxSpellings = 4096

// spellings remember how documents write the terms that suggestions show. A document has the same
// number in its segment as long as there is the segment. When they are full they begin again.
type spellings struct {
	mu    sync.Mutex
	known map[spelling]string
}

// spelling is a term of a document by its segment and its number there.
type spelling struct {
	segment, doc uint64
	engine.FieldTerm
}

func (w *spellings) get(key spelling) (written string, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	written, ok = w.known[key]
	return written, ok
}

func (w *spellings) put(key spelling, written string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.known == nil || len(w.known) >= maxSpellings {
		w.known = map[spelling]string{}
	}
	key.Term = strings.Clone(key.Term)
	w.known[key] = strings.Clone(written)
}
