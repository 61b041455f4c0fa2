package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/search"
)

// failure is an error with its HTTP status and words for people.
type failure struct {
	status int
	words  string
	err    error // for the log, may be nil
}

func (f *failure) Error() string { return f.words }
func (f *failure) Unwrap() error { return f.err }

// passes reports whether the same request may be answered later, as where a cluster is away.
// A disk that is only read stays so.
func (f *failure) passes() bool {
	return errors.Is(f.err, search.ErrUnavailable) || errors.Is(f.err, context.DeadlineExceeded)
}

// refuse makes a failure.
func refuse(status int, words string) error { return &failure{status: status, words: words} }

// failureOf says how an error is answered. What is not the reader's fault is not
// told in detail.
func failureOf(err error) *failure {
	var f *failure
	var tooLong *http.MaxBytesError
	var page *analyze.PageError
	switch {
	case errors.As(err, &tooLong):
		return &failure{http.StatusRequestEntityTooLarge, "the request is too large", err}
	case errors.As(err, &f):
		return f
	case errors.Is(err, search.ErrQuery):
		return &failure{http.StatusBadRequest, strings.TrimPrefix(err.Error(), "search: "), err}
	case errors.Is(err, search.ErrNotFound):
		return &failure{http.StatusNotFound, "there is no such article", err}
	case errors.Is(err, dateline.ErrUTF8):
		return &failure{http.StatusUnprocessableEntity, "the page is not UTF-8", err}
	case errors.Is(err, dateline.ErrEmpty):
		return &failure{http.StatusUnprocessableEntity, "the page holds no words", err}
	case errors.Is(err, dateline.ErrBinary):
		return &failure{http.StatusUnprocessableEntity, "the page is not text", err}
	case errors.Is(err, dateline.ErrTooLarge):
		return &failure{http.StatusRequestEntityTooLarge, "the page is too large", err}
	case search.IsFull(err):
		return &failure{http.StatusInsufficientStorage, "the disk is full: give it again when there is room", err}
	case search.IsReadOnly(err):
		return &failure{http.StatusServiceUnavailable, "the archive is only read here, and takes nothing", err}
	case errors.Is(err, search.ErrUnavailable):
		return &failure{http.StatusServiceUnavailable, "what keeps the archive does not answer", err}
	case errors.Is(err, context.DeadlineExceeded):
		return &failure{http.StatusServiceUnavailable, "it took too long", err}
	case errors.Is(err, context.Canceled):
		return &failure{499, "the reader went away", err} // as nginx calls it; nobody reads it
	case errors.As(err, &page) && !errors.Is(err, analyze.ErrInternal):
		return &failure{http.StatusUnprocessableEntity, page.Err.Error(), err}
	}
	return &failure{http.StatusInternalServerError, "a fault of this program", err}
}

// fail answers with an error: JSON for programs, a page for people.
func (s *Site) fail(w http.ResponseWriter, r *http.Request, err error) {
	f := failureOf(err)
	if f.status == http.StatusServiceUnavailable && f.passes() {
		w.Header().Set("Retry-After", "10")
	}
	if f.status == http.StatusInternalServerError || f.status == http.StatusInsufficientStorage ||
		errors.Is(err, search.ErrUnavailable) {
		s.log.Error("failed", "path", s.known(r), "error", err.Error())
	}
	if strings.HasPrefix(r.URL.Path, "/api/") {
		b, _ := json.Marshal(apiError{apiErrorBody{f.status, f.words}}) // strings and a number
		w.Header().Set("Content-Type", "application/json")
		if f.status == http.StatusUnauthorized {
			w.Header().Set("WWW-Authenticate", "Bearer")
		}
		w.WriteHeader(f.status)
		w.Write(append(b, '\n')) // a reader who went away is no fault
		return
	}
	p := errorView{frame: s.frame(r, "title.error"), Status: f.status, Words: f.words}
	if key := "status." + strconv.Itoa(f.status); p.in.Has(key) {
		p.Title = p.in.Word(key)
	}
	if err := s.renderStatus(w, f.status, "error", p); err != nil {
		s.log.Error("failed", "path", s.known(r), "error", err.Error())
	}
}

// errorView is the page of an error.
type errorView struct {
	frame
	Status int
	Words  string
}

// apiError is an error in JSON.
type apiError struct {
	Error apiErrorBody `json:"error"`
}

type apiErrorBody struct {
	Status  int    `json:"status"`
	Message string `json:"message"`
}
