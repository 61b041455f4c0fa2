package web

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/dateline-go/dateline"
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
		{"csv", "CSV", "text/csv; charset=utf-8", "csv", writeCSV},
	}
}

// export gives out an article, or those of a search, as a file.
func (s *Site) export(w http.ResponseWriter, r *http.Request) error {
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

// writeCSV writes a row for each article. A cell that a spreadsheet would take for a
// formula has an apostrophe before it.
func writeCSV(w io.Writer, docs []*dateline.Document) error {
	c := csv.NewWriter(w)
	rows := [][]string{{"id", "published", "headline", "site", "section", "url", "countries", "people", "organisations", "keyphrases"}}
	for _, d := range docs {
		var countries, people, orgs, phrases []string
		for _, x := range d.Countries {
			countries = append(countries, x.Code)
		}
		for _, e := range d.Entities {
			switch e.Label {
			case dateline.Person:
				people = append(people, e.Name)
			case dateline.Org:
				orgs = append(orgs, e.Name)
			}
		}
		for _, k := range d.Keyphrases {
			phrases = append(phrases, k.Text)
		}
		row := []string{d.ID, d.Published.String(), d.Headline, d.Site, d.Section, d.URL, strings.Join(countries, "; "),
			strings.Join(people, "; "), strings.Join(orgs, "; "), strings.Join(phrases, "; ")}
		for i, cell := range row {
			if strings.IndexAny(cell, "=+-@\t\r") == 0 {
				row[i] = "'" + cell
			}
		}
		rows = append(rows, row)
	}
	return c.WriteAll(rows)
}
