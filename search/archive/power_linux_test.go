package archive_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// mount mounts something on a new folder, or skips the test where that is not
// allowed or the programs for it are not there.
func mount(t *testing.T, args ...string) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("mounting needs root")
	}
	at := filepath.Join(t.TempDir(), "mount")
	require.NoError(t, os.Mkdir(at, 0o755))
	if out, err := exec.Command("mount", append(args, at)...).CombinedOutput(); err != nil {
		t.Skipf("mount: %v: %s", err, out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", at).Run() }) // a test may have done it
	return at
}

// disk makes an image of a disk with a file system.
func disk(t *testing.T) string {
	t.Helper()
	image := filepath.Join(t.TempDir(), "disk.img")
	f, err := os.Create(image)
	require.NoError(t, err)
	require.NoError(t, errors.Join(f.Truncate(96<<20), f.Close()))
	if out, err := exec.Command("mkfs.ext4", "-q", image).CombinedOutput(); err != nil {
		t.Skipf("mkfs.ext4: %v: %s", err, out)
	}
	return image
}

// TestPowerCut copies the image of a disk while a process that adds documents to a
// new archive on it stands still: what the copy has is what the disk would have after
// a power cut. Every document whose Add had returned must be in it. Rounds with an
// odd number cut an archive that an earlier process had made.
func TestPowerCut(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 21))
	for round := range times(t, "DATELINE_CUTS", 2) {
		t.Run(fmt.Sprint(round), func(t *testing.T) { cut(t, r, 1+round%2) })
	}
}

// cut cuts the power of a disk, once for each of some processes.
func cut(t *testing.T, r *rand.Rand, processes int) {
	image := disk(t)
	at := mount(t, "-o", "loop", image)
	dir := filepath.Join(at, "desk", "news")
	acknowledged := 0
	for range processes {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		cmd.Env = append(os.Environ(), "DATELINE_TEST_KILLED="+dir)
		out, err := cmd.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		lines := bufio.NewScanner(out)
		for n := r.IntN(8); n >= 0 && lines.Scan(); n-- {
			id, ok := strings.CutPrefix(lines.Text(), "added ")
			require.True(t, ok, lines.Text())
			acknowledged, err = strconv.Atoi(id)
			require.NoError(t, err)
		}
		require.NoError(t, cmd.Process.Signal(syscall.SIGSTOP)) // a copy of what changes is torn
		time.Sleep(time.Duration(r.IntN(300)) * time.Millisecond)
		copied := filepath.Join(t.TempDir(), "cut.img")
		require.NoError(t, exec.Command("cp", "--sparse=always", image, copied).Run())
		require.NoError(t, cmd.Process.Kill())
		_ = cmd.Wait() // says that it was killed
		whole(t, filepath.Join(mount(t, "-o", "loop", copied), "desk", "news"), acknowledged)
	}
}

// whole checks an archive of numbered documents.
func whole(t *testing.T, dir string, last int) {
	t.Helper()
	rep, err := archive.Check(t.Context(), dir)
	require.NoError(t, err)
	require.Empty(t, rep.Damage)
	ix, err := archive.Open(t.Context(), dir, archive.Options{})
	require.NoError(t, err)
	for i := range last + 1 {
		_, err := ix.Document(t.Context(), fmt.Sprint(i))
		require.NoError(t, err)
	}
	require.NoError(t, ix.Close())
}

// TestKilledPurge kills a process that purges, after a time that grows from round to
// round. The archive must be fine, with every document that was not to go.
func TestKilledPurge(t *testing.T) {
	const docs = 400
	if dir := os.Getenv("DATELINE_TEST_PURGED"); dir != "" {
		ix, err := archive.Open(context.Background(), dir, archive.Options{})
		require.NoError(t, err)
		fmt.Println("open")
		require.NoError(t, ix.Purge(context.Background(), os.Getenv("DATELINE_TEST_PURGED_ID")))
		require.NoError(t, ix.Close())
		return
	}
	dir := filepath.Join(t.TempDir(), "news")
	ix := openWith(t, dir, archive.Options{BatchSize: 50})
	_, err := ix.Load(t.Context(), harbour(docs))
	require.NoError(t, err)
	require.NoError(t, ix.Close())
	kills := times(t, "DATELINE_KILLS", 3)
	for round := range kills {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilledPurge$")
		cmd.Env = append(os.Environ(), "DATELINE_TEST_PURGED="+dir, fmt.Sprint("DATELINE_TEST_PURGED_ID=", round))
		out, err := cmd.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		require.True(t, bufio.NewScanner(out).Scan())
		time.Sleep(time.Duration(round*150/kills) * time.Millisecond)
		require.NoError(t, cmd.Process.Kill())
		_ = cmd.Wait() // says that it was killed

		rep, err := archive.Check(t.Context(), dir)
		require.NoError(t, err)
		require.Empty(t, rep.Damage, "round %d", round)
		require.GreaterOrEqual(t, rep.Documents, docs-round-1)
		require.LessOrEqual(t, rep.Documents, docs)
	}
	ix = openWith(t, dir, archive.Options{})
	n, err := ix.Count(t.Context())
	require.NoError(t, err)
	listed := 0
	for _, err := range ix.Documents(t.Context()) {
		require.NoError(t, err)
		listed++
	}
	assert.Equal(t, n, listed)
	for i := kills; i < docs; i++ {
		_, err := ix.Document(t.Context(), fmt.Sprint(i))
		require.NoError(t, err)
	}
	require.NoError(t, ix.Backup(t.Context(), filepath.Join(t.TempDir(), "copy")))
}

// TestReadingWithoutWriting reads an archive on a disk with no byte free, on one that
// is mounted for reading only, and as a user who may not write.
func TestReadingWithoutWriting(t *testing.T) {
	at := mount(t, "-t", "tmpfs", "-o", "size=8m", "tmpfs")
	dir := filepath.Join(at, "news")
	ix := openWith(t, dir, archive.Options{})
	_, err := ix.Load(t.Context(), harbour(30))
	require.NoError(t, err)
	require.NoError(t, ix.Close())
	require.NoError(t, exec.Command("chmod", "-R", "go+rX", at).Run())

	junk := fillUp(t, at)
	t.Run("full", func(t *testing.T) { readable(t, dir) })
	t.Run("another user", func(t *testing.T) {
		program := filepath.Join(t.TempDir(), "reader")
		b, err := os.ReadFile(os.Args[0])
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(program, b, 0o755))
		for up := filepath.Dir(program); up != os.TempDir() && up != "/"; up = filepath.Dir(up) {
			require.NoError(t, os.Chmod(up, 0o755))
		}
		for up := at; up != os.TempDir() && up != "/"; up = filepath.Dir(up) {
			require.NoError(t, os.Chmod(up, 0o755))
		}
		cmd := exec.Command(program, "-test.run=^TestReadsAsNobody$", "-test.v")
		cmd.Dir = filepath.Dir(program)
		cmd.Env = []string{"DATELINE_TEST_READER=" + dir}
		const nobody = 65534
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		var out bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &out
		require.NoError(t, cmd.Run(), out.String())
		assert.Contains(t, out.String(), "--- PASS: TestReadsAsNobody")
	})
	require.NoError(t, os.Remove(junk))
	require.NoError(t, exec.Command("mount", "-o", "remount,ro", at).Run())
	t.Run("read-only", func(t *testing.T) { readable(t, dir) })
}

// TestReadsAsNobody is the other user of TestReadingWithoutWriting.
func TestReadsAsNobody(t *testing.T) {
	dir := os.Getenv("DATELINE_TEST_READER")
	if dir == "" {
		t.Skip("run by TestReadingWithoutWriting")
	}
	readable(t, dir)
}

// readable opens an archive for reading and uses it.
func readable(t *testing.T, dir string) {
	t.Helper()
	rep, err := archive.Check(t.Context(), dir)
	require.NoError(t, err)
	require.Empty(t, rep.Damage)
	ix, err := archive.Open(t.Context(), dir, archive.Options{ReadOnly: true})
	require.NoError(t, err)
	res, err := ix.Search(t.Context(), search.Query{Text: "harbour"})
	require.NoError(t, err)
	assert.Equal(t, 30, res.Total)
	require.NoError(t, ix.Backup(t.Context(), filepath.Join(t.TempDir(), "copy")))
	require.ErrorIs(t, ix.Delete(t.Context(), "1"), archive.ErrReadOnly)
	require.NoError(t, ix.Close())
}

// A disk that was full takes writes again when there is room, what failed meanwhile
// included; nobody who read noticed.
func TestFullDiskIsFreed(t *testing.T) {
	at := mount(t, "-t", "tmpfs", "-o", "size=4m", "tmpfs")
	dir := filepath.Join(at, "news")
	ix := openWith(t, dir, archive.Options{})
	_, err := ix.Load(t.Context(), harbour(30))
	require.NoError(t, err)
	junk := fillUp(t, at)
	for i := range 3 {
		err := ix.Add(t.Context(), wordy(100+i, 500))
		require.ErrorIs(t, err, syscall.ENOSPC)
		res, err := ix.Search(t.Context(), search.Query{Text: "harbour"})
		require.NoError(t, err)
		assert.Equal(t, 30, res.Total)
	}
	require.ErrorIs(t, ix.Delete(t.Context(), "3"), syscall.ENOSPC)
	require.NoError(t, os.Remove(junk))
	for i := range 3 {
		require.NoError(t, ix.Add(t.Context(), wordy(100+i, 500)))
	}
	require.NoError(t, ix.Delete(t.Context(), "3"))
	require.NoError(t, ix.Close())
	rep, err := archive.Check(t.Context(), dir)
	require.NoError(t, err)
	assert.Empty(t, rep.Damage)
	assert.Equal(t, 32, rep.Documents)
	assert.Equal(t, 1, rep.Deleted)
}

// fillUp writes a file as long as there is room and returns its name.
func fillUp(t *testing.T, at string) string {
	t.Helper()
	junk, err := os.Create(filepath.Join(at, "junk"))
	require.NoError(t, err)
	for size := 1 << 16; size > 0; size /= 2 { // whatever still fits
		for err = nil; err == nil; {
			_, err = junk.Write(make([]byte, size))
		}
		require.ErrorIs(t, err, syscall.ENOSPC)
	}
	require.NoError(t, junk.Close())
	return junk.Name()
}
