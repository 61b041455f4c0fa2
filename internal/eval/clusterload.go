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
	"strconv"
	"strings"
	"sync"
	"time"

	client "github.com/opensearch-project/opensearch-go/v4"
	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/internal/made"
	"github.com/dateline-go/dateline/search/opensearch"
)

const (
	clusterArticles = 50_000
	clusterRounds   = 5
	clusterWarm     = 2000 // articles that are loaded first and not counted: the node warms up
)

// The indices of the load; their names are of one length, so that the requests are too.
const (
	loadIndex     = "dateline-eval-load"
	bareIndex     = "dateline-eval-bare"
	abreastIndex  = "dateline-eval-many"
	abreastSender = 3 // as many as opensearch.Config.Workers
)

// contestant is one way of loading articles.
type contestant struct {
	name string
	load func(docs []*dateline.Document) error
	took time.Duration
	node float64 // seconds of the node's processors
}

// runClusterLoad loads made articles through the archive and, in turns, the very
// bodies that it would send by the official client's bulk call: one after another,
// and as many at once as the archive has under way. A slow machine may set
// DATELINE_CLUSTER_ARTICLES to fewer.
func runClusterLoad(ctx context.Context, _ string) ([]measure, error) {
	n := clusterArticles
	if s := os.Getenv("DATELINE_CLUSTER_ARTICLES"); s != "" {
		var err error
		if n, err = strconv.Atoi(s); err != nil || n < clusterRounds {
			return nil, fmt.Errorf("DATELINE_CLUSTER_ARTICLES %q is not a number of articles", s)
		}
	}
	from, err := analysedArticles(ctx)
	if err != nil {
		return nil, err
	}
	archives := map[string]*opensearch.Archive{}
	for _, name := range []string{loadIndex, bareIndex, abreastIndex} {
		a, end, err := openCluster(ctx, name)
		if err != nil {
			return nil, err
		}
		defer end()
		archives[name] = a
	}
	file, err := os.CreateTemp("", "dateline-bulk")
	if err != nil {
		return nil, err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	next, stop := iter.Pull(made.Articles(from, n+clusterWarm))
	defer stop()
	take := func(n int) (docs []*dateline.Document) {
		for range n {
			doc, _ := next()
			docs = append(docs, doc)
		}
		return docs
	}
	warm := take(clusterWarm) // for the template and the indices, which bare requests need
	for _, a := range archives {
		if _, err := a.Load(ctx, stream(warm)); err != nil {
			return nil, err
		}
	}
	var sent int64
	all := []*contestant{
		{name: "load", load: func(docs []*dateline.Document) error {
			n, err := archives[loadIndex].Load(ctx, stream(docs))
			if err == nil && n != len(docs) {
				err = fmt.Errorf("%d of %d articles loaded", n, len(docs))
			}
			return err
		}},
		{name: "bare", load: func([]*dateline.Document) error {
			n, err := replay(ctx, file, bareIndex, 1)
			sent += n
			return err
		}},
		{name: "bare-abreast", load: func([]*dateline.Document) error {
			_, err := replay(ctx, file, abreastIndex, abreastSender)
			return err
		}},
	}
	size := n / clusterRounds
	for round := range clusterRounds {
		docs := take(size)
		if err := record(ctx, bareIndex, docs, file); err != nil {
			return nil, err
		}
		for i := range all {
			c := all[(round+i)%len(all)] // each is first as often as the others
			busy, start := nodeSeconds(ctx), time.Now()
			if err := c.load(docs); err != nil {
				return nil, err
			}
			c.took += time.Since(start)
			c.node += nodeSeconds(ctx) - busy
		}
		fmt.Fprintf(os.Stderr, "%d articles:", (round+1)*size)
		for _, c := range all {
			fmt.Fprintf(os.Stderr, " %s %.1f s", c.name, c.took.Seconds())
		}
		fmt.Fprintln(os.Stderr)
	}
	n = clusterRounds * size
	var ms []measure
	for _, c := range all {
		ms = append(ms, measure{"made", c.name + "-articles/s", float64(n) / c.took.Seconds(), n},
			measure{"made", c.name + "-node-ms/article", 1000 * c.node / float64(n), n})
	}
	return append(ms, measure{"made", "times-bare", all[0].took.Seconds() / all[1].took.Seconds(), n},
		measure{"made", "times-bare-abreast", all[0].took.Seconds() / all[2].took.Seconds(), n},
		measure{"made", "bytes-sent/article", float64(sent) / float64(n), n}), nil
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

// nodeSeconds asks the node how many seconds of processors it has used.
func nodeSeconds(ctx context.Context) float64 {
	stats := os.Getenv("DATELINE_OPENSEARCH") + "/_nodes/stats/process"
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, stats, nil)
	if err != nil {
		return 0
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0
	}
	defer res.Body.Close()
	var all struct {
		Nodes map[string]struct {
			Process struct {
				CPU struct {
					Millis int64 `json:"total_in_millis"`
				} `json:"cpu"`
			} `json:"process"`
		} `json:"nodes"`
	}
	_ = json.NewDecoder(res.Body).Decode(&all) // without it the figure is 0
	var sum int64
	for _, n := range all.Nodes {
		sum += n.Process.CPU.Millis
	}
	return float64(sum) / 1000
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

// replay sends the requests of a file to an index by the official client, some at
// a time, and refreshes; it returns how many bytes it sent.
func replay(ctx context.Context, file *os.File, index string, abreast int) (int64, error) {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	config := client.Config{Addresses: []string{os.Getenv("DATELINE_OPENSEARCH")}}
	c, err := opensearchapi.NewClient(opensearchapi.Config{Client: config})
	if err != nil {
		return 0, err
	}
	bodies := make(chan []byte)
	errs := make([]error, abreast)
	var wg sync.WaitGroup
	for i := range errs {
		wg.Go(func() {
			for b := range bodies {
				if _, err := c.Bulk(ctx, opensearchapi.BulkReq{Body: bytes.NewReader(b)}); err != nil && errs[i] == nil {
					errs[i] = err // of a document, too
				}
			}
		})
	}
	var sent int64
	for r := bufio.NewReaderSize(file, 1<<20); ; {
		var size uint64
		if err = binary.Read(r, binary.BigEndian, &size); err != nil {
			break
		}
		b := make([]byte, size)
		if _, err = io.ReadFull(r, b); err != nil {
			break
		}
		sent += int64(size)
		if index != bareIndex {
			b = bytes.ReplaceAll(b, []byte(`"`+bareIndex+`-`), []byte(`"`+index+`-`))
		}
		bodies <- b
	}
	close(bodies)
	wg.Wait()
	if errors.Is(err, io.EOF) {
		err = nil
	}
	if err := errors.Join(err, errors.Join(errs...)); err != nil {
		return sent, err
	}
	_, err = c.Indices.Refresh(ctx, &opensearchapi.IndicesRefreshReq{Index: []string{index + "-*"}})
	return sent, err
}
