package analyze

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var errOdd = errors.New("odd")

// count yields 0..n-1, with an error in place of every tenth.
func count(n int) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			var err error
			if i%10 == 9 {
				err = errOdd
			}
			if !yield(i, err) {
				return
			}
		}
	}
}

func double(_ context.Context, i int) (int, error) {
	if i%7 == 0 {
		runtime.Gosched() // let others overtake
	}
	return 2 * i, nil
}

func TestOrderedKeepsTheOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 8} {
		i := 0
		for v, err := range ordered(t.Context(), workers, count(1000), double) {
			if i%10 == 9 {
				require.ErrorIs(t, err, errOdd)
			} else {
				require.NoError(t, err)
				require.Equal(t, 2*i, v)
			}
			i++
		}
		assert.Equal(t, 1000, i)
	}
}

func TestOrderedStopsWhenTheCallerDoes(t *testing.T) {
	before := runtime.NumGoroutine()
	var pulled atomic.Int64
	in := func(yield func(int, error) bool) {
		for yield(int(pulled.Add(1)), nil) {
		}
	}
	n := 0
	for range ordered(t.Context(), 4, in, double) {
		if n++; n == 10 {
			break
		}
	}
	assert.LessOrEqual(t, pulled.Load(), int64(10+4*inFlight+4+1), "reads no further ahead than its bound")
	assert.LessOrEqual(t, runtime.NumGoroutine(), before, "no goroutine outlives the call")
}

func TestOrderedEndsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n, last := 0, error(nil)
	for _, err := range ordered(ctx, 2, count(1_000_000), double) {
		last = err
		if n++; n == 5 {
			cancel()
		}
	}
	assert.ErrorIs(t, last, context.Canceled)
	assert.Less(t, n, 100)
}
