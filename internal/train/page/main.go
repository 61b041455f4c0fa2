// Command pageblocks fits the classifier of package page on the pages of the
// evaluation data and writes its coefficients. It is run by go generate:
//
//	go generate ./internal/page
//	go run ./internal/train/page -card   puts the coefficients in use into docs/model-card.md
//	go run ./internal/train/page -cv     figures under cross-validation by site
//
// The data is found by DATELINE_EVAL, default ../shared/eval beside the module. The
// same data gives the same bytes. The sets scrapinghub, fundus, trafilatura and
// plaintext are used; no text of theirs goes into the model, which is at most 300
// numbers. Web pages are looked at in the forms that they take when pasted as well, but for the last look, which is at
// pages that came as text.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/eval/pages"
	"github.com/dateline-go/dateline/internal/measure"
	"github.com/dateline-go/dateline/internal/page"
	"github.com/dateline-go/dateline/internal/train/sources"
)

// folds is how many parts the sites are split into for cross-validation.
const folds = 5

// set is the pages of one data set.
type set struct {
	name  string
	gold  []pages.Gold
	score func([]pages.Gold, []pages.Extracted) []pages.Measure
}

func main() {
	out := flag.String("out", "", "file to write the coefficients to")
	cv := flag.Bool("cv", false, "print figures under cross-validation by site")
	card := flag.Bool("card", false, "only write the coefficients in use to docs/model-card.md")
	flag.Parse()
	if err := run(*out, *cv, *card); err != nil {
		fmt.Fprintln(os.Stderr, "pageblocks:", err)
		os.Exit(1)
	}
}

func run(out string, cv, card bool) error {
	if card {
		return writeCard(filepath.Join("docs", "model-card.md"), page.Fitted())
	}
	data, all, err := load()
	if err != nil {
		return err
	}
	if cv {
		return crossValidate(data, all)
	}
	m := fit(all, func(string) bool { return true })
	if out == "" {
		_, err = os.Stdout.Write(source(m))
		return err
	}
	if err := os.WriteFile(out, source(m), 0o644); err != nil {
		return err
	}
	if err := writeCard(filepath.Join(filepath.Dir(out), "..", "..", "docs", "model-card.md"), m); err != nil {
		return err
	}
	return sources.Write(filepath.Dir(out), page.Source())
}

// evalDir finds the data: at DATELINE_EVAL, else beside the module, whose root is the
// working folder or two above it.
func evalDir() string {
	if dir := os.Getenv("DATELINE_EVAL"); dir != "" {
		return dir
	}
	if _, err := os.Stat("go.mod"); err == nil {
		return "../shared/eval"
	}
	return "../../../shared/eval"
}

// load reads the sets.
func load() ([]set, []trial, error) {
	data := []set{
		{"scrapinghub", nil, pages.BodyMeasures},
		{"fundus", nil, pages.FundusMeasures},
		{"trafilatura", nil, pages.SegmentMeasures},
		{"plaintext", nil, pages.LineMeasures},
	}
	for i := range data {
		gold, err := pages.Load(evalDir(), data[i].name)
		if err != nil {
			return nil, nil, err
		}
		data[i].gold = gold
	}
	all, err := trials(data)
	return data, all, err
}

// fold assigns a site to a part; the order of sites is that of a hash of their name.
func fold(site string) int {
	h := uint32(2166136261)
	for i := range len(site) {
		h = (h ^ uint32(site[i])) * 16777619
	}
	return int(h>>7) % folds
}

// crossValidate prints the figures for pages of sites that the model was not fitted on.
func crossValidate(data []set, all []trial) error {
	pred := make([][]pages.Extracted, len(data))
	for i := range data {
		pred[i] = make([]pages.Extracted, len(data[i].gold))
	}
	for f := range folds {
		m := fit(all, func(site string) bool { return fold(site) != f })
		read := func(p dateline.Page) (*dateline.Document, error) { return page.ReadWith(p, page.Options{}, m) }
		for i := range data {
			var held []pages.Gold
			var at []int
			for j := range data[i].gold {
				if fold(data[i].gold[j].Site()) == f {
					held, at = append(held, data[i].gold[j]), append(at, j)
				}
			}
			got, err := pages.ExtractAll(context.Background(), held, read)
			if err != nil {
				return err
			}
			for j, e := range got {
				pred[i][at[j]] = e
			}
		}
	}
	for i := range data {
		for _, m := range data[i].score(data[i].gold, pred[i]) {
			if strings.Contains(m.Name, "f1") || strings.HasSuffix(m.Name, "_p") || strings.HasSuffix(m.Name, "_r") {
				fmt.Printf("cv\t%s\t%s\t%.4f\t%d\n", data[i].name, m.Name, m.Value, m.N)
			}
			if data[i].name == "plaintext" && strings.HasSuffix(m.Name, "_f1") {
				fmt.Printf("cv\t%s\t%s-se\t%.4f\t%d\n", data[i].name, m.Name, standardError(data[i], pred[i], m.Name), m.N)
			}
		}
	}
	return nil
}

// standardError is that of a figure by bootstrap over pages.
func standardError(s set, pred []pages.Extracted, name string) float64 {
	units := make([]int, len(s.gold))
	for i := range units {
		units[i] = i
	}
	return measure.StandardError(units, func(sample []int) float64 {
		gold, found := make([]pages.Gold, len(sample)), make([]pages.Extracted, len(sample))
		for i, k := range sample {
			gold[i], found[i] = s.gold[k], pred[k]
		}
		for _, m := range s.score(gold, found) {
			if m.Name == name {
				return m.Value
			}
		}
		return 0
	})
}

// fit fits the parts of the model, one after the other, on the pages of the sites for
// which use holds.
func fit(data []trial, use func(site string) bool) *page.Model {
	nFirst, nContext, nAgain := page.Size()
	m := &page.Model{First: make([]float64, nFirst), Context: make([]float64, nContext)}
	var rows []row
	for i := range data {
		if use(data[i].site) {
			rows = data[i].add(rows, data[i].first)
		}
	}
	m.First = logistic(rows, nFirst)
	rows = rows[:0]
	for i := range data {
		if use(data[i].site) {
			_, context, _ := data[i].page.Features(m)
			rows = data[i].add(rows, context)
		}
	}
	m.Context = logistic(rows, nContext)
	m.Again = make([]float64, nAgain)
	rows = rows[:0]
	for i := range data {
		if use(data[i].site) && data[i].asText {
			_, _, again := data[i].page.Features(m)
			rows = data[i].add(rows, again)
		}
	}
	m.Again = logistic(rows, nAgain)
	return m
}
