package term_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
)

func TestClean(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"plain":         {"Ferry late", "Ferry late"},
		"white space":   {" Ferry\n\tlate\u00a0 ", "Ferry late"},
		"escape codes":  {"\x1b[31mFerry\x1b]0;title\x07 late\u009b2J", "[31mFerry]0;title late2J"},
		"direction":     {"a\u202egnp.exe\u202c", "agnp.exe"},
		"letters stay":  {"Łódź 東京 🇫🇮", "Łódź 東京 🇫🇮"},
		"invalid UTF-8": {"a\xffb", "a\ufffdb"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) { assert.Equal(t, tt.want, term.Clean(tt.in)) })
	}
}

func TestCutAndPad(t *testing.T) {
	assert.Equal(t, "Ferry late", term.Cut("Ferry late", 10))
	assert.Equal(t, "Ferry…", term.Cut("Ferry late", 7), "no blank before the ellipsis")
	assert.Equal(t, "東京…", term.Cut("東京東京", 6), "wide letters count twice")
	assert.Equal(t, "東京  |", term.Pad("東京", 6)+"|")
	assert.Equal(t, "longer", term.Pad("longer", 2))
}

func TestWrap(t *testing.T) {
	mark := func(s string) term.Run { return term.Run{Text: s, Style: term.Mark} }
	plain := func(s string) term.Run { return term.Run{Text: s} }
	tests := map[string]struct {
		width int
		runs  []term.Run
		want  []string
	}{
		"nothing":              {10, nil, nil},
		"blanks":               {10, []term.Run{plain("  \n")}, nil},
		"two lines":            {10, []term.Run{plain("the ferry was late")}, []string{"the ferry", "was late"}},
		"exactly full":         {9, []term.Run{plain("the ferry")}, []string{"the ferry"}},
		"style inside a word":  {20, []term.Run{plain("the “"), mark("ferry"), plain("” was")}, []string{"the “<ferry>” was"}},
		"glued parts together": {9, []term.Run{plain("see the “"), mark("ferry"), plain("”")}, []string{"see the", "“<ferry>”"}},
		"one style, two runs":  {20, []term.Run{plain("a "), mark("b"), plain(" "), mark("c")}, []string{"a <b c>"}},
		"each line is styled":  {7, []term.Run{mark("aaa bbb ccc")}, []string{"<aaa bbb>", "<ccc>"}},
		"word too long":        {4, []term.Run{plain("x abcdefghij")}, []string{"x", "abcd", "efgh", "ij"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := term.Screen{Colour: true}.Wrap(tt.width, tt.runs...)
			for i, line := range got {
				got[i] = strings.NewReplacer("\x1b[1;33m", "<", "\x1b[0m", ">").Replace(line)
			}
			assert.Equal(t, tt.want, got)
			for _, line := range (term.Screen{}).Wrap(tt.width, tt.runs...) {
				assert.LessOrEqual(t, term.Width(line), tt.width)
				assert.NotContains(t, line, "\x1b")
			}
		})
	}
}

func TestNewScreen(t *testing.T) {
	env := func(values map[string]string) func(string) string {
		return func(name string) string { return values[name] }
	}
	s := term.NewScreen(&bytes.Buffer{}, env(nil))
	assert.Equal(t, term.Screen{Width: 80}, s, "no terminal, no colour")
	assert.Equal(t, 100, term.NewScreen(&bytes.Buffer{}, env(map[string]string{"COLUMNS": "100"})).Width)
	assert.Equal(t, 40, term.NewScreen(&bytes.Buffer{}, env(map[string]string{"COLUMNS": "2"})).Width)
	assert.Equal(t, 120, term.NewScreen(&bytes.Buffer{}, env(map[string]string{"COLUMNS": "4000"})).Width)

	f, err := os.Create(t.TempDir() + "/out")
	require.NoError(t, err)
	defer f.Close()
	assert.False(t, term.IsTerminal(f))
}
