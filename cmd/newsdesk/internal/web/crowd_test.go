package web_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// listening serves a desk on a port of this machine until the test ends.
func listening(t *testing.T, d *desk) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- d.site.Serve(ctx, l) }()
	t.Cleanup(func() {
		stop()
		<-done
	})
	return l.Addr().String()
}

// TestIdleConnectionsKeepNobodyOut opens more connections than there may be, some of which have
// asked something and some nothing, and then asks.
func TestIdleConnectionsKeepNobodyOut(t *testing.T) {
	address := listening(t, open(t, nil))
	for i := range 1100 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Skipf("this machine opens no more connections: %v", err)
		}
		defer c.Close()
		if i%2 == 0 {
			fmt.Fprintf(c, "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
			res, err := http.ReadResponse(bufio.NewReader(c), nil)
			require.NoError(t, err)
			io.Copy(io.Discard, res.Body)
			res.Body.Close()
		}
	}
	client := &http.Client{Timeout: 3 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	for range 5 {
		res, err := client.Get("http://" + address + "/healthz")
		require.NoError(t, err, "idle connections keep nobody out")
		res.Body.Close()
		assert.Equal(t, http.StatusOK, res.StatusCode)
	}
}

// TestSlowBodiesKeepNobodyOut holds every place for bodies with some that never end.
func TestSlowBodiesKeepNobodyOut(t *testing.T) {
	address := listening(t, open(t, nil))
	for range 40 {
		c, err := net.Dial("tcp", address)
		require.NoError(t, err)
		defer c.Close()
		fmt.Fprintf(c, "POST /api/analyze HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nThe")
	}
	client := &http.Client{Timeout: 10 * time.Second}
	answered := func() bool {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+address+"/analyze", nil)
		require.NoError(t, err)
		res, err := client.Do(r)
		if err != nil {
			return false
		}
		defer res.Body.Close()
		return res.StatusCode == http.StatusBadRequest // there was nothing to analyse, which took a place
	}
	require.Eventually(t, answered, 12*time.Second, 50*time.Millisecond, "a slow body gives its place up")
}
