package page_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
)

const (
	quarryLead = "The quarry above Tranby will close for good at midsummer, its owners told the forty people who work there on Monday, after ninety years of cutting slate."
	quarryNext = "Orders fell by half within two years, they said, since builders on the coast turned to tiles that are made abroad and cost a third as much."
	quarryLast = "Some of the workers will be offered places at the works in Selje, which lies an hour and a half away by a road that is often shut in winter."
)

// storyPage is a web page with something between the paragraphs of a story.
func storyPage(between, behind string) string {
	return `<html lang="en"><head><title>Quarry at Tranby to close | The Fjord Mail</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><main><article><h1>Quarry at Tranby to close</h1>
<p>` + quarryLead + "</p><p>" + quarryNext + "</p>" + between + "<p>" + quarryLast + "</p>" + behind +
		`</article></main><footer><p>© 2025 The Fjord Mail</p></footer></body></html>`
}

func TestWholeStory(t *testing.T) {
	for _, tc := range []struct {
		name, between, behind string
		in, out               []string
	}{
		{
			name:    "list",
			between: "<ul><li>Founded: 1934</li><li>Workers: forty</li><li>salt</li></ul>",
			in:      []string{"Founded: 1934", "Workers: forty", "salt"},
		},
		{
			name:    "list of links",
			between: `<ul><li><a href="/a">Slate museum opens doors</a></li><li><a href="/b">Road to Selje is shut</a></li></ul>`,
			out:     []string{"Slate museum", "Road to Selje"},
		},
		{
			name:    "buttons",
			between: `<ul class="share-tools"><li>Mail</li><li>Print</li></ul>`,
			out:     []string{"Mail", "Print"},
		},
		{
			name:    "short sentence, each with a class of its own",
			between: `<p class="par-17">Nobody clapped.</p><p class="par-18">It had begun to rain by then.</p>`,
			in:      []string{"It had begun to rain by then."},
		},
		{name: "last sentence", behind: "<p>The kiln went cold in March.</p>", in: []string{"The kiln went cold in March."}},
		{
			name:    "hidden blocks",
			between: `<p style="display: none">TEMPLATE words that nobody should ever see in this story.</p><div hidden><p>Track the quarry page with this field.</p></div>`,
			out:     []string{"TEMPLATE", "Track"},
		},
		{
			name: "hidden inside a sentence",
			between: `<p>The owners wrote <a href="/letter">a letter<span style="clip:rect(0 0 0 0);position:absolute">, opens new tab</span></a> to the` +
				`<span class="sr-only"> (screen) </span> county <span hidden>x1 </span>that week, and had no answer.</p>`,
			in:  []string{"The owners wrote a letter to the county that week, and had no answer."},
			out: []string{"new tab", "(screen)", "x1"},
		},
		{
			name:    "quotation with its speaker",
			between: "<blockquote><p>We cut the roofs of half this country.</p><footer>— Marit Eide, forewoman</footer></blockquote>",
			in:      []string{"We cut the roofs", "— Marit Eide, forewoman"},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			body := storyPage(tc.between, tc.behind)
			doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, page.Options{})
			require.NoError(t, err)
			for _, words := range append(tc.in, quarryLead, quarryLast) {
				assert.Contains(t, doc.Text, words)
			}
			for _, words := range tc.out {
				assert.NotContains(t, doc.Text, words)
			}
		})
	}
}

// TestAllHidden keeps a story that a script would show.
func TestAllHidden(t *testing.T) {
	body := strings.Replace(storyPage("", ""), "<article>", `<article style="display:none">`, 1)
	doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, page.Options{})
	require.NoError(t, err)
	assert.Contains(t, doc.Text, quarryNext)
}

func TestPastedStory(t *testing.T) {
	for _, tc := range []struct {
		name, between, behind string
		in, out               []string
	}{
		{
			name:    "list behind a colon",
			between: "Under the plan, the owners would:\n\n- fill the lower pit and plant birch;\n- sell the crane.\n\n",
			in:      []string{"fill the lower pit", "sell the crane."},
		},
		{name: "list of headlines", between: "• Slate museum opens\n• Road to Selje shut\n\n", out: []string{"museum", "Selje shut"}},
		{name: "last line", behind: "The county meets again on 9 June.\n\n", in: []string{"meets again on 9 June."}},
		{name: "last line of another kind", behind: "Sign up for our free newsletter today.\n\n", out: []string{"free newsletter"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			body := "The Fjord Mail\nNews | Sport | Weather\n\nQuarry at Tranby to close\n\nBy Sigrid Moen\n\n" + quarryLead + "\n\n" + quarryNext +
				"\n\n“We cut the roofs of half this country,” said the forewoman, Marit Eide, who has worked there since she left school.\n\n" +
				tc.between + quarryLast + "\n\n" + tc.behind + "MOST READ\n1. Ferry late again\n2. Bakery sold\n"
			doc, err := page.Read(dateline.Page{Form: dateline.PlainPage, Body: []byte(body)}, page.Options{})
			require.NoError(t, err)
			for _, words := range append(tc.in, quarryLead, quarryLast) {
				assert.Contains(t, doc.Text, words)
			}
			for _, words := range append(tc.out, "Ferry late") {
				assert.NotContains(t, doc.Text, words)
			}
		})
	}
}

func TestSeriesOfPosts(t *testing.T) {
	t.Parallel()
	posts := ""
	for _, p := range [][2]string{
		{"Doors are shut", "The harbour master has closed the gates, and the last car has been turned back at the ramp this evening."},
		{"First waves", "Water is coming over the outer wall now, says a crew that is watching from the old lighthouse above it."},
		{"Sandbags out", "About forty neighbours are filling sandbags in the yard of the school, and more are on their way from the hill."},
		{"Welcome along", "Hello and welcome to our coverage of the storm, which is due to reach the coast of Nørreby late tonight."},
	} {
		posts += `<div class="post"><time>18:20</time><h2>` + p[0] + "</h2><p>" + p[1] + `</p><p class="who">Ida Holm</p><p>Share this post</p></div>`
	}
	d := html(t, "<article><h1>Storm reaches Nørreby: live</h1>"+posts+"</article>")
	var headings []string
	for _, s := range d.Sections {
		headings = append(headings, s.Heading)
	}
	assert.Subset(t, headings, []string{"Doors are shut", "First waves", "Sandbags out", "Welcome along"})
	assert.NotContains(t, d.Text, "Share this post")
}

func TestIndexPage(t *testing.T) {
	t.Parallel()
	const warning = "looks like a list of articles, not like one"
	cards := ""
	for _, c := range []string{"Night trains stay in town", "Bakers warn of dear flour", "A bridge is painted blue", "The fair comes early", "Snow on the pass"} {
		cards += `<div class="card"><h2><a href="/` + c[:1] + `">` + c + "</a></h2><p>What the council said on Tuesday about it.</p></div>"
	}
	assert.Contains(t, html(t, "<h1>News of Nørreby</h1>"+cards).Warnings, warning)
	assert.NotContains(t, html(t, "<h1>Night trains stay</h1>"+filler+cards).Warnings, warning, "an article with its teasers")
	assert.NotContains(t, html(t, `<meta property="og:type" content="article"><h1>News in brief</h1>`+cards).Warnings, warning, "it says what it is")
}
