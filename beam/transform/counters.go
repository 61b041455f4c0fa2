package transform

import (
	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
)

// namespace is that of the counters in a runner's metrics.
const namespace = "dateline"

// The counters. They are handles that hold no count of their own.
var (
	pages      = sdk.NewCounter(namespace, "pages")
	documents  = sdk.NewCounter(namespace, "documents")
	duplicates = sdk.NewCounter(namespace, "duplicates")
	bad        = sdk.NewCounter(namespace, "bad")
	passed     = sdk.NewCounter(namespace, "passed")
	warnings   = sdk.NewCounter(namespace, "warnings")
	bytesRead  = sdk.NewCounter(namespace, "bytes")
	stored     = sdk.NewCounter(namespace, "stored")
	refused    = sdk.NewCounter(namespace, "refused")
)

// Counts is what a job counted, as its runner committed it. Pages is always
// Documents + Duplicates + Bad.
type Counts struct {
	Pages      int64 // that came in, bad ones too
	Documents  int64 // that went out, each id once
	Duplicates int64 // Documents that gave way to a later one of the same id
	Bad        int64 // pages, lines and files that became rejects
	Passed     int64 // records of web archives that are no pages
	Warnings   int64 // things that were not understood and left out, such as a date
	Bytes      int64 // read from files, before unpacking
	Stored     int64 // Documents that a cluster acknowledged
	Refused    int64 // Documents that a cluster refused
}

// CountsOf reads the counts of a job that has ended. A runner that reports no
// metrics leaves them zero.
func CountsOf(result sdk.PipelineResult) Counts {
	var c Counts
	if result == nil {
		return c
	}
	fields := map[string]*int64{
		"pages": &c.Pages, "documents": &c.Documents, "duplicates": &c.Duplicates, "bad": &c.Bad,
		"passed": &c.Passed, "warnings": &c.Warnings, "bytes": &c.Bytes, "stored": &c.Stored, "refused": &c.Refused,
	}
	ours := result.Metrics().Query(func(r metrics.SingleResult) bool { return r.Namespace() == namespace })
	for _, counter := range ours.Counters() {
		if to := fields[counter.Name()]; to != nil {
			*to += counter.Result()
		}
	}
	return c
}
