package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

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
}

// runExtract scores the reading of pages. When EXTRACT_DUMP names a folder, what was
// read is written there for extract/score.py.
func runExtract(ctx context.Context, dir string) ([]measure, error) {
	var out []measure
	for _, set := range extractSets {
		gold, err := pages.Load(dir, set.name)
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
