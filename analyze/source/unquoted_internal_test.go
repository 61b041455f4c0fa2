package source

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var quoted = []string{
	`""`, `"plain"`, `"two\nlines\tand \"quotes\" \\ \/ \b\f\r"`, `"caf\u00e9 \u20AC"`, `"\ud83d\ude00 whole"`, `"\ud83d half"`,
	`"\ude00 other half"`, `"\ud83d\ud83d\ude00"`, `"\ud83d\n"`, `"\u0000"`, `"é€😀"`, `"<p class=\"a\">x<\/p>"`, `"\ud83d\u0041"`,
}

// TestUnquotedAsJSON compares with what package json makes of a string.
func TestUnquotedAsJSON(t *testing.T) {
	for _, text := range quoted {
		var want string
		require.NoError(t, json.Unmarshal([]byte(text), &want))
		var c content
		require.NoError(t, json.Unmarshal([]byte(text), &c))
		assert.Equal(t, want, string(c.body), text)
		assert.True(t, c.given)
	}
}

func TestContentRefuses(t *testing.T) {
	for text, want := range map[string]string{`{"html":7}`: "html: number", `{"text":["a"]}`: "text: array",
		`{"page":{}}`: "page: object", `{"html":true}`: "html: bool"} {
		var r record
		err := json.Unmarshal([]byte(text), &r)
		assert.ErrorContains(t, jsonError(err), want, text)
	}
	var r record
	require.NoError(t, json.Unmarshal([]byte(`{"html":null}`), &r))
	assert.False(t, r.HTML.given)
}

func FuzzUnquoted(f *testing.F) {
	for _, text := range quoted {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var want string
		if !strings.HasPrefix(text, `"`) || !utf8.ValidString(text) || json.Unmarshal([]byte(text), &want) != nil {
			return
		}
		var c content
		require.NoError(t, json.Unmarshal([]byte(text), &c))
		require.Equal(t, want, string(c.body))
	})
}
