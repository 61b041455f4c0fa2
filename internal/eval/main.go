// Command eval scores Dateline on the data sets in the folder that DATELINE_EVAL
// names (default ../shared/eval), with our own implementations of the measures
// that the README of each folder defines. It prints one line for each figure:
//
//	task set measure value n
//
// Use:
//
//	go run ./internal/eval              the names of the tasks
//	go run ./internal/eval sentences    one task, or several
//	go run ./internal/eval -floors all  every task; exit 1 when a figure is below its floor
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
)

// measure is one figure of a task.
type measure struct {
	set   string  // the data set
	name  string  // the measure
	value float64 // its value, as the set's README scales it
	n     int     // how many documents it was taken over
}

// task is one thing that is scored.
type task struct {
	name  string
	about string
	run   func(ctx context.Context, dir string) ([]measure, error)
	long  bool // takes minutes and is left out of "all"
}

// tasks returns every task in the order in which "all" runs them.
func tasks() []task {
	return []task{
		{name: "whole", about: "the whole path: valid Documents, found by their headlines", run: evalWhole},
		{name: "invariants", about: "all that a Document promises, on every page of every set, with 1 and 4 workers",
			run: runInvariants, long: true},
		{name: "articles", about: "our own articles: parts, names, countries, related ones", run: evalArticles},
		{name: "gold", about: "articles marked by hand: every fact, and what is wrong with confidence", run: runGold},
		{name: "sentences", about: "sentence splitting: golden rules passed, F1 of exact sentences", run: runSentences},
		{name: "lang", about: "names in other languages: exact F1 of people, organisations, places", run: runLang},
		{name: "langquotes", about: "direct quotes in German: found, with the right source, and how many are none",
			run: runLangQuotes},
		{name: "tokens", about: "tokens: F1 of exact spans", run: runTokens},
		{name: "pos", about: "parts of speech on raw text and on given tokens", run: runPOS},
		{name: "extract", about: "pages into stories, titles, authors, dates", run: runExtract},
		{name: "hostile", about: "pages made to be hard to read: seconds and memory of the worst", run: runHostile,
			long: true},
		{name: "memory", about: "hostile text of 8 MiB: the most memory a byte, through analysis and index", run: runMemory,
			long: true},
		{name: "ner", about: "names: exact F1 of people, organisations, places", run: runNames},
		{name: "rules", about: "what the sets of names lose without each rule of package entities", run: runRules,
			long: true},
		{name: "keyphrases", about: "keyphrases against those of readers: macro F1 at 5 and 10", run: runKeyphrases},
		{name: "summaries", about: "summaries of three sentences against editors' highlights: ROUGE F1", run: runSummaries},
		{name: "quotes", about: "who said what: found, exact, source right, with standard errors", run: runQuotes},
		{name: "speakers", about: "speakers of quotes: the right person or body, by name, pronoun, role", run: runSpeakers},
		{name: "search", about: "ranking: nDCG@10 and MAP of four test collections", run: runSearch},
		{name: "related", about: "related articles, stories and copies against people and known truth", run: runRelated},
		{name: "langsearch", about: "words in other forms find the article, beside bleve's own analyzers",
			run: runLangSearch},
		{name: "crosslang", about: "related articles and stories across languages, on news of ours told in several",
			run: runCrossLang},
		{name: "countries", about: "countries of a story: all found, focus right", run: runCountries},
		{name: "places", about: "places: F1 of exact spans, without nationalities (a) and with (b)", run: runPlaces},
		{name: "resolution", about: "which place a name stands for: right and wrong country, within 161 km",
			run: runResolution},
		{name: "ids", about: "ids of places, bodies and office holders against the verdicts of a person", run: runIDs},
		{name: "drawids", about: "draws ids for a person to judge", run: runDrawIDs, long: true},
		{name: "coref", about: "names of one thing tied together: F1 of linked pairs, B-cubed", run: runCoref},
		{name: "salience", about: "what a story is about: rank correlation, precision at 1 and 3", run: runSalience},
		{name: "archive", about: "searches of 10,000 and 100,000 articles: time, memory, disk", run: runArchive, long: true},
		{name: "relatedspeed", about: "time and memory of related articles and copies at 10,000 and 100,000",
			run: runRelatedSpeed, long: true},
		{name: "corpus", about: "stories, trends and copies of 20,000 made articles: processor time", run: runCorpus,
			long: true},
		{name: "load", about: "20,000 made articles streamed: memory and rate", run: evalLoad, long: true},
		{name: "opensearch", about: "ranking on OpenSearch beside that in memory, query by query", run: runOpenSearch,
			long: true},
		{name: "capacity", about: "an archive that grows to 32,000 made articles: load, disk, memory, searches, and " +
			"lines through them", run: runCapacity, long: true},
		{name: "clusterload", about: "50,000 made articles into OpenSearch, beside bare bulk requests", run: runClusterLoad,
			long: true},
	}
}

func main() {
	floors := flag.Bool("floors", false, "fail when a figure is below its floor in floors.tsv")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, flag.Args(), *floors); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, names []string, checkFloors bool) error {
	if len(names) == 0 {
		for _, t := range tasks() {
			fmt.Printf("%-12s %s\n", t.name, t.about)
		}
		return nil
	}
	chosen, err := choose(names)
	if err != nil {
		return err
	}
	dir, err := dataDir()
	if err != nil {
		return err
	}
	var figures []figure
	for _, t := range chosen {
		ms, err := t.run(ctx, dir)
		if err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
		for _, m := range ms {
			fmt.Printf("%s\t%s\t%s\t%.4f\t%d\n", t.name, m.set, m.name, m.value, m.n)
			figures = append(figures, figure{t.name, m})
		}
	}
	if checkFloors {
		return compare(figures, chosen)
	}
	return nil
}

// choose finds the tasks with the given names; "all" stands for each
// that is not long.
func choose(names []string) ([]task, error) {
	if len(names) == 1 && names[0] == "all" {
		return slices.DeleteFunc(tasks(), func(t task) bool { return t.long }), nil
	}
	var chosen []task
next:
	for _, n := range names {
		for _, t := range tasks() {
			if t.name == n {
				chosen = append(chosen, t)
				continue next
			}
		}
		return nil, fmt.Errorf("no task %q", n)
	}
	return chosen, nil
}

// dataDir finds the data sets.
func dataDir() (string, error) {
	dir := os.Getenv("DATELINE_EVAL")
	if dir == "" {
		dir = "../shared/eval"
	}
	if _, err := os.Stat(dir); err != nil {
		return "", fmt.Errorf("no data sets; set DATELINE_EVAL to their folder: %w", err)
	}
	return dir, nil
}
