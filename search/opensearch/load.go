package opensearch

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"sync"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/failures"
)

const (
	// maxBatchText bounds a batch of long documents: the bytes of their text.
	maxBatchText = 4 << 20
	// maxRecent is how many ids a load remembers between two refreshes.
	maxRecent = 200_000
)

// Progress says how far a load has come. Everything but Failed is acknowledged by
// the cluster.
type Progress struct {
	Added     int // new documents
	Replaced  int // documents that took the place of another content
	Unchanged int // documents that were there already, word for word
	Failed    int // errors of the stream, and documents that were refused
}

// Stored is how many documents are in the archive for those that were given.
func (p Progress) Stored() int { return p.Added + p.Replaced + p.Unchanged }

// Add writes documents; one whose id is there is replaced. They are found when Add
// returns. An error names a document that is not right, and then nothing is
// written, or what the cluster says, and then some may be. Adding again does no
// harm.
func (a *Archive) Add(ctx context.Context, docs ...*dateline.Document) error {
	for _, doc := range docs {
		err := admit(doc)
		if err == nil {
			if err = doc.Validate(); err != nil {
				err = fmt.Errorf("opensearch: %w", err)
			}
		}
		if err != nil {
			return err
		}
	}
	var bad failures.List
	_, err := a.load(ctx, func(yield func(*dateline.Document, error) bool) {
		for _, doc := range docs {
			if !yield(doc, nil) {
				return
			}
		}
	}, bad.Add, nil)
	return errors.Join(err, bad.Err("opensearch"))
}

// Load writes a stream of documents in bulk requests and returns how many are in
// the archive for it. Memory is bounded by the requests under way, whatever the
// stream's length. An error in the stream and a document that is refused are told
// to [Config.OnError], or joined to the error where that is nil, and the rest go
// on. A cluster that stays away, or a context that ends, stops it: what was counted
// until then is acknowledged.
//
// Loading the same stream again after it was cut short is cheap: a document that
// is there already is not written again, and none is there twice.
func (a *Archive) Load(ctx context.Context, docs iter.Seq2[*dateline.Document, error]) (n int, err error) {
	if docs == nil {
		return 0, fmt.Errorf("%w: load: no stream", ErrOptions)
	}
	var bad failures.List
	report := a.config.OnError
	if report == nil {
		report = bad.Add
	}
	p, err := a.load(ctx, docs, report, a.config.OnProgress)
	return p.Stored(), errors.Join(err, bad.Err("opensearch"))
}

func (a *Archive) load(ctx context.Context, docs iter.Seq2[*dateline.Document, error], report func(error),
	progress func(Progress)) (Progress, error) {
	if err := a.enter(ctx); err != nil {
		return Progress{}, err
	}
	defer a.leave()
	if progress == nil {
		progress = func(Progress) {}
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	workers := a.config.Workers
	preparers := min(runtime.GOMAXPROCS(0), workers)
	l := &loading{a: a, cancel: cancel, report: report, progress: progress, recent: map[string]bool{},
		batches: make(slots, workers+preparers), preparing: make(slots, preparers), sending: make(slots, workers)}
	err := l.run(ctx, docs)
	l.wg.Wait()
	if l.failed != nil {
		err = l.failed
	}
	return l.done, err
}

// slots bounds how many goroutines do something at once.
type slots chan struct{}

// take waits for a slot, no longer than the context goes on.
func (s slots) take(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case s <- struct{}{}:
		return nil
	}
}

func (s slots) give() { <-s }

// loading is a load under way. Each batch has a goroutine of its own, which makes
// it ready and then sends it. Nobody reads the stream while there are as many
// batches as may be sent and made ready at once, so that the next is ready when a
// request has come back.
type loading struct {
	a        *Archive
	cancel   context.CancelCauseFunc
	report   func(error)
	progress func(Progress)

	batches, preparing, sending slots

	wg sync.WaitGroup
	// recent are the ids written since the last refresh, which a search for them
	// does not see. One that comes again waits for the next refresh, so that no
	// request overtakes another and none is left behind in another index.
	recent map[string]bool
	meta   *meta                  // nil before the archive was begun
	held   [][]*dateline.Document // batches that wait for that

	mu     sync.Mutex // of what follows, and while report and progress are called
	done   Progress
	failed error
}

// run reads the stream.
func (l *loading) run(ctx context.Context, docs iter.Seq2[*dateline.Document, error]) error {
	// What another load left unseen is to be seen.
	if m, err := l.a.begun(ctx); err != nil {
		return err
	} else if m != nil {
		l.meta = m
		if err := l.a.refresh(ctx); err != nil {
			return err
		}
	}
	var batch []*dateline.Document
	text := 0
	for doc, err := range docs {
		if err == nil {
			err = admit(doc)
		}
		if err != nil {
			l.fail(err)
			continue
		}
		if l.recent[doc.ID] || len(l.recent) >= maxRecent {
			if err := l.flush(ctx, batch); err != nil {
				return err
			}
			batch, text = nil, 0
			if err := l.settle(ctx); err != nil {
				return err
			}
		}
		l.recent[doc.ID] = true
		batch = append(batch, doc)
		if text += len(doc.Text); len(batch) >= l.a.config.BatchSize || text >= maxBatchText {
			if err := l.flush(ctx, batch); err != nil {
				return err
			}
			batch, text = nil, 0
		}
	}
	if err := l.flush(ctx, batch); err != nil {
		return err
	}
	return l.settle(ctx)
}

// settle waits for what is under way and makes it found.
func (l *loading) settle(ctx context.Context) error {
	if err := l.release(ctx); err != nil {
		return err
	}
	l.wg.Wait()
	if err := context.Cause(ctx); err != nil {
		return err
	}
	if l.meta == nil || len(l.recent) == 0 {
		return nil
	}
	clear(l.recent)
	return l.a.refresh(ctx)
}

// maxSample is about how many documents a new archive takes its averages of.
const maxSample = 1000

// flush has a batch written, once there is room for it. The first of a new archive
// are held back until there are enough to take the averages of.
func (l *loading) flush(ctx context.Context, docs []*dateline.Document) error {
	switch {
	case len(docs) == 0:
		return context.Cause(ctx)
	case l.meta != nil:
		return l.begin(ctx, docs)
	}
	l.held = append(l.held, docs)
	if n := len(l.held); n < maxHeld && n*l.a.config.BatchSize < maxSample {
		return context.Cause(ctx)
	}
	return l.release(ctx)
}

// maxHeld is how many batches are held back at most.
const maxHeld = 40

// release begins a new archive and has the batches written that were held back.
func (l *loading) release(ctx context.Context) (err error) {
	if len(l.held) == 0 {
		return nil
	}
	if l.meta, err = l.a.begin(ctx, slices.Concat(l.held...)); err != nil {
		return err
	}
	for _, docs := range l.held {
		if err := l.begin(ctx, docs); err != nil {
			return err
		}
	}
	l.held = nil
	return nil
}

// begin has a batch written, once there is room for it.
func (l *loading) begin(ctx context.Context, docs []*dateline.Document) error {
	if err := l.batches.take(ctx); err != nil {
		return err
	}
	l.wg.Go(func() {
		defer l.batches.give()
		b, err := l.prepare(ctx, docs)
		if err == nil {
			err = l.write(ctx, b)
		}
		if err != nil {
			l.mu.Lock()
			if l.failed == nil {
				l.failed = err
			}
			l.mu.Unlock()
			l.cancel(err)
		}
	})
	return nil
}

// batch is some documents made ready.
type batch struct {
	actions   []action
	added     []bool   // whether the document of an action is a new one
	moved     []action // take away what documents leave behind in other indices
	unchanged int
}

// prepare makes documents ready.
func (l *loading) prepare(ctx context.Context, docs []*dateline.Document) (*batch, error) {
	if err := l.preparing.take(ctx); err != nil {
		return nil, err
	}
	defer l.preparing.give()
	ids := make([]string, len(docs))
	for i, doc := range docs {
		ids[i] = doc.ID
	}
	known, err := l.a.locate(ctx, ids)
	if err != nil {
		return nil, err
	}
	full, err := l.a.fillings(ctx)
	if err != nil {
		return nil, err
	}
	b := new(batch)
	w := &builder{meta: l.meta, line: line{make([]byte, 0, len(docs)*usualBody)}}
	ends := []int{}
	for _, doc := range docs {
		if err := context.Cause(ctx); err != nil {
			return nil, err
		}
		if err := w.look(doc); err != nil {
			l.fail(err)
			continue
		}
		at := known[doc.ID]
		index := l.indexOf(doc, at, full)
		if slices.Contains(at, where{index, w.digest}) {
			b.unchanged++
		} else {
			if err := w.add(doc, index); err != nil {
				l.fail(err)
				continue
			}
			if err := l.a.ensure(ctx, index); err != nil {
				return nil, err
			}
			l.a.meet(doc.Language)
			ends = append(ends, len(w.b))
			b.actions = append(b.actions, action{id: doc.ID})
			b.added = append(b.added, len(at) == 0)
		}
		for _, w := range at {
			if w.index != index {
				b.moved = append(b.moved, deletion(w.index, doc.ID))
			}
		}
	}
	start := 0
	for i, end := range ends {
		b.actions[i].lines, start = w.b[start:end], end
	}
	return b, nil
}

// indexOf returns the index that a document goes to: the one of its period that
// has it already, or the one that takes new ones.
func (l *loading) indexOf(doc *dateline.Document, at []where, full map[string]filling) string {
	series := l.a.seriesOf(l.meta, doc)
	for _, w := range at {
		if inSeries(w.index, series) {
			return w.index
		}
	}
	return l.a.place(series, full)
}

// usualBody is about how many bytes a document takes in a bulk request.
const usualBody = 20 << 10

// write sends a batch.
func (l *loading) write(ctx context.Context, b *batch) error {
	if err := l.sending.take(ctx); err != nil {
		return err
	}
	defer l.sending.give()
	refused, err := l.a.bulk(ctx, b.actions)
	if err != nil {
		return err
	}
	// What a document leaves behind goes once it is safe in its new index.
	moved := slices.DeleteFunc(b.moved, func(x action) bool { return refused[x.id] != nil })
	left, err := l.a.bulk(ctx, moved)
	if err != nil {
		return err
	}
	for _, x := range moved {
		if left[x.id] != nil {
			l.fail(left[x.id])
		}
	}
	p := Progress{Unchanged: b.unchanged}
	for i, x := range b.actions {
		switch {
		case refused[x.id] != nil:
			l.fail(refused[x.id])
		case b.added[i]:
			p.Added++
		default:
			p.Replaced++
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.done.Added += p.Added
	l.done.Replaced += p.Replaced
	l.done.Unchanged += p.Unchanged
	l.progress(l.done)
	return nil
}

// fail tells of a document or an error of the stream.
func (l *loading) fail(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.done.Failed++
	l.report(err)
}
