package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/dateline-go/dateline/internal/eval/pages"
)

// extractSets are the sets of pages and how each is scored.
var extractSets = []struct {
	name  string
	score func([]pages.Gold, []pages.Extracted) []pages.Measure
}{
	{"scrapinghub", pages.BodyMeasures},
	{"fundus", pages.FundusMeasures},
	{"trafilatura", pages.SegmentMeasures},
	{"htmldate-mediacloud", pages.DateMeasures},
	{"plaintext", pages.LineMeasures},
	{ownFrench, ownMeasures},
}

// ownFrench names the set of pages that is kept with the code rather than with the data sets.
const ownFrench = "fr_own"

// ownMeasures leaves out what the truth of our pages does not say: headings, deks and publishers.
func ownMeasures(gold []pages.Gold, pred []pages.Extracted) []pages.Measure {
	return slices.DeleteFunc(pages.FundusMeasures(gold, pred), func(m pages.Measure) bool {
		return m.Name == "heading_f1" || m.Name == "dek_norm" || m.Name == "title_by_publisher"
	})
}

// loadPages returns the pages of a set.
func loadPages(dir, set string) ([]pages.Gold, error) {
	if set == ownFrench {
		return pages.OwnFrench()
	}
	return pages.Load(dir, set)
}

// pageLanguages are those whose pages are scored by themselves too, where a set has at least leastPages of them.
var pageLanguages = []string{"en", "de", "es", "fr"}

const leastPages = 4

// inLanguage returns the pages that were read as being in a language, and what was read.
func inLanguage(gold []pages.Gold, pred []pages.Extracted, code string) ([]pages.Gold, []pages.Extracted) {
	var some []pages.Gold
	var read []pages.Extracted
	for i, p := range pred {
		if p.Language == code {
			some, read = append(some, gold[i]), append(read, p)
		}
	}
	return some, read
}

// runExtract scores the reading of pages. When EXTRACT_DUMP names a folder, what was
// read is written there for extract/score.py.
func runExtract(ctx context.Context, dir string) ([]measure, error) {
	var out []measure
	for _, set := range extractSets {
		gold, err := loadPages(dir, set.name)
		if err != nil {
			return nil, err
		}
		pred, err := pages.ExtractAll(ctx, gold, pages.Default)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", set.name, err)
		}
		if to := os.Getenv("EXTRACT_DUMP"); to != "" {
			if err := dump(filepath.Join(to, set.name+".jsonl"), pred); err != nil {
				return nil, err
			}
		}
		for _, m := range set.score(gold, pred) {
			out = append(out, measure{set.name, m.Name, m.Value, m.N})
		}
		if set.name == ownFrench {
			continue // one language
		}
		for _, l := range pageLanguages {
			some, read := inLanguage(gold, pred, l)
			if len(some) < leastPages {
				continue
			}
			for _, m := range set.score(some, read) {
				out = append(out, measure{set.name + "-" + l, m.Name, m.Value, m.N})
			}
		}
	}
	return out, nil
}

// dump writes what was read, one object a line.
func dump(name string, pred []pages.Extracted) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(f)
	for _, p := range pred {
		if err := enc.Encode(p); err != nil {
			return err
		}
	}
	return f.Close()
}
