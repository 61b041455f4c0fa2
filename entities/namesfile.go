package entities

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// ErrNames is wrapped by the errors of [ReadNames] for a file that is not as
// docs/names-file.md says. The error names the line.
var ErrNames = errors.New("entities: names file")

// Bounds of a names file.
const (
	maxNamesBytes = 64 << 20
	maxNamesRows  = 500_000
	maxNameBytes  = 200
	maxAliases    = 200
)

// Names are names of the user's own: more names, other names of one thing,
// corrections, and words that are no name. They are read by [ReadNames], never
// change, and are safe for concurrent use. The zero value has none.
type Names struct {
	rows []nameRow
	// byText has the row of each text, by index.
	byText map[string]int
	// lengths has, by how a text begins, how long such texts are, the longest first.
	lengths map[string][]int
}

// action is what a row of a names file asks for.
type action string

const (
	actionAdd      action = "add"
	actionMerge    action = "merge"
	actionCorrect  action = "correct"
	actionSuppress action = "suppress"
)

// nameRow is a row of a names file.
type nameRow struct {
	action   action
	name     string
	label    dateline.Label
	country  string
	id       string
	geonames int
	line     int
}

// The columns of a names file, in order.
const (
	columnAction = iota
	columnName
	columnLabel
	columnAliases
	columnCountry
	columnGeoNames
	columnID
	columnCount
)

// Len returns how many rows there are.
func (n *Names) Len() int {
	if n == nil {
		return 0
	}
	return len(n.rows)
}

// ReadNames reads a names file: lines of TSV, or of CSV where the first line has no
// tab, with the columns action, name, label, aliases (with "|" between them),
// country, GeoNames id and id; empty ones at the end may be left off.
// docs/names-file.md describes them. The error wraps [ErrNames] and names the line,
// or is that of the reader. At most 64 MiB and 500,000 rows are read.
func ReadNames(r io.Reader) (*Names, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxNamesBytes+1))
	if err != nil {
		return nil, fmt.Errorf("entities: names file: %w", err)
	}
	switch {
	case len(b) > maxNamesBytes:
		return nil, fmt.Errorf("%w: more than %d bytes", ErrNames, maxNamesBytes)
	case !utf8.Valid(b):
		return nil, fmt.Errorf("%w: %w", ErrNames, dateline.ErrUTF8)
	}
	n := &Names{byText: map[string]int{}, lengths: map[string][]int{}}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	read := n.readCSV
	if first, _, _ := bytes.Cut(firstRow(b), []byte("\n")); bytes.IndexByte(first, '\t') >= 0 {
		read = n.readTSV
	}
	if err := read(b); err != nil {
		return nil, err
	}
	for _, list := range n.lengths {
		slices.SortFunc(list, func(a, b int) int { return b - a })
	}
	return n, nil
}

// firstRow returns what follows comments and empty lines.
func firstRow(b []byte) []byte {
	for len(b) > 0 {
		line, rest, _ := bytes.Cut(b, []byte("\n"))
		if t := bytes.TrimSpace(line); len(t) > 0 && t[0] != '#' {
			return b
		}
		b = rest
	}
	return b
}

func (n *Names) readTSV(b []byte) error {
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, maxNamesBytes)
	for at := 1; lines.Scan(); at++ {
		line := strings.TrimSuffix(lines.Text(), "\r")
		if t := strings.TrimSpace(line); t == "" || t[0] == '#' {
			continue
		}
		if err := n.add(at, strings.Split(line, "\t")); err != nil {
			return err
		}
	}
	return lines.Err()
}

func (n *Names) readCSV(b []byte) error {
	c := csv.NewReader(bytes.NewReader(b))
	c.Comment, c.FieldsPerRecord = '#', -1
	for {
		cols, err := c.Read()
		if err == io.EOF {
			return nil
		}
		if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
			return fmt.Errorf("%w line %d: %w", ErrNames, parse.Line, parse.Err)
		}
		if err != nil {
			return fmt.Errorf("%w: %w", ErrNames, err)
		}
		at, _ := c.FieldPos(0)
		if err := n.add(at, cols); err != nil {
			return err
		}
	}
}

// least is how many columns a row of each action must have.
var least = map[action]int{actionAdd: columnLabel + 1, actionMerge: columnAliases + 1,
	actionCorrect: columnLabel + 1, actionSuppress: columnName + 1}

// add adds a row.
func (n *Names) add(line int, cols []string) error {
	fail := func(format string, args ...any) error {
		return fmt.Errorf("%w line %d: %w", ErrNames, line, fmt.Errorf(format, args...))
	}
	for i := range cols {
		cols[i] = strings.Join(strings.Fields(cols[i]), " ")
	}
	if len(n.rows) == 0 && cols[0] == "action" {
		return nil // a header
	}
	row := nameRow{action: action(cols[0]), line: line}
	want, ok := least[row.action]
	switch {
	case !ok:
		return fail("unknown action %q", cols[0])
	case len(cols) < want:
		return fail("want %d columns, got %d", want, len(cols))
	case len(cols) > columnCount:
		return fail("want at most %d columns, got %d", columnCount, len(cols))
	case len(n.rows) == maxNamesRows:
		return fail("more than %d rows", maxNamesRows)
	}
	cols = append(cols, make([]string, columnCount-len(cols))...)
	if err := row.fill(cols); err != nil {
		return fail("%w", err)
	}
	texts := []string{row.name}
	if cols[columnAliases] != "" {
		texts = append(texts, strings.Split(cols[columnAliases], "|")...)
	}
	if err := row.check(texts); err != nil {
		return fail("%w", err)
	}
	n.rows = append(n.rows, row)
	for _, t := range texts {
		if err := n.note(strings.TrimSpace(t), len(n.rows)-1); err != nil {
			return fail("%w", err)
		}
	}
	return nil
}

// fill sets what the columns of a row say, but for its aliases.
func (row *nameRow) fill(cols []string) error {
	row.name, row.country, row.id = cols[columnName], cols[columnCountry], cols[columnID]
	if l := dateline.Label(cols[columnLabel]); l != "" {
		if !slices.Contains(dateline.Labels(), l) || l.IsValue() {
			return fmt.Errorf("%q is no label of names", l)
		}
		row.label = l
	}
	if c := row.country; c != "" && (len(c) != 2 || c[0] < 'A' || c[0] > 'Z' || c[1] < 'A' || c[1] > 'Z') {
		return fmt.Errorf("country %q is no code of two capitals", c)
	}
	if g := cols[columnGeoNames]; g != "" {
		v, err := strconv.Atoi(g)
		if err != nil || v <= 0 {
			return fmt.Errorf("GeoNames id %q is no number", g)
		}
		row.geonames = v
	}
	if len(row.id) > maxNameBytes || strings.ContainsFunc(row.id, unicode.IsControl) {
		return fmt.Errorf("id is longer than %d bytes, or has control characters", maxNameBytes)
	}
	return nil
}

// check reports what an action does not have that it needs, or has to no effect.
func (r *nameRow) check(texts []string) error {
	switch {
	case len(texts) > maxAliases:
		return fmt.Errorf("more than %d aliases", maxAliases)
	case r.action == actionAdd && r.label == "":
		return errors.New("add needs a label")
	case r.action == actionMerge && len(texts) < 2:
		return errors.New("merge needs aliases")
	case r.action == actionCorrect && r.label == "" && r.country == "":
		return errors.New("correct needs a label or a country")
	case r.action == actionCorrect && (r.id != "" || r.geonames != 0 || len(texts) > 1):
		return errors.New("correct has a label and a country only; use merge for aliases and ids")
	case r.action == actionSuppress && (r.label != "" || r.country != "" || r.id != "" || r.geonames != 0):
		return errors.New("suppress has a name and aliases only")
	}
	return nil
}

// note keeps a text of a row.
func (n *Names) note(text string, row int) error {
	switch {
	case text == "":
		return errors.New("empty name")
	case len(text) > maxNameBytes:
		return fmt.Errorf("name of more than %d bytes", maxNameBytes)
	case !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		return fmt.Errorf("name %q has no letter or digit", text)
	}
	if other, ok := n.byText[text]; ok {
		if other == row {
			return nil
		}
		return fmt.Errorf("%q is on line %d already", text, n.rows[other].line)
	}
	n.byText[text] = row
	key := beginning(text)
	if list := n.lengths[key]; !slices.Contains(list, len(text)) {
		n.lengths[key] = append(list, len(text))
	}
	return nil
}

// beginning returns the letters and digits that a text begins with, or its first
// character.
func beginning(text string) string {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	switch end {
	case -1:
		return text
	case 0:
		_, n := utf8.DecodeRuneInString(text)
		return text[:n]
	}
	return text[:end]
}
