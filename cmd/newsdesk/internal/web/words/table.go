package words

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
)

//go:embed words.tsv
var table string

// ErrTable comes from [Read] for a table that is not one of words.
var ErrTable = errors.New("words: not a table of words")

// english is the column that every row has, and that others fall back on.
const english = "en"

// Read reads a table: a first row of "key", the codes of the languages, English first, and "note"; then a row for each
// key. The languages come in the order of their columns. The error is [ErrTable] and names the line.
func Read(table string) ([]*Language, error) {
	lines := strings.Split(strings.TrimSuffix(table, "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	if len(head) < 3 || head[0] != "key" || head[1] != english || head[len(head)-1] != "note" {
		return nil, fmt.Errorf("%w: line 1: columns are key, en, other languages, note", ErrTable)
	}
	codes := head[1 : len(head)-1]
	list := make([]*Language, len(codes))
	for i, code := range codes {
		list[i] = &Language{Code: code, rows: make(map[string]phrase, len(lines))}
	}
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(head) {
			return nil, fmt.Errorf("%w: line %d: %d cells, not %d", ErrTable, i+2, len(cells), len(head))
		}
		if err := add(list, cells); err != nil {
			return nil, fmt.Errorf("%w: line %d: %w", ErrTable, i+2, err)
		}
	}
	for _, l := range list {
		l.settle(list[0])
	}
	return list, nil
}

// add adds a row to the languages.
func add(list []*Language, cells []string) error {
	key := cells[0]
	if _, twice := list[0].rows[key]; twice || key == "" {
		return fmt.Errorf("the key %q is empty or there twice", key)
	}
	names := placeholders(cells[1])
	for i, l := range list {
		cell := cells[i+1]
		if cell == "" && !strings.HasPrefix(key, countryKey) { // countries fall back on the packs of languages
			cell = cells[1]
		}
		p, err := parse(cell, names)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", key, l.Code, err)
		}
		l.rows[key] = p
	}
	return nil
}

// placeholders lists those of a cell in order.
func placeholders(cell string) []string {
	var names []string
	for {
		_, rest, ok := strings.Cut(cell, "{")
		if !ok {
			return names
		}
		var name string
		name, cell, _ = strings.Cut(rest, "}")
		names = append(names, name)
	}
}
