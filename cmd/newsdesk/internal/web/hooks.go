package web

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/outside"
	"github.com/dateline-go/dateline/search"
)

// The bounds of webhooks.
const (
	maxDeliveries = 1000 // that are under way or wait
	maxCalls      = 8    // at once
	hookTime      = 10 * time.Second
	hookTries     = 5
	hookWait      = time.Second // after the first failure; then five times as long each time
	maxWebhook    = 2000        // bytes of an address
	maxHookAnswer = 64 << 10    // bytes that are read of one
)

// signatureHeader has the time of a call and the HMAC-SHA256, by the secret of the alert, of
// that time, a point and the body: t=1782892800,v1=0a1b….
const signatureHeader = "Newsdesk-Signature"

var errPrivate = errors.New("the address is private")

// hooks tells others of articles that alerts match.
type hooks struct {
	client  *http.Client
	private bool
	hosts   []string
	wait    time.Duration
	calls   chan struct{} // a slot for each call
	pending atomic.Int64
	mu      sync.Mutex
	trouble map[string]string // of the last delivery, by the id of the alert
}

// newHooks makes hooks that call no address of this machine or its network, unless private
// ones are allowed, and only some hosts where any are named.
func newHooks(private bool, hosts []string, wait time.Duration) *hooks {
	h := &hooks{
		private: private, hosts: hosts, wait: wait, calls: make(chan struct{}, maxCalls), trouble: map[string]string{},
	}
	dialer := &net.Dialer{Timeout: hookTime, Control: h.control}
	h.client = &http.Client{
		Timeout: hookTime,
		Transport: &http.Transport{ // without a proxy, which would look addresses up for us
			DialContext: dialer.DialContext, ForceAttemptHTTP2: true, MaxIdleConns: maxCalls, IdleConnTimeout: idleTime,
			TLSHandshakeTimeout: hookTime, ResponseHeaderTimeout: hookTime, MaxResponseHeaderBytes: maxHeader,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return h
}

// control refuses a connection to an address that is not public. It sees what a name has
// turned out to be, so that no name can lead inside.
func (h *hooks) control(_, address string, _ syscall.RawConn) error {
	if h.private {
		return nil
	}
	a, err := netip.ParseAddrPort(address)
	if err != nil || !outside.IsPublic(a.Addr()) {
		return errPrivate
	}
	return nil
}

// check says what is wrong with the address of a webhook.
func (h *hooks) check(address string) error {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || len(address) > maxWebhook:
		return refuse(http.StatusBadRequest, "a webhook is an address that begins with https:// or http://")
	case u.User != nil:
		return refuse(http.StatusBadRequest, "a webhook has no name and password in its address")
	case h.hosts != nil && !slices.Contains(h.hosts, u.Hostname()):
		return refuse(http.StatusBadRequest, "this desk calls no webhook of that host")
	}
	if a, err := netip.ParseAddr(u.Hostname()); err == nil && !h.private && !outside.IsPublic(a) {
		return refuse(http.StatusBadRequest, "this desk calls no webhook at a private address")
	}
	return nil
}

// event is what a webhook is told.
type event struct {
	Alert   string                 `json:"alert"`
	Query   string                 `json:"query"`
	Article eventArticle           `json:"article"`
	Matched []search.MatchedClause `json:"matched"`
}

// eventArticle is the article that an alert matches.
type eventArticle struct {
	ID        string        `json:"id"`
	URL       string        `json:"url"`
	Headline  string        `json:"headline"`
	Published dateline.Date `json:"published"`
}

// deliver calls a webhook until it takes the event, some times.
func (h *hooks) deliver(ctx context.Context, a alert, e event) {
	body, err := json.Marshal(e)
	wait := h.wait
	for try := 1; err == nil; try++ {
		if err = h.call(ctx, a, body); err == nil || try == hookTries {
			break
		}
		select {
		case <-time.After(wait):
			wait *= 5
			err = nil
		case <-ctx.Done():
			return
		}
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.trouble, a.ID)
	if err != nil {
		h.trouble[a.ID] = err.Error()
	}
}

// call calls a webhook once.
func (h *hooks) call(ctx context.Context, a alert, body []byte) error {
	select {
	case h.calls <- struct{}{}:
		defer func() { <-h.calls }()
	case <-ctx.Done():
		return ctx.Err()
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, a.Webhook, bytes.NewReader(body))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", "newsdesk")
	r.Header.Set(signatureHeader, sign(a.Secret, time.Now(), body))
	res, err := h.client.Do(r)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	io.Copy(io.Discard, io.LimitReader(res.Body, maxHookAnswer)) // so that the connection can be used again
	if res.StatusCode/100 != 2 {
		return fmt.Errorf("the webhook answered %s", res.Status)
	}
	return nil
}

// sign makes the signature of a call.
func sign(secret string, at time.Time, body []byte) string {
	t := strconv.FormatInt(at.Unix(), 10)
	m := hmac.New(sha256.New, []byte(secret))
	io.WriteString(m, t+".")
	m.Write(body)
	return "t=" + t + ",v1=" + hex.EncodeToString(m.Sum(nil))
}

// troubleOf says why the last delivery of an alert failed, "" where it did not.
func (h *hooks) troubleOf(id string) string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.trouble[id]
}

// note notes what is wrong with the deliveries of an alert.
func (h *hooks) note(id, trouble string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.trouble[id] = trouble
}

// fire notes which alerts match documents that they did not match before, and tells their webhooks.
func (s *Site) fire(before map[string]*dateline.Document, docs []*dateline.Document) {
	var with search.Alerts
	byID := map[string]alert{}
	for _, a := range s.alerts.all() {
		q, err := search.Parse(a.Query)
		if err == nil {
			err = with.Add(a.ID, q)
		}
		if err != nil {
			if a.Webhook != "" {
				s.hooks.note(a.ID, err.Error())
			}
			continue
		}
		byID[a.ID] = a
	}
	if len(byID) == 0 {
		return
	}
	came := map[string][]string{}
	for _, doc := range docs {
		matches, err := with.Match(doc)
		if err != nil {
			s.log.Error("alerts", "error", err.Error())
			continue
		}
		known := map[string]bool{}
		if old := before[doc.ID]; old != nil {
			was, _ := with.Match(old) // one that cannot be held against them matched none
			for _, m := range was {
				known[m.ID] = true
			}
		}
		for _, m := range matches {
			if known[m.ID] {
				continue
			}
			came[m.ID] = append(came[m.ID], doc.ID)
			if a := byID[m.ID]; a.Webhook != "" {
				s.tell(a, doc, m)
			}
		}
	}
	if err := s.alerts.cameIn(time.Now().UTC().Truncate(time.Second), came); err != nil {
		s.log.Error("alerts", "error", err.Error())
	}
}

// tell tells the webhook of an alert of an article, behind the caller.
func (s *Site) tell(a alert, doc *dateline.Document, m search.AlertMatch) {
	if s.life.Err() != nil {
		return // the desk closes
	}
	if s.hooks.pending.Add(1) > maxDeliveries {
		s.hooks.pending.Add(-1)
		s.hooks.note(a.ID, "too many deliveries are waiting: some articles were not told")
		s.log.Warn("webhook", "alert", a.ID, "error", "too many deliveries")
		return
	}
	e := event{a.ID, a.Query, eventArticle{doc.ID, doc.URL, doc.Headline, doc.Published}, m.Matched}
	s.background.Go(func() {
		defer s.hooks.pending.Add(-1)
		s.hooks.deliver(s.life, a, e)
	})
}
