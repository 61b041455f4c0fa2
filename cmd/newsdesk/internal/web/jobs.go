package web

import (
	"bytes"
	"context"
	"crypto/rand"
	"io"
	"iter"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

// The bounds of jobs.
const (
	maxWaiting   = 4   // jobs that wait, with their articles in memory
	maxJobs      = 100 // that are remembered
	maxJobErrors = 20  // that are told of one
)

// The states of a job.
const (
	jobWaiting = "waiting"
	jobRunning = "running"
	jobDone    = "done"
	jobFailed  = "failed" // it ended early
)

// job is many articles that are taken after the request has been answered.
type job struct {
	ID     string    `json:"id"`
	State  string    `json:"state"`
	Stored int       `json:"stored"` // in the archive for it
	Failed int       `json:"failed"` // articles that could not be taken
	Errors []string  `json:"errors"` // of the first of them
	Began  time.Time `json:"began"`
	Ended  time.Time `json:"ended,omitzero"`

	body      []byte
	documents bool // the lines are Documents, which were analysed before
}

// jobs are taken one after the other, and the last ones are remembered.
type jobs struct {
	mu    sync.Mutex
	byID  map[string]*job
	order []string // of their making
	queue chan *job
}

func newJobs() *jobs { return &jobs{byID: map[string]*job{}, queue: make(chan *job, maxWaiting)} }

// begin takes a job on, false where too many wait.
func (j *jobs) begin(body []byte, documents bool) (job, bool) {
	x := &job{
		ID: rand.Text(), State: jobWaiting, Errors: []string{}, Began: time.Now().UTC(),
		body: body, documents: documents,
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	select {
	case j.queue <- x:
	default:
		return job{}, false
	}
	j.byID[x.ID] = x
	j.order = append(j.order, x.ID)
	if len(j.order) > maxJobs {
		delete(j.byID, j.order[0])
		j.order = j.order[1:]
	}
	return x.copy(), true
}

// find returns a job as it stands.
func (j *jobs) find(id string) (job, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if x := j.byID[id]; x != nil {
		return x.copy(), true
	}
	return job{}, false
}

// change changes a job.
func (j *jobs) change(f func()) {
	j.mu.Lock()
	defer j.mu.Unlock()
	f()
}

// copy is a job to show. Its lock is held.
func (x *job) copy() job {
	c := *x
	c.body, c.Errors = nil, slices.Clone(x.Errors)
	return c
}

// runJobs takes jobs until ctx ends.
func (s *Site) runJobs(ctx context.Context) {
	for {
		select {
		case x := <-s.jobs.queue:
			s.runJob(ctx, x)
		case <-ctx.Done():
			return
		}
	}
}

// runJob puts the articles of a job in the archive.
func (s *Site) runJob(ctx context.Context, x *job) {
	s.jobs.change(func() { x.State = jobRunning })
	failed := func(err error) {
		s.jobs.change(func() {
			if x.Failed++; len(x.Errors) < maxJobErrors {
				x.Errors = append(x.Errors, err.Error())
			}
		})
	}
	f := feeding{site: s, failed: failed, before: time.Now()}
	f.went = func(n int) { s.jobs.change(func() { x.Stored = n }) }
	n, err := f.all(ctx, s.documentsOfJob(ctx, x))
	s.jobs.change(func() {
		x.State, x.Stored, x.Ended, x.body = jobDone, n, time.Now().UTC(), nil
		if err != nil {
			x.State = jobFailed
			x.Errors = append(x.Errors, whyItEnded(err))
		}
	})
	if err != nil && ctx.Err() == nil {
		s.log.Error("articles that were given in", "error", err.Error())
	}
}

// whyItEnded is what the sender of a job is told of the error that ended it: the words for
// the faults of an archive that people can do something about, else the error itself.
func whyItEnded(err error) string {
	if f := failureOf(err); f.status == http.StatusInsufficientStorage || f.status == http.StatusServiceUnavailable {
		return f.words
	}
	return err.Error()
}

// documentsOfJob reads the lines of a job: articles to analyse, or Documents.
func (s *Site) documentsOfJob(ctx context.Context, x *job) iter.Seq2[*dateline.Document, error] {
	lines := bytes.NewReader(x.body)
	if x.documents {
		return source.Documents(ctx, []string{"-"}, source.Options{Stdin: lines})
	}
	return s.options.Analyzer.Stream(ctx, source.JSONL(ctx, lines, "request", source.Options{}))
}

// apiFeed takes many articles on.
func (s *Site) apiFeed(w http.ResponseWriter, r *http.Request) error {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	x, ok := s.jobs.begin(body, r.URL.Query().Get("documents") == "true")
	if !ok {
		w.Header().Set("Retry-After", "10")
		return refuse(http.StatusServiceUnavailable, "too many articles are waiting: try again")
	}
	w.Header().Set("Location", "/api/jobs?"+url.Values{"id": {x.ID}}.Encode())
	return writeJSON(w, http.StatusAccepted, x)
}

// apiJob says how far a job is.
func (s *Site) apiJob(w http.ResponseWriter, r *http.Request) error {
	x, ok := s.jobs.find(r.URL.Query().Get("id"))
	if !ok {
		return refuse(http.StatusNotFound, "there is no such job")
	}
	return writeJSON(w, http.StatusOK, x)
}
