package gazetteer_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

func load(t *testing.T) *gazetteer.Gazetteer {
	t.Helper()
	g, err := gazetteer.Default()
	require.NoError(t, err)
	return g
}

func TestLongest(t *testing.T) {
	g := load(t)
	for _, tc := range []struct {
		text    string
		words   int
		kind    gazetteer.Kind
		name    string
		country string
	}{
		{"France said", 1, gazetteer.Country, "France", "FR"},
		{"U.S. officials", 1, gazetteer.Country, "United States", "US"},
		{"UK ministers", 1, gazetteer.Country, "United Kingdom", "GB"},
		{"UAE", 1, gazetteer.Country, "United Arab Emirates", "AE"},
		{"DRC", 1, gazetteer.Country, "Democratic Republic of the Congo", "CD"},
		{"Democratic Republic of the Congo", 5, gazetteer.Country, "Democratic Republic of the Congo", "CD"},
		{"Burma", 1, gazetteer.Country, "Myanmar", "MM"},
		{"Côte d’Ivoire", 2, gazetteer.Country, "Ivory Coast", "CI"},
		{"Turkey", 1, gazetteer.Country, "Turkey", "TR"},
		{"Filipinos", 1, gazetteer.Group, "Filipino", "PH"},
		{"South Korean troops", 2, gazetteer.Group, "South Korean", "KR"},
		{"New York City Council", 3, gazetteer.City, "New York City", "US"},
		{"Washington, D.C.", 3, gazetteer.City, "Washington", "US"},
		{"Kiev", 1, gazetteer.City, "Kyiv", "UA"},
		{"São Paulo", 2, gazetteer.City, "São Paulo", "BR"},
		{"Sao Paulo", 2, gazetteer.City, "São Paulo", "BR"},
		{"Calif.", 1, gazetteer.Region, "California", "US"},
		{"Kremlin", 1, gazetteer.Seat, "Kremlin", "RU"},
		{"Élysée Palace", 2, gazetteer.Seat, "Élysée", "FR"},
		{"Downing Street", 2, gazetteer.Seat, "Downing Street", "GB"},
		{"European Union", 2, gazetteer.Organisation, "European Union", ""},
		{"West Bank", 2, gazetteer.Location, "West Bank", "PS"},
		{"Moody's analysts", 2, gazetteer.Organisation, "Moody's", ""},
	} {
		t.Run(tc.text, func(t *testing.T) {
			m := g.Longest(gazetteer.Split(tc.text))
			require.Equal(t, tc.words, m.Words)
			for e := range g.Entries(m) {
				assert.Equal(t, tc.kind, e.Kind, "first entry: %+v", *e)
				assert.Equal(t, tc.name, e.Name)
				assert.Equal(t, tc.country, e.Country)
				break
			}
		})
	}
}

func TestLongestFindsNothing(t *testing.T) {
	g := load(t)
	for _, text := range []string{"", "sanctions", "would certainly", "zzyzzx", ","} {
		assert.Zero(t, g.Longest(gazetteer.Split(text)).Words, text)
	}
}

func TestEntriesOfAmbiguousNames(t *testing.T) {
	g := load(t)
	for name, want := range map[string][]string{
		"Georgia":    {"GE", "US"},
		"Paris":      {"FR", "US"},
		"Birmingham": {"GB", "US"},
		"Bangor":     {"GB", "US"},
	} {
		found := map[string]bool{}
		for e := range g.Entries(g.Longest(gazetteer.Split(name))) {
			found[e.Country] = true
		}
		for _, code := range want {
			assert.True(t, found[code], "%s in %s", name, code)
		}
	}
}

func TestEntriesSayCapitals(t *testing.T) {
	g := load(t)
	for _, caps := range g.Entries(g.Longest([]string{"who"})) {
		assert.True(t, caps, "WHO means nothing in small letters")
	}
	for _, caps := range g.Entries(g.Longest([]string{"france"})) {
		assert.False(t, caps)
	}
}

func TestCityHasPlace(t *testing.T) {
	g := load(t)
	for e := range g.Entries(g.Longest([]string{"moscow"})) {
		assert.Equal(t, 524901, e.GeoNames)
		assert.InDelta(t, 55.75, e.Lat, 0.1)
		assert.InDelta(t, 37.6, e.Lon, 0.1)
		assert.True(t, e.Capital)
		assert.Greater(t, e.Population, 9_000_000)
		break
	}
}

func TestEveryCountryHasName(t *testing.T) {
	g := load(t)
	// ISO 3166-1 has 249 codes; Kosovo's XK is in use beside them.
	count := 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			name := g.CountryName(code)
			if name == "" {
				continue
			}
			count++
			found := false
			for e := range g.Entries(g.Longest(gazetteer.Split(name))) {
				found = found || e.Kind == gazetteer.Country && e.Country == code
			}
			assert.True(t, found, "%s is not found by its name %q", code, name)
		}
	}
	assert.Equal(t, 250, count)
	assert.Empty(t, g.CountryName("ZZ"))
}

func TestGiven(t *testing.T) {
	g := load(t)
	for name, want := range map[string]gazetteer.Gender{"mary": gazetteer.Female, "vladimir": gazetteer.Male, "kim": gazetteer.Either} {
		got, ok := g.Given(name)
		assert.True(t, ok, name)
		if name != "kim" {
			assert.Equal(t, want, got, name)
		}
	}
	_, ok := g.Given("sanctions")
	assert.False(t, ok)
}

func TestSurname(t *testing.T) {
	g := load(t)
	assert.True(t, g.Surname("okafor"))
	assert.True(t, g.Surname("miller"))
	assert.False(t, g.Surname("qqqq"))
}

func TestLower(t *testing.T) {
	g := load(t)
	assert.Greater(t, g.Lower("sanctions"), 0.8)
	assert.Less(t, g.Lower("france"), 0.1)
	assert.Zero(t, g.Lower("zzyzzx"))
}
