package search

import "strings"

// texts keep small strings side by side in memory. Each by itself would be work for the garbage
// collector each time, and an index of many articles has hundreds of thousands of them.
type texts struct{ piece strings.Builder }

// textsPiece is how many bytes of them stand in one piece of memory.
const textsPiece = 64 << 10

// keep returns a copy of a string that stands beside the others.
func (t *texts) keep(s string) string {
	if t.piece.Cap()-t.piece.Len() < len(s) {
		t.piece = strings.Builder{}
		t.piece.Grow(max(textsPiece, len(s)))
	}
	at := t.piece.Len()
	t.piece.WriteString(s)
	return t.piece.String()[at:]
}
