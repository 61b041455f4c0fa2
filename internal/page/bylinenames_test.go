package page_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
)

func TestBylines(t *testing.T) {
	for _, tc := range []struct{ name, byline, want string }{
		{"colon", "By: Marit Eide", "Marit Eide"},
		{"kind of text", "Analysis: Marit Eide", "Marit Eide"},
		{"interview", "Interview by Marit Eide, translated by Jon Lie", "Marit Eide"},
		{"agency behind capitals", "By MARIT EIDE and JON LIE Associated Press", "MARIT EIDE; JON LIE"},
		{"with an agency", "Par Maud Ferrand avec AFP", "Maud Ferrand"},
		{"editor and pictures", "Written by Marit Eide, Edited by Jon Lie, Photographs by Ola Dahl", "Marit Eide"},
		{"graphics", "By Marit Eide; Graphics by Jon Lie and Ola Dahl", "Marit Eide"},
		{"pictures in the sentence", "By Marit Eide with photos by Jon Lie", "Marit Eide"},
		{"text again", "Photos: Jon Lie, Text: Marit Eide", "Marit Eide"},
		{"French", "Texte : Maud Ferrand / Photos : Luc Petit", "Maud Ferrand"},
		{"Norwegian", "Tekst: Marit Eide Foto: Jon Lie", "Marit Eide"},
		{"job before the name", "Von Lokal-Redakteurin Anna Brandt", "Anna Brandt"},
		{"university", "By Dr Marit Eide, University of Tranby", "Marit Eide"},
		{"paper behind a stroke", "By Marit Eide/Fjord Mail", "Marit Eide"},
		{"handle", `By <span>Marit Eide</span><span>@mariteide</span>`, "Marit Eide"},
		{"job in an element of its own", `<span>Marit Eide</span><span>Political Editor</span>`, "Marit Eide"},
		{"address", `By Marit Eide <a href="mailto:me@mail.example">Email the author</a> | me@mail.example`, "Marit Eide"},
		{"age", "By Marit Eide 4 hours ago", "Marit Eide"},
		{"date", "By Marit Eide March 5, 2025", "Marit Eide"},
		{"Chinese", "記者：林美玉、陳大文", "林美玉; 陳大文"},
		{"Japanese", "著者: 鈴木 花子", "鈴木 花子"},
		{"Arabic", "كتب: سمير حداد", "سمير حداد"},
		{"Russian", "Автор: Анна Белова", "Анна Белова"},
		{"elided particle", `By <span itemprop="author"><span itemprop="name">Marit d'Aubrac</span></span>`, "Marit d'Aubrac"},
		{"elided article", "By Jon dell’Acqua", "Jon dell’Acqua"},
		{"small letters", "By Marit d'affaires", ""},
		{"colon, post and handle", "By: Marit Eide - Correspondent / @mariteide", "Marit Eide"},
		{"picture", "Marit Eide, Image: Jon Lie", "Marit Eide"},
		{"no name", "Ideas? Complaints? Email us", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			body := strings.Replace(storyPage("", ""), "</h1>", `</h1><p class="byline">`+tc.byline+"</p>", 1)
			assert.Equal(t, tc.want, bylineOfPage(t, body))
		})
	}
}

// bylineOfPage reads a web page and joins the names of its byline.
func bylineOfPage(t *testing.T, body string) string {
	t.Helper()
	doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, page.Options{})
	require.NoError(t, err)
	var names []string
	for _, a := range doc.Byline {
		names = append(names, a.Name)
	}
	return strings.Join(names, "; ")
}

func TestBylineElsewhere(t *testing.T) {
	for _, tc := range []struct{ name, above, behind, want string }{
		{"with date and length", `<div>Marit Eide · March 5, 2025 · 5 min read</div>`, "", "Marit Eide"},
		{"between date and paper", `<div>March 5, 2025 | Marit Eide | The Fjord Mail</div>`, "", "Marit Eide"},
		{"a menu", `<div>Sea Trade | Fish Farms | The Fjord Mail</div>`, "", ""},
		{"dash at the end", "", "<p>-- By Marit Eide</p>", "Marit Eide"},
		{"brackets at the end", "", "<p>(Marit Eide, dpa)</p>", "Marit Eide"},
		{"reported from", "", "<p>Marit Eide reported from Tranby; Jon Lie contributed from Oslo.</p>", "Marit Eide"},
		{"brackets that are none", "", "<p>(The quarry is older than the road.)</p>", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			body := strings.Replace(storyPage("", tc.behind), "</h1>", "</h1>"+tc.above, 1)
			assert.Equal(t, tc.want, bylineOfPage(t, body))
		})
	}
}

func TestJoinedNames(t *testing.T) {
	body := strings.Replace(storyPage("", ""), "</title>", `</title><script type="application/ld+json">{"@type":"NewsArticle",
"author":[{"name":"Marit Eide"},{"name":"Jon Lie"},{"name":"Marit Eide Jon Lie"}]}</script>`, 1)
	assert.Equal(t, "Marit Eide; Jon Lie", bylineOfPage(t, body))
}
