package archive_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// TestSentinels holds every call to the errors that it promises, each of which a
// program finds by errors.Is.
func TestSentinels(t *testing.T) {
	ctx := t.Context()
	one := func(dir string) {
		a, err := archive.Open(ctx, dir, archive.Options{})
		require.NoError(t, err)
		require.NoError(t, a.Add(ctx, &dateline.Document{Schema: dateline.Schema, ID: "a", Text: "The tide turned."}))
		require.NoError(t, a.Close())
	}
	root := t.TempDir()
	at := func(name string) string { return filepath.Join(root, name) }
	one(at("whole"))
	one(at("idle"))
	one(at("damaged"))
	require.NoError(t, os.Truncate(filepath.Join(at("damaged"), "store", "root.bolt"), 100))
	older := filepath.Join(unpack(t, "testdata/version3.tar.gz"), "v3")
	require.NoError(t, os.WriteFile(at("file"), nil, 0o600))
	one(at("locked"))
	held, err := archive.Open(ctx, at("locked"), archive.Options{})
	require.NoError(t, err)
	defer held.Close()
	reader, err := archive.Open(ctx, at("whole"), archive.Options{ReadOnly: true})
	require.NoError(t, err)
	defer reader.Close()
	memory := open(t)
	over, cancel := context.WithCancel(ctx)
	cancel()

	opened := func(dir string, o archive.Options) error {
		a, err := archive.Open(ctx, dir, o)
		if err == nil {
			_ = a.Close()
		}
		return err
	}
	second := func(_ any, err error) error { return err }
	doc := &dateline.Document{Schema: dateline.Schema, ID: "b", Text: "The tide turned."}
	for name, c := range map[string]struct {
		err  error
		want error
	}{
		"batch size":          {opened(at("new"), archive.Options{BatchSize: -1}), dateline.ErrOptions},
		"workers":             {opened(at("new"), archive.Options{Workers: 1 << 20}), archive.ErrOptions},
		"open a file":         {opened(at("file"), archive.Options{}), archive.ErrNotArchive},
		"open a folder":       {opened(root, archive.Options{}), archive.ErrNotArchive},
		"open damage":         {opened(at("damaged"), archive.Options{}), archive.ErrDamaged},
		"open another form":   {opened(older, archive.Options{}), archive.ErrVersion},
		"open a locked one":   {opened(at("locked"), archive.Options{}), archive.ErrLocked},
		"read nothing":        {opened(at("nothing"), archive.Options{ReadOnly: true}), archive.ErrNotArchive},
		"read damage":         {opened(at("damaged"), archive.Options{ReadOnly: true}), archive.ErrDamaged},
		"read another form":   {opened(older, archive.Options{ReadOnly: true}), archive.ErrVersion},
		"add to a reader":     {reader.Add(ctx, doc), archive.ErrReadOnly},
		"delete from it":      {reader.Delete(ctx, "a"), archive.ErrReadOnly},
		"purge it":            {reader.Purge(ctx, "a"), archive.ErrReadOnly},
		"load into it":        {second(reader.Load(ctx, all([]*dateline.Document{doc}))), archive.ErrReadOnly},
		"revision of nobody":  {second(reader.Revision(ctx, "nobody")), search.ErrNotFound},
		"document of nobody":  {second(reader.Document(ctx, "nobody")), archive.ErrNotFound},
		"back up memory":      {memory.Backup(ctx, at("copy")), archive.ErrMemory},
		"back up onto one":    {reader.Backup(ctx, at("locked")), os.ErrExist},
		"load no items":       {second(memory.LoadItems(ctx, nil)), archive.ErrOptions},
		"long id":             {memory.Add(ctx, &dateline.Document{ID: strings.Repeat("a", 5000)}), dateline.ErrInvalid},
		"kept id":             {memory.Add(ctx, &dateline.Document{ID: "\x00"}), dateline.ErrInvalid},
		"bytes, not UTF-8":    {memory.Add(ctx, &dateline.Document{ID: "u", Headline: "\xff", Schema: 1}), dateline.ErrUTF8},
		"restore nothing":     {archive.Restore(ctx, at("nothing"), at("copy")), archive.ErrNotArchive},
		"restore a locked":    {archive.Restore(ctx, at("locked"), at("copy")), archive.ErrLocked},
		"restore onto one":    {archive.Restore(ctx, at("whole"), at("locked")), os.ErrExist},
		"restore damage":      {archive.Restore(ctx, at("damaged"), at("copy")), archive.ErrDamaged},
		"restore, over":       {archive.Restore(over, at("idle"), at("copy")), context.Canceled},
		"migrate this one":    {second(archive.Migrate(ctx, at("idle"), at("copy"), archive.Options{})), archive.ErrVersion},
		"migrate onto one":    {second(archive.Migrate(ctx, older, at("locked"), archive.Options{})), os.ErrExist},
		"migrate nothing":     {second(archive.Migrate(ctx, at("nothing"), at("copy"), archive.Options{})), archive.ErrNotArchive},
		"check nothing":       {second(archive.Check(ctx, at("nothing"))), archive.ErrNotArchive},
		"check a locked":      {second(archive.Check(ctx, at("locked"))), archive.ErrLocked},
		"check another form":  {second(archive.Check(ctx, older)), archive.ErrVersion},
		"check, over":         {second(archive.Check(over, at("idle"))), context.Canceled},
		"open, over":          {second(archive.Open(over, at("idle"), archive.Options{})), context.Canceled},
		"has source, over":    {second(memory.HasSource(over, "a")), context.Canceled},
		"duplicates, over":    {second(memory.Duplicates(over)), context.Canceled},
		"revision, over":      {second(memory.Revision(over, "a")), context.Canceled},
		"purge, over":         {memory.Purge(over, "a"), context.Canceled},
		"back up, over":       {reader.Backup(over, at("copy")), context.Canceled},
		"query, not a cursor": {second(memory.Search(ctx, search.Query{Cursor: "tide"})), search.ErrQuery},
	} {
		assert.ErrorIs(t, c.err, c.want, name)
	}
	rep, err := archive.Check(ctx, at("damaged"))
	require.NoError(t, err)
	require.NotEmpty(t, rep.Damage)
	assert.ErrorIs(t, rep.Damage[0], archive.ErrDamaged)

	require.NoError(t, memory.Close())
	for name, err := range map[string]error{
		"HasSource":  second(memory.HasSource(ctx, "a")),
		"Duplicates": second(memory.Duplicates(ctx)),
		"Revision":   second(memory.Revision(ctx, "a")),
		"Purge":      memory.Purge(ctx, "a"),
		"Backup":     memory.Backup(ctx, at("copy")),
		"LoadItems":  second(memory.LoadItems(ctx, nil)),
	} {
		assert.ErrorIs(t, err, archive.ErrClosed, name)
	}
	for _, err := range memory.Deleted(ctx) {
		assert.ErrorIs(t, err, archive.ErrClosed, "Deleted")
	}
}
