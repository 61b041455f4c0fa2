package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/eval/sets"
)

// casing counts how a word is written where no sentence begins.
type casing struct{ small, capital int }

// countCasing counts over the texts of a folder: JSONL files, packed by gzip or
// not, with a "text" each.
func countCasing(dir string) (map[string]*casing, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl*"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	counts := map[string]*casing{}
	for _, f := range files {
		if err := countFile(f, counts); err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
	}
	if len(counts) == 0 {
		return nil, fmt.Errorf("%s: no words in it", dir)
	}
	return counts, nil
}

func countFile(path string, counts map[string]*casing) error {
	return sets.Each(path, func(row struct{ Text string }) error {
		countText(row.Text, counts)
		return nil
	})
}

// countText counts the words that stand after a small word or a comma, and so
// begin no sentence.
func countText(text string, counts map[string]*casing) {
	inside := false
	for _, field := range strings.Fields(text) {
		w := strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) })
		first, _ := utf8.DecodeRuneInString(w)
		if inside && w != "" {
			lower := strings.ToLower(w)
			c := counts[lower]
			if c == nil {
				c = &casing{}
				counts[lower] = c
			}
			if unicode.IsUpper(first) {
				c.capital++
			} else {
				c.small++
			}
		}
		last, _ := utf8.DecodeLastRuneInString(field)
		inside = w != "" && unicode.IsLower(first) && (unicode.IsLetter(last) || last == ',')
	}
}

// smallWord reports whether a word is mostly written small.
func smallWord(c *casing) bool { return c != nil && c.small > c.capital }
