package archive

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/content"
)

// prepare makes documents ready on some goroutines. The entries are in the order
// of the documents, those that failed left out.
func (a *Archive) prepare(ctx context.Context, w *writing, items []Item) ([]*entry, []error) {
	entries := make([]*entry, len(items))
	errs := make([]error, len(items))
	times := make(map[string]int, len(items))
	for _, item := range items {
		if item.Document != nil {
			times[item.Document.ID]++
		}
	}
	workers := a.options.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(workers, len(items)) {
		wg.Go(func() {
			for i := range next {
				entries[i], errs[i] = w.prepare(items[i], times)
			}
		})
	}
	for i := range items {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	var ready []*entry
	var bad []error
	for i := range items {
		if errs[i] != nil {
			bad = append(bad, errs[i])
		} else if entries[i] != nil {
			ready = append(ready, entries[i])
		}
	}
	return ready, bad
}

// prepare makes one document ready: whole, or only as far as it takes to see that
// it is there already. Its errors name the document.
func (w *writing) prepare(item Item, times map[string]int) (e *entry, err error) {
	defer guard(&err) // a panic on a goroutine would end the program
	if err := admit(item); err != nil {
		return nil, err
	}
	doc := item.Document
	body, digest, err := content.Encode(doc)
	if err != nil {
		return nil, fmt.Errorf("archive: document %q: %w", doc.ID, err)
	}
	e = &entry{id: doc.ID, source: item.Source, digest: digest, repeated: times[doc.ID] > 1}
	if !e.repeated && !w.empty {
		if e.known, err = lookup(w.r, doc.ID); err != nil {
			return nil, fmt.Errorf("archive: document %q: %w", doc.ID, err)
		}
		if e.known != nil && e.same(e.known) {
			return e, nil
		}
	}
	if err := doc.Validate(); err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	return e, e.build(doc, body)
}

// same tells whether what is known is what the entry would write.
func (e *entry) same(k *known) bool {
	return !k.deleted && k.digest == e.digest && (e.source == "" || e.source == k.source)
}

// admit looks at what a document needs before it is read.
func admit(item Item) error {
	doc := item.Document
	switch {
	case doc == nil:
		return fmt.Errorf("archive: %w: no document", dateline.ErrInvalid)
	case doc.ID == "":
		return fmt.Errorf("archive: %w: document %q has no id", dateline.ErrInvalid, doc.Headline)
	case len(doc.ID) > maxID || !utf8.ValidString(doc.ID):
		return fmt.Errorf("archive: %w: %.40q: id is longer than %d bytes or not UTF-8",
			dateline.ErrInvalid, doc.ID, maxID)
	case doc.ID == reservedID:
		return fmt.Errorf("archive: %w: %q: this id is kept for the archive itself", dateline.ErrInvalid, doc.ID)
	case len(item.Source) > maxSource:
		return fmt.Errorf("archive: %w: %q: source is longer than %d bytes", dateline.ErrInvalid, doc.ID, maxSource)
	}
	return nil
}

// sourceOf returns the posting of a source.
func sourceOf(source string) []posting {
	if source == "" {
		return nil
	}
	return []posting{{Term: source}}
}
