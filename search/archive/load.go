package archive

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/dateline-go/dateline"
)

const (
	defaultBatch = 1000
	// maxBatchBytes bounds what a batch of long documents takes: the text of its
	// documents.
	maxBatchBytes = 32 << 20
	// maxJoined is how many bad documents Load's error names.
	maxJoined = 100
)

// Load writes a stream of documents in batches and returns how many are in the
// archive for it. Memory is bounded by the batch, whatever the stream's length.
// An error in the stream and a document that Add would refuse are told to
// [Options.OnError], or joined to the error where that is nil, and the rest go on.
// A batch that cannot be written, or a context that ends, stops it: n is right
// then too, and what was counted is on disk.
func (a *Archive) Load(ctx context.Context, docs iter.Seq2[*dateline.Document, error]) (n int, err error) {
	if err := a.enter(ctx); err != nil {
		return 0, err
	}
	defer a.leave()
	defer guard(&err)
	var bad collector
	report := a.options.OnError
	if report == nil {
		report = bad.add
	}
	size := a.options.BatchSize
	if size == 0 {
		size = defaultBatch
	}
	batch, bytes := make([]*dateline.Document, 0, size), 0
	flush := func() error {
		entries, failed := a.prepare(ctx, batch)
		for _, e := range failed {
			report(e)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := a.commit(entries, nil); err != nil {
			return err
		}
		n += len(entries)
		batch, bytes = batch[:0], 0
		return nil
	}
	for doc, err := range docs {
		if err != nil {
			report(err)
			continue
		}
		batch = append(batch, doc)
		if doc != nil {
			bytes += len(doc.Text)
		}
		if len(batch) == size || bytes >= maxBatchBytes {
			if err := flush(); err != nil {
				return n, errors.Join(err, bad.err())
			}
		}
	}
	if err := flush(); err != nil {
		return n, errors.Join(err, bad.err())
	}
	return n, bad.err()
}

// collector keeps the first errors and counts the rest.
type collector struct {
	errs []error
	more int
}

func (c *collector) add(err error) {
	if len(c.errs) < maxJoined {
		c.errs = append(c.errs, err)
	} else {
		c.more++
	}
}

func (c *collector) err() error {
	if c.more > 0 {
		return errors.Join(errors.Join(c.errs...), fmt.Errorf("archive: %d more documents failed", c.more))
	}
	return errors.Join(c.errs...)
}
