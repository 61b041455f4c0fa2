package main

import (
	"bytes"
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
	maxDeskAnswer  = 1 << 20
)

// through gives articles to a desk that runs.
type through struct {
	ctx     context.Context
	to      *runningDesk
	client  *http.Client
	refused func(error) // is told of each article that the desk does not take
	lines   bytes.Buffer
	n       int // articles in lines
	stored  int
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
}

// giveTo gives analysed articles to a desk and returns how many it stored. Those that were
// analysed before ctx ended are given to it still.
func giveTo(
	ctx context.Context, to *runningDesk, docs iter.Seq2[*dateline.Document, error], refused func(error),
) (int, error) {
	late, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	defer context.AfterFunc(ctx, func() { time.AfterFunc(deskGoodbye, cancel) })()
	t := through{ctx: late, to: to, client: &http.Client{Timeout: deskTime}, refused: refused}
	for doc, err := range docs {
		if err != nil {
			return t.stored, errors.Join(err, t.flush())
		}
		if err := t.add(doc); err != nil {
			return t.stored, err
		}
	}
	return t.stored, t.flush()
}

// add puts an article into the batch, and gives the batch to the desk when it is full.
func (t *through) add(doc *dateline.Document) error {
	line, err := doc.MarshalJSON()
	if err != nil {
		t.refused(err)
		return nil
	}
	t.lines.Write(line)
	t.lines.WriteByte('\n')
	if t.n++; t.n < deskBatch && t.lines.Len() < deskBatchBytes {
		return nil
	}
	return t.flush()
}

// flush gives the batch to the desk and waits until it has been taken.
func (t *through) flush() error {
	if t.n == 0 {
		return nil
	}
	job, err := t.send()
	for err == nil && (job.State == "waiting" || job.State == "running") {
		if err = t.wait(deskPause); err == nil {
			job, _, err = t.ask(http.MethodGet, "/api/jobs?"+url.Values{"id": {job.ID}}.Encode(), nil)
		}
	}
	t.lines.Reset()
	t.n = 0
	t.stored += job.Stored
	for _, e := range job.Errors {
		t.refused(errors.New(e))
	}
	if err == nil && job.State == "failed" {
		err = errors.New("the desk could not take the articles")
	}
	return err
}

// send gives the batch to the desk, again and again while it has too much to do.
func (t *through) send() (deskAnswer, error) {
	for {
		job, status, err := t.ask(http.MethodPost, "/api/articles?documents=true", t.lines.Bytes())
		if status != http.StatusServiceUnavailable {
			return job, err
		}
		if err := t.wait(deskBusy); err != nil {
			return job, err
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
