package transform

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/search/opensearch"
)

// storeBatch is how many Documents go to the cluster at a time.
const storeBatch = 250

func init() { // workers find functions by what is registered before main
	register.DoFn4x1[context.Context, string, Document, func(Reject), error](&storeFn{})
}

// Cluster says where an archive on OpenSearch is; [opensearch.Config] says what its
// fields mean. It travels to the workers within the pipeline, its password too.
type Cluster struct {
	Addresses          []string
	Username, Password string
	CACert             []byte
	Insecure           bool
	Index              string
	Period             opensearch.Period
	Shards, Replicas   int
	RetryFor           time.Duration
}

// Store puts Documents, KV<string, Document>, into an archive on a cluster. What is
// there already, word for word, is not written again, so that a batch that is tried
// again does no harm; but of several Documents with one id any may come last: use
// [Unique] before. It returns those that the cluster refused, as a collection of
// [Reject]. A cluster that stays away fails the call, so that the runner tries again.
func Store(s sdk.Scope, docs sdk.PCollection, c Cluster) sdk.PCollection {
	return sdk.ParDo(s.Scope("dateline.Store"), &storeFn{Cluster: c}, docs)
}

// storeFn puts Documents into an archive.
type storeFn struct {
	Cluster Cluster

	archive *opensearch.Archive
	faults  []error // of the load at hand
	batch   []Document
}

// Setup connects to the cluster, once for each thread of a worker.
func (f *storeFn) Setup(ctx context.Context) error {
	c := f.Cluster
	var err error
	f.archive, err = opensearch.Open(ctx, opensearch.Config{
		Addresses: c.Addresses, Username: c.Username, Password: c.Password, CACert: c.CACert, Insecure: c.Insecure,
		Index: c.Index, Period: c.Period, Shards: c.Shards, Replicas: c.Replicas, RetryFor: c.RetryFor, Workers: 1,
		OnError: func(err error) { f.faults = append(f.faults, err) },
	})
	return err
}

// StartBundle forgets what a bundle that failed has left.
func (f *storeFn) StartBundle(func(Reject)) { f.batch = nil }

// ProcessElement takes a Document.
func (f *storeFn) ProcessElement(ctx context.Context, _ string, d Document, reject func(Reject)) error {
	if f.batch = append(f.batch, d); len(f.batch) < storeBatch {
		return nil
	}
	return f.flush(ctx, reject)
}

// FinishBundle stores what is left. Only then does the runner count the bundle as
// done.
func (f *storeFn) FinishBundle(ctx context.Context, reject func(Reject)) error {
	return f.flush(ctx, reject)
}

// Teardown lets the connections go.
func (f *storeFn) Teardown() error {
	if f.archive == nil {
		return nil
	}
	return f.archive.Close()
}

// flush stores the batch.
func (f *storeFn) flush(ctx context.Context, reject func(Reject)) error {
	batch := f.batch
	f.batch, f.faults = nil, nil
	if len(batch) == 0 {
		return nil
	}
	n, err := f.archive.Load(ctx, read(batch))
	if err != nil {
		return fmt.Errorf("transform: %w", err)
	}
	stored.Inc(ctx, int64(n))
	if len(f.faults) == 0 {
		return nil
	}
	for _, d := range batch { // a load does not say of which Document a fault is
		if err := f.again(ctx, d, reject); err != nil {
			return err
		}
	}
	return nil
}

// again stores one Document of a batch with faults.
func (f *storeFn) again(ctx context.Context, d Document, reject func(Reject)) error {
	doc := new(dateline.Document)
	err := doc.UnmarshalJSON(d.JSON)
	if err == nil {
		err = f.archive.Add(ctx, doc)
	}
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil, errors.Is(err, opensearch.ErrUnavailable):
		return fmt.Errorf("transform: %w", err)
	}
	r, err := newReject(&source.Error{Name: "opensearch", ID: doc.ID, Raw: d.JSON, Err: err})
	if err != nil {
		return err
	}
	r.Shard, r.Item = d.Shard, d.Item
	refused.Inc(ctx, 1)
	reject(r)
	return nil
}

// read gives the Documents of a batch.
func read(batch []Document) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for _, d := range batch {
			doc := new(dateline.Document)
			if !yield(doc, doc.UnmarshalJSON(d.JSON)) {
				return
			}
		}
	}
}
