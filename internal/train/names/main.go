// Command names trains the tagger of package internal/names and writes its
// embedded model and the model card.
//
// What it trains on is said by a recipe, a JSON file: recipe.json here is that of
// the shipped model. With texts to label, it goes two ways about:
//
//  1. A teacher is trained on the data sets of the recipe's "teacher" list, which
//     may be ones that a shipped model must not be trained on. It is never written.
//  2. The teacher gives its scores to the texts of the "raw" list.
//  3. The student, which ships, is trained on those scores and on the data sets
//     of the "gold" list, then cut to a byte a weight.
//
// Without, the model is trained on the "gold" list alone; so do users who have
// labelled text of their own. docs/training.md shows how, and the formats.
//
// Same input, same bytes, on one architecture. A run takes some minutes on two
// cores, and 8 GB of memory.
package main

//go:generate go run . -recipe recipe.json -data $NAMES_DATA -second $NAMES_SECOND -out ../../../lang/en/names.bin -card ../../../docs/model-card.md -date $NAMES_DATE

import (
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	c := command{}
	flag.StringVar(&c.recipe, "recipe", "recipe.json", "the recipe to follow")
	flag.StringVar(&c.data, "data", ".", "folder that the recipe's file names start from")
	flag.StringVar(&c.second, "second", "", "folder with another tagger's opinion of each file, for the teacher; optional")
	flag.StringVar(&c.clusters, "clusters", "", "word clusters of the recipe's language, for another than English")
	flag.StringVar(&c.out, "out", "model.bin", "model to write")
	flag.StringVar(&c.from, "from", "", "model that the student goes on from; optional")
	flag.StringVar(&c.between, "between", "",
		"do not train: write the mean of the models of -from and of this file, which went on from it")
	flag.Float64Var(&c.share, "share", 0.5, "how much of the mean is the model of -between")
	flag.StringVar(&c.card, "card", "", "model card to write; optional")
	flag.StringVar(&c.date, "date", "", "date that the card gives, such as 2026-11-23")
	flag.StringVar(&c.tokens, "tokens", "",
		"only write the tokens of each file to this folder, a sentence a line, for another tagger to read")
	flag.StringVar(&c.opinion, "opinion", "",
		"only write to this folder what the model that -out names thinks of the tokens of each file, as -second reads it")
	flag.BoolVar(&c.measure, "measure", false, "do not train: measure the model that -out names, and write its card")
	flag.BoolVar(&c.onlyTeacher, "teacher", false, "only train the teacher, and measure it")
	flag.BoolVar(&c.review, "review", false,
		"do not train: fit the reviewer of the model that -out names on the recipe's dev sets, and say what it brings")
	flag.StringVar(&c.predict, "predict", "",
		"only tag the recipe's dev sets with the model that -out names, and write what is found to this folder")
	flag.Parse()
	start := time.Now()
	c.say = func(format string, args ...any) {
		fmt.Fprintf(os.Stderr, "%6.1f s  %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, args...))
	}
	if err := c.run(); err != nil {
		fmt.Fprintln(os.Stderr, "names:", err)
		os.Exit(1)
	}
}
