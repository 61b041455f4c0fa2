package archive_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

func TestOnDisk(t *testing.T) {
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "news")
	docs := newsroom(t)
	ix, err := archive.Open(ctx, dir, archive.Options{BatchSize: 2})
	require.NoError(t, err)
	n, err := ix.Load(ctx, all(docs))
	require.NoError(t, err)
	require.Equal(t, len(docs), n)
	want, err := ix.Search(ctx, search.Query{Text: "ferry strike inquiry", Facets: true})
	require.NoError(t, err)
	require.NoError(t, ix.Close())

	ix, err = archive.Open(ctx, dir, archive.Options{})
	require.NoError(t, err)
	defer ix.Close()
	got, err := ix.Search(ctx, search.Query{Text: "ferry strike inquiry", Facets: true})
	require.NoError(t, err)
	want.Took, got.Took = 0, 0
	assert.Equal(t, want, got)
	for _, d := range docs {
		back, err := ix.Document(ctx, d.ID)
		require.NoError(t, err)
		assert.Equal(t, d, back)
	}
}

// TestScoresDoNotDependOnBatches builds the same archive in three ways.
func TestScoresDoNotDependOnBatches(t *testing.T) {
	ctx := context.Background()
	docs := newsroom(t)
	whole := open(t, docs...)
	single := open(t)
	for _, d := range docs {
		require.NoError(t, single.Add(ctx, d))
	}
	replaced := open(t)
	for i, d := range docs {
		other := *docs[(i+1)%len(docs)]
		other.ID = d.ID
		require.NoError(t, replaced.Add(ctx, &other))
	}
	require.NoError(t, replaced.Add(ctx, docs[0], docs[0]))
	require.NoError(t, replaced.Delete(ctx, docs[1].ID, docs[1].ID, "not there"))
	require.NoError(t, replaced.Add(ctx, docs...))
	q := search.Query{Text: "ferry strike copper inquiry harbour", Facets: true}
	want, err := whole.Search(ctx, q)
	require.NoError(t, err)
	for _, ix := range []*archive.Archive{single, replaced} {
		got, err := ix.Search(ctx, q)
		require.NoError(t, err)
		got.Took = want.Took
		assert.Equal(t, want, got)
	}
}

func TestOpenErrors(t *testing.T) {
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, []byte("x"), 0o600))
	holiday := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(holiday, "holiday.jpg"), []byte("x"), 0o600))
	foreign := filepath.Join(t.TempDir(), "foreign")
	other, err := bleve.New(foreign, bleve.NewIndexMapping())
	require.NoError(t, err)
	require.NoError(t, other.Close())
	newer := filepath.Join(t.TempDir(), "newer")
	ix, err := archive.Open(ctx, newer, archive.Options{})
	require.NoError(t, err)
	require.NoError(t, ix.Close())
	other, err = bleve.Open(newer)
	require.NoError(t, err)
	require.NoError(t, other.SetInternal([]byte("dateline.version"), []byte("99")))
	require.NoError(t, other.Close())
	meta := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(meta, "index_meta.json"), []byte("{"), 0o600))

	for _, c := range []struct {
		name, dir string
		want      error
	}{
		{"a file", file, archive.ErrNotArchive},
		{"another folder", holiday, archive.ErrNotArchive},
		{"another index", foreign, archive.ErrNotArchive},
		{"another version", newer, archive.ErrVersion},
		{"broken description", meta, archive.ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := archive.Open(ctx, c.dir, archive.Options{})
			require.ErrorIs(t, err, c.want)
			assert.ErrorContains(t, err, c.dir)
		})
	}
	got, err := os.ReadFile(filepath.Join(holiday, "holiday.jpg"))
	require.NoError(t, err)
	assert.Equal(t, "x", string(got), "a folder of others is left alone")
	for _, o := range []archive.Options{{Workers: -1}, {Workers: 1025}, {BatchSize: -1}, {BatchSize: 100_001}} {
		_, err = archive.Open(ctx, "", o)
		require.ErrorContains(t, err, "batch size")
	}
}

func TestUnfinishedIsMadeAgain(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, ".dateline-new", "store"), 0o700))
	ix, err := archive.Open(context.Background(), dir, archive.Options{})
	require.NoError(t, err)
	require.NoError(t, ix.Close())
}

// TestLocked opens one archive from two processes: this one and itself again.
func TestLocked(t *testing.T) {
	ctx := context.Background()
	if dir := os.Getenv("DATELINE_TEST_LOCKED"); dir != "" {
		_, err := archive.Open(ctx, dir, archive.Options{})
		assert.ErrorIs(t, err, archive.ErrLocked)
		return
	}
	dir := t.TempDir()
	ix, err := archive.Open(ctx, dir, archive.Options{})
	require.NoError(t, err)
	defer ix.Close()
	cmd := exec.Command(os.Args[0], "-test.run=^TestLocked$")
	cmd.Env = append(os.Environ(), "DATELINE_TEST_LOCKED="+dir)
	out, err := cmd.CombinedOutput()
	assert.NoError(t, err, string(out))
}

func TestLoadReportsBadDocuments(t *testing.T) {
	ctx := context.Background()
	docs := newsroom(t)
	broken := *docs[0]
	broken.ID, broken.Sentences = "broken", []dateline.Span{{Start: 5, End: 2}}
	unread := errors.New("line 4 could not be read")
	stream := func() iter.Seq2[*dateline.Document, error] {
		return func(yield func(*dateline.Document, error) bool) {
			_ = yield(docs[0], nil) && yield(nil, unread) && yield(&broken, nil) && yield(&dateline.Document{Text: "x"}, nil) &&
				yield(nil, nil) && yield(docs[1], nil)
		}
	}
	ix := open(t)
	n, err := ix.Load(ctx, stream())
	assert.Equal(t, 2, n)
	require.ErrorIs(t, err, unread)
	require.ErrorIs(t, err, dateline.ErrInvalid)
	assert.ErrorContains(t, err, `"broken"`)
	assert.ErrorContains(t, err, "has no id")

	var told []error
	ix, err = archive.Open(ctx, "", archive.Options{OnError: func(err error) { told = append(told, err) }})
	require.NoError(t, err)
	defer ix.Close()
	n, err = ix.Load(ctx, stream())
	require.NoError(t, err)
	assert.Equal(t, 2, n)
	assert.Len(t, told, 4)

	err = ix.Add(ctx, docs[2], &broken)
	require.ErrorIs(t, err, dateline.ErrInvalid)
	count, err := ix.Count(ctx)
	require.NoError(t, err)
	assert.Equal(t, 2, count, "Add writes all or nothing")
}

func TestReplaceAndDelete(t *testing.T) {
	ctx := context.Background()
	docs := newsroom(t)
	ix := open(t, docs...)
	corrected := article{id: "press", headline: "Correction: the law on zeppelins"}.document(t)
	require.NoError(t, ix.Add(ctx, corrected))
	res, err := ix.Search(ctx, search.Query{Text: "zeppelin freedom"})
	require.NoError(t, err)
	assert.Equal(t, []string{"press"}, ids(res))
	require.NoError(t, ix.Delete(ctx, "press"))
	_, err = ix.Document(ctx, "press")
	require.ErrorIs(t, err, archive.ErrNotFound)
	n, err := ix.Count(ctx)
	require.NoError(t, err)
	assert.Equal(t, len(docs)-1, n)
	seen := 0
	for d, err := range ix.Documents(ctx) {
		require.NoError(t, err)
		assert.NotEqual(t, "press", d.ID)
		seen++
	}
	assert.Equal(t, n, seen)
}

func TestClosed(t *testing.T) {
	ctx := context.Background()
	ix, err := archive.Open(ctx, "", archive.Options{})
	require.NoError(t, err)
	require.NoError(t, ix.Close())
	require.ErrorIs(t, ix.Close(), archive.ErrClosed)
	require.ErrorIs(t, ix.Add(ctx), archive.ErrClosed)
	_, err = ix.Search(ctx, search.Query{})
	require.ErrorIs(t, err, archive.ErrClosed)
	for _, err := range ix.Documents(ctx) {
		require.ErrorIs(t, err, archive.ErrClosed)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	ix := open(t, newsroom(t)...)
	cancel()
	_, err := ix.Search(ctx, search.Query{Text: "ferry"})
	require.ErrorIs(t, err, context.Canceled)
	n, err := ix.Load(ctx, all(newsroom(t)))
	require.ErrorIs(t, err, context.Canceled)
	assert.Zero(t, n)
}

// TestConcurrent is for the race detector: readers, a writer, and the counts
// that each reader may see.
func TestConcurrent(t *testing.T) {
	ctx := context.Background()
	docs := newsroom(t)
	ix, err := archive.Open(ctx, t.TempDir(), archive.Options{})
	require.NoError(t, err)
	require.NoError(t, ix.Add(ctx, docs...))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 25 {
				res, err := ix.Search(ctx, search.Query{Text: "copper strike", Facets: true})
				assert.NoError(t, err)
				assert.GreaterOrEqual(t, res.Total, 2)
				_, err = ix.Related(ctx, docs[0], search.RelatedOptions{})
				assert.NoError(t, err)
			}
		})
	}
	wg.Go(func() {
		for i := range 10 {
			d := *docs[i%len(docs)]
			d.ID = fmt.Sprint("new-", i)
			assert.NoError(t, ix.Add(ctx, &d))
			assert.NoError(t, ix.Delete(ctx, d.ID))
		}
	})
	wg.Wait()
	n, err := ix.Count(ctx)
	require.NoError(t, err)
	assert.Equal(t, len(docs), n)
	require.NoError(t, ix.Close())
}
