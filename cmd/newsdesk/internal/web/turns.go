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
//
// What holds an article against others takes several times as long as a search, and comes with each
// page of an article: it has fewer turns, of its own, so that no search waits behind it.
type turns struct {
	search.Engine
	quick, slow chan struct{}
}

// turnsEach is how many quick things each processor is asked at once.
const turnsEach = 2

func inTurns(a search.Engine) turns {
	processors := runtime.GOMAXPROCS(0)
	return turns{a, make(chan struct{}, turnsEach*processors), make(chan struct{}, processors)}
}

// inTurn waits for a turn among some and returns what f does, unless ctx ends before.
func inTurn[T any](ctx context.Context, slots chan struct{}, f func() (T, error)) (answer T, err error) {
	select {
	case slots <- struct{}{}:
		defer func() { <-slots }()
		return f()
	case <-ctx.Done():
		return answer, ctx.Err()
	}
}

// Search implements [search.Searcher].
func (t turns) Search(ctx context.Context, q search.Query) (search.Results, error) {
	return inTurn(ctx, t.quick, func() (search.Results, error) { return t.Engine.Search(ctx, q) })
}

// Suggest implements [search.Suggester].
func (t turns) Suggest(ctx context.Context, typed string, n int) ([]search.Suggestion, error) {
	return inTurn(ctx, t.quick, func() ([]search.Suggestion, error) { return t.Engine.Suggest(ctx, typed, n) })
}

// Related implements [search.Relater].
func (t turns) Related(
	ctx context.Context, doc *dateline.Document, o search.RelatedOptions,
) ([]search.Related, error) {
	return inTurn(ctx, t.slow, func() ([]search.Related, error) { return t.Engine.Related(ctx, doc, o) })
}

// DuplicatesOf implements [search.Relater].
func (t turns) DuplicatesOf(ctx context.Context, doc *dateline.Document) ([]search.Duplicate, error) {
	return inTurn(ctx, t.slow, func() ([]search.Duplicate, error) { return t.Engine.DuplicatesOf(ctx, doc) })
}

// Document implements [search.Reader].
func (t turns) Document(ctx context.Context, id string) (*dateline.Document, error) {
	return inTurn(ctx, t.quick, func() (*dateline.Document, error) { return t.Engine.Document(ctx, id) })
}
