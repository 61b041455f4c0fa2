package opensearch

import (
	"context"

	"github.com/dateline-go/dateline/search/internal/failures"
)

// Delete takes documents out; ids that are not there do no harm. They are not
// found any more when it returns.
func (a *Archive) Delete(ctx context.Context, ids ...string) error {
	if err := a.enter(ctx); err != nil {
		return err
	}
	defer a.leave()
	if m, err := a.begun(ctx); m == nil || err != nil {
		return err
	}
	if err := a.refresh(ctx); err != nil { // what was written a moment ago is to be seen
		return err
	}
	found, err := a.locate(ctx, ids)
	if err != nil {
		return err
	}
	var actions []action
	for _, id := range ids {
		for _, w := range found[id] {
			actions = append(actions, deletion(w.index, id))
		}
		delete(found, id)
	}
	refused, err := a.bulk(ctx, actions)
	if err != nil {
		return err
	}
	var bad failures.List
	for _, id := range ids {
		if refused[id] != nil {
			bad.Add(refused[id])
			delete(refused, id)
		}
	}
	if err := bad.Err("opensearch"); err != nil {
		return err
	}
	return a.refresh(ctx)
}
