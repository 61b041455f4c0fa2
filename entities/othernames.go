package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
)

// otherNames adds to the aliases of bodies, buildings, events and laws two kinds of
// names. A longer one, with the place, people or year that the story writes right
// before it: "Japan Space Agency" for "Space Agency", "2031 Winter Games". And a
// shorter one, without the place in front or the year behind: "Security Council"
// for "U.N. Security Council", "Clean Harbours Act" for "Clean Harbours Act of 2011".
func otherNames(doc *dateline.Document) {
	at := make(map[string]int, len(doc.Entities))
	for i := range doc.Entities {
		at[doc.Entities[i].ID] = i
	}
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		switch m.Label {
		case dateline.Org, dateline.Fac, dateline.Event, dateline.Law, dateline.Product, dateline.Work:
		default:
			continue
		}
		k, ok := at[m.Entity]
		if !ok {
			continue
		}
		e := &doc.Entities[k]
		start, end := m.Start, m.End-yearBehind(doc.Words(m.Span()))
		if end < m.End {
			alias(e, doc.Text[start:end])
		}
		if len(m.Inside) > 0 && m.Inside[0].Start == start {
			if rest := strings.TrimSpace(doc.Text[m.Inside[0].End:end]); strings.Contains(rest, " ") &&
				!strings.HasPrefix(rest, "'") {
				alias(e, rest)
			}
		}
		if i == 0 {
			continue
		}
		if b := &doc.Mentions[i-1]; b.End+1 == start && doc.Text[b.End] == ' ' && leads(doc, b) {
			alias(e, doc.Text[b.Start:m.End])
			if end < m.End {
				alias(e, doc.Text[b.Start:end])
			}
		}
	}
}

// alias adds a name to the aliases of an entity.
func alias(e *dateline.Entity, text string) {
	if name := strings.Join(strings.Fields(text), " "); name != e.Name {
		e.Aliases = note(e.Aliases, name)
	}
}

// yearBehind returns how many bytes of a name are " of" and a year behind it.
func yearBehind(name string) int {
	const n = len(" of 2011")
	if len(name) <= n || !strings.HasPrefix(name[len(name)-n:], " of ") ||
		strings.Trim(name[len(name)-4:], "0123456789") != "" {
		return 0
	}
	return n
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
