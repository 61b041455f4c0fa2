package archive_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
	"github.com/dateline-go/dateline/search/searchtest"
)

func TestConformance(t *testing.T) {
	for name, dir := range map[string]func(testing.TB) string{
		"memory": func(testing.TB) string { return "" },
		"disk":   func(t testing.TB) string { return filepath.Join(t.TempDir(), "archive") },
	} {
		t.Run(name, func(t *testing.T) {
			searchtest.Run(t, func(t testing.TB) searchtest.Engine {
				a, err := archive.Open(t.Context(), dir(t), archive.Options{})
				require.NoError(t, err)
				t.Cleanup(func() { require.NoError(t, a.Close()) })
				return a
			})
		})
	}
}

func TestErrors(t *testing.T) {
	for name, dir := range map[string]func(testing.TB) string{
		"memory": func(testing.TB) string { return "" },
		"disk":   func(t testing.TB) string { return filepath.Join(t.TempDir(), "archive") },
	} {
		t.Run(name, func(t *testing.T) {
			searchtest.RunErrors(t, func(t testing.TB) search.Engine {
				a, err := archive.Open(t.Context(), dir(t), archive.Options{})
				require.NoError(t, err)
				return a
			})
		})
	}
	assert.ErrorIs(t, archive.ErrNotFound, search.ErrNotFound)
	assert.ErrorIs(t, archive.ErrClosed, search.ErrClosed)
	assert.ErrorIs(t, archive.ErrDamaged, search.ErrDamaged)
}
