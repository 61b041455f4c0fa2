package names_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/names"
)

func TestWords(t *testing.T) {
	in := map[uint32]names.Word{
		names.WordKey("oslo"):  {Cluster: 2},
		names.WordKey("maria"): {Cluster: 1, Given: 3, Surname: 1},
		names.WordKey("walk"):  {Cluster: 0, Surname: 2, Small: true},
	}
	b, err := names.EncodeWords([][names.Granularities]uint16{{0, 0, 0, 0}, {1, 1, 0, 0}, {2, 1, 1, 0}}, in)
	require.NoError(t, err)
	w, err := names.ReadWords(b)
	require.NoError(t, err)
	for key, want := range in {
		got, ok := w.Find(key)
		assert.True(t, ok)
		assert.Equal(t, want, got)
	}
	_, ok := w.Find(names.WordKey("nowhere"))
	assert.False(t, ok)
}

func TestReadWordsRefuses(t *testing.T) {
	good, err := names.EncodeWords([][names.Granularities]uint16{{}}, map[uint32]names.Word{7: {}, 900: {Given: 1}})
	require.NoError(t, err)
	for n := range good {
		_, err := names.ReadWords(good[:n])
		require.ErrorIs(t, err, names.ErrWords, "cut to %d bytes", n)
	}
	_, err = names.ReadWords(append(append([]byte(nil), good...), 0))
	require.ErrorIs(t, err, names.ErrWords)
	other := append([]byte(nil), good...)
	other[len("dlwords")]++
	_, err = names.ReadWords(other)
	require.ErrorIs(t, err, names.ErrWords)
}

func TestEmbeddedWords(t *testing.T) {
	w, err := names.DefaultWords()
	require.NoError(t, err)
	paris, ok := w.Find(names.WordKey("paris"))
	require.True(t, ok)
	london, _ := w.Find(names.WordKey("london"))
	maria, _ := w.Find(names.WordKey("maria"))
	walked, _ := w.Find(names.WordKey("walked"))
	assert.False(t, paris.Small)
	assert.True(t, walked.Small)
	assert.NotZero(t, maria.Given)
	assert.NotEqual(t, london.Cluster, walked.Cluster)
}

func FuzzReadWords(f *testing.F) {
	good, err := names.EncodeWords([][names.Granularities]uint16{{}}, map[uint32]names.Word{7: {}, 900: {Given: 1}})
	require.NoError(f, err)
	f.Add(good)
	f.Fuzz(func(t *testing.T, b []byte) {
		if w, err := names.ReadWords(b); err == nil {
			w.Find(7)
		} else {
			require.ErrorIs(t, err, names.ErrWords)
		}
	})
}
