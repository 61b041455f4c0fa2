package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// longer adds to the aliases of bodies, buildings and events the names that the
// story gives them with the place, people or year right before: "Japan Space
// Agency" for "Space Agency", "2031 Winter Games".
func longer(doc *dateline.Document) {
	at := make(map[string]int, len(doc.Entities))
	for i := range doc.Entities {
		at[doc.Entities[i].ID] = i
	}
	for i := 1; i < len(doc.Mentions); i++ {
		a, b := &doc.Mentions[i-1], &doc.Mentions[i]
		if a.End+1 != b.Start || doc.Text[a.End] != ' ' || !leads(doc, a) {
			continue
		}
		switch b.Label {
		case dateline.Org, dateline.Fac, dateline.Event, dateline.Law, dateline.Product:
		default:
			continue
		}
		k, ok := at[b.Entity]
		if !ok {
			continue
		}
		name := strings.Join(strings.Fields(doc.Text[a.Start:b.End]), " ")
		if e := &doc.Entities[k]; e.Name != name && !slices.Contains(e.Aliases, name) && len(e.Aliases) < mostNamesakes {
			e.Aliases = append(e.Aliases, name)
		}
	}
}

// leads reports whether a mention may be the front of a longer name: a place, a
// people or a year.
func leads(doc *dateline.Document, m *dateline.Mention) bool {
	switch m.Label {
	case dateline.GPE, dateline.Loc, dateline.NORP:
		return true
	case dateline.DateValue:
		return m.End-m.Start == 4 && strings.Trim(doc.Words(m.Span()), "0123456789") == ""
	}
	return false
}
