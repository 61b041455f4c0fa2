package authority

import (
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
)

// Written is a row of a names file as it is written. docs/names-file.md says what its columns mean.
type Written struct {
	Note     string // stands above the row as a comment, "" for none
	Action   Action
	Name     string
	Label    dateline.Label
	Aliases  []string
	Country  string
	GeoNames int // 0 for none
	ID       string
	IDs      dateline.IDs
	Article  string // the id of the only article that it is about
}

// Write writes rows as a names file that [Read] reads. Line breaks and tabs in texts become spaces. Columns that no row
// has are left out.
func Write(w io.Writer, rows []Written) error {
	lines := make([][columnCount]string, len(rows))
	used := [columnCount]bool{columnAction: true, columnName: true, columnLabel: true, columnAliases: true}
	for i, r := range rows {
		lines[i] = r.columns()
		for c, text := range lines[i] {
			used[c] = used[c] || text != ""
		}
	}
	var b strings.Builder
	b.WriteString(line(columnNames, used))
	for i, r := range rows {
		if r.Note != "" {
			b.WriteString("# " + oneLine(r.Note) + "\n")
		}
		b.WriteString(strings.TrimRight(line(lines[i], used), "\t\n") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// columns are the columns of a row in their order.
func (r Written) columns() [columnCount]string {
	var aliases, ids []string
	for _, a := range r.Aliases {
		aliases = append(aliases, oneLine(a))
	}
	for _, system := range slices.Sorted(maps.Keys(r.IDs)) {
		ids = append(ids, string(system)+"="+r.IDs[system])
	}
	geonames := ""
	if r.GeoNames != 0 {
		geonames = strconv.Itoa(r.GeoNames)
	}
	return [columnCount]string{
		columnAction: string(r.Action), columnName: oneLine(r.Name), columnLabel: string(r.Label),
		columnAliases: strings.Join(aliases, "|"), columnCountry: r.Country, columnGeoNames: geonames,
		columnID: oneLine(r.ID), columnIDs: strings.Join(ids, "|"), columnArticle: oneLine(r.Article),
	}
}

// line writes the columns that are used.
func line(columns [columnCount]string, used [columnCount]bool) string {
	var texts []string
	for i, text := range columns {
		if used[i] {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, "\t") + "\n"
}
