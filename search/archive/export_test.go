package archive

import (
	"context"
	"testing"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search/internal/engine"
)

// StoredBytes returns the stored form of every document by its id.
func StoredBytes(t testing.TB, a *Archive) map[string][]byte {
	t.Helper()
	v, err := a.view(context.Background())
	require.NoError(t, err)
	defer v.close()
	set, err := v.all()
	require.NoError(t, err)
	all := map[string][]byte{}
	for _, n := range set.list() {
		id, err := v.id(n)
		require.NoError(t, err)
		all[id], err = stored(v.r, id)
		require.NoError(t, err)
	}
	return all
}

// Segments returns how many segments an archive has.
func Segments(t testing.TB, a *Archive) int {
	t.Helper()
	v, err := a.view(context.Background())
	require.NoError(t, err)
	defer v.close()
	list, err := v.segments()
	require.NoError(t, err)
	return len(list)
}

// Merge merges all segments to one.
func Merge(t testing.TB, a *Archive) {
	t.Helper()
	a.write.Lock()
	defer a.write.Unlock()
	require.NoError(t, a.bleve.(*scorch.Scorch).ForceMerge(context.Background(), nil))
}

// Learn has feedback learn in another way than usual. No search may be under way.
func Learn(a *Archive, how engine.Learning) { a.learning = how }
