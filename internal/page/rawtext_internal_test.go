package page

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// tokensOf reads a page and leaves out the contents of scripts and style sheets, the rest of
// which is passed over unread where pass says so. It returns how many bytes were not read, too.
func tokensOf(src []byte, pass bool) (tokens []string, passed int) {
	in := &rawText{src: src, chunk: minChunk}
	var r io.Reader = bytes.NewReader(src)
	if pass {
		r = in
	}
	z := html.NewTokenizer(r)
	at, inside := 0, false
	for t := z.Next(); t != html.ErrorToken; t = z.Next() {
		in.token()
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
	long := strings.Repeat("let ferry = '<b>'; ", 100)
	for name, tc := range map[string]struct {
		page   string
		passed bool
	}{
		"a script":             {"<p>a<script>" + long + "</script><p>b", true},
		"its type":             {"<script type=module src='x'>" + long + "\n</script><p>b", true},
		"a style sheet":        {"<style>p > b {}" + long + "</style><p>b", true},
		"longer than a buffer": {"<p>" + long + "<script>" + long + long + long + "</script>b<style>" + long + "</STYLE >c", true},
		"a sign in the tag":    {"<script title='a>b'>" + long + "</script><p>b", true},
		"capitals":             {"<SCRIPT>" + long + "</SCRIPT><p>b", true},
		"short":                {"<script>x = 1</script><p>b", false},
		"another end":          {"<script>x = '</scripts>'" + long + "</script><p>b", false},
		"hidden end":           {"<script><!-- <script>x</script> -->" + long + "</script><p>b", false},
		"no end":               {"<script>x = 1" + long, false},
		"no end of the tag":    {"<p>a<script src=x", false},
		"inside a comment":     {"<!-- <script>" + long + "</script> --><p>b", false},
		"inside a title":       {"<title><script>" + long + "</script></title><p>b", false},
		"inside an attribute":  {`<p title="<script>` + long + `</script>">b`, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want, _ := tokensOf([]byte(tc.page), false)
			got, passed := tokensOf([]byte(tc.page), true)
			require.Equal(t, want, got)
			require.Equal(t, tc.passed, passed > 0)
		})
	}
}

func FuzzRawText(f *testing.F) {
	long := strings.Repeat("let ferry = 1; ", 20)
	f.Add([]byte("<p>a<script>x</script>b<style>y</style>"))
	f.Add([]byte("<script>" + long + "<!</script>b<style>" + long + "</style>" + long))
	f.Add([]byte("<script>" + long + "<!--<script></script>--></script><textarea><style>" + long + "</textarea>"))
	f.Add([]byte("<script a='>'></scriptx></script/><svg><style><b>" + long + "</style>"))
	f.Fuzz(func(t *testing.T, src []byte) {
		want, _ := tokensOf(src, false)
		got, _ := tokensOf(src, true)
		require.Equal(t, want, got)
	})
}
