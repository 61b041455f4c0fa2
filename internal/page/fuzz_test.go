package page_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
)

// FuzzRead reads foreign bytes in each form: an error or a valid Document, the same
// one twice.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"ferry.html", "pasted.txt"} {
		body, err := os.ReadFile(filepath.Join("testdata", name))
		require.NoError(f, err)
		f.Add(body)
	}
	for _, s := range []string{
		"<b><p>x</b></p><a href=/x>y<div>z</a>", "<table><tr><td><p>a<td></table>b", "<svg><title>x</svg><p>y", "</p></br>x",
		"<p>MOSCOW (Agency) - x", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"a\"}</script>",
		"1. News\nTitle of it\n3 years ago", "\xff\xfe<\x00p\x00", strings.Repeat("<div>", 600) + "deep",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, form := range []dateline.Form{dateline.HTML, dateline.PlainPage, dateline.Story} {
			p := dateline.Page{Form: form, Body: body, URL: "https://a.example/b", Retrieved: time.Unix(1.7e9, 0)}
			d, err := page.Read(p, page.Options{})
			if err != nil {
				continue
			}
			require.NoError(t, d.Validate())
			again, err := page.Read(p, page.Options{})
			require.NoError(t, err)
			require.Equal(t, d, again)
			if form == dateline.Story {
				require.Equal(t, string(body), d.Text)
			}
		}
	})
}
