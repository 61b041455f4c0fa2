// Command pageblocks fits the classifier of package page on the pages of the
// evaluation data and writes its coefficients. It is run by go generate:
//
//	go run ./internal/gen/pageblocks -out internal/page/model_data.go
//	go run ./internal/gen/pageblocks -cv     figures under cross-validation by site
//
// The data is found by DATELINE_EVAL, default ../shared/eval. The same data gives the
// same bytes. The sets scrapinghub, fundus, trafilatura and plaintext are used; no
// text of theirs goes into the model, which has some 240 numbers.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/eval/pages"
	"github.com/dateline-go/dateline/internal/page"
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
	flag.Parse()
	if err := run(*out, *cv); err != nil {
		fmt.Fprintln(os.Stderr, "pageblocks:", err)
		os.Exit(1)
	}
}

func run(out string, cv bool) error {
	dir := os.Getenv("DATELINE_EVAL")
	if dir == "" {
		dir = "../shared/eval"
	}
	data := []set{
		{"scrapinghub", nil, pages.BodyMeasures},
		{"fundus", nil, pages.FundusMeasures},
		{"trafilatura", nil, pages.SegmentMeasures},
		{"plaintext", nil, pages.LineMeasures},
	}
	for i := range data {
		gold, err := pages.Load(dir, data[i].name)
		if err != nil {
			return err
		}
		data[i].gold = gold
	}
	if cv {
		return crossValidate(data)
	}
	m, err := fit(data, func(*pages.Gold) bool { return true })
	if err != nil {
		return err
	}
	if out == "" {
		_, err = os.Stdout.Write(source(m))
		return err
	}
	return os.WriteFile(out, source(m), 0o644)
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
func crossValidate(data []set) error {
	pred := make([][]pages.Extracted, len(data))
	for i := range data {
		pred[i] = make([]pages.Extracted, len(data[i].gold))
	}
	for f := range folds {
		m, err := fit(data, func(g *pages.Gold) bool { return fold(g.Site()) != f })
		if err != nil {
			return err
		}
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
		}
	}
	return nil
}

// fit fits both parts of the model on the pages for which use holds.
func fit(data []set, use func(*pages.Gold) bool) (*page.Model, error) {
	nFirst, nContext := page.Size()
	m := &page.Model{First: make([]float64, nFirst), Context: make([]float64, nContext)}
	first, err := rows(data, use, m, false)
	if err != nil {
		return nil, err
	}
	m.First = logistic(first, nFirst)
	context, err := rows(data, use, m, true)
	if err != nil {
		return nil, err
	}
	m.Context = logistic(context, nContext)
	return m, nil
}

// row is one block to fit on.
type row struct {
	features []page.Feature
	story    bool
	weight   float64
}

// How much a block weighs: its words as a share of its page's story, as the measure
// of the body counts them, and as a block.
const (
	perPage    = 40.0
	perBlock   = 0.1
	perLine    = 0.5
	perSegment = 2.0
)

// rows makes the rows of one part of the model.
func rows(data []set, use func(*pages.Gold) bool, m *page.Model, context bool) ([]row, error) {
	var out []row
	for _, s := range data {
		for j := range s.gold {
			g := &s.gold[j]
			if !use(g) {
				continue
			}
			samples, err := page.Samples(g.Page(), page.Options{}, m)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", g.ID, err)
			}
			texts, lines := make([]string, len(samples)), make([]int, len(samples))
			for i, x := range samples {
				texts[i], lines[i] = x.Text, x.Line
			}
			total := float64(max(50, pages.Words(g.Body)))
			for i, label := range g.Label(texts, lines) {
				if label == pages.Unknown {
					continue
				}
				r := row{features: samples[i].First, story: label == pages.Story}
				if context {
					r.features = samples[i].Context
				}
				share := min(1, float64(pages.Words(texts[i]))/total)
				switch {
				case g.Labels != "":
					r.weight = perLine + perPage/2*share
				case g.Body != "":
					r.weight = perBlock + perPage*share
				default:
					r.weight = perSegment
				}
				r.features = slices.Clip(r.features)
				out = append(out, r)
			}
		}
	}
	return out, nil
}
