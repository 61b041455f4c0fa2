// Command train trains the tagger of names on labelled text of your own and tries the
// model on a sentence. The text has the form of CoNLL 2003: a word a line, its label in
// the last column, a blank line between sentences, -DOCSTART- between documents.
//
//	go run ./examples/train examples/train/testdata/harbour.conll model.bin "Skipper Mira Ekre sailed from Skarvik."
//
// It writes the two files that the trainer wants and runs it. Some ten thousand
// sentences make a model worth using: docs/training.md says how to build it in.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/entities"
)

// trainer is the program that fits the library's own model, too.
const trainer = "github.com/dateline-go/dateline/internal/train/names"

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "use: train CONLL MODEL SENTENCE")
		os.Exit(2)
	}
	err := train(os.Args[1], os.Args[2], os.Stderr)
	if err == nil {
		err = try(os.Args[2], os.Args[3], os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// article is a line of what the trainer reads.
type article struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Spans []name `json:"spans"`
}

// name is a name in it, in bytes.
type name struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Label string `json:"label"` // PER, ORG, LOC or MISC, or a label of the library
}

// train runs the trainer on a CoNLL file.
func train(conll, model string, log io.Writer) error {
	f, err := os.Open(conll)
	if err != nil {
		return err
	}
	defer f.Close()
	articles, err := read(f)
	if err != nil {
		return fmt.Errorf("%s: %w", conll, err)
	}
	dir, err := os.MkdirTemp("", "train")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	var lines []byte
	for _, a := range articles {
		b, err := json.Marshal(a)
		if err != nil {
			return err
		}
		lines = append(append(lines, b...), '\n')
	}
	if err := os.WriteFile(filepath.Join(dir, "gold.jsonl"), lines, 0o600); err != nil {
		return err
	}
	recipe := filepath.Join(dir, "recipe.json")
	const rounds = `{"gold": [{"file": "gold.jsonl"}], "options": {"rounds": 20}}`
	if err := os.WriteFile(recipe, []byte(rounds), 0o600); err != nil {
		return err
	}
	cmd := exec.Command("go", "run", trainer, "-recipe", recipe, "-data", dir, "-out", model)
	cmd.Stderr = log
	return cmd.Run()
}

// read makes articles of the columns of a CoNLL file, a sentence a line of the text.
func read(r io.Reader) ([]article, error) {
	var list []article
	var a article
	inside := "" // the label of the name that the last word belongs to
	flush := func() {
		if a.Text != "" {
			a.ID = fmt.Sprint("article ", len(list)+1)
			list = append(list, a)
		}
		a, inside = article{}, ""
	}
	in := bufio.NewScanner(r)
	for n := 1; in.Scan(); n++ {
		columns := strings.Fields(in.Text())
		switch {
		case len(columns) == 0:
			if inside = ""; a.Text != "" && !strings.HasSuffix(a.Text, "\n") {
				a.Text += "\n"
			}
			continue
		case columns[0] == "-DOCSTART-":
			flush()
			continue
		case len(columns) == 1:
			return nil, fmt.Errorf("line %d: %q has no label", n, columns[0])
		}
		begin, label, isName := strings.Cut(columns[len(columns)-1], "-")
		if a.Text != "" && !strings.HasSuffix(a.Text, "\n") {
			a.Text += " "
		}
		start := len(a.Text)
		a.Text += columns[0]
		switch {
		case !isName:
			inside = ""
		case begin == "I" && inside == label:
			a.Spans[len(a.Spans)-1].End = len(a.Text)
		default:
			a.Spans = append(a.Spans, name{start, len(a.Text), label})
			inside = label
		}
	}
	flush()
	return list, in.Err()
}

// try prints the names that a model finds in a sentence.
func try(model, sentence string, out io.Writer) error {
	f, err := os.Open(model)
	if err != nil {
		return err
	}
	defer f.Close()
	own, err := entities.ReadModel(f)
	if err != nil {
		return fmt.Errorf("%s: %w", model, err)
	}
	a, err := analyze.New(analyze.Options{Stages: analyze.Names, Entities: entities.Options{Model: own}})
	if err != nil {
		return err
	}
	doc, err := a.Page(context.Background(), dateline.Page{Form: dateline.Story, Body: []byte(sentence)})
	if err != nil {
		return err
	}
	for _, m := range doc.Mentions {
		fmt.Fprintln(out, m.Label, doc.Words(m.Span()))
	}
	return nil
}
