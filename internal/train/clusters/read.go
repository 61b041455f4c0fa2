package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/internal/gen/people"
)

const dims = 100

type vector [dims]float32

// readVectors reads the vectors of the first count words that have a letter and
// no digit, each brought to length 1.
func readVectors(path string, count int) ([]string, []vector, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	dec := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	var order []string
	var vectors []vector
	var kept []string
	for {
		t, err := dec.Token()
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", path, err)
		}
		switch t {
		case "words":
			if err := dec.Decode(&order); err != nil {
				return nil, nil, fmt.Errorf("%s: words: %w", path, err)
			}
		case "vectors":
			if order == nil {
				return nil, nil, fmt.Errorf("%s: vectors come before words", path)
			}
			at := map[string]int{}
			for _, w := range order {
				if len(kept) < count && wordly(w) {
					at[w] = len(kept)
					kept = append(kept, w)
				}
			}
			vectors = make([]vector, len(kept))
			if _, err := dec.Token(); err != nil {
				return nil, nil, fmt.Errorf("%s: %w", path, err)
			}
			for dec.More() {
				word, err := dec.Token()
				if err != nil {
					return nil, nil, fmt.Errorf("%s: %w", path, err)
				}
				var v []float32
				if err := dec.Decode(&v); err != nil || len(v) < dims {
					return nil, nil, fmt.Errorf("%s: vector of %v: %d numbers: %w", path, word, len(v), err)
				}
				if i, ok := at[word.(string)]; ok {
					copy(vectors[i][:], v)
					vectors[i].scale()
				}
			}
			return kept, vectors, nil
		}
	}
}

// wordly says whether a word has a letter and no digit.
func wordly(w string) bool {
	letters := false
	for _, r := range w {
		if unicode.IsDigit(r) {
			return false
		}
		letters = letters || unicode.IsLetter(r)
	}
	return letters
}

func (v *vector) scale() {
	var sum float64
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return
	}
	k := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= k
	}
}

// givenNames reads first names: name -> [sources, bearers, share of women, …]. The
// class grows with the number of bearers.
func givenNames(path string) (map[string]uint8, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var rows map[string][]json.RawMessage
	if err := json.Unmarshal(b, &rows); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	given := map[string]uint8{}
	for w, row := range rows {
		var bearers int
		if len(row) < 2 || json.Unmarshal(row[1], &bearers) != nil {
			return nil, fmt.Errorf("%s: row %q has no number of bearers", path, w)
		}
		switch {
		case bearers >= 100_000:
			given[w] = 3
		case bearers >= 5_000:
			given[w] = 2
		case bearers >= 150:
			given[w] = 1
		}
	}
	return given, nil
}

// surnames reads names and the share of their bearers who have it as their first
// name; the class grows as that falls.
func surnames(path string) (map[string]uint8, error) {
	last := map[string]uint8{}
	err := people.Ratios(path, func(name string, first float64) {
		name = strings.ToLower(name)
		switch {
		case first < 0.05:
			last[name] = 3
		case first < 0.3:
			last[name] = 2
		case first < 0.8:
			last[name] = 1
		}
	})
	return last, err
}
