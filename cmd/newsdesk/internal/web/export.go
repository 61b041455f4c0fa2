package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/export"
	"github.com/dateline-go/dateline/search"
)

// How much of a search is given out.
const (
	maxExport  = 200
	maxExports = 16 // at once; others wait for their turn
)

// format is a form in which articles are given out.
type format struct {
	Name  string // in addresses
	Title string
	kind  string
	end   string // of the name of the file
	write func(w io.Writer, one bool, docs iter.Seq2[*dateline.Document, error]) error
}

// formats returns the forms with their titles in a language.
func (in speech) formats() []format {
	list := formats()
	for i := range list {
		if key := "format." + list[i].Name; in.Has(key) {
			list[i].Title = in.Word(key)
		}
	}
	return list
}

// formats returns the forms, in the order to show them in.
func formats() []format {
	return []format{
		{"json", "JSON", "application/json", "json", writeDocuments},
		{"jsonl", "JSONL", "application/x-ndjson", "jsonl", writeLines},
		{"jsonld", "JSON-LD", "application/ld+json", "jsonld", written(export.JSONLD)},
		{"ninjs", "ninjs", "application/json", "ninjs.json", written(export.Ninjs)},
		{"csv", "CSV", "text/csv; charset=utf-8", "csv", written(export.CSV)},
	}
}

// exportPage gives out an article, or those of a search, as a file. Articles are read and
// written one after the other, so that an export takes little memory however long it is.
func (s *Site) exportPage(w http.ResponseWriter, r *http.Request) error {
	v := r.URL.Query()
	i := slices.IndexFunc(formats(), func(f format) bool { return f.Name == v.Get("format") })
	if i < 0 {
		return refuse(http.StatusBadRequest, "there is no such format")
	}
	f := formats()[i]
	select {
	case s.exporting <- struct{}{}:
		defer func() { <-s.exporting }()
	case <-r.Context().Done():
		w.Header().Set("Retry-After", "5")
		return &failure{http.StatusServiceUnavailable, "too many exports at once: try again", r.Context().Err()}
	}
	docs, err := s.wanted(r)
	if err != nil {
		return err
	}
	next, stop := iter.Pull2(docs)
	defer stop()
	first, err, ok := next() // an error before the first article can still be told
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", f.kind)
	w.Header().Set("Content-Disposition", fmt.Sprintf(`attachment; filename="articles.%s"`, f.end))
	rest := func(yield func(*dateline.Document, error) bool) {
		for doc, err := first, error(nil); ok; doc, err, ok = next() {
			if !yield(doc, err) {
				return
			}
		}
	}
	if err := f.write(w, v.Has("id"), rest); err != nil {
		s.log.Warn("export broke off", "format", f.Name, "error", err.Error())
		panic(http.ErrAbortHandler) // the reader must not take half of it for the whole
	}
	return nil
}

// wanted returns the article, or the first articles of the search, that a request names.
func (s *Site) wanted(r *http.Request) (iter.Seq2[*dateline.Document, error], error) {
	if r.URL.Query().Has("id") {
		doc, err := s.document(r)
		return documentsOf([]*dateline.Document{doc}), err
	}
	l, err := lookupOf(r.URL.Query())
	if err != nil {
		return nil, err
	}
	q, err := l.query()
	if err != nil {
		return nil, err
	}
	q.Limit, q.Offset, q.Fragments, q.Facets, q.Corrections = maxExport, 0, -1, false, false
	res, err := s.options.Archive.Search(r.Context(), q)
	return s.articlesOf(r.Context(), res.Hits), err
}

// articlesOf reads the articles that a search found, one after the other. One that was deleted meanwhile is left out.
func (s *Site) articlesOf(ctx context.Context, hits []search.Hit) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for _, h := range hits {
			doc, err := s.options.Archive.Document(ctx, h.ID)
			if errors.Is(err, search.ErrNotFound) {
				continue
			}
			if !yield(doc, err) || err != nil {
				return
			}
		}
	}
}

// writeDocuments writes one Document as an object, those of a search as an array.
func writeDocuments(w io.Writer, one bool, docs iter.Seq2[*dateline.Document, error]) error {
	if one {
		return writeLines(w, one, docs)
	}
	before := "[\n"
	for doc, err := range docs {
		if err != nil {
			return err
		}
		b, err := doc.MarshalJSON()
		if err != nil {
			return err
		}
		if _, err := w.Write(append([]byte(before), b...)); err != nil {
			return err
		}
		before = ",\n"
	}
	end := "\n]\n"
	if before == "[\n" {
		end = "[]\n"
	}
	_, err := io.WriteString(w, end)
	return err
}

// writeLines writes a line of JSON for each Document.
func writeLines(w io.Writer, _ bool, docs iter.Seq2[*dateline.Document, error]) error {
	for doc, err := range docs {
		if err != nil {
			return err
		}
		b, err := doc.MarshalJSON()
		if err != nil {
			return err
		}
		if _, err := w.Write(append(b, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// written writes Documents in a form of package export.
func written(f export.Format) func(io.Writer, bool, iter.Seq2[*dateline.Document, error]) error {
	return func(w io.Writer, _ bool, docs iter.Seq2[*dateline.Document, error]) error {
		x, err := export.New(w, f)
		if err != nil {
			return err
		}
		for doc, err := range docs {
			if err != nil {
				return err
			}
			if err := x.Add(doc); err != nil {
				return err
			}
		}
		return x.Close()
	}
}
