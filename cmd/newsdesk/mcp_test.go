package main

import (
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hello begins a session of the protocol.
const hello = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},` +
	`"clientInfo":{"name":"test","version":"1"}}}` + "\n" + `{"jsonrpc":"2.0","method":"notifications/initialized"}` + "\n"

func TestMCP(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	in, ask := io.Pipe()
	answers, out := io.Pipe()
	ended := make(chan int, 1)
	go func() { ended <- run(t.Context(), []string{"mcp", "--index", "arch"}, in, out, io.Discard) }()
	lines := make(chan string)
	go func() {
		b, _ := io.ReadAll(answers)
		lines <- string(b)
	}()
	_, err := io.WriteString(ask, hello+
		`{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search_articles","arguments":{"query":"ferry"}}}`+"\n"+
		`{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"countries","arguments":{}}}`+"\n")
	require.NoError(t, err)
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code, "it only reads: others may write")
	require.NoError(t, ask.Close())
	assert.Equal(t, 0, <-ended)
	require.NoError(t, out.Close())
	said := <-lines
	assert.Contains(t, said, `"id":1`)
	assert.Contains(t, said, "Ferry to Inishmore late")
}

func TestMCPOverHTTP(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	notes, says := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"mcp", "--index", "arch", "--addr", "127.0.0.1:0"}, strings.NewReader(""), io.Discard, says)
		says.Close()
	}()
	first := make([]byte, 200)
	n, err := notes.Read(first)
	require.NoError(t, err)
	go io.Copy(io.Discard, notes)
	at := regexp.MustCompile(`http://\S+/mcp`).FindString(string(first[:n]))
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, at, strings.NewReader(strings.SplitAfter(hello, "\n")[0]))
	require.NoError(t, err)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json, text/event-stream")
	res, err := http.DefaultClient.Do(req)
	require.NoError(t, err)
	body, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	res.Body.Close()
	assert.Contains(t, string(body), `"name":"newsdesk"`)

	req.Header.Set("Origin", "https://elsewhere.example")
	req.Body = io.NopCloser(strings.NewReader(hello))
	res, err = http.DefaultClient.Do(req)
	require.NoError(t, err)
	res.Body.Close()
	assert.Equal(t, http.StatusForbidden, res.StatusCode, "a page in a browser cannot ask")
	stop()
	assert.Equal(t, 0, <-ended)
}

func TestMCPRefuses(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	for says, args := range map[string][]string{
		"no archive here":          {"--index", "none"},
		"--addr: ":                 {"--index", "arch", "--addr", "nowhere:port"},
		"--max-time: 0s is not ab": {"--index", "arch", "--max-time", "0s"},
	} {
		r := newsdesk(t, "", append([]string{"mcp"}, args...)...)
		assert.Equal(t, 2, r.code)
		assert.Contains(t, r.err, says)
	}
}
