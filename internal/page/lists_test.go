package page_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
)

// TestMostReadOfWebPages reads lists whose sections and ages are only told from the
// titles by their elements.
func TestMostReadOfWebPages(t *testing.T) {
	const body = `<html><body><article><h1>Ferry runs again</h1>
<p>The ferry from Oslo to Kiel ran again on Monday after nine days of strike, the port said in a statement to reporters, and the first passengers cheered as it left the harbour.</p>
<p>Dockers had stopped work over pay. The union said that members had accepted an offer of five per cent, which the port called fair and final, and that work would go on.</p>
</article><aside class="most-read"><h3>Most read</h3><ol>
<li><a href="/b/1"><span>Business</span><span>Bakers warn of flour shortage</span></a> <span>2 days ago</span></li>
<li><a href="/b/2"><div>World</div> <h4>Two ministers resign</h4></a><time>3 hours ago</time></li>
<li><span>Sport</span><a href="/b/3">Oslo win the <em>Nordic</em> cup again</a></li>
</ol></aside></body></html>`
	doc, err := page.Read(dateline.Page{ID: "a", Form: dateline.HTML, URL: "https://post.example/a", Body: []byte(body),
		Retrieved: time.Date(2026, 5, 5, 10, 0, 0, 0, time.UTC)}, page.Options{})
	require.NoError(t, err)
	type entry struct{ section, title, age, url string }
	var got []entry
	for _, l := range doc.Links {
		got = append(got, entry{l.Section, l.Title, l.Age, l.URL})
	}
	assert.Equal(t, []entry{
		{"Business", "Bakers warn of flour shortage", "2 days ago", "https://post.example/b/1"},
		{"World", "Two ministers resign", "3 hours ago", "https://post.example/b/2"},
		{"Sport", "Oslo win the Nordic cup again", "", "https://post.example/b/3"},
	}, got)
}
