package authority

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
)

// Bounds of what a row says of a thing.
const (
	maxIDs   = 20
	maxTerms = 20
)

// Termed is a role with the years in which it is held; 0 is no bound.
type Termed struct {
	dateline.Role
	From, To int
}

// isHeader reports whether a first row names the columns.
func isHeader(cols []string) bool {
	_, isRow := least[Action(cols[0])]
	return !isRow && (cols[0] == columnNames[columnAction] || slices.Contains(cols, columnNames[columnName]))
}

// header notes in which order the columns stand.
func (n *List) header(cols []string) error {
	n.columns = make([]int, columnCount)
	for i, name := range columnNames {
		n.columns[i] = slices.Index(cols, name)
	}
	for i, c := range cols {
		switch {
		case !slices.Contains(columnNames[:], c):
			return fmt.Errorf("unknown column %q; columns are %s", c, strings.Join(columnNames[:], ", "))
		case slices.Contains(cols[:i], c):
			return fmt.Errorf("the column %q stands there twice", c)
		}
	}
	if n.columns[columnName] < 0 {
		return errors.New(`no column "name"`)
	}
	return nil
}

// inOrder returns a row's columns in their own order.
func (n *List) inOrder(cols []string) ([]string, error) {
	if n.columns == nil {
		return cols, nil
	}
	if most := 1 + slices.Max(n.columns); len(cols) > most && len(cols) > columnCount {
		return nil, fmt.Errorf("want at most %d columns, got %d", most, len(cols))
	}
	row := make([]string, columnCount)
	for i, at := range n.columns {
		if at >= 0 && at < len(cols) {
			row[i] = cols[at]
		}
	}
	if n.columns[columnAction] < 0 {
		row[columnAction] = string(Add)
	}
	return row, nil
}

// isDetailed reports whether a row has ids of other systems or roles.
func (r *Row) isDetailed() bool { return r.IDs != nil || r.Roles != nil }

// allIDs returns the ids of a row, each with its system before it.
func (r *Row) allIDs() []string {
	var list []string
	if r.ID != "" {
		list = append(list, "id "+r.ID)
	}
	for system, id := range r.IDs {
		list = append(list, string(system)+" "+id)
	}
	slices.Sort(list)
	return list
}

// idsOf reads a column of ids: "wikidata=Q567|ticker=LSE:BARC".
func idsOf(column string) (dateline.IDs, error) {
	if column == "" {
		return nil, nil
	}
	ids := dateline.IDs{}
	for part := range strings.SplitSeq(column, "|") {
		system, id, ok := strings.Cut(strings.TrimSpace(part), "=")
		switch {
		case !ok || system == "" || id == "" || strings.ToLower(system) != system:
			return nil, fmt.Errorf("%q is no id such as wikidata=Q567", part)
		case len(part) > MaxName || len(ids) == maxIDs:
			return nil, fmt.Errorf("an id of more than %d bytes, or more than %d of them", MaxName, maxIDs)
		case system == string(dateline.Wikidata) && !isWikidata(id):
			return nil, fmt.Errorf("%q is no id of Wikidata", id)
		case ids[dateline.System(system)] != "":
			return nil, fmt.Errorf("two ids of %s", system)
		}
		ids[dateline.System(system)] = id
	}
	return ids, nil
}

// isWikidata reports whether an id has the form of one in Wikidata: Q and a number.
func isWikidata(id string) bool {
	digits, ok := strings.CutPrefix(id, "Q")
	return ok && digits != "" && digits[0] != '0' && strings.Trim(digits, "0123456789") == ""
}

// rolesOf reads a column of roles: "chief executive@Kestrel Foods (2019-2023)|chair (2023-)".
func rolesOf(column string) ([]Termed, error) {
	if column == "" {
		return nil, nil
	}
	var list []Termed
	for part := range strings.SplitSeq(column, "|") {
		t := Termed{}
		text, years, dated := strings.Cut(strings.TrimSpace(part), " (")
		if dated {
			var err error
			if t.From, t.To, err = yearsOf(strings.TrimSuffix(years, ")")); err != nil {
				return nil, fmt.Errorf("role %q: %w", part, err)
			}
		}
		title, of, _ := strings.Cut(text, "@")
		t.Title, t.Of = strings.TrimSpace(title), strings.TrimSpace(of)
		if t.Title == "" || t.Title[0] == '(' || len(part) > MaxName || len(list) == maxTerms {
			return nil, fmt.Errorf("role %q has no title, is longer than %d bytes, or is one of more than %d",
				part, MaxName, maxTerms)
		}
		list = append(list, t)
	}
	return list, nil
}

// yearsOf reads "2019-2023", "2019-", "-2023" or "2019".
func yearsOf(text string) (from, to int, err error) {
	first, last, span := strings.Cut(text, "-")
	if !span {
		last = first
	}
	for _, x := range []struct {
		text string
		year *int
	}{{first, &from}, {last, &to}} {
		if x.text == "" {
			continue
		}
		if *x.year, err = strconv.Atoi(x.text); err != nil || *x.year < 1 || *x.year > 9999 {
			return 0, 0, fmt.Errorf("%q are no years such as 2019-2023", text)
		}
	}
	if to != 0 && to < from {
		return 0, 0, fmt.Errorf("%q ends before it begins", text)
	}
	return from, to, nil
}

// RolesOn returns the roles that somebody holds in the year of a story; in one without a date those without an end.
func (r *Row) RolesOn(date dateline.Date) []dateline.Role {
	var list []dateline.Role
	for _, t := range r.Roles {
		year := date.Time.Year()
		if date.IsZero() && t.To == 0 || !date.IsZero() && year >= t.From && (t.To == 0 || year <= t.To) {
			list = append(list, t.Role)
		}
	}
	return list
}
