package main

import (
	"context"
	"iter"
	"sync"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// occasional is an archive that is open only while somebody reads it, so that a program which lives long sees what
// was written last and is in no writer's way. It is safe for concurrent use.
type occasional struct {
	open func(context.Context) (search.Engine, error)

	mu      sync.Mutex
	engine  search.Engine // nil while nobody reads
	readers int
}

// read opens the archive where it is closed and hands it to f; the last reader closes it.
func (o *occasional) read(ctx context.Context, f func(search.Engine) error) (err error) {
	a, err := o.enter(ctx)
	if err != nil {
		return err
	}
	defer func() {
		if e := o.leave(); err == nil {
			err = e
		}
	}()
	return f(a)
}

func (o *occasional) enter(ctx context.Context) (search.Engine, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.engine == nil {
		a, err := o.open(ctx)
		if err != nil {
			return nil, err
		}
		o.engine = a
	}
	o.readers++
	return o.engine, nil
}

func (o *occasional) leave() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.readers--; o.readers > 0 {
		return nil
	}
	a := o.engine
	o.engine = nil
	return a.Close()
}

// Search implements [search.Searcher].
func (o *occasional) Search(ctx context.Context, q search.Query) (res search.Results, err error) {
	err = o.read(ctx, func(a search.Engine) error {
		res, err = a.Search(ctx, q)
		return err
	})
	return res, err
}

// Related implements [search.Relater].
func (o *occasional) Related(
	ctx context.Context, doc *dateline.Document, r search.RelatedOptions,
) (list []search.Related, err error) {
	err = o.read(ctx, func(a search.Engine) error {
		list, err = a.Related(ctx, doc, r)
		return err
	})
	return list, err
}

// DuplicatesOf implements [search.Relater].
func (o *occasional) DuplicatesOf(ctx context.Context, doc *dateline.Document) (list []search.Duplicate, err error) {
	err = o.read(ctx, func(a search.Engine) error {
		list, err = a.DuplicatesOf(ctx, doc)
		return err
	})
	return list, err
}

// Profiles implements [search.Relater].
func (o *occasional) Profiles(ctx context.Context) iter.Seq2[*search.Profile, error] {
	return each(o, ctx, func(a search.Engine) iter.Seq2[*search.Profile, error] { return a.Profiles(ctx) })
}

// Document implements [search.Reader].
func (o *occasional) Document(ctx context.Context, id string) (doc *dateline.Document, err error) {
	err = o.read(ctx, func(a search.Engine) error {
		doc, err = a.Document(ctx, id)
		return err
	})
	return doc, err
}

// Documents implements [search.Reader].
func (o *occasional) Documents(ctx context.Context) iter.Seq2[*dateline.Document, error] {
	return each(o, ctx, func(a search.Engine) iter.Seq2[*dateline.Document, error] { return a.Documents(ctx) })
}

// Count implements [search.Reader].
func (o *occasional) Count(ctx context.Context) (n int, err error) {
	err = o.read(ctx, func(a search.Engine) error {
		n, err = a.Count(ctx)
		return err
	})
	return n, err
}

// each passes a stream on, with the archive open until it ends.
func each[V any](
	o *occasional, ctx context.Context, of func(search.Engine) iter.Seq2[*V, error],
) iter.Seq2[*V, error] {
	return func(yield func(*V, error) bool) {
		stopped := false
		err := o.read(ctx, func(a search.Engine) error {
			for v, err := range of(a) {
				if !yield(v, err) {
					stopped = true
					return nil
				}
			}
			return nil
		})
		if err != nil && !stopped {
			yield(nil, err)
		}
	}
}
