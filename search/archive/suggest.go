package archive

import (
	"context"
	"fmt"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
)

// Suggest completes what somebody is typing, from the words of headlines, the
// names of entities and the keyphrases: what more articles have comes first, then
// by text. Case and accents do not matter. At most 100 are returned, none for an
// empty or a very long input.
func (a *Archive) Suggest(ctx context.Context, typed string, n int) (list []search.Suggestion, err error) {
	t, ok := engine.NewTyped(typed, n)
	if !ok {
		return nil, ctx.Err()
	}
	err = a.read(ctx, func(v *view) (err error) {
		list, err = engine.Suggest(ctx, v.store(), t)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("archive: suggest: %w", err)
	}
	return list, nil
}
