package web

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// slowEngine compares articles until it is told to stop.
type slowEngine struct {
	search.Engine
	entered, leave chan struct{}
}

func (e slowEngine) Related(context.Context, *dateline.Document, search.RelatedOptions) ([]search.Related, error) {
	e.entered <- struct{}{}
	<-e.leave
	return nil, nil
}

func (e slowEngine) Search(context.Context, search.Query) (search.Results, error) {
	return search.Results{Total: 7}, nil
}

// TestSearchesPassWhatIsSlow asks for more related articles than there are turns, and then searches.
func TestSearchesPassWhatIsSlow(t *testing.T) {
	e := slowEngine{entered: make(chan struct{}, 1000), leave: make(chan struct{})}
	turns := inTurns(e)
	asked := cap(turns.slow) + 20
	done := make(chan error)
	for range asked {
		go func() {
			_, err := turns.Related(t.Context(), nil, search.RelatedOptions{})
			done <- err
		}()
	}
	for range cap(turns.slow) {
		<-e.entered
	}
	assert.Empty(t, e.entered, "the others wait")
	res, err := turns.Search(t.Context(), search.Query{})
	require.NoError(t, err)
	assert.Equal(t, 7, res.Total)

	gone, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = turns.Related(gone, nil, search.RelatedOptions{})
	require.ErrorIs(t, err, context.Canceled)
	close(e.leave)
	for range asked {
		require.NoError(t, <-done)
	}
}
