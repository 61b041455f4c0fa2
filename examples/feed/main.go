// Command feed watches an RSS, Atom or JSON feed and adds what is new in it to an
// archive. Stop it with Ctrl-C.
//
//	go run ./examples/feed https://news.example/rss archive
//	go run ./cmd/newsdesk search --index archive strike
package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/search/archive"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "use: feed ADDRESS|FILE ARCHIVE")
		os.Exit(2)
	}
	if err := watch(ctx, os.Args[1], os.Args[2], 10*time.Minute, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "feed:", err)
		os.Exit(1)
	}
}

// watch looks at a feed again and again until ctx ends. A feed that cannot be read
// now may be there the next time.
func watch(ctx context.Context, feed, dir string, every time.Duration, out io.Writer) (err error) {
	analyzer, err := analyze.New(analyze.Options{})
	if err != nil {
		return err
	}
	a, err := archive.Open(ctx, dir, archive.Options{})
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := a.Close(); err == nil {
			err = closeErr
		}
	}()
	for {
		if err := look(ctx, feed, analyzer, a, out); err != nil && ctx.Err() == nil {
			fmt.Fprintln(out, err)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(every):
		}
	}
}

// look adds the items of a feed that the archive has not seen.
func look(ctx context.Context, feed string, analyzer *analyze.Analyzer, a *archive.Archive, out io.Writer) error {
	r, err := open(ctx, feed)
	if err != nil {
		return err
	}
	defer r.Close()
	for page, err := range source.Feed(ctx, r, feed, source.Options{}) {
		if err == nil {
			err = add(ctx, page, analyzer, a, out)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil { // the rest go on
			fmt.Fprintln(out, err)
		}
	}
	return nil
}

// add adds an item unless the archive has seen it. The same item with other words is a new version of the article.
func add(ctx context.Context, page dateline.Page, analyzer *analyze.Analyzer, a *archive.Archive, out io.Writer) error {
	seen := fmt.Sprintf("%x", sha256.Sum256(append([]byte(page.ID+"\x00"), page.Body...)))
	if known, err := a.HasSource(ctx, seen); known || err != nil {
		return err
	}
	doc, err := analyzer.Page(ctx, page)
	if err != nil {
		return err
	}
	items := func(yield func(archive.Item, error) bool) { yield(archive.Item{Document: doc, Source: seen}, nil) }
	if _, err := a.LoadItems(ctx, items); err != nil {
		return err
	}
	fmt.Fprintln(out, "new:", doc.Headline)
	return nil
}

// open opens a feed of the web, or a file.
func open(ctx context.Context, feed string) (io.ReadCloser, error) {
	if !strings.HasPrefix(feed, "http://") && !strings.HasPrefix(feed, "https://") {
		return os.Open(feed)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, feed, nil)
	if err != nil {
		return nil, err
	}
	res, err := (&http.Client{Timeout: time.Minute}).Do(req)
	if err != nil {
		return nil, err
	}
	if res.StatusCode != http.StatusOK {
		res.Body.Close()
		return nil, fmt.Errorf("%s: %s", feed, res.Status)
	}
	return res.Body, nil
}
