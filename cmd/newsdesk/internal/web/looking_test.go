package web_test

import (
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// plainStory is an article with nothing but what a facet counts.
func plainStory(id, site, language string, day dateline.Date, countries ...string) *dateline.Document {
	doc := &dateline.Document{
		ID: id, Headline: "Ferry " + id, Text: "Ferry " + id, Site: site, Language: language, Published: day,
		Blocks: []dateline.Block{{Kind: dateline.BlockHeadline, End: len("Ferry " + id)}},
	}
	for _, c := range countries {
		doc.Countries = append(doc.Countries, dateline.Country{Code: c, Name: c, Weight: 1 / float64(len(countries))})
	}
	return doc
}

func TestNarrowing(t *testing.T) {
	d := open(t, nil,
		plainStory("alpha", "Harbour Post", "en", dateline.Day(2031, 1, 5), "PE", "CL"),
		plainStory("beta", "Harbour Post", "es", dateline.Day(2031, 1, 20), "PE"),
		plainStory("gamma", "Quay Times", "en", dateline.Day(2031, 3, 2), "CL"),
	)
	for name, c := range map[string]struct {
		address string
		want    []string
		not     []string
	}{
		"both countries": {
			"/?q=ferry&country=PE&country=CL", []string{"article?id=alpha\"", "1 article<", "Any of them"}, []string{"article?id=beta\"", "article?id=gamma\""},
		},
		"any country": {
			"/?q=ferry&country=PE&country=CL&any=countries", []string{"article?id=alpha\"", "article?id=beta\"", "article?id=gamma\""}, nil,
		},
		"without a country": {
			"/?q=ferry&country=PE&not=countries:CL", []string{"article?id=beta\"", "not Chile"}, []string{"article?id=alpha\""},
		},
		"a source shows the others":  {"/?q=ferry&site=Quay+Times", []string{"article?id=gamma\"", "site=Harbour+Post"}, []string{"article?id=alpha\""}},
		"two sources":                {"/?site=Quay+Times&site=Harbour+Post", []string{"3 articles"}, nil},
		"a language":                 {"/?lang=es&site=Harbour+Post", []string{"article?id=beta\"", "Spanish"}, []string{"article?id=alpha\""}},
		"no source":                  {"/?q=ferry&not=site:Harbour+Post", []string{"article?id=gamma\""}, []string{"article?id=alpha\""}},
		"days":                       {"/?from=2031-01-05&to=2031-01-20", []string{"2 articles", "5 January 2031 to 20 January 2031"}, []string{"article?id=gamma\""}},
		"the first day alone":        {"/?from=2031-01-06", []string{"article?id=beta\"", "article?id=gamma\"", "since"}, []string{"article?id=alpha\""}},
		"the last day counts":        {"/?from=2031-01-20&to=2031-01-20", []string{"article?id=beta\""}, []string{"article?id=alpha\""}},
		"several picked: clear all":  {"/?country=PE&lang=es", []string{"Clear all"}, nil},
		"a month fills in the dates": {"/?month=2031-01", []string{`value="2031-01-01"`, `value="2031-01-31"`}, nil},
		"empty days are no days":     {"/?q=ferry&from=&to=", []string{"article?id=alpha\"", "article?id=gamma\""}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			body := html.UnescapeString(d.ok(c.address))
			for _, w := range c.want {
				assert.True(t, strings.Contains(body, w), "%q is missing", w)
			}
			for _, w := range c.not {
				assert.False(t, strings.Contains(body, w), "%q is there", w)
			}
		})
	}
	for _, address := range []string{"/?from=soon", "/?to=2031-13-01", "/?month=March", "/?from=2031-02-02&to=2031-02-01"} {
		res, body := d.get(address)
		assert.Equal(t, http.StatusBadRequest, res.StatusCode, address)
		assert.True(t, strings.Contains(body, `role="alert"`), "it is said on the page")
		assert.True(t, strings.Contains(body, `name="q"`), "one can search on")
	}
	assert.Contains(t, d.ok("/api/search?not=countries:CL&country=PE"), `"total":1`)
	assert.Contains(t, d.ok("/api/search?lang=es"), `"total":1`)
}

func TestAnAlertKeepsWhatIsKeptOut(t *testing.T) {
	d := open(t, nil)
	page := html.UnescapeString(d.ok("/?q=strike&not=countries:NL"))
	assert.True(t, strings.Contains(page, "/alerts?q=strike%20-country%3aNL"), "the alert keeps the country out too")
}

func TestFacetsAreLong(t *testing.T) {
	d := open(t, nil)
	body := d.ok("/")
	for _, facet := range []string{"people", "organisations", "places"} {
		more := regexp.MustCompile(`\d\d more<span class="unseen"> in ` + facet)
		assert.True(t, more.MatchString(body), "more %s than the first ten can be seen", facet)
	}
	assert.False(t, strings.Contains(body, " ms<"), "how long it took is for the log")
}

func TestSuggestionsOnce(t *testing.T) {
	doc := plainStory("delta", "Quay Times", "en", dateline.Day(2031, 1, 5))
	doc.Text += "\n\nBerta Quill"
	at := len(doc.Text) - len("Berta Quill")
	doc.Blocks = append(doc.Blocks, dateline.Block{Kind: dateline.BlockParagraph, Start: at, End: len(doc.Text)})
	doc.Mentions = []dateline.Mention{{Start: at, End: len(doc.Text), Label: dateline.Person, Entity: "person:berta-quill"}}
	doc.Entities = []dateline.Entity{{ID: "person:berta-quill", Name: "Berta Quill", Label: dateline.Person, Mentions: 1}}
	doc.Keyphrases = []dateline.Keyphrase{{Text: "Berta Quill", Score: 1, Spans: []dateline.Span{{Start: at, End: len(doc.Text)}}}}
	require.NoError(t, doc.Validate())
	d := open(t, nil, doc)
	body := d.ok("/api/suggest?q=berta+q")
	assert.Contains(t, body, `{"text":"Berta Quill","kind":"person","count":1}`)
	assert.Equal(t, 1, strings.Count(strings.ToLower(body), "berta quill"))
}

func TestMapSaysWhatIsPicked(t *testing.T) {
	d := open(t, nil)
	page := html.UnescapeString(d.ok("/map?q=strike&country=SE"))
	assert.Contains(t, page, `<ul class="picked"`)
	assert.Contains(t, page, `<a href="/map?q=strike">`)
	assert.NotContains(t, d.ok("/map?q=strike"), `class="picked"`)
}
