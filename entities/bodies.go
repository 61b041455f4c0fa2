package entities

import (
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// isPassedOver reports whether a piece that the tagger passed over is a firm by its
// last word: "Low Tide Consulting".
func (c *chunker) isPassedOver(q *piece) bool {
	if q.to-q.from < 2 || q.in.titled || q.in.shouted || q.title.End > 0 || !c.words[q.to-1].is(lang.FirmTail) {
		return false
	}
	for i := q.from; i < q.to; i++ {
		if !c.words[i].capital && !c.words[i].is(lang.Particle) && c.words[i].text != "&" {
			return false
		}
	}
	q.points = points{org: 3}
	return true
}

// isPeopleList reports whether a name is that of a party or slate of some people:
// "Citizens' List".
func (c *chunker) isPeopleList(q *piece) bool {
	return q.to-q.from > 2 && c.folds[q.to-1] == "list" && (c.words[q.to-2].text == "'" || c.words[q.to-2].text == "’")
}

// isNation reports whether a name is that of a people's own government: "Penobscot
// Nation".
func (c *chunker) isNation(q *piece) bool {
	return q.to-q.from == 2 && c.folds[q.to-1] == "nation" && q.match.Words == 0
}

// isChamber reports whether a name is that of a house of a parliament, which is no
// building: "House of Commons".
func (c *chunker) isChamber(q *piece) bool {
	return q.to-q.from > 2 && c.folds[q.to-3] == "house" && c.folds[q.to-2] == "of" && c.words[q.to-1].is(lang.Chamber)
}

// withKind returns where the name of a firm ends, with the word for its kind behind it
// that the tagger cut off, before a word that another name begins with: "Harwell Group
// Holding".
func (c *chunker) withKind(x *sentence, m *mention, end int) int {
	to := m.to
	if m.label != dateline.Org || x.titled {
		return to
	}
	for to < end && c.words[to].capital && to-m.from < longestSpread && (c.words[to].is(lang.FirmTail) || c.folds[to] == "holding") {
		to++
	}
	return to
}

// isPort reports whether two mentions are the body that runs a port, which unlike the
// place has no article: "Port of Harwell said".
func (c *chunker) isPort(x *sentence, p, m *mention) bool {
	return p.to-p.from == 1 && c.folds[p.from] == "port" && c.words[p.from].capital && isPlaceLabel(p.label) && m.label == dateline.GPE &&
		slices.Equal(c.folds[p.to:m.from], []string{"of"})
}

// isBracketed reports whether a mention is the acronym in brackets behind an
// organisation: "Gum and Resin Network (GRN)".
func (c *chunker) isBracketed(x *sentence, p, m *mention) bool {
	return p.label == dateline.Org && m.from == p.to+1 && m.to-m.from == 1 && c.words[p.to].text == "(" && m.to < x.to &&
		c.words[m.to].text == ")" && c.words[m.from].caps && m.match.Words == 0
}

// isPartner reports whether a mention of one word is the second of two partners that
// a firm has its name of: "Calder & Voss". Two given names are of two people.
func (c *chunker) isPartner(x *sentence, m *mention) bool {
	if m.to-m.from != 1 || m.from-2 < x.from || c.words[m.from-1].text != "&" || !c.words[m.from-2].capital || x.titled ||
		m.label != dateline.Person && m.label != dateline.Org {
		return false
	}
	_, first := c.names.Given(c.folds[m.from-2])
	_, second := c.names.Given(c.folds[m.from])
	return !first || !second
}
