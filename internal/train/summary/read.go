package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/summary/story"
	"github.com/dateline-go/dateline/lang/en"
)

// article is one line of a data set.
type article struct {
	ID, Title, Text string
	Keyphrases      []string
	Summary         string
}

// reader reads data sets, and analyses their articles as a user's would be.
type reader struct {
	dir      string
	analyzer *analyze.Analyzer
}

// read calls f for each article of a set.
func (r reader) read(folder, set string, f func(article, *story.Story)) error {
	freq, err := stats.English()
	if err != nil {
		return err
	}
	lexicon := story.NewLexicon(en.Pack(), freq)
	name := filepath.Join(r.dir, folder, set+".jsonl")
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	dec := json.NewDecoder(file)
	for n := 1; ; n++ {
		var a article
		if err := dec.Decode(&a); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("%s: row %d: %w", name, n, err)
		}
		doc, err := r.analyzer.Page(context.Background(),
			dateline.Page{ID: a.ID, Title: a.Title, Form: dateline.Story, Body: []byte(a.Text)})
		if err != nil {
			return fmt.Errorf("%s: row %d: %w", name, n, err)
		}
		f(a, story.New(doc, lexicon))
	}
}
