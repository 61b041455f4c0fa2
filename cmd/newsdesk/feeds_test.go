package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/outside"
)

// quayFeed is a feed with an article of a whole story.
func quayFeed(id, story string) string {
	return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Quay Times</title><link>https://quay.example/</link><item><title>Ferry ` + id + ` is late</title>
<guid>https://quay.example/` + id + `</guid><link>https://quay.example/` + id + `</link>
<content:encoded><![CDATA[<p>` + story + `</p><p>` + story + `</p>]]></content:encoded></item></channel></rss>`
}

func TestServeTakesFeeds(t *testing.T) {
	folder(t, nil)
	var asked, spared atomic.Int32
	feeds := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/feed", http.StatusFound)
			return
		}
		w.Header().Set("ETag", `"one"`)
		if r.Header.Get("If-None-Match") == `"one"` {
			spared.Add(1)
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Content-Type", "application/rss+xml")
		fmt.Fprint(w, quayFeed("one", "The ferry from Galway to Inishmore was late on Monday, and nobody at the harbour knew why."))
	}))
	defer feeds.Close()
	code, log := serving(t, func(base string) {
		require.EventuallyWithT(t, func(c *assert.CollectT) {
			_, body := page(t, base+"/api/search?q=ferry")
			assert.Contains(c, body, `"total":1`)
		}, 20*time.Second, 50*time.Millisecond)
	}, "--index", "arch", "--feed", feeds.URL+"/old", "--private-feeds", "--quiet")
	assert.Equal(t, exitFine, code, log)
	assert.Contains(t, log, "1 article taken from "+feeds.URL)

	code, log = serving(t, func(string) {
		require.Eventually(t, func() bool { return true }, time.Second, time.Millisecond)
		time.Sleep(100 * time.Millisecond) // time to ask, were it to
	}, "--index", "arch", "--feed", feeds.URL+"/feed", "--quiet")
	assert.Equal(t, exitFine, code, log)
	assert.Contains(t, log, "not of the open network", "an address of this machine is refused")

	p := poller{client: outside.Client(true, time.Second)}
	f := &polled{url: feeds.URL + "/feed", etag: `"one"`}
	require.NoError(t, p.once(t.Context(), f))
	assert.Equal(t, int32(1), spared.Load(), "what has not changed is not read again")
	f = &polled{url: feeds.URL + "/feed"}
	p.feed = nil
	feeds.Config.Handler = http.NotFoundHandler()
	require.ErrorIs(t, p.once(t.Context(), f), errFeed)
}

func TestServeRefusesFeeds(t *testing.T) {
	folder(t, nil)
	for name, args := range map[string][]string{
		"no address":   {"--feed", "quay.example/feed"},
		"other scheme": {"--feed", "file:///etc/passwd"},
		"a password":   {"--feed", "https://a:b@quay.example/feed"},
		"too often":    {"--feed", "https://quay.example/feed", "--feed-pause", "1s"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newsdesk(t, "", append([]string{"serve", "--index", "arch", "--addr", "127.0.0.1:0"}, args...)...)
			assert.Equal(t, 2, r.code)
			assert.Contains(t, r.err, "--feed")
		})
	}
}
