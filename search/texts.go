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

// pieces keep small lists side by side in memory, as texts keep strings.
type pieces[T any] struct{ piece []T }

// piecesLen is how many values stand in one piece of memory.
const piecesLen = 16 << 10

// keep returns a copy of a list that stands beside the others, nil for an empty one.
func (p *pieces[T]) keep(list []T) []T {
	if len(list) == 0 {
		return nil
	}
	if cap(p.piece)-len(p.piece) < len(list) {
		p.piece = make([]T, 0, max(piecesLen, len(list)))
	}
	at := len(p.piece)
	p.piece = append(p.piece, list...)
	return p.piece[at:len(p.piece):len(p.piece)] // of no more room, so that who appends does not write over the next
}
