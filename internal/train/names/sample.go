package main

import (
	"cmp"
	"hash/fnv"
	"slices"
)

// sample keeps the documents with the smallest hashes of their ids, as many as
// hold no more than the given number of tokens.
func sample(docs []document, budget int) []document {
	key := func(d *document) uint64 {
		h := fnv.New64a()
		h.Write([]byte(d.id))
		return h.Sum64()
	}
	slices.SortStableFunc(docs, func(a, b document) int {
		return cmp.Or(cmp.Compare(key(&a), key(&b)), cmp.Compare(a.id, b.id))
	})
	n := 0
	for i := range docs {
		if n += len(docs[i].tokens); n > budget {
			return docs[:i]
		}
	}
	return docs
}
