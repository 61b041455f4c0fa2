package gazetteer

import (
	"bytes"
	"compress/gzip"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func pack(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.Bytes()
}

func TestReadNamesRejects(t *testing.T) {
	head := NamesVersion + "\n"
	for _, tc := range []struct {
		name, want string
		data       []byte
	}{
		{"nothing", "", nil},
		{"no gzip", "", []byte("plain words")},
		{"cut", "", namesFile[:len(namesFile)/2]},
		{"other version", `it begins with "dateline names 0", not "dateline names 1"`, pack(t, "dateline names 0\nC\tFrance\tFR\n")},
		{"no version", `it begins with ""`, pack(t, "")},
		{"no kind", `line 3: kind "" and name "France"`, pack(t, head+"C\tPeru\tPE\n\tFrance\n")},
		{"no name", `line 2: kind "C" and name ""`, pack(t, head+"C\t\tFR\n")},
		{"number of letters", "line 2: population: ", pack(t, head+"P\tParis\tFR\t\tmany\n")},
		{"id", "line 2: GeoNames id: ", pack(t, head+"P\tParis\tFR\t\t1\tx\n")},
		{"latitude", "line 2: latitude: ", pack(t, head+"P\tParis\tFR\t\t1\t2\tnorth\n")},
		{"longitude", "line 2: longitude: ", pack(t, head+"P\tParis\tFR\t\t1\t2\t3\teast\n")},
		{"too many columns", "line 2: more than 10 columns", pack(t, head+"P\tParis\tFR\t\t1\t2\t3\t4\t\ta|b\tmore\n")},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := readNames(tc.data)
			require.ErrorIs(t, err, ErrFormat)
			assert.ErrorContains(t, err, tc.want)
		})
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
	f.Add(NamesVersion + "\nC\tFrance\tFR\t\t66\t3017382\t\t\t\tFrench Republic\nP\tParis\tFR\t\t2138\t2988507\t48.85\t2.35\t1\n")
	f.Fuzz(func(t *testing.T, text string) {
		if g, err := readNames(pack(t, text)); err == nil {
			g.Longest(Split(text))
		}
	})
}

func TestEmbeddedSize(t *testing.T) {
	assert.Less(t, len(namesFile)+len(wordsFile), 1_500_000)
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		g, err := readNames(namesFile)
		require.NoError(b, err)
		require.NoError(b, g.readWords(wordsFile))
	}
}
