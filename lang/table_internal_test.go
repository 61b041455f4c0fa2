package lang

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTableFindsEveryWord adds words of every length, some that only their middle tells apart, and
// more than the first slots hold.
func TestTableFindsEveryWord(t *testing.T) {
	l := NewLexicon()
	words := []string{"a", "é", "of", "mayor", "Rs", "$", "vice president", "o’clock", "日", "\xff", "harbourmasters", "harbormrmasters"}
	for i := range 300 {
		words = append(words, fmt.Sprintf("ferry%03dmoorings", i))
	}
	for _, w := range words {
		require.NoError(t, l.Add(w+"\tcourtesy\n"))
	}
	for _, w := range words {
		assert.True(t, l.Is(w, Courtesy), w)
		assert.False(t, l.Is(w+"x", Courtesy), w)
	}
	assert.False(t, l.Is("", Courtesy))
}
