package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCheckBackupRestore(t *testing.T) {
	indexed(t, nil)
	r := newsdesk(t, "", "check", "--index", "arch")
	assert.Equal(t, 0, r.code)
	assert.Regexp(t, `^newsdesk: fine: 3 articles, \d+ files, 0\.\d MB\n$`, r.err)
	assert.Equal(t, result{0, "", "newsdesk: copied to copy\n"}, newsdesk(t, "", "backup", "--index", "arch", "copy"))
	assert.Equal(t, result{0, "", "newsdesk: restored to back\n"}, newsdesk(t, "", "restore", "--index", "back", "copy"))
	want := newsdesk(t, "", "search", "--index", "arch", "ferry")
	require.NotEmpty(t, want.out)
	assert.Equal(t, want, newsdesk(t, "", "search", "--index", "back", "ferry"))

	segments, err := filepath.Glob("copy/store/*.zap")
	require.NoError(t, err)
	require.NotEmpty(t, segments)
	b, err := os.ReadFile(segments[0])
	require.NoError(t, err)
	b[len(b)/2] ^= 1
	require.NoError(t, os.WriteFile(segments[0], b, 0o600))
	r = newsdesk(t, "", "check", "--index", "copy")
	assert.Equal(t, result{1, "", "newsdesk: damaged: store/" + filepath.Base(segments[0]) + " is not what was written\n"}, r)
	r = newsdesk(t, "", "restore", "--index", "third", "copy")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.err, filepath.Base(segments[0])+" is not what was written")
	assert.NoDirExists(t, "third")
}

func TestDeleteAndPurge(t *testing.T) {
	indexed(t, nil)
	assert.Equal(t, result{0, "", "newsdesk: 1 article deleted, 2 in the archive\n"}, newsdesk(t, "", "delete", "--index", "arch", "ferry", "gone"))
	r := newsdesk(t, wire, "index", "--index", "arch", "-")
	assert.Equal(t, result{0, "", "newsdesk: 0 articles added, 3 there already, 2 in the archive\n"}, r, "its page is known")
	r = newsdesk(t, wire, "index", "--index", "arch", "--again", "-")
	assert.Equal(t, result{0, "", "newsdesk: 0 articles added, 2 there already, 1 deleted before, 2 in the archive\n"}, r)
	assert.Equal(t, result{0, "", "newsdesk: 0 articles deleted, 2 in the archive\n"}, newsdesk(t, "", "purge", "--index", "arch"))
	r = newsdesk(t, wire, "index", "--index", "arch", "-")
	assert.Equal(t, result{0, "", "newsdesk: 1 article added, 2 there already, 3 in the archive\n"}, r)
	require.Equal(t, 0, newsdesk(t, "", "delete", "--index", "arch", "ferry").code)
	r = newsdesk(t, wire, "index", "--index", "arch", "--undelete", "-")
	assert.Equal(t, result{0, "", "newsdesk: 1 article added, 2 there already, 3 in the archive\n"}, r)
	assert.Equal(t, result{0, "", "newsdesk: 1 article deleted, 2 in the archive\n"}, newsdesk(t, "", "purge", "--index", "arch", "school"))
}

func TestMigrateRefuses(t *testing.T) {
	indexed(t, nil)
	r := newsdesk(t, "", "migrate", "--index", "arch", "new")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.err, "it is of this version")
	r = newsdesk(t, "", "migrate", "--index", "nothing", "new")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.err, "not an archive")
}

func TestHelpShowsUses(t *testing.T) {
	for _, command := range []string{"check", "backup", "restore", "migrate", "delete", "purge"} {
		r := newsdesk(t, "", command, "--help")
		assert.Equal(t, 0, r.code)
		assert.Contains(t, r.out, "Example")
		assert.Contains(t, r.out, "newsdesk "+command+" --index")
	}
}
