// Package archive is the archive of a newsroom on one machine: analysed
// Documents in a bleve index on disk or in memory, found by words, names,
// countries and dates, each linked to others with reasons.
//
//	ix, err := archive.Open(ctx, "news.idx", archive.Options{})
//	n, err := ix.Load(ctx, docs)
//	res, err := ix.Search(ctx, search.Query{Text: "sanctions", Countries: []string{"RU"}})
//	rel, err := ix.Related(ctx, doc, search.RelatedOptions{K: 5})
//
// Read [Archive] and [search.Query] first.
//
// bleve keeps postings, columns and the stored Documents. Terms are made by this
// library and handed to it as they are, and the ranking is our own BM25F over its
// postings: see the comment at the head of bm25.go.
//
// # Limits
//
// One process at a time has an archive open for writing, or several for reading
// ([Options.ReadOnly]); within each any number of goroutines
// may read and write. An archive in memory never merges its segments, so fill it
// with few large calls of [Archive.Load] or [Archive.Add] rather than many small
// ones.
//
// Each stored Document has a checksum that is looked at when it is read. bleve
// has none for its postings and columns: a disk that gives back other bytes than
// were written may lead to a wrong answer, to [ErrDamaged], or to an archive that
// does not open.
package archive
