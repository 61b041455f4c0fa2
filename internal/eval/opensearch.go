package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/internal/made"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/opensearch"
)

// openCluster opens a new archive on the node that DATELINE_OPENSEARCH names; end
// takes it away.
func openCluster(ctx context.Context, index string) (a *opensearch.Archive, end func(), err error) {
	node := os.Getenv("DATELINE_OPENSEARCH")
	if node == "" {
		return nil, nil, errors.New("needs a node of OpenSearch: set DATELINE_OPENSEARCH to its URL, see search/opensearch/testdata/node/start")
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

const (
	clusterArticles = 50_000
	clusterRounds   = 5
	clusterWarm     = 500 // articles that are loaded first and not counted
)

// runClusterLoad loads made articles through the archive, and the bodies that it
// would send by bare bulk requests, in turns, and prints both times. A slow machine
// may set DATELINE_CLUSTER_ARTICLES to fewer.
func runClusterLoad(ctx context.Context, _ string) ([]measure, error) {
	from, err := analysedArticles(ctx)
	if err != nil {
		return nil, err
	}
	const bareName, name = "dateline-eval-bare", "dateline-eval-load"
	a, end, err := openCluster(ctx, name)
	if err != nil {
		return nil, err
	}
	defer end()
	bare, endBare, err := openCluster(ctx, bareName)
	if err != nil {
		return nil, err
	}
	defer endBare()
	file, err := os.CreateTemp("", "dateline-bulk")
	if err != nil {
		return nil, err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	n := clusterArticles
	if s := os.Getenv("DATELINE_CLUSTER_ARTICLES"); s != "" {
		if n, err = strconv.Atoi(s); err != nil || n < clusterRounds {
			return nil, fmt.Errorf("DATELINE_CLUSTER_ARTICLES %q is not a number of articles", s)
		}
	}
	next, stop := iter.Pull(made.Articles(from, n+clusterWarm))
	defer stop()
	var ours, plain time.Duration
	var sent int64
	take := func(n int) (docs []*dateline.Document) {
		for range n {
			doc, _ := next()
			docs = append(docs, doc)
		}
		return docs
	}
	warm := take(clusterWarm) // for the template and the indices, which bare requests need
	for _, x := range []*opensearch.Archive{bare, a} {
		if _, err := x.Load(ctx, stream(warm)); err != nil {
			return nil, err
		}
	}
	n /= clusterRounds
	for round := range clusterRounds {
		docs := take(n)
		if err := record(ctx, bareName, docs, file); err != nil {
			return nil, err
		}
		runs := []func() error{
			func() error {
				start := time.Now()
				n, err := replay(ctx, file)
				plain, sent = plain+time.Since(start), sent+n
				return err
			},
			func() error {
				start := time.Now()
				n, err := a.Load(ctx, stream(docs))
				ours += time.Since(start)
				if err == nil && n != len(docs) {
					err = fmt.Errorf("%d of %d articles loaded", n, len(docs))
				}
				return err
			},
		}
		if round%2 == 1 {
			slices.Reverse(runs)
		}
		for _, r := range runs {
			if err := r(); err != nil {
				return nil, err
			}
		}
		fmt.Fprintf(os.Stderr, "%d articles: %.0f s, bare %.0f s\n", (round+1)*n, ours.Seconds(), plain.Seconds())
	}
	n *= clusterRounds
	return []measure{{"made", "articles/s", float64(n) / ours.Seconds(), n}, {"made", "bare-articles/s", float64(n) / plain.Seconds(), n},
		{"made", "times-bare", ours.Seconds() / plain.Seconds(), n}, {"made", "bytes-sent/article", float64(sent) / float64(n), n}}, nil
}

// analysedArticles analyses our own articles.
func analysedArticles(ctx context.Context) ([]*dateline.Document, error) {
	an, err := analyze.New(analyze.Options{})
	if err != nil {
		return nil, err
	}
	var from []*dateline.Document
	for doc, err := range an.Stream(ctx, source.Files(ctx, []string{ownArticles}, source.Options{})) {
		if err != nil {
			return nil, err
		}
		from = append(from, doc)
	}
	return from, nil
}

func stream(docs []*dateline.Document) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for _, doc := range docs {
			if !yield(doc, nil) {
				return
			}
		}
	}
}

// record writes the bulk requests that an archive makes of documents to a file,
// each with its length before it.
func record(ctx context.Context, index string, docs []*dateline.Document, file *os.File) error {
	if err := file.Truncate(0); err != nil {
		return err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	template := templateOf(index)
	var mu sync.Mutex
	var failed error
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		switch {
		case r.URL.Path == "/":
			fmt.Fprint(w, `{"version":{"distribution":"opensearch","number":"2.19.1"}}`)
		case strings.HasPrefix(r.URL.Path, "/_index_template/"):
			_, _ = w.Write(template)
		case r.URL.Path == "/_bulk":
			body, err := io.ReadAll(r.Body)
			mu.Lock()
			if err == nil {
				err = errors.Join(binary.Write(file, binary.BigEndian, uint64(len(body))), second(file.Write(body)))
			}
			failed = errors.Join(failed, err)
			mu.Unlock()
			items := strings.Repeat(`{"index":{"status":201}},`, bytes.Count(body, []byte("\n"))/2)
			fmt.Fprintf(w, `{"items":[%s]}`, strings.TrimSuffix(items, ","))
		default:
			fmt.Fprint(w, `{"hits":{"total":{"value":0},"hits":[]}}`)
		}
	}))
	defer srv.Close()
	a, err := opensearch.Open(ctx, opensearch.Config{Addresses: []string{srv.URL}, Index: index})
	if err != nil {
		return err
	}
	defer a.Close()
	_, err = a.Load(ctx, stream(docs))
	return errors.Join(err, failed)
}

func second(_ int, err error) error { return err }

// templateOf reads the template of an archive from the node.
func templateOf(index string) []byte {
	res, err := http.Get(os.Getenv("DATELINE_OPENSEARCH") + "/_index_template/" + index)
	if err != nil {
		return nil
	}
	defer res.Body.Close()
	b, _ := io.ReadAll(res.Body) // Open says what is wrong with less
	return b
}

// replay sends the requests of a file, three at a time as the archive does, and
// refreshes; it returns how many bytes it sent.
func replay(ctx context.Context, file *os.File) (int64, error) {
	node := os.Getenv("DATELINE_OPENSEARCH")
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	r := bufio.NewReaderSize(file, 1<<20)
	bodies := make(chan []byte)
	errs := make([]error, 3)
	var wg sync.WaitGroup
	for i := range errs {
		wg.Go(func() {
			for b := range bodies {
				if errs[i] == nil {
					errs[i] = postBulk(ctx, node+"/_bulk?filter_path=errors", b)
				}
			}
		})
	}
	var sent int64
	var err error
	for {
		var size uint64
		if err = binary.Read(r, binary.BigEndian, &size); err != nil {
			break
		}
		b := make([]byte, size)
		if _, err = io.ReadFull(r, b); err != nil {
			break
		}
		sent += int64(size)
		bodies <- b
	}
	close(bodies)
	wg.Wait()
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return sent, errors.Join(err, errors.Join(errs...), postBulk(ctx, node+"/dateline-eval-bare-*/_refresh", nil))
}

// postBulk sends one request and looks whether all of it was taken.
func postBulk(ctx context.Context, url string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/x-ndjson")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	var answer struct{ Errors bool }
	if err := json.NewDecoder(res.Body).Decode(&answer); err != nil {
		return err
	}
	if answer.Errors || res.StatusCode >= 300 {
		return fmt.Errorf("%s: %s, errors %v", url, res.Status, answer.Errors)
	}
	return nil
}
