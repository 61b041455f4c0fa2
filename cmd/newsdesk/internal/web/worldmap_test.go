package web_test

import (
	"fmt"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web"
	"github.com/dateline-go/dateline/entities"
)

// ringData is one ring: where it begins, then the way from each point to the next.
var ringData = regexp.MustCompile(`^M(\d+) (\d+)l((?:-?\d+[ -]?)+)z`)

func TestWorldFile(t *testing.T) {
	m, err := web.World()
	require.NoError(t, err)
	assert.Less(t, web.WorldSize(), 80_000)
	assert.Greater(t, len(m.Lands), 240)
	for code, l := range m.Lands {
		assert.NotEmpty(t, entities.CountryName(code), "%s has no name", code)
		assert.True(t, l.Path != "" || l.Dot, "%s cannot be seen", code)
		if l.Dot {
			assert.True(t, 0 <= l.X && l.X <= m.Width && 0 <= l.Y && l.Y <= m.Height, "%s: dot at %d %d", code, l.X, l.Y)
		}
		for rest := l.Path; rest != ""; {
			parts := ringData.FindStringSubmatch(rest)
			if !assert.NotNil(t, parts, "%s: %.60s", code, rest) {
				break
			}
			rest = rest[len(parts[0]):]
			var x, y int
			_, err := fmt.Sscan(parts[1]+" "+parts[2], &x, &y)
			require.NoError(t, err)
			ways := strings.Fields(strings.ReplaceAll(parts[3], "-", " -"))
			require.Zero(t, len(ways)%2, code)
			require.GreaterOrEqual(t, len(ways), 4, "%s: three points at least", code)
			for i := 0; i < len(ways); i += 2 {
				var dx, dy int
				_, err := fmt.Sscan(ways[i]+" "+ways[i+1], &dx, &dy)
				require.NoError(t, err)
				x, y = x+dx, y+dy
				assert.True(t, 0 <= x && x <= m.Width && 0 <= y && y <= m.Height, "%s leaves the drawing at %d %d", code, x, y)
				assert.Less(t, max(dx, -dx), m.Width/8, "%s: a band across the world", code)
			}
		}
	}
	for _, code := range []string{"SG", "MT", "BH", "MV", "VA", "LU", "XK"} {
		assert.True(t, m.Lands[code].Dot, "%s is too small for its outline", code)
	}
	for _, code := range []string{"RU", "FJ", "US", "CY", "SO", "XK", "EH"} {
		assert.NotEmpty(t, m.Lands[code].Path, code)
	}
	assert.NotContains(t, m.Lands, "AQ")
}

func TestReadWorldRejects(t *testing.T) {
	n, err := web.ReadWorld("# words\nsize\t\t20 10\nDK\tM1 1l1 0 0 1z\t\n")
	require.NoError(t, err)
	assert.Equal(t, 1, n)
	_, err = web.ReadWorld("# words\nDK\n")
	assert.EqualError(t, err, "web: world.tsv:2: 1 columns, not 3")
	_, err = web.ReadWorld("DK\t\tx y\n")
	assert.ErrorContains(t, err, "web: world.tsv:1: ")
}

func TestShades(t *testing.T) {
	for most, want := range map[int]struct {
		shades []int
		ranges string
	}{
		1:      {[]int{3}, "1"},
		2:      {[]int{1, 5}, "1 2"},
		3:      {[]int{1, 3, 5}, "1 2 3"},
		5:      {[]int{1, 2, 4, 5}, "1 2 3–4 5"},
		13:     {[]int{1, 2, 3, 4, 5}, "1 2 3–4 5–8 9–13"},
		480:    {[]int{1, 2, 3, 4, 5}, "1–3 4–11 12–40 41–139 140–480"},
		20_000: {[]int{1, 2, 3, 4, 5}, "1–7 8–52 53–380 381+ 2\u202f760+"},
	} {
		shades, ranges := web.Shades(most)
		assert.Equal(t, want.shades, shades, most)
		assert.Equal(t, want.ranges, strings.Join(ranges, " "), most)
	}
}

func TestMap(t *testing.T) {
	small := &dateline.Document{ID: "small", Headline: "Malta and Malawi talk", Text: "Malta and Malawi talk", Language: "en",
		Countries: []dateline.Country{{Code: "MT"}, {Code: "MW"}, {Code: "ZZ"}}}
	d := open(t, nil, small)
	for name, c := range map[string]struct {
		address string
		want    []string
		not     []string
	}{
		"front page": {"/", []string{`<figure class="world" aria-hidden="true">`, `href="/?country=GB" tabindex="-1" class="s5"><title>United Kingdom: 13 articles</title><path d="M`,
			`<image href="/static/land.svg?v=`, `<span class="s5">9–13</span>`, `href="/map"`, "38 more"}, nil},
		"search":  {"/?q=strike", []string{`href="/?country=SE&q=strike" tabindex="-1" class="s4"><title>Sweden: 4 articles</title>`, `href="/map?q=strike"`}, nil},
		"picked":  {"/?q=strike&country=SE", []string{`href="/?q=strike" tabindex="-1" class="s5 on"><title>Sweden: 4 articles</title>`}, nil},
		"dot":     {"/?q=Malawi", []string{`<title>Malta: 1 article</title><circle class="reach"`, `<title>Malawi: 1 article</title><path`, "ZZ"}, []string{"<title>ZZ", "more</summary>"}},
		"nothing": {"/?q=xylophonist", nil, []string{"world"}},
		"large":   {"/map?q=strike&country=SE", []string{`<title>Belgium: 3 articles</title>`, `href="/?country=SE&q=strike">Back to the articles`, "Brazil"}, []string{"Large map"}},
		"empty":   {"/map?q=xylophonist", []string{"None of the articles is about a country"}, []string{"world"}},
		"trends":  {"/trends", []string{"Where", `<title>Ghana: 2 articles</title>`, "date%3A2026-06-10..2026-06-16"}, nil},
		"country": {"/entity?id=country:GH", []string{`<g class="here"><title>Ghana</title><path d="M`, "<title>Brazil: "}, []string{"<title>Ghana:"}},
		"entity":  {"/entity?id=person:hendrik-baanders", []string{`href="/entity?id=country%3ABE" tabindex="-1"`, "<title>Belgium: 5 articles</title>", "6 more"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			body := html.UnescapeString(d.ok(c.address))
			for _, w := range c.want {
				assert.True(t, strings.Contains(body, w), "%q is missing", w)
			}
			for _, w := range c.not {
				assert.False(t, strings.Contains(body, w), "%q is there", w)
			}
			assert.NotContains(t, body, "style=")
		})
	}
	res, _ := d.get("/map?" + url.Values{"q": {"date:someday"}}.Encode())
	assert.Equal(t, http.StatusBadRequest, res.StatusCode)
}

// TestMapListsWhatItShows holds the map to the list beside it, which is what those
// have who do not see it.
func TestMapListsWhatItShows(t *testing.T) {
	d := open(t, nil)
	link := regexp.MustCompile(`<a href="([^"]+)"( tabindex="-1")?`)
	for _, address := range []string{"/", "/?q=strike", "/map", "/trends", "/entity?id=person:hendrik-baanders"} {
		drawn, listed := []string{}, map[string]bool{}
		for _, l := range link.FindAllStringSubmatch(d.ok(address), -1) {
			if l[2] != "" {
				drawn = append(drawn, l[1])
			} else {
				listed[l[1]] = true
			}
		}
		assert.NotEmpty(t, drawn, address)
		for _, href := range drawn {
			assert.True(t, listed[href], "%s: %s is on the map only", address, href)
		}
	}
}

func TestLand(t *testing.T) {
	d := open(t, nil)
	res, body := d.get("/static/land.svg")
	assert.Equal(t, "image/svg+xml", res.Header.Get("Content-Type"))
	assert.Contains(t, body, `viewBox="0 0 2000 867"`)
	assert.NotContains(t, body, "style")
}
