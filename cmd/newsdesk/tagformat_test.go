package main

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTagExports(t *testing.T) {
	in := article("a", story) + "{\n" + article("b", story)
	tests := map[string]func(t *testing.T, out string){
		"jsonld": func(t *testing.T, out string) {
			lines := strings.Split(strings.TrimSpace(out), "\n")
			require.Len(t, lines, 2)
			var v map[string]any
			require.NoError(t, json.Unmarshal([]byte(lines[1]), &v))
			assert.Equal(t, "b", v["identifier"])
			assert.Equal(t, story, v["articleBody"])
		},
		"ninjs": func(t *testing.T, out string) {
			assert.Equal(t, 2, strings.Count(out, `"version":"3.1"`))
			assert.Contains(t, out, `"name":"Maeve Conneely"`)
		},
		"markdown": func(t *testing.T, out string) {
			assert.True(t, strings.HasPrefix(out, "# Ferry late\n\n2 March 2026\n\nThe ferry to Inishmore"), out)
			assert.Contains(t, out, "\n\n---\n\n# Ferry late")
		},
		"text": func(t *testing.T, out string) {
			assert.True(t, strings.HasPrefix(out, "Ferry late\n\n2 March 2026\n\n"+story+"\n\n===="), out)
		},
		"csv": func(t *testing.T, out string) {
			rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
			require.NoError(t, err)
			assert.Equal(t, "document", rows[0][0])
			assert.Contains(t, out, "b,,2026-03-02,person:maeve-conneely,PERSON,Maeve Conneely,")
		},
		"html": func(t *testing.T, out string) {
			assert.True(t, strings.HasPrefix(out, "<!DOCTYPE html>"))
			assert.True(t, strings.HasSuffix(out, "</html>\n"))
			assert.Equal(t, 2, strings.Count(out, `<mark class="person"`), "one in each")
		},
	}
	for format, check := range tests {
		t.Run(format, func(t *testing.T) {
			r := newsdesk(t, in, "tag", "--format", format)
			assert.Equal(t, 1, r.code, "one line is bad")
			assert.Contains(t, r.err, "stdin:2: ")
			check(t, r.out)
			assert.Equal(t, r, newsdesk(t, in, "tag", "--format", format, "--workers", "1"))
		})
	}
	r := newsdesk(t, in, "tag", "--format", "docx")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.err, "--format must be one of")
}
