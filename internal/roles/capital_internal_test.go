package roles

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestIsCapital has letters of more than one byte, and what is no letter.
func TestIsCapital(t *testing.T) {
	for word, want := range map[string]bool{"Énergie": true, "Works": true, "énergie": false, "works": false, "2nd": false, "": false} {
		assert.Equal(t, want, isCapital(word), word)
	}
}
