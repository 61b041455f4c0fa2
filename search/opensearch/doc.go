// Package opensearch is the archive of a newsroom on a cluster of OpenSearch: what
// package archive does on one machine, for more articles than one machine takes.
// It answers the same queries and ranks by the same BM25F.
//
//	ix, err := opensearch.Open(ctx, opensearch.Config{Addresses: []string{"https://search:9200"}, Index: "news"})
//	n, err := ix.Load(ctx, docs)
//	res, err := ix.Search(ctx, search.Query{Text: "sanctions", Countries: []string{"RU"}})
//
// Read [Config] and [Archive] first.
//
// Terms are made by this library and indexed as they are, so that OpenSearch
// splits and stems nothing. The head of ranking.go says how Lucene's score becomes
// ours. Documents lie in an index for each year or month of publication, behind
// one alias: see [Period]. [Rollover] bounds the size and the age of an index.
//
// Saved queries are kept beside the documents ([Archive.AddAlerts]):
// [Archive.MatchAlerts] has the cluster's percolator find those that may match a
// document, and [search.Alerts] decide, so that both say the same.
//
// The connection is TLS where the addresses begin with https: [Config] takes the
// authorities to trust, a name and password, and the certificate of the program.
//
// # Limits
//
// OpenSearch 2.10 and later, tested on 2.19. What is written is found after a
// refresh: [Archive.Add] and [Archive.Delete] wait for it, [Archive.Load] asks for
// it at its end. Two programs that write the same id into two indices at the same
// moment, because of its date or because an index is full, may leave it in both;
// the next write of the id mends that.
//
// The average lengths of fields, which ranking needs, are taken from the first
// documents and stay: see [Averages]. Lucene counts deleted documents in the
// rarity of words until it merges them away, gives scores in 32 bits, and takes
// the rarity of the most frequent word where a beginning or a fuzzy word stands
// for several. Facets over several shards are counted by OpenSearch, which may
// miss articles of values beyond the first three hundred of a shard.
//
// A cursor goes on behind the last hit in whatever the archive holds by then;
// [Archive.Documents] and [Archive.Profiles] read one point in time.
//
// There are no revisions and no tombstones: what was deleted is gone, and comes
// back when it is loaded again.
package opensearch
