package archive_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/archive"
)

// A file that never ends, or is said to be longer than any disk, is damage at once:
// nobody waits for it and no memory is asked for.
func TestOddFilesAreDamage(t *testing.T) {
	sound := makeArchive(t)
	segment := ""
	for _, name := range filesOf(t, sound) {
		if strings.HasSuffix(name, ".zap") {
			segment = name
		}
	}
	const terabyte = 1 << 40
	for _, name := range []string{"index_meta.json", "manifest.json", "store/root.bolt", segment} {
		for kind, put := range map[string]func(path string) error{
			"folder": func(path string) error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o700)) },
			"device": func(path string) error { return errors.Join(os.Remove(path), os.Symlink("/dev/zero", path)) },
			"sparse": func(path string) error { return os.Truncate(path, terabyte) },
		} {
			t.Run(name+" "+kind, func(t *testing.T) {
				if _, err := os.Stat("/dev/zero"); kind == "device" && err != nil {
					t.Skip("no such device here")
				}
				dir := copyDir(t, sound)
				if err := put(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
					t.Skip(err)
				}
				for _, o := range []archive.Options{{}, {ReadOnly: true}, {Verify: true}} {
					_, err := archive.Open(t.Context(), dir, o)
					require.ErrorIs(t, err, archive.ErrDamaged)
				}
				rep, err := archive.Check(t.Context(), dir)
				require.True(t, errors.Is(err, archive.ErrDamaged) || len(rep.Damage) > 0, "%v", err)
				require.ErrorIs(t, archive.Restore(t.Context(), dir, filepath.Join(t.TempDir(), "to")), archive.ErrDamaged)
			})
		}
	}
}

// A panic of the caller's own stream is the caller's, not damage.
func TestLoadLeavesPanicsOfTheCaller(t *testing.T) {
	ix := open(t)
	assert.PanicsWithValue(t, "the stream's own", func() {
		_, _ = ix.Load(t.Context(), func(func(*dateline.Document, error) bool) { panic("the stream's own") })
	})
	require.NoError(t, ix.Add(t.Context(), wordy(1, 5)), "the archive goes on")
	_, err := ix.Load(t.Context(), nil)
	require.ErrorContains(t, err, "no stream")
	assert.NotErrorIs(t, err, archive.ErrDamaged)
}

// A Document comes back as it was given, or is refused.
func TestBytesThatAreNoUTF8AreRefused(t *testing.T) {
	ix := open(t)
	for _, doc := range []*dateline.Document{
		{ID: "headline", Headline: "Tide \xff turns", Text: "The tide turned."},
		{ID: "url", URL: "https://ledger.example/\xc3", Text: "The tide turned."},
		{ID: "site", Site: "\xed\xa0\x80", Text: "The tide turned."},
	} {
		err := ix.Add(t.Context(), doc)
		require.ErrorIs(t, err, dateline.ErrUTF8, doc.ID)
		assert.ErrorContains(t, err, doc.ID)
	}
	kept := &dateline.Document{Schema: dateline.Schema, ID: "kept", Headline: "Sign \ufffd and \\ufffd", Text: "The tide turned."}
	require.NoError(t, ix.Add(t.Context(), kept))
	got, err := ix.Document(t.Context(), "kept")
	require.NoError(t, err)
	assert.Equal(t, kept.Headline, got.Headline)
}

// What a killed backup has left is removed by the next one of that name.
func TestBackupSweepsWhatWasLeft(t *testing.T) {
	ix := openWith(t, filepath.Join(t.TempDir(), "news"), archive.Options{})
	require.NoError(t, ix.Add(t.Context(), wordy(1, 20)))
	dir := t.TempDir()
	left := filepath.Join(dir, "monday.123.part")
	require.NoError(t, os.MkdirAll(filepath.Join(left, "store"), 0o700))
	foreign := filepath.Join(dir, "tuesday.123.part")
	require.NoError(t, os.Mkdir(foreign, 0o700))
	require.NoError(t, ix.Backup(t.Context(), filepath.Join(dir, "monday")))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	assert.Equal(t, []string{"monday", "tuesday.123.part"}, names)
	require.NoError(t, ix.Close())
}

// The files of a closed archive may be read by whoever may read its folder.
func TestFilesHaveTheRightsOfTheFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "news")
	require.NoError(t, os.Mkdir(dir, 0o755))
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o755 {
		t.Skip("no such rights here")
	}
	ix := openWith(t, dir, archive.Options{})
	require.NoError(t, ix.Add(t.Context(), wordy(1, 20)))
	require.NoError(t, ix.Close())
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		require.NoError(t, err)
		info, err := d.Info()
		require.NoError(t, err)
		assert.NotZero(t, info.Mode().Perm()&0o004, "%s: %s", path, info.Mode())
		return nil
	}))
}
