package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// runSearch ranks the search collections with an archive in memory: title and
// text go in as they are, each query as plain words.
func runSearch(ctx context.Context, dir string) ([]measure, error) {
	sets := []string{"time", "cran", "med", "npl"}
	var all []measure
	var sum, fed ranked
	for _, set := range sets {
		plain, feedback, n, err := scoreSearch(ctx, filepath.Join(dir, "search", set))
		if err != nil {
			return nil, err
		}
		sum.add(plain, len(sets))
		fed.add(feedback, len(sets))
		all = append(all, measure{set, "ndcg10", plain.ndcg, n}, measure{set, "map", plain.ap, n},
			measure{set, "feedback-ndcg10", feedback.ndcg, n}, measure{set, "feedback-map", feedback.ap, n})
	}
	found, pages, err := findByHeadline(ctx, dir)
	if err != nil {
		return nil, err
	}
	return append(all, measure{"mean", "ndcg10", sum.ndcg, len(sets)}, measure{"mean", "map", sum.ap, len(sets)},
		measure{"mean", "feedback-ndcg10", fed.ndcg, len(sets)}, measure{"mean", "feedback-map", fed.ap, len(sets)},
		measure{"mean", "feedback-map-gain", fed.ap - sum.ap, len(sets)},
		measure{"fundus", "headline-top3", found, pages}), nil
}

// ranked are the measures of one query, or their means.
type ranked struct{ ndcg, ap float64 }

// add adds the nth part of other measures.
func (r *ranked) add(o ranked, n int) {
	r.ndcg += o.ndcg / float64(n)
	r.ap += o.ap / float64(n)
}

// scoreSearch returns the means of one collection, without and with feedback, and
// its number of judged queries.
func scoreSearch(ctx context.Context, dir string) (plain, feedback ranked, n int, err error) {
	type row struct{ ID, Title, Text string }
	docs, err := readJSONL[row](dir, "corpus.jsonl.gz")
	if err != nil {
		return plain, feedback, 0, err
	}
	queries, err := readJSONL[row](dir, "queries.jsonl")
	if err != nil {
		return plain, feedback, 0, err
	}
	judged, err := readQrels(filepath.Join(dir, "qrels.tsv"))
	if err != nil {
		return plain, feedback, 0, err
	}
	ix, err := load(ctx, len(docs), func(i int) *dateline.Document {
		return &dateline.Document{ID: docs[i].ID, Headline: docs[i].Title, Text: docs[i].Text}
	})
	if err != nil {
		return plain, feedback, 0, err
	}
	defer ix.Close()
	queries = slices.DeleteFunc(queries, func(q row) bool { return !relevant(judged[q.ID]) })
	for _, q := range queries {
		for _, fed := range []bool{false, true} {
			ids, err := rankedIDs(ctx, ix, search.Query{Text: q.Text, Limit: 100, Fragments: -1, Feedback: fed})
			if err != nil {
				return plain, feedback, 0, err
			}
			if r := measureRanking(ids, judged[q.ID]); fed {
				feedback.add(r, len(queries))
			} else {
				plain.add(r, len(queries))
			}
		}
	}
	return plain, feedback, len(queries), nil
}

// rankedIDs returns the hits of a query in the order of score.py: by score as
// printed, then by id.
func rankedIDs(ctx context.Context, ix search.Searcher, q search.Query) ([]string, error) {
	res, err := ix.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(res.Hits, func(a, b search.Hit) int {
		return cmp.Or(cmp.Compare(dateline.Round(b.Score), dateline.Round(a.Score)), cmp.Compare(a.ID, b.ID))
	})
	ids := make([]string, len(res.Hits))
	for i, h := range res.Hits {
		ids[i] = h.ID
	}
	return ids, nil
}

// load puts n documents into an archive in memory.
func load(ctx context.Context, n int, doc func(i int) *dateline.Document) (*archive.Archive, error) {
	ix, err := archive.Open(ctx, "", archive.Options{})
	if err != nil {
		return nil, err
	}
	_, err = ix.Load(ctx, func(yield func(*dateline.Document, error) bool) {
		for i := range n {
			if !yield(doc(i), nil) {
				return
			}
		}
	})
	if err != nil {
		return nil, errors.Join(err, ix.Close())
	}
	return ix, nil
}

// findByHeadline returns the part of news pages, with their known headline and
// body, that a query of the headline's words has among its first three hits.
func findByHeadline(ctx context.Context, dir string) (float64, int, error) {
	type row struct{ ID, Title, Body string }
	pages, err := readJSONL[row](dir, "extract", "fundus", "pages.jsonl.gz")
	if err != nil {
		return 0, 0, err
	}
	ix, err := load(ctx, len(pages), func(i int) *dateline.Document {
		return &dateline.Document{ID: pages[i].ID, Headline: pages[i].Title, Text: pages[i].Body}
	})
	if err != nil {
		return 0, 0, err
	}
	defer ix.Close()
	found := 0
	for _, p := range pages {
		res, err := ix.Search(ctx, search.Query{Text: p.Title, Limit: 3, Fragments: -1})
		if err != nil {
			return 0, 0, err
		}
		if slices.ContainsFunc(res.Hits, func(h search.Hit) bool { return h.ID == p.ID }) {
			found++
		}
	}
	return float64(found) / float64(len(pages)), len(pages), nil
}

// relevant reports whether any document of a query is.
func relevant(grades map[string]int) bool {
	for _, g := range grades {
		if g > 0 {
			return true
		}
	}
	return false
}

// measureRanking scores one ranking: nDCG of the first ten with linear gains,
// and average precision of the first thousand.
func measureRanking(ids []string, grades map[string]int) ranked {
	const depth = 10
	var r ranked
	var gains []int
	positive, hits := 0, 0
	for _, g := range grades {
		gains = append(gains, g)
		if g > 0 {
			positive++
		}
	}
	for i, id := range ids {
		if i < depth {
			r.ndcg += float64(grades[id]) / math.Log2(float64(i+2))
		}
		if grades[id] > 0 {
			hits++
			r.ap += float64(hits) / float64(i+1)
		}
	}
	slices.SortFunc(gains, func(a, b int) int { return b - a })
	ideal := 0.0
	for i, g := range gains[:min(depth, len(gains))] {
		ideal += float64(g) / math.Log2(float64(i+2))
	}
	return ranked{r.ndcg / ideal, r.ap / float64(positive)}
}

// readQrels reads lines of query, document and grade.
func readQrels(name string) (map[string]map[string]int, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	judged := map[string]map[string]int{}
	s := bufio.NewScanner(f)
	for line := 1; s.Scan(); line++ {
		cols := strings.Fields(s.Text())
		if len(cols) < 3 {
			continue
		}
		grade, err := strconv.Atoi(cols[2])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
		if judged[cols[0]] == nil {
			judged[cols[0]] = map[string]int{}
		}
		judged[cols[0]][cols[1]] = grade
	}
	return judged, s.Err()
}
