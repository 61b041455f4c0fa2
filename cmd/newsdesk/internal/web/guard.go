package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

// policy is the content security policy of every answer: nothing but our own files,
// no script or style in a page, no frame around it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guarded puts the rules that hold for every request around a handler.
func (s *Site) guarded(next http.Handler) http.Handler {
	sameOrigin := http.NewCrossOriginProtection()
	sameOrigin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, refuse(http.StatusForbidden, "the request comes from another site"))
	}))
	inner := sameOrigin.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a := &answer{ResponseWriter: w}
		began := time.Now()
		defer func() { s.finish(a, r, began, recover()) }()
		h := a.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		h.Set("Cache-Control", "no-store")
		if !s.hostAllowed(r.Host) {
			s.fail(a, r, refuse(http.StatusMisdirectedRequest, "this server does not answer for that host"))
			return
		}
		leave := s.admit(a, r)
		if leave == nil {
			h.Set("Retry-After", "1")
			s.fail(a, r, refuse(http.StatusServiceUnavailable, "too many requests at once"))
			return
		}
		defer leave()
		r.Body = http.MaxBytesReader(a, sentBody{r.Body}, s.longestBody(r))
		ctx, cancel := context.WithTimeout(r.Context(), requestTime)
		defer cancel()
		inner.ServeHTTP(a, r.WithContext(ctx))
	})
}

// admit gives a request a place and returns what gives it back, nil where all are taken.
func (s *Site) admit(a *answer, r *http.Request) (leave func()) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		x := s.sending.enter(a, r)
		if x == nil {
			a.Header().Set("Connection", "close") // or the answer would wait for the rest of the body
			return nil
		}
		r.Body = x
		return x.leave
	}
	select {
	case s.busy <- struct{}{}:
		return func() { <-s.busy }
	default:
		return nil
	}
}

// longestBody is the most bytes that a request may send: as its route says, else a page
// with what a form and JSON add to it.
func (s *Site) longestBody(r *http.Request) int64 {
	return max(s.routes[r.URL.Path][r.Method].body, 2*s.options.MaxPage+64<<10)
}

// finish counts and logs an answer, and makes one where the handler panicked. What
// was asked is not logged, only for which page.
func (s *Site) finish(a *answer, r *http.Request, began time.Time, fault any) {
	if fault == http.ErrAbortHandler { //nolint:errorlint // the value itself, as net/http compares it
		defer panic(fault) // an answer that broke off, which the server shows by cutting the connection
	} else if fault != nil {
		s.log.Error("panic", "path", s.known(r), "fault", fmt.Sprint(fault), "stack", string(debug.Stack()))
		if a.status == 0 {
			s.fail(a, r, refuse(http.StatusInternalServerError, "a fault of this program"))
		}
	}
	if a.status == 0 {
		a.status = http.StatusOK
	}
	took := time.Since(began)
	s.meters.request(s.known(r), r.Method, a.status, took)
	s.log.Info("request", "method", r.Method, "path", s.known(r), "status", a.status, "bytes", a.bytes,
		"ms", float64(took.Microseconds())/1000, "remote", r.RemoteAddr)
}

// hostAllowed reports whether a Host header is one of ours.
func (s *Site) hostAllowed(host string) bool {
	if s.options.Hosts == nil {
		return true
	}
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return slices.Contains(s.options.Hosts, strings.ToLower(strings.Trim(host, "[]")))
}

// answer remembers what was answered.
type answer struct {
	http.ResponseWriter
	status int
	bytes  int
}

// WriteHeader writes the status.
func (a *answer) WriteHeader(status int) {
	if a.status == 0 {
		a.status = status
	}
	a.ResponseWriter.WriteHeader(status)
}

// Write writes a part of the body.
func (a *answer) Write(b []byte) (int, error) {
	if a.status == 0 {
		a.status = http.StatusOK
	}
	n, err := a.ResponseWriter.Write(b)
	a.bytes += n
	return n, err
}

// Unwrap gives the writer to http.ResponseController.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// sentBody is the body of a request. An error is told as the sender's.
type sentBody struct{ io.ReadCloser }

func (b sentBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	switch {
	case err == nil || err == io.EOF:
		return n, err
	case errors.Is(err, os.ErrDeadlineExceeded):
		return n, &failure{http.StatusRequestTimeout, "the request came too slowly", err}
	}
	return n, &failure{http.StatusBadRequest, "the request broke off", err}
}
