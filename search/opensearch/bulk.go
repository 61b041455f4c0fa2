package opensearch

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"
)

// maxBulk is how many bytes a bulk request has at most, but for a single document
// that is larger.
const maxBulk = 8 << 20

// action is one action of a bulk request.
type action struct {
	noun   string // what it is about, "" for a document
	id     string
	lines  []byte
	delete bool
}

// String names what the action is about.
func (x action) String() string {
	if x.noun != "" {
		return fmt.Sprintf("%s %q", x.noun, x.id)
	}
	return fmt.Sprintf("document %q", x.id)
}

// deletion is the action that takes a document out of an index.
func deletion(index, id string) action {
	var l line
	l.action("delete", index, id)
	return action{id: id, lines: l.b, delete: true}
}

// bulk makes actions and returns those that the cluster refused, each with its
// reason. Actions that find it busy are made again. An error means that it is not
// known which of the rest were made; all may be made again.
func (a *Archive) bulk(ctx context.Context, actions []action) (refused map[string]error, err error) {
	refused = map[string]error{}
	start := time.Now()
	for try := 0; len(actions) > 0; {
		n, size := 0, 0
		for n < len(actions) && (n == 0 || size+len(actions[n].lines) <= maxBulk) {
			size += len(actions[n].lines)
			n++
		}
		again, why, err := a.send(ctx, actions[:n], refused)
		if err != nil {
			return nil, err
		}
		rest := actions[n:]
		if len(again) == 0 {
			actions, try, start = rest, 0, time.Now()
			continue
		}
		if time.Since(start) > a.config.RetryFor {
			return nil, fmt.Errorf("%w: bulk: %d documents were turned away for %s: %s",
				ErrUnavailable, len(again), time.Since(start).Round(time.Millisecond), why)
		}
		if err := sleep(ctx, wait(try)); err != nil {
			return nil, fmt.Errorf("%w: bulk: %d documents were turned away: %s: %w", ErrUnavailable, len(again), why, err)
		}
		try++
		actions = append(again, rest...)
	}
	return refused, nil
}

// send makes one bulk request and returns the actions to make again, and why.
func (a *Archive) send(ctx context.Context, actions []action, refused map[string]error) (
	again []action, why string, err error,
) {
	body := bulkBody(actions)
	var res struct {
		Items []map[string]struct {
			Status int     `json:"status"`
			Error  failure `json:"error"`
		} `json:"items"`
	}
	query := url.Values{"filter_path": {"items.*.status,items.*.error"}}
	err = a.do(ctx, http.MethodPost, "/_bulk", query, body, &res)
	var r *refusal
	switch {
	case errors.As(err, &r) && r.status == http.StatusRequestEntityTooLarge && len(actions) > 1:
		half := len(actions) / 2
		if again, why, err = a.send(ctx, actions[:half], refused); err != nil {
			return nil, "", err
		}
		more, whyMore, err := a.send(ctx, actions[half:], refused)
		return append(again, more...), cmp.Or(whyMore, why), err
	case errors.As(err, &r) && r.status == http.StatusRequestEntityTooLarge:
		refused[actions[0].id] = fmt.Errorf("opensearch: %s: larger than the cluster takes: %s", actions[0], r.reason())
		return nil, "", nil
	case err != nil:
		return nil, "", err
	case len(res.Items) != len(actions):
		return nil, "", fmt.Errorf("%w: POST /_bulk: %d answers to %d actions", ErrRefused, len(res.Items), len(actions))
	}
	for i, item := range res.Items {
		for _, one := range item {
			switch x := actions[i]; {
			case busy(one.Status):
				again, why = append(again, x), one.Error.String()
			case one.Status < 300, x.delete && one.Status == http.StatusNotFound:
			default:
				refused[x.id] = fmt.Errorf("opensearch: %s: %w: %d %s", x, ErrRefused, one.Status, one.Error)
			}
		}
	}
	return again, why, nil
}

// bulkBody joins the lines of actions. As a rule they stand one behind the other
// already, and the megabytes need not be copied.
func bulkBody(actions []action) []byte {
	size := 0
	for _, x := range actions {
		size += len(x.lines)
	}
	if first := actions[0].lines; cap(first) >= size {
		at := 0
		joined := !slices.ContainsFunc(actions, func(x action) bool {
			from := at
			at += len(x.lines)
			return &first[:size][from] != &x.lines[0]
		})
		if joined {
			return first[:size]
		}
	}
	b := make([]byte, 0, size)
	for _, x := range actions {
		b = append(b, x.lines...)
	}
	return b
}

// refresh makes what was written found.
func (a *Archive) refresh(ctx context.Context) error {
	lenient := url.Values{"allow_no_indices": {"true"}, "ignore_unavailable": {"true"}}
	return a.do(ctx, http.MethodPost, "/"+a.config.Index+"-*/_refresh", lenient, nil, nil)
}

// where is where a document is.
type where struct{ index, digest string }

// locate returns where documents are, as far as they are found.
func (a *Archive) locate(ctx context.Context, ids []string) (map[string][]where, error) {
	found := map[string][]where{}
	for len(ids) > 0 {
		n := min(len(ids), maxLocated)
		var res struct {
			Hits struct {
				Hits []struct {
					Index  string `json:"_index"`
					ID     string `json:"_id"`
					Fields struct {
						Digest []string `json:"digest"`
					} `json:"fields"`
				} `json:"hits"`
			} `json:"hits"`
		}
		err := a.post(ctx, a.searchPath(), url.Values{"ignore_unavailable": {"true"}}, object{
			"size": 2 * n, "_source": false, "docvalue_fields": []string{fieldDigest}, "track_total_hits": false,
			"query": object{"bool": object{"filter": object{"ids": object{"values": ids[:n]}}}}}, &res)
		if err != nil {
			return nil, err
		}
		for _, h := range res.Hits.Hits {
			w := where{index: h.Index}
			if len(h.Fields.Digest) > 0 {
				w.digest = h.Fields.Digest[0]
			}
			found[h.ID] = append(found[h.ID], w)
		}
		ids = ids[n:]
	}
	return found, nil
}

// maxLocated is how many ids are asked for at once.
const maxLocated = 1000

func (a *Archive) searchPath() string { return "/" + a.config.Index + "/_search" }

// raw is JSON that is handed on as it came.
type raw = json.RawMessage
