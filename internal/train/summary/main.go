// Command fit fits the models of package summarize, one number for each
// feature, on the development sets, prints figures by 5-fold cross-validation over
// documents, and writes the weights into the packages. Same input, same bytes.
//
// Use, from the root of the repository:
//
//	go run ./internal/train/summary                  figures only
//	go run ./internal/train/summary -write           figures and weights
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/internal/modelcard"
	"github.com/dateline-go/dateline/internal/summary/phrase"
	"github.com/dateline-go/dateline/internal/summary/sentence"
	"github.com/dateline-go/dateline/internal/train/sources"
)

// folds is the number of parts of the cross-validation; document i is in part i
// modulo folds.
const folds = 5

func main() {
	in := flag.String("in", dataDir(), "folder of the data sets")
	out := flag.String("out", filepath.Join("internal", "summary"), "folder of the packages phrase and sentence")
	write := flag.Bool("write", false, "write the weights")
	flag.Parse()
	if err := run(*in, *out, *write); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

func dataDir() string {
	if dir := os.Getenv("DATELINE_EVAL"); dir != "" {
		return dir
	}
	return filepath.Join("..", "shared", "eval")
}

func run(in, out string, write bool) error {
	analyzer, err := analyze.New(analyze.Options{})
	if err != nil {
		return err
	}
	r := reader{dir: in, analyzer: analyzer}
	phrases, err := fitPhrases(r, "duc2001", phrase.Phrases)
	if err != nil {
		return err
	}
	if err := tryPhrases(r, "inspec", phrase.Phrases, phrases); err != nil {
		return err
	}
	tags, err := fitPhrases(r, "kpcrowd", phrase.Tags)
	if err != nil {
		return err
	}
	sentences, err := fitSentences(r, phrases)
	if err != nil || !write {
		return err
	}
	err = writeWeights(filepath.Join(out, "phrase", "weights.go"), "phrase", phrase.Features(),
		fitted{"fittedPhrases", phrasesNote, phrases}, fitted{"fittedTags", tagsNote, tags})
	if err != nil {
		return err
	}
	err = writeWeights(filepath.Join(out, "sentence", "weights.go"), "sentence", sentence.Features(),
		fitted{"fittedSentences", sentencesNote, sentences})
	if err != nil {
		return err
	}
	if err := cmp.Or(sources.Write(filepath.Join(out, "phrase"), phrase.Source()),
		sources.Write(filepath.Join(out, "sentence"), sentence.Source())); err != nil {
		return err
	}
	card := filepath.Join(out, "..", "..", "docs", "model-card.md")
	const section = "Keyphrases and summaries"
	return cmp.Or(modelcard.Write(card, section, "Phrases", phrase.Features(), phrases),
		modelcard.Write(card, section, "Tags", phrase.Features(), tags),
		modelcard.Write(card, section, "Sentences", sentence.Features(), sentences))
}
