package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// heard is standard error that a test reads while the program runs.
type heard struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (h *heard) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.b.Write(p)
}

func (h *heard) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.b.String()
}

// serving runs serve until the test has looked at it, and returns its exit code and
// what it said.
func serving(t *testing.T, look func(base string), args ...string) (int, string) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var stderr heard
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, append([]string{"serve", "--addr", "127.0.0.1:0"}, args...), strings.NewReader(""), io.Discard, &stderr)
	}()
	opened := regexp.MustCompile(`open (http://\S+)`)
	require.Eventually(t, func() bool { return opened.MatchString(stderr.String()) }, time.Minute, 10*time.Millisecond)
	look(opened.FindStringSubmatch(stderr.String())[1])
	stop()
	return <-code, stderr.String()
}

// page gets a page and returns its status and body.
func page(t *testing.T, address string) (int, string) {
	t.Helper()
	res, err := http.Get(address)
	require.NoError(t, err)
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	return res.StatusCode, string(b)
}

func TestServe(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	code, log := serving(t, func(base string) {
		status, body := page(t, base+"/?q=ferry")
		assert.Equal(t, http.StatusOK, status)
		assert.Contains(t, body, "Inishmore <mark>ferry</mark> fails again")
		r := newsdesk(t, "", "search", "--index", "arch", "ferry")
		assert.Equal(t, 0, r.code, "who only asks is in nobody's way: %s", r.err)
		assert.Contains(t, r.out, "Inishmore ferry fails again")
		req, err := http.NewRequest(http.MethodPost, base+"/api/alerts", strings.NewReader(`{"id":"ferries","query":"ferry"}`))
		require.NoError(t, err)
		req.Header.Set("Authorization", "Bearer token of the desk")
		res, err := http.DefaultClient.Do(req)
		require.NoError(t, err)
		res.Body.Close()
		assert.Equal(t, http.StatusCreated, res.StatusCode)
	}, "--index", "arch", "--token", "token of the desk")
	assert.Equal(t, 0, code, log)
	assert.Contains(t, log, `"msg":"request","method":"GET","path":"/","status":200`)
	assert.NotContains(t, log, "token of the desk")
	assert.FileExists(t, "arch.alerts.json")
	assert.Equal(t, 0, newsdesk(t, "", "check", "--index", "arch").code, "the archive is as it was")

	code, _ = serving(t, func(base string) {
		_, body := page(t, base+"/alerts")
		assert.Contains(t, body, "ferries", "kept")
		assert.Contains(t, body, "read only")
	}, "--index", "arch", "--quiet")
	assert.Equal(t, 0, code)
}

func TestServeDemo(t *testing.T) {
	code, log := serving(t, func(base string) {
		_, body := page(t, base)
		assert.Contains(t, body, "30 articles")
	}, "--demo", "--quiet")
	assert.Equal(t, 0, code, log)
	assert.Regexp(t, `token for alerts: \w{20,}`, log)
}

func TestServeRefuses(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire, "bad.alerts.json": "{"})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "bad", "wire.jsonl").code)
	for name, tt := range map[string]struct {
		args []string
		says string
	}{
		"nothing":     {nil, "say what to serve"},
		"both":        {[]string{"--demo", "--index", "arch"}, "say what to serve"},
		"no archive":  {[]string{"--index", "none"}, "no archive here"},
		"address":     {[]string{"--index", "bad", "--addr", "nowhere:port"}, "--addr: "},
		"short token": {[]string{"--index", "bad", "--addr", "127.0.0.1:0", "--token", "abc"}, "too short"},
		"alerts file": {[]string{"--index", "bad", "--addr", "127.0.0.1:0"}, "not a file of alerts: "},
	} {
		t.Run(name, func(t *testing.T) {
			r := newsdesk(t, "", append([]string{"serve"}, tt.args...)...)
			assert.Equal(t, 2, r.code)
			assert.Contains(t, r.err, tt.says)
		})
	}
}
