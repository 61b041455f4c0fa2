package gazetteer

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// france is a file of one entry, and what stands before that.
func france(t *testing.T) (file, head string) {
	t.Helper()
	b, err := EncodeNames([]Named{{Entry{Kind: Country, Name: "France", Country: "FR", Population: 66_000_000, GeoNames: 3017382}, []string{"French Republic"}}})
	require.NoError(t, err)
	return string(b), NamesVersion + "\x01\x02FR\x00"
}

func TestNamesComeBack(t *testing.T) {
	list := []Named{
		{Entry: Entry{Kind: Country, Name: "France", Country: "FR", Population: 66_000_000, GeoNames: 3017382}, Aliases: []string{"French Republic"}},
		{Entry: Entry{Kind: City, Name: "Málaga", Country: "ES", Population: 568_000, GeoNames: 2514256, Lat: 36.72, Lon: -4.42}},
		{Entry: Entry{Kind: City, Name: "Paris", Country: "FR", Lat: 48.85, Lon: 2.35, Capital: true}, Aliases: []string{"Paname", "Paris, France"}},
		{Entry: Entry{Kind: City, Name: "Paris", Country: "US", Region: "TX", Lat: -90, Lon: -180}},
		{Entry: Entry{Kind: Organisation, Name: "WHO", Home: "CH"}, Aliases: []string{"World Health Organization"}},
	}
	b, err := EncodeNames(list)
	require.NoError(t, err)
	g, err := readNames(string(b))
	require.NoError(t, err)
	for i, n := range list {
		assert.Equal(t, n.Entry, g.entries[i])
		for _, name := range append(n.Aliases, n.Name) {
			m := g.Longest(Split(name + " region"))
			assert.Equal(t, len(Split(name)), m.Words, name)
			found := false
			for e := range g.Entries(m) {
				found = found || *e == n.Entry
			}
			assert.True(t, found, name)
		}
	}
	for e := range g.Entries(g.Find([]string{"paris"})) {
		assert.True(t, e.Capital, "the first of two comes first")
		break
	}
}

func TestEncodeNamesRejects(t *testing.T) {
	for _, e := range []Entry{{Kind: City}, {Name: "Far", Lat: 91}, {Name: "Far", Lon: -181}, {Name: "Few", Population: -1}} {
		_, err := EncodeNames([]Named{{Entry: e}})
		assert.ErrorContains(t, err, "bad entry")
	}
}

func TestReadNamesRejects(t *testing.T) {
	whole, head := france(t)
	for _, tc := range []struct{ name, want, data string }{
		{"nothing", `it begins with "", not "dateline names 2\n"`, ""},
		{"other version", `it begins with "dateline names 1`, "dateline names 1\nC\tFrance\tFR\n"},
		{"no homes", "", NamesVersion},
		{"too many homes", "", NamesVersion + "\x7f\x00"},
		{"too many entries", "", head + "\x7f\x00"},
		{"no such home", "entry 1 of 1: home 1 of 1", head + "\x01C\x08\x00\x00\x01X\x00"},
		{"no name", "entry 1 of 1: no name", head + "\x01C\x00\x00\x00\x00\x00"},
		{"name too long", "entry 1 of 1: cut short", head + "\x01C\x00\x00\x00\x7fX\x00"},
		{"number too long", "entry 1 of 1: cut short", head + "\x01C\x00\xff\xff\xff\xff\xff\x01\x00\x01X\x00"},
		{"half of it", "cut short", namesFile[:len(namesFile)/2]},
		{"too long", "1 bytes are left", whole + "x"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := readNames(tc.data)
			require.ErrorIs(t, err, ErrFormat)
			assert.ErrorContains(t, err, tc.want)
		})
	}
	for n := range len(whole) {
		_, err := readNames(whole[:n])
		require.ErrorIs(t, err, ErrFormat, "%d bytes", n)
	}
}

func TestReadWordsRejects(t *testing.T) {
	for _, tc := range []struct {
		name, want string
		data       []byte
	}{
		{"nothing", `it begins with ""`, nil},
		{"other version", `not "dateline words 1\n"`, []byte("dateline words 0\n\x00\x00\x00")},
		{"no sets", "set 1 of 3 is cut short", []byte(WordsVersion)},
		{"size too big", "set 1 of 3 is cut short", []byte(WordsVersion + "\xff\xff\xff\xff\x0f")},
		{"cut", "set 3 of 3 is cut short", wordsFile[:len(wordsFile)-1]},
		{"too long", "1 bytes too many", append(bytes.Clone(wordsFile), 0)},
	} {
		t.Run(tc.name, func(t *testing.T) {
			err := new(Gazetteer).readWords(tc.data)
			require.ErrorIs(t, err, ErrFormat)
			assert.ErrorContains(t, err, tc.want)
		})
	}
}

func FuzzReadNames(f *testing.F) {
	f.Add(NamesVersion + "\x01\x02FR\x00\x01C\x00\x42\x01\x06France\x01\x08La Grèce")
	f.Fuzz(func(t *testing.T, file string) {
		if g, err := readNames(file); err == nil {
			g.Longest(Split(file))
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
	assert.Less(t, len(namesFile)+len(wordsFile), 1_700_000)
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		g, err := readNames(namesFile)
		require.NoError(b, err)
		require.NoError(b, g.readWords(wordsFile))
	}
}
