package page

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

// plainFold says in other words what fold does.
func plainFold(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) || r == '\ufffd'
	})
	return strings.Map(unicode.ToLower, strings.Join(words, " "))
}

func TestFold(t *testing.T) {
	for _, s := range []string{"", " ", "a", "Mr. O’Neill’s — 3rd “Visit”", "ÉTÉ à Nîmes", "e\u0301te\u0301", "٣ أيام", "Ελλάδα", "日本、東京", "a\u2028b\u206fc\u2071", "\xffa\xff",
		"①", strings.Repeat("Ab ", 200), "İstanbul", "K"} {
		assert.Equal(t, plainFold(s), fold(s), s)
	}
	for r := rune(0); r < 0x20000; r++ {
		if s := "x" + string(r) + "y"; plainFold(s) != fold(s) {
			assert.Equal(t, plainFold(s), fold(s), "%U", r)
		}
	}
}
