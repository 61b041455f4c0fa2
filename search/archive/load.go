package archive

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/failures"
)

const (
	defaultBatch = 1000
	maxBatch     = 100_000
	maxWorkers   = 1024
	// maxBatchBytes bounds what a batch of long documents takes: the text of its
	// documents.
	maxBatchBytes = 32 << 20
	// maxSource is the longest name of a source in bytes.
	maxSource = 256
)

// Progress says how far a load has come. Everything but Failed is on disk.
type Progress struct {
	Added     int // new documents
	Replaced  int // documents that took the place of another content
	Unchanged int // documents that were there already, word for word
	Deleted   int // documents passed over since they were deleted
	Failed    int // errors of the stream, and documents that were refused
}

// Stored is how many documents are in the archive for those that were given.
func (p Progress) Stored() int { return p.Added + p.Replaced + p.Unchanged }

// Item is a document to load and where it came from.
type Item struct {
	Document *dateline.Document
	// Source names the raw material, such as a hash of the page: see
	// [Archive.HasSource]. It may be empty and has at most 256 bytes.
	Source string
}

// Load writes a stream of documents in batches and returns how many are in the
// archive for it. Memory is bounded by the batch, whatever the stream's length.
// An error in the stream and a document that Add would refuse are told to
// [Options.OnError], or joined to the error where that is nil, and the rest go on.
// A batch that cannot be written, or a context that ends, stops it: n is right
// then too, and what was counted is on disk.
//
// Loading the same stream again after it was cut short is cheap: a document that
// is there already is not written again. A deleted document stays deleted, see
// [Options.Undelete].
func (a *Archive) Load(ctx context.Context, docs iter.Seq2[*dateline.Document, error]) (n int, err error) {
	if docs == nil {
		return 0, fmt.Errorf("%w: load: no stream", ErrOptions)
	}
	p, err := a.LoadItems(ctx, func(yield func(Item, error) bool) {
		for doc, err := range docs {
			if !yield(Item{Document: doc}, err) {
				return
			}
		}
	})
	return p.Stored(), err
}

// LoadItems is [Archive.Load] for documents that name their source.
func (a *Archive) LoadItems(ctx context.Context, items iter.Seq2[Item, error]) (p Progress, err error) {
	if err := a.enter(ctx); err != nil {
		return p, err
	}
	defer a.leave()
	if items == nil {
		return p, fmt.Errorf("%w: load: no stream", ErrOptions)
	}
	var bad failures.List
	l := loading{a: a, report: a.options.OnError}
	if l.report == nil {
		l.report = bad.Add
	}
	size := a.options.BatchSize
	if size == 0 {
		size = defaultBatch
	}
	for item, err := range items {
		if err != nil {
			l.fail(err)
			continue
		}
		l.batch = append(l.batch, item)
		if item.Document != nil {
			l.bytes += len(item.Document.Text)
		}
		if len(l.batch) >= size || l.bytes >= maxBatchBytes {
			if err := l.flush(ctx); err != nil {
				return l.done, errors.Join(err, bad.Err("archive"))
			}
		}
	}
	return l.done, errors.Join(l.flush(ctx), bad.Err("archive"))
}

// loading is a load under way.
type loading struct {
	a      *Archive
	report func(error)
	batch  []Item
	bytes  int
	done   Progress
}

func (l *loading) fail(err error) {
	l.done.Failed++
	l.report(err)
}

// put writes a batch. Panics of the engine are errors; those of the caller's own
// functions go on to the caller.
func (l *loading) put(ctx context.Context) (p Progress, bad []error, err error) {
	defer guard(&err)
	return l.a.put(ctx, l.batch, l.a.options.Undelete, true)
}

// flush writes what was gathered.
func (l *loading) flush(ctx context.Context) error {
	p, bad, err := l.put(ctx)
	for _, e := range bad {
		l.fail(e)
	}
	l.batch, l.bytes = l.batch[:0], 0
	if err != nil {
		return err
	}
	l.done.Added += p.Added
	l.done.Replaced += p.Replaced
	l.done.Unchanged += p.Unchanged
	l.done.Deleted += p.Deleted
	if l.a.options.OnProgress != nil {
		l.a.options.OnProgress(l.done)
	}
	return nil
}

// HasSource tells whether a document of that source was loaded and is neither
// replaced by one of another source nor purged; one that was deleted counts. A
// program that makes Documents at some cost asks before it makes one again.
func (a *Archive) HasSource(ctx context.Context, source string) (has bool, err error) {
	if err := a.enter(ctx); err != nil {
		return false, err
	}
	defer a.leave()
	defer guard(&err)
	if source == "" {
		return false, nil
	}
	r, _, err := a.reader()
	if err != nil {
		return false, fmt.Errorf("archive: source %q: %w", source, err)
	}
	defer r.Close()
	t, err := r.TermFieldReader(ctx, []byte(source), fieldSource, false, false, false)
	if err != nil {
		return false, fmt.Errorf("archive: source %q: %w", source, err)
	}
	defer t.Close()
	return t.Count() > 0, nil
}
