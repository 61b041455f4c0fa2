package export

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
)

// columns are the names of the columns of entities.
var columns = []string{
	"document", "url", "published", "entity", "label", "name", "country", "geonames", "lat", "lon",
	"salience", "about", "mentions", "aliases", "roles",
}

// writeRows writes a row for each entity of a Document, with the names of the columns
// before the first. doc may be nil.
func writeRows(b *bytes.Buffer, doc *dateline.Document, header bool) error {
	w := csv.NewWriter(b)
	if header {
		if err := w.Write(columns); err != nil {
			return err
		}
	}
	if doc != nil {
		for e := range doc.Names() {
			geonames, lat, lon := "", "", ""
			if e.GeoNames > 0 {
				geonames = strconv.Itoa(e.GeoNames)
			}
			if g := place(*e); g != nil {
				lat, lon = number(g.Latitude), number(g.Longitude)
			}
			roles := make([]string, len(e.Roles))
			for i, r := range e.Roles {
				roles[i] = r.String()
			}
			err := w.Write([]string{
				cell(doc.ID), cell(webAddress(doc.URL)), doc.Published.String(), cell(e.ID), cell(string(e.Label)),
				cell(e.Name), cell(e.Country), geonames, lat, lon,
				number(dateline.Round(e.Salience)), strconv.FormatBool(e.About), strconv.Itoa(e.Mentions),
				cell(strings.Join(e.Aliases, " | ")), cell(strings.Join(roles, " | ")),
			})
			if err != nil {
				return err
			}
		}
	}
	w.Flush()
	return w.Error()
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// cell makes a cell of foreign words. What a spreadsheet would take for a formula
// gets an apostrophe before it.
func cell(s string) string {
	if s = line(s); s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}
