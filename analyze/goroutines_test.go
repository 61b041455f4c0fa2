package analyze_test

import (
	"context"
	"errors"
	"iter"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/internal/settle"
)

// wireOf yields n stories and then waits for the end of ctx, as a live feed does.
func wireOf(ctx context.Context, n int) iter.Seq2[dateline.Page, error] {
	return func(yield func(dateline.Page, error) bool) {
		for range n {
			if !yield(dateline.Page{ID: "a", Form: dateline.Story, Body: []byte("Rain fell on Riga. It stopped at noon.")}, nil) {
				return
			}
		}
		<-ctx.Done()
		yield(dateline.Page{}, ctx.Err())
	}
}

func TestStreamLeavesNoGoroutine(t *testing.T) {
	a := newAnalyzer(t, analyze.Options{Workers: 4})
	t.Run("the caller stops", func(t *testing.T) {
		defer settle.Goroutines(t)()
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		n := 0
		for _, err := range a.Stream(ctx, wireOf(ctx, 1000)) {
			require.NoError(t, err)
			if n++; n == 3 {
				break
			}
		}
	})
	t.Run("the context ends", func(t *testing.T) {
		defer settle.Goroutines(t)()
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var last error
		n := 0
		for _, err := range a.Stream(ctx, wireOf(ctx, 3)) {
			last = err
			if n++; n == 3 {
				cancel()
			}
		}
		assert.ErrorIs(t, last, context.Canceled)
	})
	t.Run("the context has ended", func(t *testing.T) {
		defer settle.Goroutines(t)()
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		for _, err := range a.Stream(ctx, wireOf(ctx, 3)) {
			assert.ErrorIs(t, err, context.Canceled)
		}
	})
	t.Run("the caller pulls and stops", func(t *testing.T) {
		defer settle.Goroutines(t)()
		next, stop := iter.Pull2(a.Stream(t.Context(), wireOf(t.Context(), 1000)))
		_, err, ok := next()
		require.True(t, ok)
		require.NoError(t, err)
		stop()
	})
	t.Run("pages fail", func(t *testing.T) {
		defer settle.Goroutines(t)()
		var failed *analyze.PageError
		for _, err := range a.Stream(t.Context(), analyze.Pages(make([]dateline.Page, 50)...)) {
			require.True(t, errors.As(err, &failed), err)
		}
	})
}
