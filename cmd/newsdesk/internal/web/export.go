package web

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/export"
)

// maxExport is how many articles of a search are given out at once.
const maxExport = 200

// format is a form in which articles are given out.
type format struct {
	Name  string // in addresses
	Title string
	kind  string
	end   string // of the name of the file
	write func(w io.Writer, docs []*dateline.Document) error
}

// formats returns the forms, in the order to show them in.
func formats() []format {
	return []format{
		{"json", "JSON", "application/json", "json", writeDocuments},
		{"jsonl", "JSON lines", "application/x-ndjson", "jsonl", writeLines},
		{"jsonld", "JSON-LD", "application/ld+json", "jsonld", written(export.JSONLD)},
		{"ninjs", "ninjs", "application/json", "ninjs.json", written(export.Ninjs)},
		{"csv", "CSV of names", "text/csv; charset=utf-8", "csv", written(export.CSV)},
	}
}

// export gives out an article, or those of a search, as a file.
func (s *Site) exportPage(w http.ResponseWriter, r *http.Request) error {
	v := r.URL.Query()
	for _, f := range formats() {
		if f.Name != v.Get("format") {
			continue
		}
		docs, err := s.wanted(r)
		if err != nil {
			return err
		}
		var b strings.Builder
		if err := f.write(&b, docs); err != nil {
			return fmt.Errorf("export: %s: %w", f.Name, err)
		}
		w.Header().Set("Content-Type", f.kind)
		w.Header().Set("Content-Disposition", fmt.Sprintf(`attachment; filename="articles.%s"`, f.end))
		io.WriteString(w, b.String()) // a reader who went away is no fault
		return nil
	}
	return refuse(http.StatusBadRequest, "there is no such format")
}

// wanted returns the article, or the first articles of the search, that a request
// names.
func (s *Site) wanted(r *http.Request) ([]*dateline.Document, error) {
	if r.URL.Query().Has("id") {
		doc, err := s.document(r)
		return []*dateline.Document{doc}, err
	}
	l, err := lookupOf(r.URL.Query())
	if err != nil {
		return nil, err
	}
	q, err := l.query()
	if err != nil {
		return nil, err
	}
	q.Limit, q.Offset, q.Fragments, q.Facets, q.Documents = maxExport, 0, -1, false, true
	res, err := s.options.Archive.Search(r.Context(), q)
	if err != nil {
		return nil, err
	}
	var docs []*dateline.Document
	for _, h := range res.Hits {
		docs = append(docs, h.Document)
	}
	return docs, nil
}

// writeDocuments writes one Document as an object, several as an array.
func writeDocuments(w io.Writer, docs []*dateline.Document) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if len(docs) == 1 {
		return enc.Encode(docs[0])
	}
	if docs == nil {
		docs = []*dateline.Document{}
	}
	return enc.Encode(docs)
}

// writeLines writes a line of JSON for each Document.
func writeLines(w io.Writer, docs []*dateline.Document) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, doc := range docs {
		if err := enc.Encode(doc); err != nil {
			return err
		}
	}
	return nil
}

// written writes Documents in a form of package export.
func written(f export.Format) func(io.Writer, []*dateline.Document) error {
	return func(w io.Writer, docs []*dateline.Document) error {
		x, err := export.New(w, f)
		if err != nil {
			return err
		}
		for _, doc := range docs {
			if err := x.Add(doc); err != nil {
				return err
			}
		}
		return x.Close()
	}
}
