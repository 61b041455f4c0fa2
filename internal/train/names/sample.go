package main

import (
	"cmp"
	"hash/fnv"
	"slices"

	"github.com/dateline-go/dateline/internal/names/fit"
)

// sample keeps the documents with the smallest hashes of their ids, as many as
// hold no more than the given number of tokens.
func sample(docs []fit.Document, budget int) []fit.Document {
	key := func(d *fit.Document) uint64 {
		h := fnv.New64a()
		h.Write([]byte(d.ID))
		return h.Sum64()
	}
	slices.SortStableFunc(docs, func(a, b fit.Document) int {
		return cmp.Or(cmp.Compare(key(&a), key(&b)), cmp.Compare(a.ID, b.ID))
	})
	n := 0
	for i := range docs {
		if n += len(docs[i].Tokens); n > budget {
			return docs[:i]
		}
	}
	return docs
}
