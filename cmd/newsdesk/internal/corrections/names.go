package corrections

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
)

// nameRow is a row of a names file.
type nameRow struct {
	action, name, label, alias, country, geonames, id, ids, article string
}

// namesHeader are the columns of a names file that rows have.
const namesHeader = "action\tname\tlabel\taliases\tcountry\tgeonames\tid\tids\tarticle\n"

// WriteNames writes the active corrections as rows of a names file, each below a comment with who made it and when, and
// returns how many it has no row for: what is about quotes is nothing that a name could say. Of two about the same text
// the later one is written, as it is the later one that holds.
func WriteNames(w io.Writer, list []Correction) (left int, err error) {
	taken := map[[2]string]bool{} // by article and text, and by article and id
	var rows []string
	for _, c := range slices.Backward(list) {
		if !c.Active() {
			continue
		}
		row, ok := c.nameRow()
		texts := [][2]string{{c.Article, row.name}, {c.Article, row.alias}, {c.Article, "\x00" + row.id + row.ids}}
		if row.id+row.ids == "" {
			texts = texts[:2]
		}
		if row.alias == "" || row.alias == row.name {
			texts = slices.Delete(texts, 1, 2)
		}
		if !ok || slices.ContainsFunc(texts, func(t [2]string) bool { return taken[t] }) {
			left++
			continue
		}
		for _, t := range texts {
			taken[t] = true
		}
		rows = append(rows, "# "+oneLine(cmp.Or(c.Who, "nobody named"))+", "+c.When.Format("2006-01-02")+"\n"+row.line())
	}
	slices.Reverse(rows)
	_, err = io.WriteString(w, namesHeader+strings.Join(rows, ""))
	return left, err
}

// nameRow is what a names file says of a correction, and whether it can.
func (c Correction) nameRow() (row nameRow, ok bool) {
	row = nameRow{name: oneLine(c.Text), article: c.Article}
	switch c.Kind {
	case Place:
		row.action, row.name, row.alias = "add", oneLine(c.To.Name), row.name
		row.label, row.country = string(cmp.Or(c.To.Label, dateline.GPE)), c.To.Country
		row.geonames = strconv.Itoa(c.To.GeoNames)
	case Same:
		row.action, row.name, row.alias = "merge", oneLine(c.To.Name), row.name
		row.label, row.country = string(c.To.Label), c.To.Country
		if c.To.GeoNames > 0 {
			row.geonames = strconv.Itoa(c.To.GeoNames)
		}
	case Label:
		row.action, row.label = "correct", string(c.To.Label)
	case NoName:
		row.action = "suppress"
	case ID:
		row.action, row.alias = "merge", row.name
		if qid.MatchString(c.To.ID) {
			row.ids = string(dateline.Wikidata) + "=" + c.To.ID
		} else {
			row.id = oneLine(c.To.ID)
		}
	default:
		return row, false
	}
	fits := func(s string) bool { return len(s) <= maxText && !strings.Contains(s, "|") }
	return row, fits(row.name) && fits(row.alias) && fits(row.id)
}

// line is the row as it stands in the file.
func (r nameRow) line() string {
	return strings.TrimRight(strings.Join([]string{
		r.action, r.name, r.label, r.alias, r.country, r.geonames, r.id, r.ids, oneLine(r.article),
	}, "\t"), "\t") + "\n"
}

// oneLine is a text with one space where it has any white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
