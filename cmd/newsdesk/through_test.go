package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search/archive"
)

// ferries are n articles as JSON lines.
func ferries(n int) string {
	var lines strings.Builder
	for i := range n {
		fmt.Fprintf(&lines, `{"id":"late-%d","title":"Ferry %d late","text":"Ferry number %d to Bergen was late on Monday."}`+"\n", i, i, i)
	}
	return lines.String()
}

func TestIndexGoesThroughTheDeskThatHasTheArchive(t *testing.T) {
	folder(t, map[string]string{
		"wire.jsonl": wire, "late.jsonl": ferries(30) + "{\n", "names.tsv": "add\tThe Seventh Line\tORG\tFerry number 7\n",
	})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	_, log := serving(t, func(base string) {
		info, err := os.Stat("arch.desk.json")
		require.NoError(t, err)
		if runtime.GOOS != "windows" {
			assert.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "the key is nobody else's")
		}
		r := newsdesk(t, "", "index", "--index", "arch", "--names", "names.tsv", "late.jsonl")
		assert.Equal(t, 1, r.code, r.err)
		assert.Contains(t, r.err, "newsdesk: arch is open in the desk at "+base+", which is given the articles\n")
		assert.Contains(t, r.err, "newsdesk: 30 articles stored by the desk\nnewsdesk: 1 of 31 articles failed\n")
		_, body := page(t, base+"/api/search?q=late")
		assert.Contains(t, body, `"total":31`)
		_, body = page(t, base+"/api/article?id=late-7")
		assert.Contains(t, body, "The Seventh Line", "the names are those of the one who gave the article")

		tagged := newsdesk(t, article("tagged", story), "tag", "-")
		r = newsdesk(t, tagged.out, "index", "--index", "arch", "--documents", "-")
		assert.Equal(t, result{0, "", "newsdesk: arch is open in the desk at " + base + ", which is given the articles\n" +
			"newsdesk: 1 article stored by the desk\n"}, r)

		r = newsdesk(t, "", "index", "--index", "arch", "--undelete", "wire.jsonl")
		assert.Equal(t, 2, r.code)
		assert.Contains(t, r.err, "stop the desk first")

		res, err := http.Post(base+"/api/alerts", "application/json", strings.NewReader(`{"id":"a","query":"b"}`))
		require.NoError(t, err)
		res.Body.Close()
		assert.Equal(t, http.StatusForbidden, res.StatusCode, "for all others the desk is read only")
	}, "--index", "arch", "--quiet")
	assert.NoFileExists(t, "arch.desk.json", log)
}

func TestIndexGivesToADeskAnywhere(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire, "late.jsonl": ferries(3)})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	serving(t, func(base string) {
		r := newsdesk(t, "", "index", "--desk", base+"/", "--token", "token of the desk", "late.jsonl")
		assert.Equal(t, result{0, "", "newsdesk: 3 articles stored by the desk\n"}, r)
		r = newsdesk(t, "", "index", "--desk", base, "--token", "another token", "late.jsonl")
		assert.Equal(t, 2, r.code)
		assert.Equal(t, "newsdesk: the desk at "+base+": this needs the token of the desk\n", r.err)
		for _, address := range []string{"desk.example", "ftp://desk.example", "http://"} {
			r = newsdesk(t, "", "index", "--desk", address, "late.jsonl")
			assert.Equal(t, 2, r.code)
			assert.Contains(t, r.err, "--desk: not an address", address)
		}
	}, "--index", "arch", "--quiet", "--token", "token of the desk")
}

func TestIndexWaitsForItsTurn(t *testing.T) {
	folder(t, map[string]string{
		"wire.jsonl": wire, "arch.desk.json": `{"address":"http://127.0.0.1:1","key":"of a desk that was killed"}`,
	})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	a, err := archive.Open(t.Context(), "arch", archive.Options{})
	require.NoError(t, err)
	r := newsdesk(t, "", "index", "--index", "arch", "--wait", "1ms", "wire.jsonl")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.err, "open in another process")

	var stderr heard
	code := make(chan int, 1)
	go func() {
		args := []string{"index", "--index", "arch", "wire.jsonl"}
		code <- run(t.Context(), args, strings.NewReader(""), io.Discard, &stderr)
	}()
	require.Eventually(t, func() bool {
		return strings.Contains(stderr.String(), "arch is in use: waiting for it")
	}, time.Minute, 10*time.Millisecond)
	require.NoError(t, a.Close())
	assert.Equal(t, 0, <-code)
	assert.Contains(t, stderr.String(), "0 articles added, 3 there already, 3 in the archive")
}

// endless gives articles and ends the run after some, as somebody does at the keyboard.
type endless struct {
	left atomic.Int32
	stop context.CancelFunc
	rest bytes.Buffer
}

func (e *endless) Read(p []byte) (int, error) {
	if e.rest.Len() == 0 {
		left := e.left.Add(-1)
		if left < 0 {
			e.stop()
		}
		fmt.Fprintf(&e.rest, `{"id":"e%d","text":"Ferry number %d to Bergen was late on Monday."}`+"\n", left, left)
	}
	return e.rest.Read(p)
}

// TestInterruptKeepsWhatWasRead ends a run long before a batch is full.
func TestInterruptKeepsWhatWasRead(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	interrupted := func(want string) {
		ctx, stop := context.WithCancel(t.Context())
		in := &endless{stop: stop}
		in.left.Store(1200)
		var stderr heard
		code := run(ctx, []string{"index", "--index", "arch", "--as", "jsonl", "--workers", "1", "-"}, in, io.Discard, &stderr)
		assert.Equal(t, 130, code)
		assert.Regexp(t, want+`[\s\S]*newsdesk: interrupted\n$`, stderr.String())
	}
	interrupted(`newsdesk: [1-9]\d* articles added, \d+ in the archive`)
	serving(t, func(string) { interrupted(`newsdesk: [1-9]\d* articles stored by the desk`) }, "--index", "arch", "--quiet")
	assert.Equal(t, 0, newsdesk(t, "", "check", "--index", "arch").code)
}
