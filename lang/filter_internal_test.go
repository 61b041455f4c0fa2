package lang

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestFilterHidesNoWord adds words of every length and looks each up again: what the filter
// passes over must not be in a table.
func TestFilterHidesNoWord(t *testing.T) {
	l := NewLexicon()
	words := []string{"a", "é", "of", "mayor", "Rs", "$", "vice president", "o’clock", "日", "\xff"}
	for _, w := range words {
		require.NoError(t, l.Add(w+"\tcourtesy\n"))
	}
	for _, w := range words {
		assert.True(t, l.Is(w, Courtesy), w)
		assert.False(t, l.Is(w+"x", Courtesy), w)
	}
	assert.False(t, l.Is("", Courtesy))
}
