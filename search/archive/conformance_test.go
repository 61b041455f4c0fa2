package archive_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

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
