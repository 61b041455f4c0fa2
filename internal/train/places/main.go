// Command places fits the weights of internal/resolve on stories whose places are known,
// and writes them to weights.go there.
//
// It reads every *_dev.jsonl in resolution/places under the folder that DATELINE_EVAL
// names: lines with an id, a text and toponyms, each with its bytes, its point and, where
// it is known, its id in GeoNames. The names are those that the library finds. It
// prints how many are resolved to the right place, by cross-validation over the stories, and
// then fits on all of them. Same input, same numbers.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/internal/resolve"
	"github.com/dateline-go/dateline/lang/en"
)

func main() {
	eval := flag.String("eval", os.Getenv("DATELINE_EVAL"), "folder with the data sets")
	out := flag.String("out", "", "file to write, such as internal/resolve/weights.go; none: only measure")
	l2 := flag.Float64("l2", 1, "strength of the penalty on large weights")
	passes := flag.Int("passes", 3, "how often weights are fitted on the probabilities of the last ones")
	flag.Parse()
	if err := run(*eval, *out, *l2, *passes); err != nil {
		fmt.Fprintln(os.Stderr, "places:", err)
		os.Exit(1)
	}
}

// folds is how many parts cross-validation has.
const folds = 5

func run(eval, out string, l2 float64, passes int) error {
	files, err := filepath.Glob(filepath.Join(eval, "resolution", "places", "*_dev.jsonl"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("no *_dev.jsonl under %s", eval)
	}
	r, err := resolve.New(en.Words().Lexicon)
	if err != nil {
		return err
	}
	stories, err := load(files, r)
	if err != nil {
		return err
	}
	var all tally
	for fold := range folds {
		w := learn(r, part(stories, fold, false), l2, passes)
		all.add(r, part(stories, fold, true), &w)
	}
	all.print()
	w := learn(r, stories, l2, passes)
	for i, name := range resolve.FeatureNames() {
		fmt.Printf("%7.3f  %s\n", w[i], name)
	}
	if out == "" {
		return nil
	}
	return write(out, &w)
}

// part returns the stories of a fold, or all others.
func part(all []story, fold int, in bool) []story {
	var list []story
	for i := range all {
		if (all[i].fold == fold) == in {
			list = append(list, all[i])
		}
	}
	return list
}
