// Command fit fits the weights by which package salience orders entities on the
// development set of eval/salience, prints figures by 5-fold cross-validation over
// documents, and writes the weights into the package and the model card. Same input, same bytes.
//
// Use, from the root of the repository:
//
//	go run ./internal/train/salience            figures only
//	go run ./internal/train/salience -write     figures and weights
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/concept"
	"github.com/dateline-go/dateline/internal/eval/sets"
	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/internal/measure"
	"github.com/dateline-go/dateline/internal/modelcard"
	"github.com/dateline-go/dateline/internal/salience"
	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/train/sources"
	"github.com/dateline-go/dateline/lang/en"
)

// folds is the number of parts of the cross-validation; document i is in part i
// modulo folds.
const folds = 5

func main() {
	root := flag.String("root", ".", "root of the repository")
	write := flag.Bool("write", false, "write the weights")
	flag.Parse()
	if err := run(*root, *write); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

// story is a story with what was found in it.
type story struct {
	sets.SalienceStory
	found   []dateline.Entity // names, then concepts
	names   int               // how many of them are names
	vectors [][]float64
	gold    []example
}

// example is a gold entity that was found, with the numbers of what was found.
type example struct {
	score  float64
	vector []float64
}

func run(root string, write bool) error {
	dir := os.Getenv("DATELINE_EVAL")
	if dir == "" {
		dir = filepath.Join(root, "..", "shared", "eval")
	}
	stories, err := read(dir)
	if err != nil {
		return err
	}
	var units []measure.Salience
	var held []example // with scores by weights that never saw them
	for k := range folds {
		var train []story
		for i, s := range stories {
			if i%folds != k {
				train = append(train, s)
			}
		}
		w := learn(train)
		for i, s := range stories {
			if i%folds != k {
				continue
			}
			units = append(units, s.score(w))
			for _, e := range s.gold {
				held = append(held, example{e.score, []float64{logistic.Model(w).Score(e.vector)}})
			}
		}
	}
	report("cross-validated", units)
	about, f1 := threshold(held)
	fmt.Printf("about from %.2f on: F1 %.1f\n", about, 100*f1)
	w := learn(stories)
	units = units[:0]
	for _, s := range stories {
		units = append(units, s.score(w))
	}
	report("on itself", units)
	for i, name := range salience.Features() {
		fmt.Printf("%s %.4f\n", name, w[i])
	}
	if !write {
		return nil
	}
	if err := writeWeights(filepath.Join(root, "internal", "salience", "weights.go"), w, about); err != nil {
		return err
	}
	if err := sources.Write(filepath.Join(root, "internal", "salience"), salience.Source()); err != nil {
		return err
	}
	return modelcard.Write(filepath.Join(root, "docs", "model-card.md"), "Salience of entities and concepts", "Weights",
		salience.Features(), w)
}

func report(name string, units []measure.Salience) {
	sum := measure.AddSalience(units)
	fmt.Printf("%s: spearman %.4f ± %.4f, P@1 %.1f, P@3 %.1f ± %.1f\n", name, sum.Spearman(),
		measure.StandardError(units, func(u []measure.Salience) float64 { return measure.AddSalience(u).Spearman() }),
		100*sum.P1(), 100*sum.P3(),
		measure.StandardError(units, func(u []measure.Salience) float64 { return 100 * measure.AddSalience(u).P3() }))
}

// read reads the stories and finds their names.
func read(dir string) ([]story, error) {
	stories, err := sets.ReadSalience(dir)
	if err != nil {
		return nil, err
	}
	tagger, err := token.NewTagger()
	if err != nil {
		return nil, err
	}
	r, err := entities.New(entities.Options{})
	if err != nil {
		return nil, err
	}
	f, err := stats.English()
	if err != nil {
		return nil, err
	}
	var stems token.Stems
	list := make([]story, len(stories))
	for i, s := range stories {
		doc, err := s.Document(tagger)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.ID, err)
		}
		if err := r.Annotate(context.Background(), doc); err != nil {
			return nil, fmt.Errorf("%s: %w", s.ID, err)
		}
		// Annotate keeps the best concepts; here all are wanted.
		concepts := concept.Find(doc, &stems, en.Words())
		list[i] = story{SalienceStory: s, found: slices.Clone(doc.Entities), names: len(doc.Entities),
			vectors: salience.Vectors(doc, concepts, f, &stems, en.Words())}
		for _, c := range concepts {
			list[i].found = append(list[i].found, dateline.Entity{Name: c.Name, Aliases: c.Aliases, Mentions: len(c.Spans)})
		}
		all := list[i].found
		for g, found := range s.Matches(all) {
			if len(found) == 0 {
				continue
			}
			best := found[0]
			for _, f := range found {
				if all[f].Mentions > all[best].Mentions {
					best = f
				}
			}
			list[i].gold = append(list[i].gold, example{s.Entities[g].Score, list[i].vectors[best]})
		}
	}
	return list, nil
}

// score scores the order that weights give, and the choice of concepts.
func (s *story) score(weights []float64) measure.Salience {
	scores := make([]float64, len(s.vectors))
	for i, v := range s.vectors {
		scores[i] = logistic.Model(weights).Score(v)
	}
	kept := slices.Clone(s.found[:s.names])
	for i := range kept {
		kept[i].Salience = scores[i]
	}
	for _, i := range salience.Best(scores[s.names:]) {
		c := s.found[s.names+i]
		c.Salience = scores[s.names+i]
		kept = append(kept, c)
	}
	return s.Score(kept, func(e *dateline.Entity) float64 { return e.Salience })
}
