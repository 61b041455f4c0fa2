package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// wordCounts says how often a word stands in lower case and how often with a
// capital, in places where a sentence does not begin.
type wordCounts struct {
	small, capital map[string]int
}

// inner finds words that another word comes before, so that a capital means
// something.
var inner = regexp.MustCompile(`[a-z,] ([A-Za-z][A-Za-z'’-]*)`)

// countWords counts over every text of a folder.
func countWords(dir string) (*wordCounts, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.gz"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no *.gz in %q", dir)
	}
	w := &wordCounts{map[string]int{}, map[string]int{}}
	for _, name := range files {
		if err := w.read(name); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return w, nil
}

func (w *wordCounts) read(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bufio.NewReaderSize(z, 1<<20))
	for dec.More() {
		var row struct{ Text string }
		if err := dec.Decode(&row); err != nil {
			return err
		}
		for _, m := range inner.FindAllStringSubmatch(row.Text, -1) {
			word := gazetteer.Fold(m[1])
			if m[1][0] <= 'Z' {
				w.capital[word]++
			} else {
				w.small[word]++
			}
		}
	}
	return nil
}

// common reports whether a name is a word that is mostly written small.
func (w *wordCounts) common(name string) bool {
	word := gazetteer.Fold(name)
	return w.small[word] >= 3 && w.small[word] > w.capital[word]
}

// lower returns the words that are seen often enough, each with its share of
// small letters in sixteenths less one: 15 is always, 0 is one in sixteen.
func (w *wordCounts) lower() map[string]uint8 {
	out := map[string]uint8{}
	for word, n := range w.small {
		share := 16 * n / (n + w.capital[word])
		if n >= 4 && share >= 1 && !strings.HasPrefix(word, "'") {
			out[word] = uint8(min(share, 15))
		}
	}
	return out
}
