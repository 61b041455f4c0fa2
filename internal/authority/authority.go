package authority

import (
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
	maxRows      = 500_000
	maxAliases   = 200
	maxArticleID = 2000
	usualRow     = 64
)

// List holds the rows of a names file. It is made by [Read], never changes, and is safe for
// concurrent use. A nil List has none.
type List struct {
	rows []Row
	// texts are what the rows are found by; first has the index of the first one with the same letters in any case,
	// which leads to the others.
	texts []writing
	first map[key]int
	// scoped says that some rows are about one article.
	scoped bool
	// byID has the row of each id, of the user's own and of other systems.
	byID map[string]int
	// columns are where a header says that the columns stand, -1 for those it does not name; nil without one.
	columns []int
	// lengths has, by how a text begins, how long such texts are, the longest first.
	lengths map[string][]int
}

// key is what texts of rows that differ by case alone share.
type key struct {
	article string // that the row is about, "" for all
	folded  string
}

// writing is a text of a row as the file writes it.
type writing struct {
	text string
	row  int // its index
	next int // the index of the next text that differs by case alone, 0 for none
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
	b, err := readFile(r, ErrFile)
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
	return &List{rows: make([]Row, 0, rows), texts: make([]writing, 0, 2*rows), first: make(map[key]int, 2*rows),
		byID: make(map[string]int, rows), lengths: make(map[string][]int, rows)}
}

// read reads the rows of a file. What is wrong with one goes to fail, whose error ends the reading.
func (n *List) read(b []byte, fail func(error) error) error {
	return eachRow(b, ErrFile, func(line int, cols []string) error {
		if err := n.add(line, cols); err != nil {
			return fail(fmt.Errorf("%w line %d: %w", ErrFile, line, err))
		}
		return nil
	})
}

// least is how many columns a row of each action must have.
var least = map[Action]int{Add: columnLabel + 1, Merge: columnAliases + 1,
	Correct: columnLabel + 1, Suppress: columnName + 1}

// add adds a row.
func (n *List) add(line int, cols []string) error {
	if len(n.rows) == 0 && n.columns == nil && isHeader(cols) {
		return n.header(cols)
	}
	cols, err := n.inOrder(cols)
	if err != nil {
		return err
	}
	row := Row{Action: Action(cols[0]), Line: line}
	want, ok := least[row.Action]
	switch {
	case !ok:
		return fmt.Errorf("unknown action %q", cols[0])
	case len(cols) < want:
		return fmt.Errorf("want %d columns, got %d", want, len(cols))
	case len(cols) > columnCount:
		return fmt.Errorf("want at most %d columns, got %d", columnCount, len(cols))
	case len(n.rows) == maxRows:
		return fmt.Errorf("more than %d rows", maxRows)
	}
	cols = append(cols, make([]string, columnCount-len(cols))...)
	if err := row.fill(cols); err != nil {
		return err
	}
	texts := []string{row.Name}
	if cols[columnAliases] != "" {
		texts = append(texts, strings.Split(cols[columnAliases], "|")...)
	}
	if err := row.check(texts); err != nil {
		return err
	}
	for _, id := range row.allIDs() {
		key := id
		if row.Article != "" {
			key = row.Article + "\x00" + id
		}
		if at, ok := n.byID[key]; ok {
			return fmt.Errorf("%s is on line %d already", id, n.rows[at].Line)
		}
		n.byID[key] = len(n.rows)
	}
	n.scoped = n.scoped || row.Article != ""
	n.rows = append(n.rows, row)
	for _, t := range texts {
		if err := n.note(strings.TrimSpace(t), len(n.rows)-1); err != nil {
			return err
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
	folded := strings.ToLower(text)
	if err := n.write(key{n.rows[row].Article, folded}, writing{text: text, row: row}); err != nil {
		return err
	}
	key := beginning(folded)
	if list := n.lengths[key]; !slices.Contains(list, len(text)) {
		n.lengths[key] = append(list, len(text))
	}
	return nil
}

// write puts a text behind those that differ from it by case alone.
func (n *List) write(k key, w writing) error {
	at, ok := n.first[k]
	if !ok {
		n.first[k] = len(n.texts)
		n.texts = append(n.texts, w)
		return nil
	}
	for {
		switch x := &n.texts[at]; {
		case x.text == w.text && x.row == w.row:
			return nil
		case x.text == w.text:
			return fmt.Errorf("%q is on line %d already", w.text, n.rows[x.row].Line)
		case x.next == 0:
			x.next = len(n.texts)
			n.texts = append(n.texts, w)
			return nil
		default:
			at = x.next
		}
	}
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
