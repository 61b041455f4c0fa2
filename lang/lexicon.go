package lang

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// ErrTable says that a table of words cannot be read. The error that wraps it names the file and the line.
var ErrTable = errors.New("lang: not a table of words")

// Lexicon says of which classes a word is, and what it stands for where a class has values. One look-up a word answers
// for all classes. It is only read after it was made, and so safe for concurrent use.
type Lexicon struct {
	words  wordTable
	values map[valueKey]string
}

type valueKey struct {
	class Class
	word  string
}

// NewLexicon returns an empty lexicon.
func NewLexicon() *Lexicon {
	return &Lexicon{values: map[valueKey]string{}}
}

// ReadLexicon reads every table of a folder, name.tsv, in the order of their names. A line is
//
//	word TAB class,class=value,… TAB note
//
// where the note may be left out, several words of one row are parted by " | ", and empty lines and
// lines that begin with # are passed over. Words are kept as they are written: small letters,
// unless case is what tells. A word may stand in several rows and tables; its classes add up. The
// error wraps [ErrTable] for an unknown class, a row without a class, or a class that gets a second
// value for a word.
func ReadLexicon(tables fs.FS) (*Lexicon, error) {
	l := NewLexicon()
	names, err := fs.Glob(tables, "*.tsv")
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTable, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(tables, name)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrTable, err)
		}
		if err := l.add(name, string(data)); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// Add adds the rows of a table, written as [ReadLexicon] reads them. It is for making a lexicon: nobody may read it at
// the same time. The error wraps [ErrTable].
func (l *Lexicon) Add(table string) error { return l.add("table", table) }

func (l *Lexicon) add(name, table string) error {
	number := 0
	for line := range strings.Lines(table) {
		number++
		if err := l.addRow(strings.TrimSuffix(line, "\n")); err != nil {
			return fmt.Errorf("%w: %s:%d: %w", ErrTable, name, number, err)
		}
	}
	return nil
}

// addRow adds a row of a table.
func (l *Lexicon) addRow(row string) error {
	if strings.TrimSpace(row) == "" || row[0] == '#' {
		return nil
	}
	words, rest, ok := strings.Cut(row, "\t")
	list, _, _ := strings.Cut(rest, "\t")
	if !ok || list == "" {
		return errors.New("a row without a class")
	}
	for word := range strings.SplitSeq(words, " | ") {
		if word == "" {
			return errors.New("an empty word")
		}
		for name := range strings.SplitSeq(list, ",") {
			name, value, valued := strings.Cut(name, "=")
			class, ok := ClassNamed(name)
			if !ok {
				return fmt.Errorf("unknown class %q", name)
			}
			l.words.add(word, class)
			if !valued {
				continue
			}
			key := valueKey{class, word}
			if old, ok := l.values[key]; ok && old != value {
				return fmt.Errorf("%q is %s=%s already", word, name, old)
			}
			l.values[key] = value
		}
	}
	return nil
}

// Of returns the classes of a word, which is looked up as it is: fold it first.
func (l *Lexicon) Of(word string) Classes {
	at := l.words.find(word)
	if at < 0 {
		return Classes{}
	}
	return l.words.words[at].classes
}

// Has reports whether a word is of any class.
func (l *Lexicon) Has(word string) bool {
	return l.words.find(word) >= 0
}

// Is reports whether a word is of a class.
func (l *Lexicon) Is(word string, c Class) bool {
	at := l.words.find(word)
	return at >= 0 && l.words.words[at].classes.Is(c)
}

// Value returns what a word stands for as a member of a class: "3" for "march" as a [Month]; "" where the table gives
// nothing.
func (l *Lexicon) Value(word string, c Class) string {
	if !l.Is(word, c) { // cheaper than to look for a value that is not there
		return ""
	}
	return l.values[valueKey{c, word}]
}

// Words returns the words of a class, sorted.
func (l *Lexicon) Words(c Class) []string {
	words := slices.Clone(l.words.of[c])
	slices.Sort(words)
	return words
}

// any reports whether the lexicon has words of a class; a nil one has none.
func (l *Lexicon) any(c Class) bool {
	return l != nil && len(l.words.of[c]) > 0
}
