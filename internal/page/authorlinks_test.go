package page_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
)

// TestMetaLine reads names and dates of the line under a headline as systems write it.
func TestMetaLine(t *testing.T) {
	for _, tc := range []struct{ name, line, author, published string }{
		{"link to the author's page", `<div><a href="/author/marit-eide">Marit Eide</a></div><div>Mar 4, 2025, 6:20 PM</div>`,
			"Marit Eide", "2025-03-04T18:20:00Z"},
		{"glued to a date", `<div>Posted on <time datetime="2025-03-04">March 4, 2025</time><span> by <a href="/autor/me">Marit Eide</a></span><span>3 Comments</span></div>`,
			"Marit Eide", "2025-03-04"},
		{"link to another page", `<div><a href="/tag/selje">Ola Selje</a></div>`, "", ""},
		{"Italian", `<div class="autore">di Marit Eide 4 marzo 2025</div>`, "Marit Eide", "2025-03-04"},
		{"Dutch", `<div class="meta">Door Marit de Eide 4 maart 2025</div>`, "Marit de Eide", "2025-03-04"},
		{"of a paper", `<div>By Marit Eide and Ola Selje of The Fjord Mail</div>`, "Marit Eide, Ola Selje", ""},
		{"month first, as the weekday says", `<div class="date">Tue, 03/04/2025 - 18:20</div>`, "", "2025-03-04T18:20:00Z"},
		{"day first, as the weekday says", `<div class="date">Thu, 03/04/2025 - 18:20</div>`, "", "2025-04-03T18:20:00Z"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			body := strings.Replace(storyPage("", ""), "</h1>", "</h1>"+tc.line, 1)
			doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, page.Options{})
			require.NoError(t, err)
			var names []string
			for _, a := range doc.Byline {
				names = append(names, a.Name)
			}
			assert.Equal(t, tc.author, strings.Join(names, ", "))
			assert.Equal(t, tc.published, dateOf(doc.Published))
		})
	}
}

// TestLastParagraphBehindPicture keeps a last short paragraph that a picture and a link part from the others.
func TestLastParagraphBehindPicture(t *testing.T) {
	body := storyPage("", `<div class="promo"><a href="/x">Read more: Ferry fares rise</a></div><figure><img src="a.jpg"><figcaption>The quarry in May. (Ola Selje/The Fjord Mail)</figcaption></figure><p>The owners meet again in June.</p>`)
	doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, page.Options{})
	require.NoError(t, err)
	assert.Contains(t, doc.Text, "The owners meet again in June.")
	assert.NotContains(t, doc.Text, "Ferry fares")
}
