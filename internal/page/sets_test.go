package page_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/eval/pages"
	"github.com/dateline-go/dateline/internal/eval/sets"
	"github.com/dateline-go/dateline/internal/page"
)

// evalDir returns the folder of the evaluation data, or skips the test.
func evalDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("DATELINE_EVAL")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "eval")
	}
	if _, err := os.Stat(filepath.Join(dir, "extract")); err != nil {
		t.Skip("no evaluation data; set DATELINE_EVAL to its folder")
	}
	return dir
}

func TestReadsEveryNewsPage(t *testing.T) {
	t.Parallel()
	gold, err := pages.Load(evalDir(t), "fundus")
	require.NoError(t, err)
	for i := range gold {
		d := read(t, gold[i].Page())
		assert.NotEmpty(t, d.Headline, gold[i].ID)
		assert.NotEmpty(t, d.Sections, gold[i].ID)
	}
}

func TestReadsHostilePages(t *testing.T) {
	t.Parallel()
	rows, err := sets.Read[struct{ ID, HTML string }](evalDir(t), "extract", "hostile.jsonl.gz")
	require.NoError(t, err)
	clear := map[string]error{"empty": page.ErrEmpty, "spaces": page.ErrEmpty, "unclosed": page.ErrEmpty, "nul": page.ErrBinary}
	for _, r := range rows {
		d, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(r.HTML)}, page.Options{})
		if want, ok := clear[r.ID]; ok {
			require.ErrorIs(t, err, want, r.ID)
			continue
		}
		require.NoError(t, err, r.ID)
		require.NoError(t, d.Validate(), r.ID)
		assert.NotEmpty(t, d.Text, r.ID)
	}
}

// TestReadsSeed checks the shape of the page that the library was asked for, without
// its words.
func TestReadsSeed(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(evalDir(t), "..", "seed", "*.txt"))
	require.NoError(t, err)
	if len(files) == 0 {
		t.Skip("no seed page beside the evaluation data")
	}
	body, err := os.ReadFile(files[0])
	require.NoError(t, err)
	d := read(t, dateline.Page{Form: dateline.PlainPage, Body: body, Retrieved: time.Date(2024, 6, 15, 0, 0, 0, 0, time.UTC)})
	assert.NotEmpty(t, d.Headline)
	assert.NotEmpty(t, d.Kicker)
	assert.NotEmpty(t, d.Dek)
	assert.Len(t, d.Sections, 3)
	require.Len(t, d.Byline, 1)
	assert.NotEmpty(t, d.Byline[0].Bio)
	for _, kind := range []dateline.FurnitureKind{
		dateline.FurnitureAuthorBox, dateline.FurnitureTip, dateline.FurnitureRelated, dateline.FurnitureMostRead, dateline.FurnitureFollow,
	} {
		assert.NotEmpty(t, furniture(d, kind), kind)
	}
	require.Len(t, d.Links, 14)
	ranks, sections := 0, 0
	for _, l := range d.Links {
		assert.Equal(t, dateline.LinkMostRead, l.Kind)
		assert.NotEmpty(t, l.Age)
		assert.False(t, l.Published.IsZero())
		if l.Rank > 0 {
			ranks++
		}
		if l.Section != "" {
			sections++
		}
	}
	assert.Equal(t, 11, ranks)
	assert.Equal(t, 11, sections)
}
