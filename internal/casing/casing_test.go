package casing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/internal/casing"
	"github.com/dateline-go/dateline/lang/en"
)

func TestCasing(t *testing.T) {
	for _, tc := range []struct{ text, capitals, title, every string }{
		{"the mayor of Oslo's left", "THE MAYOR OF OSLO'S LEFT", "The Mayor of Oslo's Left", "The Mayor Of Oslo's Left"},
		{"9th-day rain in Åre", "9TH-DAY RAIN IN ÅRE", "9th-Day Rain in Åre", "9th-Day Rain In Åre"},
		{"a straße", "A STRAßE", "A Straße", "A Straße"}, // a capital of another length is left out
		{"a\xffb", "A\xffB", "A\xffB", "A\xffB"},
		{"a \uFFFD b", "A \uFFFD B", "A \uFFFD B", "A \uFFFD B"}, // the sign itself, three bytes long
		{"", "", "", ""},
	} {
		assert.Equal(t, tc.capitals, casing.Capitals(tc.text))
		assert.Equal(t, tc.title, casing.Title(tc.text, en.Words().Lexicon))
		assert.Equal(t, tc.every, casing.Title(tc.text, nil))
	}
}

func FuzzCasing(f *testing.F) {
	f.Add("ʼn ǰ İstanbul ŉ ſ")
	f.Fuzz(func(t *testing.T, s string) {
		assert.Len(t, casing.Capitals(s), len(s))
		assert.Len(t, casing.Title(s, en.Words().Lexicon), len(s))
		assert.Len(t, casing.Title(s, nil), len(s))
	})
}
