package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// smallDisk mounts a disk of a few megabytes in memory, or skips the test where that is not
// allowed.
func smallDisk(t *testing.T) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("mounting needs root")
	}
	at := filepath.Join(t.TempDir(), "disk")
	require.NoError(t, os.Mkdir(at, 0o755))
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", at).CombinedOutput(); err != nil {
		t.Skipf("mount: %v: %s", err, out)
	}
	t.Cleanup(func() { assert.NoError(t, exec.Command("umount", at).Run()) })
	return at
}

// fillDisk writes to a file as long as there is room and returns its name.
func fillDisk(t *testing.T, at string) string {
	t.Helper()
	junk, err := os.OpenFile(filepath.Join(at, "junk"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
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

// untilRefused fills the disk and gives articles until they are refused: what merges leave makes room now and then.
func untilRefused(t *testing.T, at string, give func(try int) (refused bool)) {
	t.Helper()
	for try := range 50 {
		fillDisk(t, at)
		if give(try) {
			return
		}
	}
	require.Fail(t, "the disk never stays full")
}

// posted gives a desk an article, or many, and returns the status and what it says.
func posted(base, kind, body string) (*http.Response, string, error) {
	r, err := http.NewRequest(http.MethodPost, base+"/api/articles?documents=false", strings.NewReader(body))
	if err != nil {
		return nil, "", err
	}
	r.Header.Set("Content-Type", kind)
	r.Header.Set("Authorization", "Bearer "+loadToken)
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, "", err
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	return res, string(text), err
}

// lateFerry is an article with an id of its own and a word that no other has.
func lateFerry(n int) string {
	return fmt.Sprintf(`{"id":"late-%d","title":"Ferry %d late","text":"Ferry number word%d to Bergen was late on Monday."}`,
		n, n, n)
}

// A disk that is full under a desk keeps articles out, loses none, lets everybody read, and is
// written to again when there is room.
func TestDeskOnAFullDisk(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire, "late.jsonl": ferries(3)})
	at := smallDisk(t)
	dir := filepath.Join(at, "arch")
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", dir, "wire.jsonl").code)
	code, log := serving(t, func(base string) {
		give := func(n int, want int) string {
			res, body, err := posted(base, "application/json", lateFerry(n))
			require.NoError(t, err)
			require.Equal(t, want, res.StatusCode, body)
			return body
		}
		total := func(query string, n int) {
			status, body := page(t, base+"/api/search?q="+query)
			require.Equal(t, http.StatusOK, status, body)
			assert.Contains(t, body, fmt.Sprintf(`"total":%d`, n), query)
		}
		give(100, http.StatusCreated)
		junk := fillDisk(t, at)
		untilRefused(t, at, func(try int) bool {
			res, body, err := posted(base, "application/json", lateFerry(try%3))
			require.NoError(t, err)
			if res.StatusCode < 300 {
				return false
			}
			require.Equal(t, http.StatusInsufficientStorage, res.StatusCode, body)
			assert.Contains(t, body, "the disk is full")
			return true
		})
		total("word100", 1)
		status, body := page(t, base+"/article?id=late-100")
		assert.Equal(t, http.StatusOK, status, body)
		r := newsdesk(t, "", "search", "--index", dir, "--format", "jsonl", "word100")
		assert.Equal(t, 0, r.code, r.err)
		assert.Contains(t, r.out, "late-100", "beside the desk")

		untilRefused(t, at, func(int) bool {
			r = newsdesk(t, "", "index", "--desk", base, "--token", loadToken, "late.jsonl")
			return r.code != 0
		})
		assert.Equal(t, exitUsage, r.code)
		assert.Contains(t, r.err, "could not take the articles: the disk is full")

		require.NoError(t, os.Remove(junk))
		for n := range 3 {
			res, body, err := posted(base, "application/json", lateFerry(n))
			require.NoError(t, err)
			require.Less(t, res.StatusCode, 300, body)
			total(fmt.Sprint("word", n), 1)
		}
		r = newsdesk(t, "", "index", "--desk", base, "--token", loadToken, "late.jsonl")
		assert.Equal(t, 0, r.code, r.err)
		total("word100", 1)
	}, "--index", dir, "--quiet", "--token", loadToken)
	assert.Equal(t, 0, code, log)
	r := newsdesk(t, "", "check", "--index", dir)
	assert.Equal(t, 0, r.code, r.out+r.err)
	assert.Contains(t, r.err, "fine: 7 articles")
}

// A desk that is begun where nothing can be written serves what is there and says that it takes
// nothing; whoever gives it articles is told at once.
func TestDeskWhereNothingCanBeWritten(t *testing.T) {
	for name, close := range map[string]func(at string) error{
		"a full disk":              func(at string) error { fillDisk(t, at); return nil },
		"a disk that is only read": func(at string) error { return exec.Command("mount", "-o", "remount,ro", at).Run() },
	} {
		t.Run(name, func(t *testing.T) {
			folder(t, map[string]string{"wire.jsonl": wire, "late.jsonl": ferries(3)})
			at := smallDisk(t)
			dir := filepath.Join(at, "arch")
			require.Equal(t, 0, newsdesk(t, "", "index", "--index", dir, "wire.jsonl").code)
			require.NoError(t, close(at))
			code, log := serving(t, func(base string) {
				_, body := page(t, base+"/api/search?q=ferry")
				assert.Contains(t, body, `"total":2`)
				res, body, err := posted(base, "application/json", lateFerry(1))
				require.NoError(t, err)
				assert.Equal(t, http.StatusServiceUnavailable, res.StatusCode)
				assert.Contains(t, body, "only read here")
				assert.Empty(t, res.Header.Get("Retry-After"), "it will not be otherwise later")
				r := newsdesk(t, "", "index", "--desk", base, "--token", loadToken, "late.jsonl")
				assert.Equal(t, exitUsage, r.code)
				assert.Contains(t, r.err, "only read here")
			}, "--index", dir, "--quiet", "--token", loadToken)
			assert.Equal(t, 0, code, log)
			assert.Contains(t, log, "cannot be written to: it is served as it is, and takes no articles")
		})
	}
}

// TestKilledDesk kills a desk while several give it articles. Each article that it answered for
// must be in the archive that the next desk opens.
func TestKilledDesk(t *testing.T) {
	kills := 2
	if v := os.Getenv("DATELINE_KILLS"); v != "" {
		_, err := fmt.Sscan(v, &kills)
		require.NoError(t, err)
	}
	folder(t, map[string]string{"wire.jsonl": wire})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	dir, err := filepath.Abs("arch")
	require.NoError(t, err)
	next, lost := 0, 0
	for round := range kills {
		base, kill := killable(t, dir)
		acknowledged := make(chan string)
		const givers = 4
		for giver := range givers {
			go func() {
				for i := 0; ; i++ {
					n := next + 1000*giver + i
					res, _, err := posted(base, "application/json", lateFerry(n))
					if err != nil {
						acknowledged <- ""
						return
					}
					if res.StatusCode == http.StatusCreated {
						acknowledged <- fmt.Sprint("late-", n)
					}
				}
			}()
		}
		var ids []string
		for left := givers; left > 0; {
			id := <-acknowledged
			if id == "" {
				left--
				continue
			}
			if ids = append(ids, id); len(ids) == 5+3*round%11 {
				kill()
			}
		}
		next += 1000 * givers
		require.GreaterOrEqual(t, len(ids), 5)
		r := newsdesk(t, "", "check", "--index", dir)
		require.Equal(t, 0, r.code, r.out+r.err)
		base, kill = killable(t, dir)
		for _, id := range ids {
			if status, _ := page(t, base+"/api/article?id="+id); status != http.StatusOK {
				lost++
			}
		}
		kill()
		require.Zero(t, lost, "of %d", len(ids))
	}
}

// killable starts a desk in a process of its own, and returns what kills it.
func killable(t *testing.T, dir string) (base string, kill func()) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestServedDesk$", "-test.timeout=0")
	cmd.Env = append(os.Environ(), "DATELINE_DESK_SERVE="+dir)
	out, err := cmd.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	opened := regexp.MustCompile(`open (http://\S+)`)
	lines := bufio.NewScanner(out)
	for base == "" && lines.Scan() {
		if m := opened.FindStringSubmatch(lines.Text()); m != nil {
			base = m[1]
		}
	}
	require.NotEmpty(t, base)
	return base, func() {
		assert.NoError(t, cmd.Process.Kill())
		_ = cmd.Wait() // says that it was killed
	}
}

// A job that a killed desk had taken on is not acknowledged: only what it says was stored is.
func TestKilledDeskSaysWhatItStored(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	dir, err := filepath.Abs("arch")
	require.NoError(t, err)
	base, kill := killable(t, dir)
	_, body, err := posted(base, "application/x-ndjson", ferries(2000))
	require.NoError(t, err)
	var job deskAnswer
	require.NoError(t, json.Unmarshal([]byte(body), &job))
	require.Eventually(t, func() bool {
		_, body := page(t, base+"/api/jobs?id="+job.ID)
		return json.Unmarshal([]byte(body), &job) == nil && job.Stored > 0
	}, time.Minute, time.Millisecond)
	kill()
	_, err = http.Get(base)
	require.True(t, errors.Is(err, syscall.ECONNREFUSED), err)
	r := newsdesk(t, "", "check", "--index", dir)
	require.Equal(t, 0, r.code, r.out+r.err)
	base, kill = killable(t, dir)
	defer kill()
	for n := range job.Stored {
		status, body := page(t, fmt.Sprintf("%s/api/article?id=late-%d", base, n))
		require.Equal(t, http.StatusOK, status, body)
	}
}
