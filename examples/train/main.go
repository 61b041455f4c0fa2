// Command train trains the tagger of names on labelled text of your own and tries the
// model on a sentence. The text has the form of CoNLL 2003: a word a line, its label in
// the last column, a blank line between sentences, -DOCSTART- between documents.
//
//	go run ./examples/train examples/train/testdata/harbour.conll model.bin "Skipper Mira Ekre sailed from Skarvik."
//
// Some ten thousand sentences make a model worth using: docs/training.md.
package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/train"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "use: train CONLL MODEL SENTENCE")
		os.Exit(2)
	}
	ctx := context.Background()
	err := fit(ctx, os.Args[1], os.Args[2], os.Stderr)
	if err == nil {
		err = try(ctx, os.Args[2], os.Args[3], os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// fit trains a model on a CoNLL file and writes it.
func fit(ctx context.Context, conll, model string, log io.Writer) error {
	f, err := os.Open(conll)
	if err != nil {
		return err
	}
	defer f.Close()
	articles, err := train.ReadCoNLL(f)
	if err != nil {
		return fmt.Errorf("%s: %w", conll, err)
	}
	b, err := train.Names(ctx, articles, train.Options{Progress: func(round int, loss float64) {
		fmt.Fprintf(log, "round %d: loss %.1f\n", round, loss)
	}})
	if err != nil {
		return err
	}
	return os.WriteFile(model, b, 0o600)
}

// try prints the names that a model finds in a sentence.
func try(ctx context.Context, model, sentence string, out io.Writer) error {
	b, err := os.ReadFile(model)
	if err != nil {
		return err
	}
	own, err := entities.ReadModel(bytes.NewReader(b))
	if err != nil {
		return fmt.Errorf("%s: %w", model, err)
	}
	a, err := analyze.New(analyze.Options{Stages: analyze.Names, Entities: entities.Options{Model: own}})
	if err != nil {
		return err
	}
	doc, err := a.Page(ctx, dateline.Page{Form: dateline.Story, Body: []byte(sentence)})
	if err != nil {
		return err
	}
	for _, m := range doc.Mentions {
		fmt.Fprintln(out, m.Label, doc.Words(m.Span()))
	}
	return nil
}
