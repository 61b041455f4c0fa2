package corrections

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
)

// WriteNames writes the active corrections as rows of a names file, each below a comment with who made it and when, and
// returns how many it has no row for: what is about quotes is nothing that a name could say. Of two about the same text
// the later one is written, as it is the later one that holds.
func WriteNames(w io.Writer, list []Correction) (left int, err error) {
	taken := map[[2]string]bool{} // by article and text, and by article and id
	var rows []entities.NameRow
	for _, c := range slices.Backward(list) {
		if !c.Active() {
			continue
		}
		row, ok := c.nameRow()
		said := about(row)
		if !ok || slices.ContainsFunc(said, func(t [2]string) bool { return taken[t] }) {
			left++
			continue
		}
		for _, t := range said {
			taken[t] = true
		}
		row.Note = cmp.Or(oneLine(c.Who), "nobody named") + ", " + c.When.Format("2006-01-02")
		rows = append(rows, row)
	}
	slices.Reverse(rows)
	return left, entities.WriteNames(w, rows)
}

// about says what a row is about, each with the article: its texts, and the id that it gives.
func about(w entities.NameRow) (said [][2]string) {
	for _, text := range append([]string{w.Name}, w.Aliases...) {
		said = append(said, [2]string{w.Article, text})
	}
	if id := cmp.Or(w.ID, w.IDs[dateline.Wikidata]); id != "" {
		said = append(said, [2]string{w.Article, "\x00" + id})
	}
	return said
}

// nameRow is what a names file says of a correction, and whether it can.
func (c Correction) nameRow() (w entities.NameRow, ok bool) {
	text := oneLine(c.Text)
	w.Name, w.Article = text, c.Article
	switch c.Kind {
	case Place, Same:
		w.Action = "merge"
		w.Label = c.To.Label
		if c.Kind == Place {
			w.Action, w.Label = "add", cmp.Or(c.To.Label, dateline.GPE)
		}
		w.Name, w.Aliases = oneLine(c.To.Name), []string{text}
		w.Country, w.GeoNames = c.To.Country, c.To.GeoNames
	case Label:
		w.Action, w.Label = "correct", c.To.Label
	case NoName:
		w.Action = "suppress"
	case ID:
		w.Action, w.Aliases = "merge", []string{text}
		if qid.MatchString(c.To.ID) {
			w.IDs = dateline.IDs{dateline.Wikidata: c.To.ID}
		} else {
			w.ID = oneLine(c.To.ID)
		}
	default:
		return w, false
	}
	fits := func(s string) bool { return len(s) <= maxText && !strings.Contains(s, "|") }
	return w, fits(w.Name) && fits(text) && fits(w.ID)
}

// oneLine is a text with one space where it has any white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
