package search

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestTexts keeps more than a piece holds, a string that is longer than one, and none.
func TestTexts(t *testing.T) {
	var x texts
	long := strings.Repeat("ferry ", textsPiece)
	var kept, want []string
	for i := range 30_000 {
		s := strings.Repeat("å", i%7)
		if i == 20_000 {
			s = long
		}
		kept, want = append(kept, x.keep(s)), append(want, s)
	}
	assert.Equal(t, want, kept, "those kept before stand as they were")
}
