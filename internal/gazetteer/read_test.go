package gazetteer

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNamesComeBack(t *testing.T) {
	list := []Named{
		{Entry: Entry{Kind: Country, Name: "France", Country: "FR", Population: 66_000_000, GeoNames: 3017382},
			Aliases: []string{"French Republic"}},
		{Entry: Entry{Kind: Country, Name: "India", Country: "IN", Population: 1_428_000_000}},
		{Entry: Entry{Kind: City, Name: "Málaga", Country: "ES", Population: 568_000, GeoNames: 2514256, Lat: 36.72, Lon: -4.42}},
		{Entry: Entry{Kind: City, Name: "Paris", Country: "FR", Lat: 48.85, Lon: 2.35, Capital: true},
			Aliases: []string{"Paname", "Paris, France"}},
		{Entry: Entry{Kind: City, Name: "Paris", Country: "US", Region: "TX", Lat: -90, Lon: -180}},
		{Entry: Entry{Kind: Organisation, Name: "WHO", Home: "CH"}, Aliases: []string{"World Health Organization", "Who"}},
	}
	b, err := EncodeNames(list)
	require.NoError(t, err)
	n, err := readNames(b)
	require.NoError(t, err)
	g := &Gazetteer{names: n}
	for i, want := range list {
		assert.Equal(t, want.Entry, *n.entry(i))
		assert.Same(t, n.entry(i), n.entry(i))
		for _, name := range append(want.Aliases, want.Name) {
			m := g.Longest(Split(name + " region"))
			assert.Equal(t, len(Split(name)), m.Words, name)
			found := false
			for e := range g.Entries(m) {
				found = found || *e == want.Entry
			}
			assert.True(t, found, name)
		}
	}
	for e := range g.Entries(g.Find([]string{"paris"})) {
		assert.True(t, e.Capital, "the first of two comes first")
		break
	}
	var caps []bool
	for _, c := range g.Entries(g.Find([]string{"who"})) {
		caps = append(caps, c)
	}
	assert.Equal(t, []bool{true, false}, caps, "the canonical name comes first")
}

func TestEncodeNamesRejects(t *testing.T) {
	for _, e := range []Entry{{Kind: City}, {Kind: 'x', Name: "Far"}, {Kind: City, Name: "Far", Lat: 91},
		{Kind: City, Name: "Far", Lon: -181}, {Kind: City, Name: "Few", Population: -1},
		{Kind: City, Name: "Far", Country: "FRA"}, {Kind: City, Name: "Far", GeoNames: 1 << 24},
		{Kind: City, Name: strings.Repeat("Far ", 70)}} {
		_, err := EncodeNames([]Named{{Entry: e}})
		assert.ErrorContains(t, err, "bad entry")
	}
}

func TestReadNamesRejects(t *testing.T) {
	whole, err := EncodeNames([]Named{{Entry: Entry{Kind: Country, Name: "France", Country: "FR"}}})
	require.NoError(t, err)
	for n := range whole {
		_, err := readNames(whole[:n])
		require.ErrorIs(t, err, ErrFormat, "%d bytes", n)
	}
	_, err = readNames(append(bytes.Clone(whole), 0))
	require.ErrorIs(t, err, ErrFormat)
	_, err = readNames([]byte("dateline names 2\n\x00"))
	require.ErrorIs(t, err, ErrFormat)
	assert.ErrorContains(t, err, `it begins with "dateline names 2`)
}

func TestReadWordsRejects(t *testing.T) {
	for _, tc := range []struct {
		name, want string
		data       []byte
	}{
		{"nothing", `it begins with ""`, nil},
		{"other version", `not "dateline words 2\n"`, []byte("dateline words 1\n\x00\x00\x00")},
		{"no sets", "set 1 of 3", []byte(WordsVersion)},
		{"cut", "set 3 of 3", wordsFile[:len(wordsFile)-1]},
		{"too long", "1 bytes too many", append(bytes.Clone(wordsFile), 0)},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := readWords(tc.data)
			require.ErrorIs(t, err, ErrFormat)
			assert.ErrorContains(t, err, tc.want)
		})
	}
}

func TestWordsComeBack(t *testing.T) {
	b, err := EncodeWords(map[string]uint8{"maria": 1, "tor": 2}, map[string]uint8{"okafor": 0}, map[string]uint8{"bank": 14})
	require.NoError(t, err)
	w, err := readWords(b)
	require.NoError(t, err)
	g := &Gazetteer{words: w}
	gender, ok := g.Given("tor")
	assert.True(t, ok)
	assert.Equal(t, Male, gender)
	assert.True(t, g.Surname("okafor"))
	assert.False(t, g.Surname("bank"))
	assert.InDelta(t, 15.0/16, g.Lower("bank"), 1e-9)
}

// FuzzReadNames reads any file of names: it is refused, or answers every question.
func FuzzReadNames(f *testing.F) {
	whole, err := EncodeNames([]Named{
		{Entry: Entry{Kind: Country, Name: "France", Country: "FR"}},
		{Entry: Entry{Kind: City, Name: "La Grèce", Country: "FR", Region: "ARA"}, Aliases: []string{"France"}},
	})
	require.NoError(f, err)
	f.Add(whole, "France")
	damaged := bytes.Clone(whole)
	damaged[len(NamesVersion)+countsSize+2*homeSize+4] = 0xff // a home that the file does not have
	f.Add(damaged, "La Grèce")
	f.Fuzz(func(t *testing.T, file []byte, name string) {
		n, err := readNames(file)
		if err != nil {
			require.ErrorIs(t, err, ErrFormat)
			return
		}
		g := &Gazetteer{names: n}
		for e := range g.Entries(g.Longest(Split(name))) {
			require.NotNil(t, e)
		}
		g.CountryName("FR")
		for range g.Cities() {
			continue
		}
	})
}

// TestHashOfName compares what needs no memory with the words of Split.
func TestHashOfName(t *testing.T) {
	for _, name := range []string{"", " ", "Oslo", "New York City", "São Tomé", "Łódź", "Đà Nẵng", "Cox's Bazar", "Côte d’Ivoire", "Washington, D.C.",
		"two  spaces", " before", "behind ", "Ærø", "a\u00a0b", "\xc3", "\xc3(", "Zürich\xc5", "東京"} {
		h, first, words := hashName(name)
		want, split := uint64(hashStart), Split(name)
		for i, w := range split {
			if want = add(want, w); i == 0 {
				assert.Equal(t, want, first, name)
			}
		}
		assert.Equal(t, len(split), words, name)
		if words > 0 {
			assert.Equal(t, want, h, name)
		}
	}
}

func TestEmbeddedSize(t *testing.T) {
	assert.Less(t, len(namesFile)+len(wordsFile), 2_000_000)
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, err := readNames(namesFile)
		require.NoError(b, err)
		_, err = readWords(wordsFile)
		require.NoError(b, err)
	}
}
