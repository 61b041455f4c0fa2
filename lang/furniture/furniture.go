// Package furniture is the vocabulary of the page around a story: "Read more", "Lire aussi", "Mehr
// zum Thema", the words before an author's name, the months and zones of a date.
//
// A page must be taken apart before its language can be told, so the tables hold all languages at
// once. They are tables of rows, *.tsv in this folder:
//
//	phrase TAB kind=value,… TAB language
//
// Several phrases of one row are parted by " | ", a low line in a phrase stands for a space at its
// border, and empty lines and lines that begin with # are passed over. The language is there for
// the reader of the table.
//
// To teach the reader of pages a phrase, add a row. Phrases of the kinds [Opener], [Junk],
// [Picture] and [BylineLabel] are features of the classifier of blocks too: fit it anew with go
// generate ./internal/page.
package furniture

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/dateline-go/dateline/lang"
)

//go:embed *.tsv
var files embed.FS

// Phrase is a phrase of one kind with what it stands for, "" where the kind has no values.
type Phrase struct {
	Words, Value string
}

// Table holds the phrases of each kind. It is only read after it was made, and so safe for concurrent use.
type Table struct {
	kinds [kindCount]struct {
		phrases []Phrase // in the order of the rows
		values  map[string]string
	}
}

// Words returns the tables of this package. Every call returns the same one.
func Words() *Table { return words() }

// words reads the tables. They are part of the program and a test reads them, so an error is a fault of ours that
// cannot reach a user.
var words = sync.OnceValue(func() *Table {
	t, err := Read(files)
	if err != nil {
		panic(fmt.Sprintf("furniture: %v", err))
	}
	return t
})

// Read reads every table of a folder, name.tsv, in the order of their names. The error wraps [lang.ErrTable] and names
// the line: an unknown kind, a row without one, a phrase that a kind has already.
func Read(folder fs.FS) (*Table, error) {
	t := &Table{}
	for i := range t.kinds {
		t.kinds[i].values = map[string]string{}
	}
	names, err := fs.Glob(folder, "*.tsv")
	if err != nil {
		return nil, fmt.Errorf("%w: %w", lang.ErrTable, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", lang.ErrTable, err)
		}
		number := 0
		for line := range strings.Lines(string(data)) {
			number++
			if err := t.add(strings.TrimRight(line, "\r\n")); err != nil {
				return nil, fmt.Errorf("%w: %s:%d: %w", lang.ErrTable, name, number, err)
			}
		}
	}
	return t, nil
}

// add adds a row.
func (t *Table) add(row string) error {
	if row == "" || row[0] == '#' {
		return nil
	}
	phrases, rest, _ := strings.Cut(row, "\t")
	kinds, _, _ := strings.Cut(rest, "\t")
	if kinds == "" {
		return errors.New("a row without a kind")
	}
	for kind := range strings.SplitSeq(kinds, ",") {
		name, value, _ := strings.Cut(kind, "=")
		k, ok := kindNamed(name)
		if !ok {
			return fmt.Errorf("unknown kind %q", name)
		}
		of := &t.kinds[k]
		for p := range strings.SplitSeq(phrases, " | ") {
			p = strings.ReplaceAll(p, "_", " ")
			if _, twice := of.values[p]; twice || strings.TrimSpace(p) == "" {
				return fmt.Errorf("%q stands there twice, or is empty", p)
			}
			of.values[p] = value
			of.phrases = append(of.phrases, Phrase{Words: p, Value: value})
		}
	}
	return nil
}

// Phrases returns the phrases of a kind in the order of their rows. Do not change them.
func (t *Table) Phrases(k Kind) []Phrase { return t.kinds[k].phrases }

// List returns the words of the phrases of a kind in the order of their rows.
func (t *Table) List(k Kind) []string {
	list := make([]string, 0, len(t.kinds[k].phrases))
	for _, p := range t.kinds[k].phrases {
		list = append(list, p.Words)
	}
	return list
}

// Is reports whether a phrase is of a kind. It is looked up as it is: fold it first.
func (t *Table) Is(phrase string, k Kind) bool {
	_, ok := t.kinds[k].values[phrase]
	return ok
}

// Value returns what a phrase stands for as one of a kind, and whether it is of that kind.
func (t *Table) Value(phrase string, k Kind) (string, bool) {
	v, ok := t.kinds[k].values[phrase]
	return v, ok
}
