package knowledge_test

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/knowledge"
)

// invented is a small world: a country with a region, a county and towns, two of them of one name, and a sea.
func invented() []knowledge.Entry {
	return []knowledge.Entry{
		{Kind: knowledge.Feature, Name: "Kobber Sea", Parent: -1, Lat: -12.345, Lon: -179.999},
		{Kind: knowledge.Country, Name: "Østmark", Code: "XA", Country: "XA", GeoNames: 77, QID: 90_000_001, Parent: -1,
			Others: []string{"Ostmark Republic"}, Lat: 90, Lon: 180, People: 4_000_000},
		{Kind: knowledge.Town, Name: "Skarvik", Country: "XA", GeoNames: 1<<24 - 1, Parent: 5, Lat: 60.125, Lon: 10.5,
			People: 900},
		{Kind: knowledge.Town, Name: "Skarvik", Country: "XA", GeoNames: 3, Parent: 4, Rank: knowledge.Seat, Lat: 61, Lon: 11,
			People: 90_000, Firsts: []string{"Old Skarvik"}, Others: []string{"Skarvik", "Scarwick"}},
		{Kind: knowledge.Region, Name: "Nordmark", Code: "N", Country: "XA", GeoNames: 2, Parent: -1, Lat: 61, Lon: 11},
		{Kind: knowledge.County, Name: "Ytre Skarvik County", Country: "XA", GeoNames: 5, Parent: 4, Lat: 60, Lon: 10},
	}
}

func TestPlacesComeBack(t *testing.T) {
	entries := invented()
	places, index, number, err := knowledge.EncodePlaces(entries)
	require.NoError(t, err)
	k, err := knowledge.Read(string(places), index)
	require.NoError(t, err)
	require.Equal(t, len(entries), k.Len())
	for i, x := range entries {
		p := k.At(number[i])
		assert.Equal(t, x.Name, p.Name())
		assert.Equal(t, x.Kind, p.Kind(), x.Name)
		assert.Equal(t, x.Rank, p.Rank(), x.Name)
		assert.Equal(t, x.GeoNames, p.GeoNames(), x.Name)
		assert.Equal(t, x.QID, p.QID(), x.Name)
		assert.Equal(t, x.Country, p.Country(), x.Name)
		lat, lon := p.Point()
		assert.InDelta(t, x.Lat, lat, 0.005001)
		assert.InDelta(t, x.Lon, lon, 0.005001)
		if up, ok := p.Parent(); assert.Equal(t, x.Parent >= 0, ok, x.Name) && ok {
			assert.Equal(t, number[x.Parent], up.Number(), x.Name)
		}
	}
	var found []int
	for p := range k.Named("SKARVIK") {
		found = append(found, p.GeoNames())
	}
	assert.Equal(t, []int{3, 1<<24 - 1}, found, "the one with more people first, once")
	for name, want := range map[string]bool{"Old Skarvik": true, "scarwick": false, "Ostmark": true, "Ostmark Republic": false} {
		n := 0
		for _, main := range k.Keyed(knowledge.Key(name)) {
			assert.Equal(t, want, main, name)
			n++
		}
		assert.Equal(t, 1, n, name)
	}
	for p := range k.Named("Skarvig") {
		t.Error(p)
	}
}

// TestSamePlacesSameBytes encodes a world in another order of its entries.
func TestSamePlacesSameBytes(t *testing.T) {
	entries := invented()
	places, index, _, err := knowledge.EncodePlaces(entries)
	require.NoError(t, err)
	slices.Reverse(entries)
	for i := range entries {
		if entries[i].Parent >= 0 {
			entries[i].Parent = len(entries) - 1 - entries[i].Parent
		}
	}
	again, other, _, err := knowledge.EncodePlaces(entries)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(places, again))
	assert.True(t, bytes.Equal(index, other))
}

func TestEncodeRefuses(t *testing.T) {
	for name, spoil := range map[string]func(*knowledge.Entry){
		"no name":               func(x *knowledge.Entry) { x.Name = "" },
		"a name with a zero":    func(x *knowledge.Entry) { x.Name = "a\x00b" },
		"an id that is too big": func(x *knowledge.Entry) { x.GeoNames = 1 << 24 },
		"no point":              func(x *knowledge.Entry) { x.Lat = math.NaN() },
		"a point off the globe": func(x *knowledge.Entry) { x.Lon = 181 },
		"no such country":       func(x *knowledge.Entry) { x.Country = "XZ" },
		"no such kind":          func(x *knowledge.Entry) { x.Kind = 99 },
		"a town as its parent":  func(x *knowledge.Entry) { x.Country, x.Parent = "XA", 2 },
		"a code that is none":   func(x *knowledge.Entry) { x.Kind, x.Code = knowledge.Country, "XAB" },
	} {
		entries := invented()
		spoil(&entries[0])
		_, _, _, err := knowledge.EncodePlaces(entries)
		assert.ErrorIs(t, err, knowledge.ErrFormat, name)
	}
}

// FuzzLetters writes names and reads them back, whatever their bytes are.
func FuzzLetters(f *testing.F) {
	f.Add("Ålesund", "Llanfair\u00adpwllgwyngyll", "x")
	f.Add(strings.Repeat("fib", 60), "\xff\x80", " ")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		var entries []knowledge.Entry
		for _, name := range []string{a, b, c, a + b, b} {
			if name != "" && !strings.Contains(name, "\x00") {
				entries = append(entries, knowledge.Entry{Kind: knowledge.Town, Name: name, Parent: -1})
			}
		}
		places, index, number, err := knowledge.EncodePlaces(entries)
		require.NoError(t, err)
		k, err := knowledge.Read(string(places), index)
		require.NoError(t, err)
		for i, x := range entries {
			require.Equal(t, x.Name, k.At(number[i]).Name())
		}
	})
}
