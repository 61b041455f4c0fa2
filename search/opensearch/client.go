package opensearch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"time"

	client "github.com/opensearch-project/opensearch-go/v4"

	"github.com/dateline-go/dateline/search"
)

// object is a piece of JSON for OpenSearch.
type object = map[string]any

// connect makes the client. It tries nothing again by itself, since one place,
// [Archive.do], is to know how long that goes on.
func connect(c Config) (*client.Client, error) {
	if len(c.Addresses) == 0 {
		c.Addresses = []string{"http://localhost:9200"} // whatever the environment says
	}
	carrier, err := transport(c)
	if err != nil {
		return nil, err
	}
	no := false
	return client.NewClient(client.Config{
		Addresses: c.Addresses, Username: c.Username, Password: c.Password, Transport: carrier,
		DisableRetry: true, HealthCheckMaxRetries: -1, DiscoverNodesOnStart: &no,
	})
}

const (
	firstWait = 50 * time.Millisecond
	maxWait   = 5 * time.Second
)

// wait returns how long to wait before a try: twice as long each time, up to a
// bound, and by chance down to half of that, so that many clients do not come back
// at once.
func wait(try int) time.Duration {
	d := min(firstWait<<min(try, 10), maxWait)
	return d/2 + rand.N(d/2)
}

// answer is what one try gave.
type answer struct {
	status int
	body   []byte
}

// busy reports whether to come back later.
func busy(status int) bool {
	switch status {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return false
}

// do asks the cluster and decodes the answer into out. A request must be one that
// may be made twice: it is tried again while the cluster is down or busy, as long
// as RetryFor and the context allow.
func (a *Archive) do(ctx context.Context, method, path string, query url.Values, body []byte, out any) error {
	what := method + " " + path
	start := time.Now()
	for try := 0; ; try++ {
		got, err := a.once(ctx, method, path, query, body)
		if err == nil && !busy(got.status) {
			return got.decode(what, out)
		}
		if err == nil {
			err = errors.New(got.reason())
		} else if untrusted(err) {
			return fmt.Errorf("%w: %s: %w", ErrUntrusted, what, err)
		} else if errors.Is(err, errTooLong) {
			return fmt.Errorf("%w: %s: %w", ErrRefused, what, err)
		}
		pause := wait(try)
		switch {
		case ctx.Err() != nil:
			return fmt.Errorf("%w: %s: %w after %d tries: %w", ErrUnavailable, what, ctx.Err(), try+1, err)
		case time.Since(start)+pause > a.config.RetryFor:
			return fmt.Errorf("%w: %s: gave up after %d tries in %s: %w", ErrUnavailable, what, try+1,
				time.Since(start).Round(time.Millisecond), err)
		}
		if err := sleep(ctx, pause); err != nil {
			return fmt.Errorf("%w: %s: %w after %d tries", ErrUnavailable, what, err, try+1)
		}
	}
}

// sleep waits, no longer than the context goes on.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// once makes one try.
func (a *Archive) once(ctx context.Context, method, path string, query url.Values,
	body []byte) (got answer, err error) {
	ctx, cancel := context.WithTimeout(ctx, a.config.Timeout)
	defer cancel()
	var content io.Reader
	if body != nil {
		content = bytes.NewReader(body)
	}
	req, err := http.NewRequestWithContext(ctx, method, path, content)
	if err != nil {
		return got, err
	}
	req.URL.RawQuery = query.Encode()
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
		if strings.HasSuffix(path, "_bulk") || strings.HasSuffix(path, "_msearch") {
			req.Header.Set("Content-Type", "application/x-ndjson")
		}
	}
	res, err := a.client.Stream(req)
	if err != nil {
		return got, err
	}
	defer res.Body.Close()
	got.status = res.StatusCode
	got.body, err = io.ReadAll(io.LimitReader(res.Body, a.maxAnswer+1))
	if err == nil && int64(len(got.body)) > a.maxAnswer {
		return answer{}, fmt.Errorf("%w of %d bytes", errTooLong, a.maxAnswer)
	}
	return got, err
}

// maxAnswer is how many bytes of an answer are read at most. A page of the longest
// documents is far below it.
const maxAnswer = 256 << 20

// errTooLong is about an answer that another try does not make shorter.
var errTooLong = errors.New("answer is longer than the most")

// failure is an error as OpenSearch writes it.
type failure struct {
	Type   string `json:"type"`
	Reason string `json:"reason"`
	Cause  *struct {
		Type   string `json:"type"`
		Reason string `json:"reason"`
	} `json:"caused_by"`
	Roots []struct {
		Type   string `json:"type"`
		Reason string `json:"reason"`
	} `json:"root_cause"`
}

func (f failure) String() string {
	s := f.Type + ": " + f.Reason
	if len(f.Roots) > 0 && f.Roots[0].Reason != f.Reason {
		s += ": " + f.Roots[0].Type + ": " + f.Roots[0].Reason
	}
	if f.Cause != nil {
		s += ": " + f.Cause.Type + ": " + f.Cause.Reason
	}
	return s
}

// reason says what an answer that is no success has to say, in short.
func (r answer) reason() string {
	var e struct {
		Error json.RawMessage `json:"error"`
	}
	var f failure
	text := strings.TrimSpace(string(r.body))
	if json.Unmarshal(r.body, &e) == nil && json.Unmarshal(e.Error, &f) == nil && f.Type != "" {
		text = f.String()
	}
	return fmt.Sprintf("%d %s: %.500s", r.status, http.StatusText(r.status), text)
}

// missing tells an answer 404 apart.
var errMissing = errors.New("not there")

// decode reads an answer.
func (r answer) decode(what string, out any) error {
	switch {
	case r.status == http.StatusUnauthorized:
		return fmt.Errorf("%w: %s: %s", ErrCredentials, what, r.reason())
	case r.status == http.StatusNotFound:
		return fmt.Errorf("%w: %s: %w: %s", ErrRefused, what, errMissing, r.reason())
	case r.status == http.StatusBadRequest && bytes.Contains(r.body, []byte("too_many")):
		return fmt.Errorf("%w: more words and clauses than the cluster takes: %s", search.ErrQuery, r.reason())
	case r.status >= 300:
		return &refusal{what, r}
	case out == nil:
		return nil
	}
	if err := json.Unmarshal(r.body, out); err != nil {
		return fmt.Errorf("%w: %s: answer is no JSON of OpenSearch: %w", ErrRefused, what, err)
	}
	return nil
}

// refusal is an answer that is not worth a second try.
type refusal struct {
	what string
	answer
}

func (r *refusal) Error() string { return fmt.Sprintf("%v: %s: %s", ErrRefused, r.what, r.reason()) }
func (r *refusal) Unwrap() error { return ErrRefused }

// post sends JSON.
func (a *Archive) post(ctx context.Context, path string, query url.Values, body any, out any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return fmt.Errorf("opensearch: %s: %w", path, err)
	}
	return a.do(ctx, http.MethodPost, path, query, raw, out)
}
