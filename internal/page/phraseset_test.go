package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/lang/furniture"
)

// TestPhraseSet compares the set with one search for each phrase.
func TestPhraseSet(t *testing.T) {
	for name, phrases := range map[string][]string{
		"junk": furniture.Words().List(furniture.Junk), "pictures": furniture.Words().List(furniture.Picture),
	} {
		set := newPhraseSet(phrases)
		assert.LessOrEqual(t, len(phrases), 64*len(found{}), name)
		texts := []string{"", "a", "co", "cookie", "a cookie, and again a cookie", "Photo: A. Person, Getty", "ends in Getty Image", "写真 사진 (AP"}
		for i, p := range phrases {
			assert.GreaterOrEqual(t, len(p), 3, p)
			texts = append(texts, p, "x"+p+"y", p[:len(p)-1], p+" "+phrases[(i+7)%len(phrases)]+p)
		}
		for _, text := range texts {
			var want found
			for i, p := range phrases {
				if strings.Contains(text, p) {
					want[i/64] |= 1 << (i % 64)
				}
			}
			assert.Equal(t, want, set.in(text), "%s in %q", name, text)
		}
	}
}
