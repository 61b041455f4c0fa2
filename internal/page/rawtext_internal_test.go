package page

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// tokensOf reads a page and leaves out the contents of scripts and style sheets, which
// are passed over unread where pass says so. It returns how many bytes were not read, too.
func tokensOf(src []byte, pass bool) (tokens []string, passed int) {
	in := newRawText(src)
	var r io.Reader = bytes.NewReader(src)
	if pass {
		r = in
	}
	z := html.NewTokenizer(r)
	at, inside := 0, false
	for t := z.Next(); t != html.ErrorToken; t = z.Next() {
		raw := string(z.Raw())
		at += len(raw)
		if !inside || t != html.TextToken {
			tokens = append(tokens, raw)
		}
		inside = false
		if t != html.StartTagToken && t != html.SelfClosingTagToken {
			continue
		}
		name, _ := z.TagName()
		if inside = string(name) == "script" || string(name) == "style"; inside && pass {
			n := in.pass(string(name), at)
			at += n
			passed += n
		}
	}
	return tokens, passed
}

func TestRawTextIsPassedOver(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("let ferry = '<b>'; ", 1000)
	for name, tc := range map[string]struct {
		page   string
		passed int
	}{
		"a script":             {"<p>a<script>if (a<b) {}</script><p>b", 11},
		"its type":             {"<script type=module src='x'>\n</script><p>b", 1},
		"a style sheet":        {"<style>p > b {}</style><p>b", 8},
		"longer than a buffer": {"<p>" + long + "<script>" + long + "</script>b<style>" + long + "</STYLE >c", 2 * len(long)},
		"a sign in the tag":    {"<script title='a>b'>x = 1</script><p>b", 0},
		"capitals":             {"<SCRIPT>x = 1</SCRIPT><p>b", 0},
		"another end":          {"<script>x = '</scripts>'</script><p>b", 0},
		"hidden end":           {"<script><!-- <script>x</script> --></script><p>b", 0},
		"no end":               {"<script>x = 1", 0},
		"no end of the tag":    {"<p>a<script src=x", 0},
		"inside a comment":     {"<!-- <script>x</script> --><p>b", 0},
		"inside a title":       {"<title><script>x</script></title><p>b", 0},
		"inside an attribute":  {"<p title='<script>x</script>'>b", 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want, _ := tokensOf([]byte(tc.page), false)
			got, passed := tokensOf([]byte(tc.page), true)
			require.Equal(t, want, got)
			require.Equal(t, tc.passed, passed)
		})
	}
}

func FuzzRawText(f *testing.F) {
	f.Add([]byte("<p>a<script>x</script>b<style>y</style>"))
	f.Add([]byte("<script><!--<script></script>--></script><textarea><style></textarea>"))
	f.Add([]byte("<script a='>'></scriptx></script/><svg><style><b></style>"))
	f.Fuzz(func(t *testing.T, src []byte) {
		want, _ := tokensOf(src, false)
		got, _ := tokensOf(src, true)
		require.Equal(t, want, got)
	})
}
