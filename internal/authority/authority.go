package authority

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

// ErrFile is wrapped by the errors of [Read] for a file that is not as docs/names-file.md says. The
// error names the line.
var ErrFile = errors.New("entities: names file")

// MaxName is the most bytes of a name, an id or a role in a row.
const MaxName = 200

// Bounds of a names file.
const (
	maxBytes     = 64 << 20
	maxRows      = 500_000
	maxAliases   = 200
	maxArticleID = 2000
	usualRow     = 64
)

// List holds the rows of a names file. It is made by [Read], never changes, and is safe for
// concurrent use. A nil List has none.
type List struct {
	rows []Row
	// byText has the row of each text, by index; byFold that of the first text with these letters in
	// any case.
	byText map[key]int
	byFold map[key]foldedRow
	// scoped says that some rows are about one article.
	scoped bool
	// byID has the row of each id, of the user's own and of other systems.
	byID map[string]int
	// columns are where a header says that the columns stand, -1 for those it does not name; nil without one.
	columns []int
	// lengths has, by how a text begins, how long such texts are, the longest first.
	lengths map[string][]int
}

// key is a text of a row.
type key struct {
	article string // that the row is about, "" for all
	text    string
}

// foldedRow is the row of a text, and whether that begins with a small letter.
type foldedRow struct {
	row   int
	small bool
}

// Action is what a row of a names file asks for.
type Action string

// The actions.
const (
	// Add makes a name of a text wherever it stands.
	Add Action = "add"
	// Merge makes one thing of several names.
	Merge Action = "merge"
	// Correct says what a name is, or in which country.
	Correct Action = "correct"
	// Suppress makes no name of a text.
	Suppress Action = "suppress"
)

// Row is a row of a names file. docs/names-file.md says what its columns mean.
type Row struct {
	Action   Action
	Name     string
	Label    dateline.Label
	Country  string
	ID       string
	Article  string // the id of the only article that it is about
	GeoNames int
	Line     int
	IDs      dateline.IDs
	Roles    []Termed
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
func (n *List) Len() int {
	if n == nil {
		return 0
	}
	return len(n.rows)
}

// Read reads a names file: lines of TSV, or of CSV where the first line has no
// tab, with the columns action, name, label, aliases (with "|" between them),
// country, GeoNames id, id, ids, roles and article; empty ones at the end may be left
// off, and a header may put them into another order. docs/names-file.md describes
// them. The error wraps [ErrFile] and names the line, or is that of the reader. At
// most 64 MiB and 500,000 rows are read.
func Read(r io.Reader) (*List, error) {
	b, err := readFile(r)
	if err != nil {
		return nil, err
	}
	n := newList(len(b))
	if err := n.read(b, func(err error) error { return err }); err != nil {
		return nil, err
	}
	for _, list := range n.lengths {
		slices.SortFunc(list, func(a, b int) int { return b - a })
	}
	return n, nil
}

// newList makes a List without rows; size is about how many bytes the file has.
func newList(size int) *List {
	rows := min(size/usualRow, maxRows)
	return &List{byText: make(map[key]int, 2*rows), byFold: make(map[key]foldedRow, 2*rows),
		byID: make(map[string]int, rows), lengths: make(map[string][]int, rows)}
}

// read reads the rows of a file. What is wrong with one goes to fail, whose error ends the reading.
func (n *List) read(b []byte, fail func(error) error) error {
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

func (n *List) readTSV(b []byte, fail func(error) error) error {
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, maxBytes)
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

func (n *List) readCSV(b []byte, fail func(error) error) error {
	c := csv.NewReader(bytes.NewReader(b))
	c.Comment, c.FieldsPerRecord = '#', -1
	for {
		cols, err := c.Read()
		if err == io.EOF {
			return nil
		}
		if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
			return fmt.Errorf("%w line %d: %w", ErrFile, parse.Line, parse.Err)
		}
		if err != nil {
			return fmt.Errorf("%w: %w", ErrFile, err)
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
var least = map[Action]int{Add: columnLabel + 1, Merge: columnAliases + 1,
	Correct: columnLabel + 1, Suppress: columnName + 1}

// squeeze returns a text with one space for each run of white space, and none at its ends.
func squeeze(text string) string {
	space := true // before the text there is none to keep
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c >= utf8.RuneSelf || c == ' ' && space {
			return strings.Join(strings.Fields(text), " ")
		}
		space = c == ' '
	}
	if space {
		return strings.TrimSpace(text)
	}
	return text
}

// add adds a row.
func (n *List) add(line int, cols []string) error {
	fail := func(format string, args ...any) error {
		return fmt.Errorf("%w line %d: %w", ErrFile, line, fmt.Errorf(format, args...))
	}
	for i := range cols {
		cols[i] = squeeze(cols[i])
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
	row := Row{Action: Action(cols[0]), Line: line}
	want, ok := least[row.Action]
	switch {
	case !ok:
		return fail("unknown action %q", cols[0])
	case len(cols) < want:
		return fail("want %d columns, got %d", want, len(cols))
	case len(cols) > columnCount:
		return fail("want at most %d columns, got %d", columnCount, len(cols))
	case len(n.rows) == maxRows:
		return fail("more than %d rows", maxRows)
	}
	cols = append(cols, make([]string, columnCount-len(cols))...)
	if err := row.fill(cols); err != nil {
		return fail("%w", err)
	}
	texts := []string{row.Name}
	if cols[columnAliases] != "" {
		texts = append(texts, strings.Split(cols[columnAliases], "|")...)
	}
	if err := row.check(texts); err != nil {
		return fail("%w", err)
	}
	for _, id := range row.allIDs() {
		key := id
		if row.Article != "" {
			key = row.Article + "\x00" + id
		}
		if at, ok := n.byID[key]; ok {
			return fail("%s is on line %d already", id, n.rows[at].Line)
		}
		n.byID[key] = len(n.rows)
	}
	n.scoped = n.scoped || row.Article != ""
	n.rows = append(n.rows, row)
	for _, t := range texts {
		if err := n.note(strings.TrimSpace(t), len(n.rows)-1); err != nil {
			return fail("%w", err)
		}
	}
	return nil
}

// fill sets what the columns of a row say, but for its aliases.
func (row *Row) fill(cols []string) error {
	row.Name, row.Country, row.ID = cols[columnName], cols[columnCountry], cols[columnID]
	row.Article = cols[columnArticle]
	if l := dateline.Label(cols[columnLabel]); l != "" {
		if !slices.Contains(dateline.Labels(), l) || l.IsValue() {
			return fmt.Errorf("%q is no label of names", l)
		}
		row.Label = l
	}
	if c := row.Country; c != "" && (len(c) != 2 || c[0] < 'A' || c[0] > 'Z' || c[1] < 'A' || c[1] > 'Z') {
		return fmt.Errorf("country %q is no code of two capitals", c)
	}
	if g := cols[columnGeoNames]; g != "" {
		v, err := strconv.Atoi(g)
		if err != nil || v <= 0 {
			return fmt.Errorf("GeoNames id %q is no number", g)
		}
		row.GeoNames = v
	}
	if len(row.ID) > MaxName || strings.ContainsFunc(row.ID, unicode.IsControl) {
		return fmt.Errorf("id is longer than %d bytes, or has control characters", MaxName)
	}
	if len(row.Article) > maxArticleID || strings.ContainsFunc(row.Article, unicode.IsControl) {
		return fmt.Errorf("article is longer than %d bytes, or has control characters", maxArticleID)
	}
	var err error
	if row.IDs, err = idsOf(cols[columnIDs]); err != nil {
		return err
	}
	row.Roles, err = rolesOf(cols[columnRoles])
	return err
}

// check reports what an action does not have that it needs, or has to no effect.
func (r *Row) check(texts []string) error {
	switch {
	case len(texts) > maxAliases:
		return fmt.Errorf("more than %d aliases", maxAliases)
	case r.Action == Add && r.Label == "":
		return errors.New("add needs a label")
	case r.Action == Merge && len(texts) < 2:
		return errors.New("merge needs aliases")
	case r.Action == Correct && r.Label == "" && r.Country == "":
		return errors.New("correct needs a label or a country")
	case r.Action == Correct && (r.ID != "" || r.GeoNames != 0 || len(texts) > 1 || r.isDetailed()):
		return errors.New("correct has a label and a country only; use merge for aliases and ids")
	case r.Action == Suppress &&
		(r.Label != "" || r.Country != "" || r.ID != "" || r.GeoNames != 0 || r.isDetailed()):
		return errors.New("suppress has a name and aliases only")
	}
	return nil
}

// note keeps a text of a row.
func (n *List) note(text string, row int) error {
	switch {
	case text == "":
		return errors.New("empty name")
	case len(text) > MaxName:
		return fmt.Errorf("name of more than %d bytes", MaxName)
	case !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		return fmt.Errorf("name %q has no letter or digit", text)
	}
	exact := key{n.rows[row].Article, text}
	if other, ok := n.byText[exact]; ok {
		if other == row {
			return nil
		}
		return fmt.Errorf("%q is on line %d already", text, n.rows[other].Line)
	}
	n.byText[exact] = row
	folded := key{exact.article, strings.ToLower(text)}
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
