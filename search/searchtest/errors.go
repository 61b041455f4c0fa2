package searchtest

import (
	"context"
	"iter"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// RunErrors checks that a program can tell errors apart by [errors.Is], through
// every call of an engine. Each engine that open makes must be empty; RunErrors
// closes it.
func RunErrors(t *testing.T, open func(testing.TB) search.Engine) {
	t.Run("cancelled", func(t *testing.T) {
		e := open(t)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		for name, call := range calls(e) {
			assert.ErrorIs(t, call(ctx), context.Canceled, name)
		}
		require.NoError(t, e.Close())
	})
	t.Run("not found", func(t *testing.T) {
		e := open(t)
		_, err := e.Document(t.Context(), "nobody")
		require.ErrorIs(t, err, search.ErrNotFound)
		require.NoError(t, e.Close())
	})
	t.Run("query", func(t *testing.T) {
		e := open(t)
		_, err := e.Search(t.Context(), search.Query{Text: "tide", Offset: -1})
		require.ErrorIs(t, err, search.ErrQuery)
		_, err = e.Search(t.Context(), search.Query{Text: "tide", Cursor: "nonsense"})
		require.ErrorIs(t, err, search.ErrQuery)
		require.NoError(t, e.Close())
	})
	t.Run("no document", func(t *testing.T) {
		e := open(t)
		for name, call := range withDocument(e) {
			assert.ErrorIs(t, call(t.Context(), nil), dateline.ErrInvalid, name)
		}
		broken := &dateline.Document{Schema: dateline.Schema, ID: "a", Text: "Tide", Blocks: []dateline.Block{{End: 9}}}
		require.ErrorIs(t, e.Add(t.Context(), broken), dateline.ErrInvalid)
		require.ErrorIs(t, e.Add(t.Context(), &dateline.Document{Text: "Tide"}), dateline.ErrInvalid, "no id")
		_, err := e.Load(t.Context(), nil)
		require.ErrorIs(t, err, dateline.ErrOptions)
		require.NoError(t, e.Close())
	})
	t.Run("options", func(t *testing.T) {
		e := open(t)
		doc := &dateline.Document{Schema: dateline.Schema, ID: "a", Text: "The tide turned."}
		_, err := e.Related(t.Context(), doc, search.RelatedOptions{K: -1})
		require.ErrorIs(t, err, search.ErrOptions)
		require.ErrorIs(t, err, dateline.ErrOptions)
		_, err = e.Related(t.Context(), doc, search.RelatedOptions{Filter: search.Query{Offset: -1}})
		require.ErrorIs(t, err, search.ErrQuery)
		require.NoError(t, e.Close())
	})
	t.Run("closed", func(t *testing.T) {
		e := open(t)
		require.NoError(t, e.Close())
		for name, call := range calls(e) {
			assert.ErrorIs(t, call(t.Context()), search.ErrClosed, name)
		}
		require.ErrorIs(t, e.Close(), search.ErrClosed)
	})
}

// calls are the calls of an engine, by name, each with arguments that are right.
func calls(e search.Engine) map[string]func(context.Context) error {
	doc := &dateline.Document{Schema: dateline.Schema, ID: "a", Text: "The tide turned."}
	return map[string]func(context.Context) error{
		"Search": func(ctx context.Context) error {
			_, err := e.Search(ctx, search.Query{Text: "tide"})
			return err
		},
		"Suggest": func(ctx context.Context) error {
			_, err := e.Suggest(ctx, "ti", 3)
			return err
		},
		"Related": func(ctx context.Context) error {
			_, err := e.Related(ctx, doc, search.RelatedOptions{})
			return err
		},
		"DuplicatesOf": func(ctx context.Context) error {
			_, err := e.DuplicatesOf(ctx, doc)
			return err
		},
		"Document": func(ctx context.Context) error {
			_, err := e.Document(ctx, "a")
			return err
		},
		"Count": func(ctx context.Context) error {
			_, err := e.Count(ctx)
			return err
		},
		"Profiles":  func(ctx context.Context) error { return firstError(e.Profiles(ctx)) },
		"Documents": func(ctx context.Context) error { return firstError(e.Documents(ctx)) },
		"Add":       func(ctx context.Context) error { return e.Add(ctx, doc) },
		"Delete":    func(ctx context.Context) error { return e.Delete(ctx, "a") },
		"Load": func(ctx context.Context) error {
			_, err := e.Load(ctx, func(yield func(*dateline.Document, error) bool) { yield(doc, nil) })
			return err
		},
	}
}

// withDocument are the calls that take a document.
func withDocument(e search.Engine) map[string]func(context.Context, *dateline.Document) error {
	return map[string]func(context.Context, *dateline.Document) error{
		"Related": func(ctx context.Context, doc *dateline.Document) error {
			_, err := e.Related(ctx, doc, search.RelatedOptions{})
			return err
		},
		"DuplicatesOf": func(ctx context.Context, doc *dateline.Document) error {
			_, err := e.DuplicatesOf(ctx, doc)
			return err
		},
		"Add": func(ctx context.Context, doc *dateline.Document) error { return e.Add(ctx, doc) },
		"Load": func(ctx context.Context, doc *dateline.Document) error {
			_, err := e.Load(ctx, func(yield func(*dateline.Document, error) bool) { yield(doc, nil) })
			return err
		},
	}
}

// firstError returns the first error of a sequence.
func firstError[T any](seq iter.Seq2[T, error]) error {
	for _, err := range seq {
		if err != nil {
			return err
		}
	}
	return nil
}
