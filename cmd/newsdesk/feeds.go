package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/outside"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web"
)

// The bounds of feeds.
const (
	maxFeedBytes = 16 << 20
	feedTime     = 30 * time.Second // of a request
	leastPause   = 30 * time.Second
	mostPause    = time.Hour // after failures
)

// errFeed is what a feed did wrong.
var errFeed = errors.New("feed")

// poller asks feeds for what is new and puts their articles in the archive of a desk, as they
// stand in the feed: it follows no link.
type poller struct {
	client *http.Client
	pause  time.Duration
	feed   func(ctx context.Context, name string, pages iter.Seq2[dateline.Page, error]) error
}

// polled is what is known of a feed.
type polled struct {
	url            string
	etag, modified string
	taken          map[[sha256.Size]byte]bool // the articles that it had the last time
	failures       int
}

// poll asks feeds until ctx ends.
func (c *serveCommand) poll(ctx context.Context, d *desk, site *web.Site, address string) {
	p := poller{client: outside.Client(c.PrivateFeeds, feedTime), pause: c.FeedPause}
	p.feed = func(ctx context.Context, name string, pages iter.Seq2[dateline.Page, error]) error {
		failed := 0
		n, err := site.Feed(ctx, pages, func(err error) {
			failed++
			d.notes.say("%s", saying(err))
		})
		if n > 0 || failed > 0 {
			d.notes.say("%s taken from %s%s", count(n, "article"), name, also(failed, "failed"))
		}
		return err
	}
	p.run(ctx, d, address)
}

// checkFeeds refuses what is no address of a feed.
func (c *serveCommand) checkFeeds() error {
	for _, address := range c.Feed {
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
			return usage(fmt.Errorf("--feed: %q is no address that begins with https:// or http://", address))
		}
	}
	if len(c.Feed) > 0 && c.FeedPause < leastPause {
		return usage(fmt.Errorf("--feed-pause: less than %v", leastPause))
	}
	return nil
}

// run asks one feed until ctx ends.
func (p poller) run(ctx context.Context, d *desk, address string) {
	f := &polled{url: address}
	for {
		err := p.once(ctx, f)
		if err == nil {
			f.failures = 0
		} else if ctx.Err() == nil {
			d.notes.say("%s: %v", address, err)
			f.failures++
		}
		pause := p.pause << min(f.failures, 10)
		if f.failures > 0 {
			pause = min(pause, max(mostPause, p.pause))
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return
		}
	}
}

// once asks a feed once, for what has changed since it was asked before.
func (p poller) once(ctx context.Context, f *polled) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, f.url, nil)
	if err != nil {
		return err
	}
	r.Header.Set("User-Agent", "newsdesk (+https://github.com/dateline-go/dateline)")
	r.Header.Set("Accept", "application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.5")
	if f.etag != "" {
		r.Header.Set("If-None-Match", f.etag)
	}
	if f.modified != "" {
		r.Header.Set("If-Modified-Since", f.modified)
	}
	res, err := p.client.Do(r)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	switch res.StatusCode {
	case http.StatusNotModified:
		return nil
	case http.StatusOK:
	default:
		return fmt.Errorf("%w: the answer is %s", errFeed, res.Status)
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, maxFeedBytes+1))
	if err != nil {
		return err
	}
	if len(body) > maxFeedBytes {
		return fmt.Errorf("%w: more than %d MB", errFeed, maxFeedBytes>>20)
	}
	now := map[[sha256.Size]byte]bool{}
	pages := f.unseen(source.Feed(ctx, bytes.NewReader(body), f.url, source.Options{}), now)
	if err := p.feed(ctx, f.url, pages); err != nil {
		return err
	}
	f.etag, f.modified, f.taken = res.Header.Get("ETag"), res.Header.Get("Last-Modified"), now
	return nil
}

// unseen leaves out the articles that the feed had the last time, and notes those that it has.
func (f *polled) unseen(
	in iter.Seq2[dateline.Page, error], now map[[sha256.Size]byte]bool,
) iter.Seq2[dateline.Page, error] {
	return func(yield func(dateline.Page, error) bool) {
		for page, err := range in {
			if err == nil {
				key := sha256.Sum256([]byte(page.ID + "\x00" + page.URL + "\x00" + page.Title + "\x00" + string(page.Body)))
				now[key] = true
				if f.taken[key] {
					continue
				}
			}
			if !yield(page, err) {
				return
			}
		}
	}
}
