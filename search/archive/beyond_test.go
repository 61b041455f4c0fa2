package archive_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestDamageThatPasses flips bytes of segments and makes their checksums right
// again, with no manifest, as if Open had not read them. Another process uses the
// archive: it must end, without a panic and without asking for much memory.
func TestDamageThatPasses(t *testing.T) {
	const most = 1 << 30 // bytes, all that were ever asked for
	if dir := os.Getenv("DATELINE_TEST_DAMAGED"); dir != "" {
		use(t, dir)
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		require.Less(t, m.TotalAlloc, uint64(most))
		return
	}
	sound := makeArchive(t)
	segments := slices.DeleteFunc(filesOf(t, sound), func(name string) bool { return !strings.HasSuffix(name, ".zap") })
	r := rand.New(rand.NewPCG(5, 2))
	for i := range times(t, "DATELINE_DAMAGES", 3) {
		dir := copyDir(t, sound)
		require.NoError(t, os.Remove(filepath.Join(dir, "manifest.json")))
		name := segments[i%len(segments)]
		path := filepath.Join(dir, filepath.FromSlash(name))
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		at := r.IntN(len(b) - 4)
		b[at] ^= 1 << r.IntN(8)
		binary.BigEndian.PutUint32(b[len(b)-4:], crc32.ChecksumIEEE(b[:len(b)-4]))
		require.NoError(t, os.WriteFile(path, b, 0o600))
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestDamageThatPasses$")
		cmd.Env = append(os.Environ(), fmt.Sprint("DATELINE_TEST_DAMAGED=", dir))
		out, err := cmd.CombinedOutput()
		assert.NoError(t, err, "%s, byte %d: %s", name, at, out)
		cancel()
	}
}
