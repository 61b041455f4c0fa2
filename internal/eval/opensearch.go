package main

import (
	"context"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/opensearch"
)

// openCluster opens a new archive on the node that DATELINE_OPENSEARCH names; end
// takes it away.
func openCluster(ctx context.Context, index string) (a *opensearch.Archive, end func(), err error) {
	node := os.Getenv("DATELINE_OPENSEARCH")
	if node == "" {
		return nil, nil, errors.New("needs a node of OpenSearch: set DATELINE_OPENSEARCH to its URL, see " +
			"search/opensearch/testdata/node/start")
	}
	dropCluster(node, index)
	a, err = opensearch.Open(ctx, opensearch.Config{Addresses: []string{node}, Index: index, Replicas: -1})
	if err != nil {
		return nil, nil, err
	}
	return a, func() { _ = a.Close(); dropCluster(node, index) }, nil
}

// dropCluster takes an archive off a node.
func dropCluster(node, index string) {
	for _, path := range []string{"/" + index + "-*", "/_index_template/" + index} {
		if req, err := http.NewRequest(http.MethodDelete, node+path, nil); err == nil {
			if res, err := http.DefaultClient.Do(req); err == nil {
				res.Body.Close()
			}
		}
	}
}

// runOpenSearch compares the ranking of an archive on OpenSearch with that of one
// in memory, query by query.
func runOpenSearch(ctx context.Context, dir string) ([]measure, error) {
	var all []measure
	for _, set := range []string{"time", "cran"} {
		ms, err := compareRanking(ctx, set, filepath.Join(dir, "search", set))
		if err != nil {
			return nil, err
		}
		all = append(all, ms...)
	}
	return all, nil
}

func compareRanking(ctx context.Context, set, dir string) ([]measure, error) {
	type row struct{ ID, Title, Text string }
	docs, err := readJSONL[row](dir, "corpus.jsonl.gz")
	if err != nil {
		return nil, err
	}
	queries, err := readJSONL[row](dir, "queries.jsonl")
	if err != nil {
		return nil, err
	}
	judged, err := readQrels(filepath.Join(dir, "qrels.tsv"))
	if err != nil {
		return nil, err
	}
	doc := func(i int) *dateline.Document {
		return &dateline.Document{ID: docs[i].ID, Headline: docs[i].Title, Text: docs[i].Text}
	}
	ix, err := load(ctx, len(docs), doc)
	if err != nil {
		return nil, err
	}
	defer ix.Close()
	a, end, err := openCluster(ctx, "dateline-eval-"+set)
	if err != nil {
		return nil, err
	}
	defer end()
	if _, err := a.Load(ctx, func(yield func(*dateline.Document, error) bool) {
		for i := range docs {
			if !yield(doc(i), nil) {
				return
			}
		}
	}); err != nil {
		return nil, err
	}
	queries = slices.DeleteFunc(queries, func(q row) bool { return !relevant(judged[q.ID]) })
	var here, there ranked
	var list, articles float64
	for _, q := range queries {
		query := search.Query{Text: q.Text, Limit: 100, Fragments: -1}
		one, err := rankedIDs(ctx, ix, query)
		if err != nil {
			return nil, err
		}
		other, err := rankedIDs(ctx, a, query)
		if err != nil {
			return nil, err
		}
		here.add(measureRanking(one, judged[q.ID]), len(queries))
		there.add(measureRanking(other, judged[q.ID]), len(queries))
		one, other = one[:min(len(one), 10)], other[:min(len(other), 10)]
		if slices.Equal(one, other) {
			list += 1 / float64(len(queries))
		}
		slices.Sort(one)
		slices.Sort(other)
		if slices.Equal(one, other) {
			articles += 1 / float64(len(queries))
		}
	}
	n := len(queries)
	return []measure{{set, "ndcg10", there.ndcg, n}, {set, "ndcg10-bleve", here.ndcg, n}, {set, "map", there.ap, n},
		{set, "same-top10-in-order", list, n}, {set, "same-top10", articles, n}}, nil
}
