package web

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/search"
)

// TestGently gives profiles on in their order, with an error among them, while the desk is asked something.
func TestGently(t *testing.T) {
	broken := errors.New("one that cannot be read")
	const all = 3*gatherPart + 5
	profiles := func(yield func(*search.Profile, error) bool) {
		for i := range all {
			if i == gatherPart && !yield(nil, broken) || i != gatherPart && !yield(&search.Profile{ID: string(rune('A' + i))}, nil) {
				return
			}
		}
	}
	asked := 0
	d := newDigest(time.Second)
	d.pressed = func() bool { asked++; return asked == 2 }
	n, failed := 0, 0
	for p, err := range d.gently(t.Context(), profiles) {
		if err != nil {
			assert.Equal(t, gatherPart, n)
			failed++
		} else {
			assert.Equal(t, string(rune('A'+n)), p.ID)
		}
		n++
	}
	assert.Equal(t, []int{all, 1, 3}, []int{n, failed, asked})
	for range d.gently(t.Context(), profiles) {
		break
	}
}
