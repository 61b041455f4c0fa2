package stats_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
)

func TestEnglish(t *testing.T) {
	f, err := stats.English()
	require.NoError(t, err)
	assert.Greater(t, f.Len(), 20000)
	// Rarer words weigh more.
	words := []string{"the", "government", "sanction", "earthquake", "fertiliser"}
	for i := 1; i < len(words); i++ {
		assert.Greater(t, f.IDF(token.Stem(words[i])), f.IDF(token.Stem(words[i-1])), words[i])
	}
	assert.Less(t, f.IDF("the"), 0.1)
	assert.False(t, f.Known("xqzzy"))
	assert.Equal(t, f.Rarest(), f.IDF("xqzzy"))
	assert.Greater(t, f.Rarest(), f.IDF(token.Stem("earthquake")))
	assert.Contains(t, f.About(), "wikinews\tCC BY 2.5")
}

func TestEncodeDecode(t *testing.T) {
	f, err := stats.New("made of nothing\n", 100, map[string]float64{"a": 100, "sanction": 10, "sanctuari": 2, "é": 1})
	require.NoError(t, err)
	b, err := f.Encode()
	require.NoError(t, err)
	again, err := f.Encode()
	require.NoError(t, err)
	assert.Equal(t, b, again, "same table, same bytes")
	g, err := stats.Decode(b)
	require.NoError(t, err)
	assert.Equal(t, f, g)
	assert.Zero(t, g.IDF("a"))
	assert.InDelta(t, 2.303, g.IDF("sanction"), 0.03)
}

func TestNewRejects(t *testing.T) {
	for _, n := range []float64{0, -1, 101} {
		_, err := stats.New("", 100, map[string]float64{"a": n})
		assert.Error(t, err, n)
	}
}

func FuzzDecode(f *testing.F) {
	t, err := stats.New("about", 10, map[string]float64{"a": 1, "ab": 2, "b": 3})
	require.NoError(f, err)
	b, err := t.Encode()
	require.NoError(f, err)
	f.Add(b)
	f.Add(b[:len(b)-2])
	broken, err := lang.File{Kind: "frequencies", Version: 3, About: []byte(`""`), Body: []byte("\xff\xff")}.Encode()
	require.NoError(f, err)
	f.Add(broken)
	f.Fuzz(func(t *testing.T, b []byte) {
		g, err := stats.Decode(b)
		if err != nil {
			assert.ErrorIs(t, err, stats.ErrFormat)
			return
		}
		again, err := g.Encode()
		require.NoError(t, err)
		h, err := stats.Decode(again)
		require.NoError(t, err)
		assert.Equal(t, g, h)
	})
}

func BenchmarkDecode(b *testing.B) {
	f, err := stats.English()
	require.NoError(b, err)
	file, err := f.Encode()
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		_, err := stats.Decode(file)
		require.NoError(b, err)
	}
}
