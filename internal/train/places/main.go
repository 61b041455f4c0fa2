// Command places fits the weights of internal/resolve on stories whose places are known,
// and writes them to weights.go there.
//
// It reads every *_dev.jsonl in resolution/places under the folder that DATELINE_EVAL
// names: lines with an id, a text and toponyms, each with its bytes, its point and, where
// it is known, its id in GeoNames. The names are those that the library finds. It
// prints how many are resolved to the right place, by cross-validation over the outlets, and
// then fits on all of them. Same input, same numbers.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/internal/resolve"
	"github.com/dateline-go/dateline/internal/train/sources"
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
	var fitted [2]resolve.Vector
	for i, data := range [][]story{keep(stories, isAway), keep(stories, isHome)} {
		var all tally
		for fold := range folds {
			w := learn(r, keep(data, func(s *story) bool { return s.fold != fold }), l2, passes)
			all.add(r, keep(data, func(s *story) bool { return s.fold == fold }), &w)
		}
		all.print()
		fitted[i] = learn(r, data, l2, passes)
	}
	for i, name := range resolve.FeatureNames() {
		fmt.Printf("%7.3f %7.3f  %s\n", fitted[0][i], fitted[1][i], name)
	}
	if out == "" {
		return nil
	}
	if err := write(out, &fitted); err != nil {
		return err
	}
	return sources.Write(filepath.Dir(out), resolve.Source())
}

// isAway and isHome say which stories the weights without and with the home of the outlet are fitted on. The latter see
// the stories whose home is not known too, as there are few others.
func isAway(s *story) bool { return s.text.Home.Country == "" }

func isHome(s *story) bool { return !s.twin }

// keep returns the stories that a condition holds for.
func keep(all []story, when func(*story) bool) []story {
	var list []story
	for i := range all {
		if when(&all[i]) {
			list = append(list, all[i])
		}
	}
	return list
}
