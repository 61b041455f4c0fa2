package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"time"

	"github.com/dateline-go/dateline"
)

// The bounds of what a desk is given at once, and of how long it may take.
const (
	deskBatch      = 20      // articles; as many mistakes are told of a batch
	deskBatchBytes = 4 << 20 // after which a batch is full
	deskTime       = time.Minute
	deskPause      = 50 * time.Millisecond // from one look at what became of a batch to the next
	deskBusy       = time.Second           // until a desk that has too much to do is asked again
	deskGoodbye    = 10 * time.Second      // for the last batch when the program is told to end
	deskSilence    = 10 * time.Minute      // for which nothing may become of a batch
	maxDeskAnswer  = 1 << 20
)

// through gives articles to a desk that runs.
type through struct {
	to       *runningDesk
	refused  func(error)          // is told of each article that the desk does not take
	say      func(string, ...any) // tells people why they wait
	patience time.Duration        // how long a desk that has too much to do is waited for
	silence  time.Duration        // how long nothing may become of a batch, 0 for deskSilence

	ctx    context.Context
	client *http.Client
	batch  []deskLine
	bytes  int  // of the batch
	told   bool // that the desk has too much to do
	stored int
}

// deskLine is an article of a batch.
type deskLine struct {
	id   string
	text []byte // a Document as JSON, with the end of its line
}

// deskAnswer is what a desk says of a batch, or of what is wrong with a request.
type deskAnswer struct {
	ID     string   `json:"id"`
	State  string   `json:"state"`
	Stored int      `json:"stored"`
	Failed int      `json:"failed"`
	Errors []string `json:"errors"`
	Error  struct {
		Message string `json:"message"`
	} `json:"error"`

	again bool // it says when to ask again
}

// all gives analysed articles to the desk and returns how many it stored. Those that were
// analysed before ctx ended are given to it still.
func (t *through) all(ctx context.Context, docs iter.Seq2[*dateline.Document, error]) (int, error) {
	late, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	defer context.AfterFunc(ctx, func() { time.AfterFunc(deskGoodbye, cancel) })()
	t.ctx, t.client = late, &http.Client{Timeout: deskTime}
	for doc, err := range docs {
		if err != nil {
			err = errors.Join(err, t.flush())
			return t.stored, err
		}
		if err := t.add(doc); err != nil {
			return t.stored, err
		}
	}
	err := t.flush()
	return t.stored, err
}

// add puts an article into the batch, and gives the batch to the desk when it is full. An
// article that would make the batch too long begins the next one: a long article alone may be
// all that a desk takes at once.
func (t *through) add(doc *dateline.Document) error {
	text, err := doc.MarshalJSON()
	if err != nil {
		t.refused(err)
		return nil
	}
	text = append(text, '\n')
	if t.bytes+len(text) > deskBatchBytes {
		if err := t.flush(); err != nil {
			return err
		}
	}
	t.batch = append(t.batch, deskLine{doc.ID, text})
	t.bytes += len(text)
	if len(t.batch) < deskBatch && t.bytes < deskBatchBytes {
		return nil
	}
	return t.flush()
}

// flush gives the batch to the desk and waits until it has been taken.
func (t *through) flush() error {
	batch := t.batch
	t.batch, t.bytes = nil, 0
	return t.give(batch)
}

// give gives articles to the desk. Where they are too long for it together, each half is given
// alone; an article that is too long alone is refused, and the others go on.
func (t *through) give(batch []deskLine) error {
	if len(batch) == 0 {
		return nil
	}
	var body []byte
	for _, line := range batch {
		body = append(body, line.text...)
	}
	job, status, err := t.askUntilHeard(http.MethodPost, "/api/articles?documents=true", body)
	switch {
	case status != http.StatusRequestEntityTooLarge:
		return t.follow(job, err)
	case len(batch) == 1:
		t.refused(fmt.Errorf("article %q: %w", batch[0].id, err))
		return nil
	}
	half := len(batch) / 2
	if err := t.give(batch[:half]); err != nil {
		return err
	}
	return t.give(batch[half:])
}

// follow waits until a job is over and counts what came of it.
func (t *through) follow(job deskAnswer, err error) error {
	if err == nil {
		job, err = t.finished(job)
	}
	why := ""
	if last := len(job.Errors) - 1; job.State == "failed" && last >= 0 {
		why, job.Errors = ": "+job.Errors[last], job.Errors[:last]
	}
	t.stored += job.Stored
	for _, e := range job.Errors {
		t.refused(errors.New(e))
	}
	switch {
	case err != nil || job.State == "done":
		return err
	case job.State == "failed":
		return fmt.Errorf("the desk at %s could not take the articles%s", t.to.Address, why)
	}
	return fmt.Errorf("the desk at %s does not say what became of the articles", t.to.Address)
}

// finished asks for a job until it is over, or until nothing has come of it for too long:
// whoever takes the articles may be stuck.
func (t *through) finished(job deskAnswer) (deskAnswer, error) {
	silence := cmp.Or(t.silence, deskSilence)
	for heard := time.Now(); job.State == "waiting" || job.State == "running"; {
		if time.Since(heard) > silence {
			return job, fmt.Errorf("the desk at %s: nothing has become of the articles in %v: they are %s still",
				t.to.Address, silence, job.State)
		}
		if err := t.wait(deskPause); err != nil {
			return job, err
		}
		now, _, err := t.askUntilHeard(http.MethodGet, "/api/jobs?"+url.Values{"id": {job.ID}}.Encode(), nil)
		if err != nil {
			return job, err
		}
		if now.State != job.State || now.Stored != job.Stored {
			heard = time.Now()
		}
		job = now
	}
	return job, nil
}

// askUntilHeard asks the desk, again and again while it has too much to do, as long as there
// is patience. A desk that has too much to do says when to come again; one that does not, as
// where its disk is only read, will not do better later.
func (t *through) askUntilHeard(method, path string, body []byte) (deskAnswer, int, error) {
	var until time.Time // from the first time that the desk is busy
	for {
		a, status, err := t.ask(method, path, body)
		if status != http.StatusServiceUnavailable || !a.again {
			return a, status, err
		}
		if until.IsZero() {
			until = time.Now().Add(t.patience)
		}
		left := time.Until(until)
		if left <= 0 {
			return a, status, err
		}
		if !t.told {
			t.told = true
			t.say("%v: waiting for it", err)
		}
		if waitErr := t.wait(min(deskBusy, left)); waitErr != nil {
			return a, status, errors.Join(err, waitErr)
		}
	}
}

// ask sends a request to the desk. The error says what the desk says.
func (t *through) ask(method, path string, body []byte) (deskAnswer, int, error) {
	var a deskAnswer
	r, err := http.NewRequestWithContext(t.ctx, method, t.to.Address+path, bytes.NewReader(body))
	if err != nil {
		return a, 0, err
	}
	r.Header.Set("Authorization", "Bearer "+t.to.Key)
	if body != nil {
		r.Header.Set("Content-Type", "application/x-ndjson")
	}
	res, err := t.client.Do(r)
	if err != nil {
		return a, 0, err
	}
	defer res.Body.Close()
	text, err := io.ReadAll(io.LimitReader(res.Body, maxDeskAnswer))
	if err != nil {
		return a, res.StatusCode, err
	}
	a.again = res.Header.Get("Retry-After") != ""
	if err := json.Unmarshal(text, &a); err != nil || res.StatusCode/100 != 2 {
		if a.Error.Message == "" {
			a.Error.Message = res.Status
		}
		return a, res.StatusCode, fmt.Errorf("the desk at %s: %s", t.to.Address, a.Error.Message)
	}
	return a, res.StatusCode, nil
}

// wait waits, at most until the time is over.
func (t *through) wait(pause time.Duration) error {
	select {
	case <-time.After(pause):
		return nil
	case <-t.ctx.Done():
		return t.ctx.Err()
	}
}
