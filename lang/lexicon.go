package lang

import (
	"bytes"
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
	words wordTable
}

// NewLexicon returns an empty lexicon.
func NewLexicon() *Lexicon {
	return &Lexicon{}
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
	texts := make([]string, len(names))
	words := 0
	for i, name := range names {
		data, err := fs.ReadFile(tables, name)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrTable, err)
		}
		texts[i] = string(data)
		words += bytes.Count(data, []byte{'\n'}) + bytes.Count(data, []byte{'|'})
	}
	l.words.grow(words)
	for i, name := range names {
		if err := l.add(name, texts[i]); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// wordsApart stands between the words of one row.
const wordsApart = " | "

// Add adds the rows of a table, written as [ReadLexicon] reads them. It is for making a lexicon: nobody may read it at
// the same time. The error wraps [ErrTable].
func (l *Lexicon) Add(table string) error { return l.add("table", table) }

func (l *Lexicon) add(name, table string) error {
	var last classList
	number := 0
	for line := range strings.Lines(table) {
		number++
		if err := l.addRow(strings.TrimSuffix(line, "\n"), &last); err != nil {
			return fmt.Errorf("%w: %s:%d: %w", ErrTable, name, number, err)
		}
	}
	return nil
}

// classList is what the second column of a row says, kept for the next row, which most often says the same.
type classList struct {
	written string
	set     classSet
	valued  []classValue
}

type classValue struct {
	class Class
	value string
}

// read reads the column, unless it is that of the row before.
func (l *Lexicon) read(written string, list *classList) error {
	if written == list.written {
		return nil
	}
	classes := list.set.classes[:0]
	*list = classList{valued: list.valued[:0]}
	for name := range strings.SplitSeq(written, ",") {
		name, value, valued := strings.Cut(name, "=")
		class, ok := ClassNamed(name)
		if !ok {
			return fmt.Errorf("unknown class %q", name)
		}
		classes = append(classes, class)
		if valued {
			list.valued = append(list.valued, classValue{class, value})
		}
	}
	var ok bool
	if list.set, ok = l.words.setOf(classes); !ok {
		return errSets
	}
	list.written = written
	return nil
}

var errSets = errors.New("too many different sets of classes")

// addRow adds a row of a table.
func (l *Lexicon) addRow(row string, list *classList) error {
	if strings.TrimSpace(row) == "" || row[0] == '#' {
		return nil
	}
	words, rest, ok := strings.Cut(row, "\t")
	written, _, _ := strings.Cut(rest, "\t")
	if !ok || written == "" {
		return errors.New("a row without a class")
	}
	if err := l.read(written, list); err != nil {
		return err
	}
	for more := true; more; {
		var word string
		if word, words, more = strings.Cut(words, wordsApart); word == "" {
			return errors.New("an empty word")
		}
		at := l.words.add(word, list.set)
		if at < 0 {
			return errSets
		}
		for _, v := range list.valued {
			old, ok := l.words.value(at, v.class)
			switch {
			case !ok:
				l.words.setValue(at, v.class, v.value)
			case old != v.value:
				return fmt.Errorf("%q is %s=%s already", word, v.class, old)
			}
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
	return *l.words.classes(at)
}

// Has reports whether a word is of any class.
func (l *Lexicon) Has(word string) bool {
	return l.words.find(word) >= 0
}

// Is reports whether a word is of a class.
func (l *Lexicon) Is(word string, c Class) bool {
	at := l.words.find(word)
	return at >= 0 && l.words.classes(at).Is(c)
}

// Value returns what a word stands for as a member of a class: "3" for "march" as a [Month]; "" where the table gives
// nothing.
func (l *Lexicon) Value(word string, c Class) string {
	at := l.words.find(word)
	if at < 0 {
		return ""
	}
	value, _ := l.words.value(at, c)
	return value
}

// Words returns the words of a class, sorted.
func (l *Lexicon) Words(c Class) []string {
	words := make([]string, len(l.words.of[c]))
	for i, at := range l.words.of[c] {
		words[i] = l.words.words[at].word
	}
	slices.Sort(words)
	return words
}

// any reports whether the lexicon has words of a class; a nil one has none.
func (l *Lexicon) any(c Class) bool {
	return l != nil && len(l.words.of[c]) > 0
}
