package analyze

import (
	"context"
	"iter"
	"sync"
)

// inFlight is how many inputs a worker may have waiting or done and not yet
// taken. It bounds memory; two keep the workers busy while one long page holds
// up the order.
const inFlight = 4

// ordered runs fn over the values of in with a number of workers and yields the
// results in the order of in. Errors of in pass through in their place. When ctx
// ends it yields its error last. Every goroutine has ended when it returns; a
// source that blocks must therefore heed ctx itself.
func ordered[T, R any](
	ctx context.Context, workers int, in iter.Seq2[T, error], fn func(context.Context, T) (R, error),
) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		work, cancel := context.WithCancel(ctx)
		var wg sync.WaitGroup
		defer wg.Wait()
		defer cancel()

		type result struct {
			value R
			err   error
		}
		type job struct {
			value T
			done  chan result
		}
		jobs := make(chan job)
		queue := make(chan chan result, workers*inFlight) // in the order of in

		wg.Go(func() {
			defer close(queue)
			defer close(jobs)
			for v, err := range in {
				done := make(chan result, 1)
				select {
				case queue <- done:
				case <-work.Done():
					return
				}
				if err != nil {
					done <- result{err: err}
					continue
				}
				select {
				case jobs <- job{v, done}:
				case <-work.Done():
					return
				}
			}
		})
		for range workers {
			wg.Go(func() {
				for j := range jobs {
					v, err := fn(work, j.value)
					j.done <- result{v, err}
				}
			})
		}

		var none R
		for {
			var done chan result
			var open bool
			select {
			case done, open = <-queue:
			case <-ctx.Done():
				yield(none, ctx.Err())
				return
			}
			if !open {
				if err := ctx.Err(); err != nil {
					yield(none, err)
				}
				return
			}
			select {
			case r := <-done:
				if err := ctx.Err(); err != nil {
					yield(none, err)
					return
				}
				if !yield(r.value, r.err) {
					return
				}
			case <-ctx.Done():
				yield(none, ctx.Err())
				return
			}
		}
	}
}
