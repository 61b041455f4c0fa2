package gazetteer

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFoldLatinIsFoldAny(t *testing.T) {
	assert.Len(t, latin, 0x180-0xC0)
	folded := 0
	for r := rune(0x80); r < 0x250; r++ {
		if fast, ok := foldLatin("x" + string(r)); ok {
			folded++
			assert.Equal(t, foldAny("x"+string(r)), fast, "%c", r)
		}
	}
	assert.Greater(t, folded, 150)
}
