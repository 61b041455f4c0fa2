package main

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/page"
	"github.com/dateline-go/dateline/internal/token"
)

// article is one line of the data set.
type article struct {
	ID, Text     string
	Attributions []attribution
	doc          *dateline.Document
}

// attribution is what people marked.
type attribution struct {
	Source, Cue, Content []dateline.Span
	Direct               bool
}

// read reads and analyses the articles of a file.
func read(name string) ([]article, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	tagger, err := token.NewTagger()
	if err != nil {
		return nil, err
	}
	names, err := entities.New(entities.Options{})
	if err != nil {
		return nil, err
	}
	var buf token.Buffer
	var out []article
	for dec := json.NewDecoder(z); ; {
		var a article
		if err := dec.Decode(&a); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: row %d: %w", name, len(out)+1, err)
		}
		a.doc, err = page.Read(dateline.Page{ID: a.ID, Form: dateline.Story, Body: []byte(a.Text)}, page.Options{})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.ID, err)
		}
		if err := buf.Annotate(context.Background(), a.doc, tagger); err != nil {
			return nil, fmt.Errorf("%s: %w", a.ID, err)
		}
		if err := names.Annotate(context.Background(), a.doc); err != nil {
			return nil, fmt.Errorf("%s: %w", a.ID, err)
		}
		out = append(out, a)
	}
}
