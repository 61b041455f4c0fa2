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
	maxArticleID  = 2000
	usualRow      = 64
)

// Names are names of the user's own: more names, other names of one thing,
// corrections, and words that are no name. They are read by [ReadNames], never
// change, and are safe for concurrent use. The zero value has none.
type Names struct {
	rows []nameRow
	// byText has the row of each text, by index; byFold that of the first text with these letters in
	// any case.
	byText map[nameKey]int
	byFold map[nameKey]foldedRow
	// scoped says that some rows are about one article.
	scoped bool
	// byID has the row of each id, of the user's own and of other systems.
	byID map[string]int
	// columns are where a header says that the columns stand, -1 for those it does not name; nil without one.
	columns []int
	// lengths has, by how a text begins, how long such texts are, the longest first.
	lengths map[string][]int
}

// nameKey is a text of a row.
type nameKey struct {
	article string // that the row is about, "" for all
	text    string
}

// foldedRow is the row of a text, and whether that begins with a small letter.
type foldedRow struct {
	row   int
	small bool
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
	article  string // the id of the only article that it is about
	geonames int
	line     int
	ids      dateline.IDs
	roles    []termed
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
	columnIDs
	columnRoles
	columnArticle
	columnCount
)

// columnNames are the columns as a header names them.
var columnNames = [columnCount]string{
	"action", "name", "label", "aliases", "country", "geonames", "id", "ids", "roles", "article",
}

// Len returns how many rows there are.
func (n *Names) Len() int {
	if n == nil {
		return 0
	}
	return len(n.rows)
}

// ReadNames reads a names file: lines of TSV, or of CSV where the first line has no
// tab, with the columns action, name, label, aliases (with "|" between them),
// country, GeoNames id, id, ids, roles and article; empty ones at the end may be left
// off, and a header may put them into another order. docs/names-file.md describes
// them. The error wraps [ErrNames] and names the line, or is that of the reader. At
// most 64 MiB and 500,000 rows are read.
func ReadNames(r io.Reader) (*Names, error) {
	b, err := readNamesFile(r)
	if err != nil {
		return nil, err
	}
	n := newNames(len(b))
	if err := n.read(b, func(err error) error { return err }); err != nil {
		return nil, err
	}
	for _, list := range n.lengths {
		slices.SortFunc(list, func(a, b int) int { return b - a })
	}
	return n, nil
}

// newNames makes Names without rows; size is about how many bytes the file has.
func newNames(size int) *Names {
	rows := min(size/usualRow, maxNamesRows)
	return &Names{byText: make(map[nameKey]int, 2*rows), byFold: make(map[nameKey]foldedRow, 2*rows),
		byID: make(map[string]int, rows), lengths: make(map[string][]int, rows)}
}

// read reads the rows of a file. What is wrong with one goes to fail, whose error ends the reading.
func (n *Names) read(b []byte, fail func(error) error) error {
	if first, _, _ := bytes.Cut(firstRow(b), []byte("\n")); bytes.IndexByte(first, '\t') >= 0 {
		return n.readTSV(b, fail)
	}
	return n.readCSV(b, fail)
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

func (n *Names) readTSV(b []byte, fail func(error) error) error {
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, maxNamesBytes)
	for at := 1; lines.Scan(); at++ {
		line := strings.TrimSuffix(lines.Text(), "\r")
		if t := strings.TrimSpace(line); t == "" || t[0] == '#' {
			continue
		}
		if err := n.add(at, strings.Split(line, "\t")); err != nil {
			if err := fail(err); err != nil {
				return err
			}
		}
	}
	return lines.Err()
}

func (n *Names) readCSV(b []byte, fail func(error) error) error {
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
			if err := fail(err); err != nil {
				return err
			}
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
	if len(n.rows) == 0 && n.columns == nil && isHeader(cols) {
		if err := n.header(cols); err != nil {
			return fail("%w", err)
		}
		return nil
	}
	cols, err := n.inOrder(cols)
	if err != nil {
		return fail("%w", err)
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
	for _, id := range row.allIDs() {
		key := id
		if row.article != "" {
			key = row.article + "\x00" + id
		}
		if at, ok := n.byID[key]; ok {
			return fail("%s is on line %d already", id, n.rows[at].line)
		}
		n.byID[key] = len(n.rows)
	}
	n.scoped = n.scoped || row.article != ""
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
	row.article = cols[columnArticle]
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
	if len(row.article) > maxArticleID || strings.ContainsFunc(row.article, unicode.IsControl) {
		return fmt.Errorf("article is longer than %d bytes, or has control characters", maxArticleID)
	}
	var err error
	if row.ids, err = idsOf(cols[columnIDs]); err != nil {
		return err
	}
	row.roles, err = rolesOf(cols[columnRoles])
	return err
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
	case r.action == actionCorrect && (r.id != "" || r.geonames != 0 || len(texts) > 1 || r.isDetailed()):
		return errors.New("correct has a label and a country only; use merge for aliases and ids")
	case r.action == actionSuppress &&
		(r.label != "" || r.country != "" || r.id != "" || r.geonames != 0 || r.isDetailed()):
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
	exact := nameKey{n.rows[row].article, text}
	if other, ok := n.byText[exact]; ok {
		if other == row {
			return nil
		}
		return fmt.Errorf("%q is on line %d already", text, n.rows[other].line)
	}
	n.byText[exact] = row
	folded := nameKey{exact.article, strings.ToLower(text)}
	if _, ok := n.byFold[folded]; !ok {
		n.byFold[folded] = foldedRow{row, beginsSmall(text)}
	}
	key := strings.ToLower(beginning(text))
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
