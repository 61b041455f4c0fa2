package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/eval/sets"
	"github.com/dateline-go/dateline/internal/names"
)

// row is one line of a data set.
type row struct {
	ID        string          `json:"id"`
	Source    string          `json:"source"`
	Text      string          `json:"text"`
	Spans     []span          `json:"spans"`
	Tokens    []dateline.Span `json:"tokens"`
	Sentences []dateline.Span `json:"sents"`
	Meta      struct {
		Genre string `json:"genre"`
		Kind  string `json:"kind"`
	} `json:"meta"`
}

// span is a name in a row, with the data set's own label.
type span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Label string `json:"label"`
	// Maybe lists other kinds that the span may be instead, see the teacher.
	Confidence float64 `json:"confidence,omitempty"`
}

// labelSet says what the labels of a data set mean.
type labelSet struct {
	Map map[string]*string `json:"map"`
	Has []string           `json:"has"`
}

// coarse are the names of the kinds in the table of labels.
var coarse = [names.Kinds]string{"PER", "ORG", "LOC", "MISC"}

// aliases are other spellings that any data set may use.
var aliases = map[string]string{"PERSON": "PER", "GPE": "LOC", "FAC": "LOC", "NORP": "MISC", "EVENT": "MISC",
	"WORK": "MISC", "PRODUCT": "MISC", "LAW": "MISC", "PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}

// labelTable holds the label sets by the beginning of their files' names.
type labelTable map[string]labelSet

func readLabels(path string) (labelTable, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var t struct {
		Datasets labelTable `json:"datasets"`
	}
	if err := json.Unmarshal(b, &t); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return t.Datasets, nil
}

// set finds the label set of a file: the longest name that the file's name
// begins with. A file of none has the usual labels, all of them.
func (t labelTable) set(path string) labelSet {
	base, best := filepath.Base(path), ""
	for k := range t {
		if strings.HasPrefix(base, k) && len(k) > len(best) {
			best = k
		}
	}
	if best == "" {
		return labelSet{Has: coarse[:]}
	}
	return t[best]
}

// meaning says what a label stands for: a kind, nothing, or no one knows.
func (s labelSet) meaning(label string) (kind names.Kind, name, unsure bool) {
	c, ok := "", false
	if p, found := s.Map[label]; found {
		if p == nil {
			return 0, false, false
		}
		c, ok = *p, true
	} else {
		c, ok = aliases[strings.ToUpper(label)]
	}
	if c == "?" {
		return 0, false, true
	}
	for k, n := range coarse {
		if ok && n == c {
			return names.Kind(k), true, false
		}
	}
	return 0, false, false
}

// has reports whether the set marks names of the kind.
func (s labelSet) has(k names.Kind) bool {
	for _, h := range s.Has {
		if h == coarse[k] {
			return true
		}
	}
	return false
}

// readRows reads a data set and checks each row.
func readRows(path string, yield func(row) error) error {
	return sets.Each(path, func(x row) error {
		if err := x.check(); err != nil {
			return err
		}
		return yield(x)
	})
}

// check looks at the offsets of a row.
func (x *row) check() error {
	if !utf8.ValidString(x.Text) {
		return fmt.Errorf("%q: text is not UTF-8", x.ID)
	}
	for _, s := range x.Spans {
		if s.Start < 0 || s.End <= s.Start || s.End > len(x.Text) {
			return fmt.Errorf("%q: span [%d,%d) lies outside a text of %d bytes", x.ID, s.Start, s.End, len(x.Text))
		}
	}
	return nil
}
