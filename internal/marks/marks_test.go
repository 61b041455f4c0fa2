package marks_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/marks"
)

// pair returns the regions of a text whose tokens stand between spaces and bars; a bar
// joins two tokens without a space, a slash ends a paragraph. A region that is not
// closed ends in "…", one that goes on in "→".
func pair(text string) []string {
	var b strings.Builder
	var tokens []dateline.Token
	var ends []int
	for _, paragraph := range strings.Split(text, "/") {
		for _, word := range strings.Fields(paragraph) {
			for _, part := range strings.Split(word, "|") {
				tokens = append(tokens, dateline.Token{Start: b.Len(), End: b.Len() + len(part)})
				b.WriteString(part)
			}
			b.WriteByte(' ')
		}
		ends = append(ends, len(tokens))
	}
	var p marks.Pairer
	var out []string
	for _, r := range p.Pair(b.String(), tokens, ends) {
		s := b.String()[tokens[r.Open].Start:tokens[min(r.Close, len(tokens)-1)].End]
		if !r.Closed {
			s = b.String()[tokens[r.Open].Start:tokens[r.Close-1].End] + "…"
		}
		if r.Continues {
			s += "→"
		}
		out = append(out, s)
	}
	return out
}

func TestPair(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"straight", `"|We go|,|" he said`, []string{`"We go,"`}},
		{"curly", "“|We go|” and “|stay|”", []string{"“We go”", "“stay”"}},
		{"ticks", "``|We go|'' he said", []string{"``We go''"}},
		{"German", "„|Wir gehen|“ sagte er", []string{"„Wir gehen“"}},
		{"French", "« We go » he said", []string{"« We go »"}},
		{"inwards", "»|Wir gehen|« sagte er", []string{"»Wir gehen«"}},
		{"single inside double", "“|He said ‘|no|’ twice|”", []string{"“He said ‘no’ twice”", "‘no’"}},
		{"straight inside curly", `“|They say "|a ruin|" now|”`, []string{`“They say "a ruin" now”`, `"a ruin"`}},
		{"an apostrophe", "the workers|’ strike", nil},
		{"nothing between", `"|" and “|”`, nil},
		{"closing alone", "We go|” he said", nil},
		{"goes on", "“|We go|. / “|We stay|.|”", []string{"“We go.…→", "“We stay.”"}},
		{"never closed", "“|We go|. / He left|.", []string{"“We go.…"}},
		{"opens twice", "“|We go “|We stay|”", []string{"“We go…", "“We stay”"}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, pair(c.text)) })
	}
}
