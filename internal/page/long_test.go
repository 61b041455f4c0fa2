package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
)

const ferryStory = `<h1>Ferry to the skerries runs again</h1>
<p>The ferry to the outer skerries ran again on Monday after eleven weeks in the dock at Leirvik, the harbour board said.</p>
<p>“We had run out of flour and of patience,” said Oddny Tveit, who keeps the only shop on the islands with her brother.</p>
<p>A new shaft was brought from Rotterdam by lorry, since no ship that calls at the port had room for it on deck.</p>`

// TestLongToken puts something long before a story, in sizes around the limit of a token, its double and its half.
func TestLongToken(t *testing.T) {
	const limit = 2 << 20
	for _, around := range []struct{ name, before, fill, behind string }{
		{"script", `<script>var a = "`, "x<y ", `";</script>`},
		{"script in capitals", `<SCRIPT>`, "if (a</b/) ", `</SCRIPT >`},
		{"style", `<style>`, "p>a{color:red} ", `</style>`},
		{"data", `<script type="application/ld+json">{"@type":"WebPage","text":"`, "lorry, ", `"}</script>`},
		{"comment", `<!-- `, "<p>not seen</p> ", ` -->`},
		{"image", `<img alt="" src="data:image/png;base64,`, "QUJD", `">`},
		{"attribute of a block", `<div data-state="`, "a,b;", `">`},
		{"hidden frame", `<iframe>`, "<b>x</b>", `</iframe>`},
	} {
		for _, size := range []int{limit - 60, limit - 1, limit + 1, 2*limit + 7} {
			t.Run(fmt.Sprintf("%s of %d bytes", around.name, size), func(t *testing.T) {
				t.Parallel()
				fill := strings.Repeat(around.fill, size/len(around.fill))
				body := "<html><head><title>Ferry</title></head><body>" + around.before + fill + around.behind + ferryStory + "</body></html>"
				doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, page.Options{})
				require.NoError(t, err)
				assert.Equal(t, "Ferry to the skerries runs again", doc.Headline)
				assert.Contains(t, doc.Text, "after eleven weeks in the dock")
				assert.Contains(t, doc.Text, "no ship that calls at the port")
				assert.NotContains(t, doc.Text, "not seen")
				if size > limit+100 || size < limit-100 {
					assert.Equal(t, size > limit, len(doc.Warnings) > 0, "%v", doc.Warnings)
				}
			})
		}
	}
}

// TestLongText keeps a story of one text longer than a token to its end.
func TestLongText(t *testing.T) {
	t.Parallel()
	body := "<p>" + strings.Repeat("The ferry ran at ten past nine. ", 70_000) + "Nobody was on it, wrote Øyvind Tveit.</p>"
	doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, page.Options{})
	require.NoError(t, err)
	assert.True(t, strings.HasSuffix(doc.Text, "Nobody was on it, wrote Øyvind Tveit."))
	assert.Empty(t, doc.Warnings)
}
