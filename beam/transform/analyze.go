package transform

import (
	"context"
	"fmt"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
)

func init() { // workers find functions by what is registered before main
	register.DoFn5x1[context.Context, string, func(*Page) bool, func(string, Document), func(Reject), error](&analyzeFn{})
	register.Iter1[Page]()
	register.Emitter2[string, Document]()
}

// Document is an analysed page and its place in the input.
type Document struct {
	// Shard is where it belongs in the output; the order of shards is that of their
	// names.
	Shard string
	// Item is its number among the pages and errors of its group of files. It orders
	// the Documents of a shard.
	Item int64
	// JSON is the [dateline.Document] as newsdesk tag writes it, without the end of
	// the line.
	JSON []byte
}

// Analysis is what came of pages.
type Analysis struct {
	// Documents is of KV<string, Document>: the id and a Document.
	Documents sdk.PCollection
	// Rejects is of [Reject]: the pages that could not be analysed.
	Rejects sdk.PCollection
}

// Analyze analyses pages, a KV<string, Page> of shard and page, such as those of
// [Plan.Read]. The pages of a shard come together first, so that each call has work
// for all cores of its machine and a shard that is tried again gives the same.
func (p *Plan) Analyze(s sdk.Scope, pages sdk.PCollection) Analysis {
	s = s.Scope("dateline.Analyze")
	docs, rejects := sdk.ParDo2(s, &analyzeFn{Options: p.options}, sdk.GroupByKey(s, pages))
	return Analysis{docs, rejects}
}

// analyzeFn analyses the pages of a shard.
type analyzeFn struct {
	Options  Options
	analyzer *analyze.Analyzer
}

// Setup loads the models, once for all that a worker runs.
func (f *analyzeFn) Setup() error {
	var err error
	f.analyzer, err = f.Options.analyzer()
	return err
}

// ProcessElement analyses the pages of a shard.
func (f *analyzeFn) ProcessElement(
	ctx context.Context, shard string, next func(*Page) bool, document func(string, Document), reject func(Reject),
) error {
	var list []dateline.Page
	var items []int64
	for p := (Page{}); next(&p); {
		list, items = append(list, p.Page), append(items, p.Item)
	}
	at := -1
	for doc, err := range f.analyzer.Stream(ctx, analyze.Pages(list...)) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		at++
		if err != nil {
			r, err := newReject(err)
			if err != nil {
				return err
			}
			r.Shard, r.Item = shard, items[at]
			bad.Inc(ctx, 1)
			reject(r)
			continue
		}
		if !f.Options.Tokens {
			doc.Tokens = nil // the Document is ours alone
		}
		b, err := doc.MarshalJSON()
		if err != nil {
			return fmt.Errorf("transform: %w", err)
		}
		document(doc.ID, Document{Shard: shard, Item: items[at], JSON: b})
	}
	return ctx.Err()
}
