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
	for name, data := range map[string][]byte{
		"nothing":           nil,
		"no gzip":           []byte("plain words"),
		"cut":               namesFile[:len(namesFile)/2],
		"other version":     pack(t, "dateline names 0\nC\tFrance\tFR\n"),
		"no version":        pack(t, ""),
		"no kind":           pack(t, head+"\tFrance\n"),
		"no name":           pack(t, head+"C\t\tFR\n"),
		"number of letters": pack(t, head+"P\tParis\tFR\t\tmany\n"),
		"latitude":          pack(t, head+"P\tParis\tFR\t\t1\t2\tnorth\n"),
		"too many columns":  pack(t, head+"P\tParis\tFR\t\t1\t2\t3\t4\t\ta|b\tmore\n"),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readNames(data)
			assert.ErrorIs(t, err, ErrFormat)
		})
	}
}

func TestReadWordsRejects(t *testing.T) {
	for name, data := range map[string][]byte{
		"nothing":       nil,
		"other version": []byte("dateline words 0\n\x00\x00\x00"),
		"no sets":       []byte(WordsVersion),
		"size too big":  []byte(WordsVersion + "\xff\xff\xff\xff\x0f"),
		"cut":           wordsFile[:len(wordsFile)-1],
		"too long":      append(bytes.Clone(wordsFile), 0),
	} {
		t.Run(name, func(t *testing.T) {
			assert.ErrorIs(t, new(Gazetteer).readWords(data), ErrFormat)
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
	assert.Less(t, len(namesFile)+len(wordsFile), 2<<20)
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		g, err := readNames(namesFile)
		require.NoError(b, err)
		require.NoError(b, g.readWords(wordsFile))
	}
}
