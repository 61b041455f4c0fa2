package transform

import (
	"context"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() { // workers find functions by what is registered before main
	register.Function4x0(last)
	register.Function4x0(count)
	register.Iter1[Document]()
}

// Unique keeps one Document of each id, KV<string, Document>: the last in the order
// of the input, whatever the order in which they come.
func Unique(s sdk.Scope, docs sdk.PCollection) sdk.PCollection {
	s = s.Scope("dateline.Unique")
	return sdk.ParDo(s, last, sdk.GroupByKey(s, docs))
}

// last gives the last of the Documents of one id.
func last(ctx context.Context, id string, next func(*Document) bool, document func(string, Document)) {
	var kept Document
	n := int64(0)
	for d := (Document{}); next(&d); n++ {
		if n == 0 || before(kept.Shard, kept.Item, d.Shard, d.Item) {
			kept = d
		}
	}
	duplicates.Inc(ctx, n-1)
	documents.Inc(ctx, 1)
	document(id, kept)
}

// All keeps every Document, KV<string, Document>, as newsdesk tag does. An id may
// then stand in the output more than once.
func All(s sdk.Scope, docs sdk.PCollection) sdk.PCollection {
	return sdk.ParDo(s.Scope("dateline.All"), count, docs)
}

// count counts a Document.
func count(ctx context.Context, id string, d Document, document func(string, Document)) {
	documents.Inc(ctx, 1)
	document(id, d)
}
