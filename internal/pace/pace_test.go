package pace_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/pace"
)

func TestStop(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	p := pace.New(ctx)
	require.False(t, p.Stop(1))
	cancel()
	done := 0
	for done <= 2*pace.Every && !p.Stop(1) {
		done++
	}
	assert.LessOrEqual(t, done, pace.Every, "the end is seen after so much work at most")
	assert.ErrorIs(t, p.Err(), context.Canceled)
	assert.True(t, p.Stop(1), "and stays seen")
}

func TestNow(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	p := pace.New(ctx)
	require.NoError(t, p.Now())
	require.False(t, p.Stop(1))
	cancel()
	require.NoError(t, p.Err(), "nobody has looked")
	require.ErrorIs(t, p.Now(), context.Canceled)
	require.ErrorIs(t, p.Err(), context.Canceled)
}

func TestNil(t *testing.T) {
	var p *pace.Pace
	assert.False(t, p.Stop(1<<30))
	assert.NoError(t, p.Now())
	assert.NoError(t, p.Err())
}
