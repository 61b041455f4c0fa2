package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// firstHits is how far down a page may stand when it is searched for by its
// own headline.
const firstHits = 3

// evalWhole runs the whole path over the seed page and the fundus pages: the
// share that gives a valid Document (invariants and JSON Schema), and the share
// that an archive of all finds by the words of the gold headline.
func evalWhole(ctx context.Context, dir string) ([]measure, error) {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return nil, err
	}
	schema, err := compileSchema()
	if err != nil {
		return nil, err
	}
	type row struct{ ID, URL, HTML, Title string }
	rows, err := readJSONL[row](dir, "extract", "fundus", "pages.jsonl.gz")
	if err != nil {
		return nil, err
	}
	var docs []*dateline.Document
	for _, r := range rows {
		doc, err := a.Page(ctx, dateline.Page{ID: r.ID, URL: r.URL, Form: dateline.HTML,
			ContentType: "text/html; charset=utf-8", Body: []byte(r.HTML)}) // decoded, whatever its head says
		if err == nil {
			err = validate(schema, doc)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "eval: whole:", err)
			continue
		}
		docs = append(docs, doc)
	}
	valid := float64(len(docs)) / float64(len(rows))

	ix, err := archive.Open(ctx, "", archive.Options{})
	if err != nil {
		return nil, err
	}
	defer ix.Close()
	if err := ix.Add(ctx, docs...); err != nil {
		return nil, err
	}
	found := 0
	for _, r := range rows {
		res, err := ix.Search(ctx, search.Query{Text: r.Title, Limit: firstHits})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.ID, err)
		}
		if contains(res.Hits, r.ID) {
			found++
		} else {
			fmt.Fprintf(os.Stderr, "eval: whole: %s: not among the first %d for %q\n", r.ID, firstHits, r.Title)
		}
	}
	ms := []measure{
		{"fundus", "valid", valid, len(rows)},
		{"fundus", "found@3", float64(found) / float64(len(rows)), len(rows)},
	}
	seeds, err := filepath.Glob(filepath.Join(dir, "..", "seed", "*.txt"))
	if err != nil || len(seeds) == 0 {
		return ms, err
	}
	ok := 0
	for _, name := range seeds {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		doc, err := a.Page(ctx, dateline.Page{ID: filepath.Base(name), Form: dateline.PlainPage, Body: b})
		if err == nil {
			err = validate(schema, doc)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "eval: whole:", err)
			continue
		}
		ok++
	}
	return append(ms, measure{"seed", "valid", float64(ok) / float64(len(seeds)), len(seeds)}), nil
}

func contains(hits []search.Hit, id string) bool {
	for _, h := range hits {
		if h.ID == id {
			return true
		}
	}
	return false
}

// compileSchema prepares the published schema.
func compileSchema() (*jsonschema.Schema, error) {
	const name = "schema.json"
	s, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(dateline.JSONSchema())))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, s); err != nil {
		return nil, err
	}
	return c.Compile(name)
}

// validate checks a Document's invariants and its JSON against the schema.
func validate(schema *jsonschema.Schema, doc *dateline.Document) error {
	if err := doc.Validate(); err != nil {
		return err
	}
	b, err := json.Marshal(doc)
	if err != nil {
		return err
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		return err
	}
	return schema.Validate(v)
}
