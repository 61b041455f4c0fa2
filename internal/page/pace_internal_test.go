package page

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/pace"
)

// ending is a context that ends when it is looked at for the last time.
type ending struct {
	context.Context
	looks, last int
}

func (e *ending) Err() error {
	if e.looks++; e.looks >= e.last {
		return context.Canceled
	}
	return nil
}

// TestEveryStepHeedsItsContext ends the reading of a page of many blocks at each look at the context.
func TestEveryStepHeedsItsContext(t *testing.T) {
	page := dateline.Page{Form: dateline.PlainPage, Body: []byte(strings.Repeat("The ferry to Stavanger was late again.\n\n", 2000))}
	for last := 1; ; last++ {
		ctx := &ending{context.Background(), 0, last}
		doc, err := Read(page, Options{Pace: pace.New(ctx)})
		if err == nil {
			require.NotEmpty(t, doc.Text)
			assert.Greater(t, last, 20, "looks while blocks are classified and named")
			return
		}
		require.ErrorIs(t, err, context.Canceled)
	}
}
