package clusters_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/clusters"
)

func TestTable(t *testing.T) {
	in := map[uint32]clusters.Word{
		clusters.Key("oslo"):  {Cluster: 2},
		clusters.Key("maria"): {Cluster: 1, Given: 3, Surname: 1},
		clusters.Key("walk"):  {Cluster: 0, Surname: 2, Small: true},
	}
	b, err := clusters.Encode([][clusters.Granularities]uint16{{0, 0, 0, 0}, {1, 1, 0, 0}, {2, 1, 1, 0}}, in)
	require.NoError(t, err)
	w, err := clusters.Read(b)
	require.NoError(t, err)
	for key, want := range in {
		got, ok := w.Find(key)
		assert.True(t, ok)
		assert.Equal(t, want, got)
	}
	_, ok := w.Find(clusters.Key("nowhere"))
	assert.False(t, ok)
}

func TestReadRefuses(t *testing.T) {
	good, err := clusters.Encode([][clusters.Granularities]uint16{{}}, map[uint32]clusters.Word{7: {}, 900: {Given: 1}})
	require.NoError(t, err)
	for n := range good {
		_, err := clusters.Read(good[:n])
		require.ErrorIs(t, err, clusters.ErrFormat, "cut to %d bytes", n)
	}
	_, err = clusters.Read(append(append([]byte(nil), good...), 0))
	require.ErrorIs(t, err, clusters.ErrFormat)
	other := append([]byte(nil), good...)
	other[len(other)-1]++
	_, err = clusters.Read(other)
	require.ErrorIs(t, err, clusters.ErrFormat)
}

func TestDefault(t *testing.T) {
	w, err := clusters.Default()
	require.NoError(t, err)
	paris, ok := w.Find(clusters.Key("paris"))
	require.True(t, ok)
	london, _ := w.Find(clusters.Key("london"))
	maria, _ := w.Find(clusters.Key("maria"))
	walked, _ := w.Find(clusters.Key("walked"))
	assert.False(t, paris.Small)
	assert.True(t, walked.Small)
	assert.NotZero(t, maria.Given)
	assert.NotEqual(t, london.Cluster, walked.Cluster)
}

func FuzzRead(f *testing.F) {
	good, err := clusters.Encode([][clusters.Granularities]uint16{{}}, map[uint32]clusters.Word{7: {}, 900: {Given: 1}})
	require.NoError(f, err)
	f.Add(good)
	f.Fuzz(func(t *testing.T, b []byte) {
		if w, err := clusters.Read(b); err == nil {
			w.Find(7)
		} else {
			require.ErrorIs(t, err, clusters.ErrFormat)
		}
	})
}
