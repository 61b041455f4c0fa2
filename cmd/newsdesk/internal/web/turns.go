package web

import (
	"context"
	"runtime"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// turns is an archive that is asked a few things at once, while others wait for their turn: more
// at once would be answered no sooner, and each takes megabytes while it is. What goes through all
// articles and what writes has no turn.
type turns struct {
	search.Engine
	slots chan struct{}
}

// turnsEach is how many things each processor is asked at once.
const turnsEach = 2

func inTurns(a search.Engine) turns {
	return turns{a, make(chan struct{}, turnsEach*runtime.GOMAXPROCS(0))}
}

// turn waits for a turn and calls f, unless ctx ends before.
func (t turns) turn(ctx context.Context, f func() error) error {
	select {
	case t.slots <- struct{}{}:
		defer func() { <-t.slots }()
		return f()
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Search implements [search.Searcher].
func (t turns) Search(ctx context.Context, q search.Query) (res search.Results, err error) {
	err = t.turn(ctx, func() error {
		res, err = t.Engine.Search(ctx, q)
		return err
	})
	return res, err
}

// Suggest implements [search.Suggester].
func (t turns) Suggest(ctx context.Context, typed string, n int) (list []search.Suggestion, err error) {
	err = t.turn(ctx, func() error {
		list, err = t.Engine.Suggest(ctx, typed, n)
		return err
	})
	return list, err
}

// Related implements [search.Relater].
func (t turns) Related(
	ctx context.Context, doc *dateline.Document, o search.RelatedOptions,
) (list []search.Related, err error) {
	err = t.turn(ctx, func() error {
		list, err = t.Engine.Related(ctx, doc, o)
		return err
	})
	return list, err
}

// DuplicatesOf implements [search.Relater].
func (t turns) DuplicatesOf(ctx context.Context, doc *dateline.Document) (list []search.Duplicate, err error) {
	err = t.turn(ctx, func() error {
		list, err = t.Engine.DuplicatesOf(ctx, doc)
		return err
	})
	return list, err
}

// Document implements [search.Reader].
func (t turns) Document(ctx context.Context, id string) (doc *dateline.Document, err error) {
	err = t.turn(ctx, func() error {
		doc, err = t.Engine.Document(ctx, id)
		return err
	})
	return doc, err
}
