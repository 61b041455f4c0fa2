package search

import (
	"context"
	"iter"

	"github.com/dateline-go/dateline"
)

// Engine is an archive of articles, whatever keeps it: package archive on one
// machine, package opensearch on a cluster, or one of your own, which package
// searchtest checks. A program that takes one of the small interfaces instead is
// easier to test.
type Engine interface {
	Searcher
	Suggester
	Relater
	Reader
	Writer
	// Close waits for running calls and lets go of everything. What was written
	// stays. A second Close returns [ErrClosed].
	Close() error
}

// Searcher answers queries.
type Searcher interface {
	// Search answers a query. The order is that of the query. An error about the
	// query wraps [ErrQuery].
	Search(ctx context.Context, q Query) (Results, error)
}

// Suggester completes what somebody is typing.
type Suggester interface {
	// Suggest returns at most n completions, what more articles have first.
	Suggest(ctx context.Context, typed string, n int) ([]Suggestion, error)
}

// Relater links articles to others. The document it is asked about may be in the
// archive or not.
type Relater interface {
	// Related returns the articles that have most to do with a document, each with
	// its reasons: see [Relate].
	Related(ctx context.Context, doc *dateline.Document, o RelatedOptions) ([]Related, error)
	// DuplicatesOf returns the articles that tell the story of a document in the
	// same words, the highest score first.
	DuplicatesOf(ctx context.Context, doc *dateline.Document) ([]Duplicate, error)
	// Profiles returns the profile of every document, by date of publication: what
	// [Pairs], [Stories] and [Trends] take.
	Profiles(ctx context.Context) iter.Seq2[*Profile, error]
}

// Reader gives documents back.
type Reader interface {
	// Document returns the document with an id, or [ErrNotFound].
	Document(ctx context.Context, id string) (*dateline.Document, error)
	// Documents returns every document, as the archive is at the first step.
	Documents(ctx context.Context) iter.Seq2[*dateline.Document, error]
	// Count returns how many documents there are.
	Count(ctx context.Context) (int, error)
}

// Writer changes what an archive holds.
type Writer interface {
	// Add writes documents, which are found when it returns. One whose id is there
	// replaces it.
	Add(ctx context.Context, docs ...*dateline.Document) error
	// Load writes a stream of documents in batches and returns how many are in the
	// archive for it. Loading the same stream again is cheap.
	Load(ctx context.Context, docs iter.Seq2[*dateline.Document, error]) (int, error)
	// Delete takes documents out. Ids that are not there are no error.
	Delete(ctx context.Context, ids ...string) error
}
