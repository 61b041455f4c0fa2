package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// isState reports whether the words are an American state behind a comma, as
// after a town.
func (c *chunker) isState(q *piece) bool {
	if q.from < q.in.from+2 || c.words[q.from-1].text != "," || !c.words[q.from-2].capital {
		return false
	}
	e := q.entry
	return e != nil && e.Kind == gazetteer.Region && e.Country == "US"
}

// inState reports whether a comma and an American state come after the words, as
// they do after a town: "Lee, Mass."
func (c *chunker) inState(x *sentence, to int) bool {
	if to+1 >= x.to || c.words[to].text != "," || !c.words[to+1].capital {
		return false
	}
	m := c.names.Longest(c.folds[to+1 : x.to])
	for e, caps := range c.names.Entries(m) {
		if e.Kind == gazetteer.Region && e.Country == "US" && (!caps || c.words[to+1].caps) {
			return true
		}
	}
	return false
}

// isStateTeam reports whether what the tagger takes for a place is a university and
// its teams: "Ohio State", but not "New York State".
func (c *chunker) isStateTeam(q *piece, label dateline.Label) bool {
	if label != dateline.GPE || q.to-q.from < 2 || c.folds[q.to-1] != "state" {
		return false
	}
	state := c.folds[q.to-2]
	for e := range c.names.Entries(c.names.Find(c.folds[q.from : q.to-1])) {
		return e.Kind == gazetteer.Region && e.Country == "US" && state != "york" && state != "washington" && !c.isPlaceAround(q)
	}
	return false
}

// isPlaceAround reports whether "in", "of" or the like stands before a piece.
func (c *chunker) isPlaceAround(q *piece) bool {
	before := c.fold(q.in, q.from-1)
	return c.lex.Is(before, lang.PlaceBefore) && before != "at" || before == "of"
}

// isTown reports whether what the tagger calls a person or an organisation is a
// town by what comes after it.
func (c *chunker) isTown(q *piece, label dateline.Label) bool {
	if q.title.End > 0 || q.to-q.from > 3 || !c.inState(q.in, q.to) {
		return false
	}
	last := c.words[q.to-1].fold
	switch label {
	case dateline.Org:
		return !c.lex.Is(last, lang.OrgHead) && !c.lex.Is(last, lang.OrgSuffix) && !q.isKnown(gazetteer.Organisation)
	case dateline.Person:
		return q.to-q.from == 1 && c.fold(q.in, q.from-1) != "-"
	}
	return false
}

// isWhere reports whether what the tagger takes for something else is a known
// town: by its name, or because "in" or "near" comes before it.
func (c *chunker) isWhere(q *piece, label dateline.Label) bool {
	if (label == dateline.Org || label == dateline.Person) && q.title.End == 0 && c.isTownOf(q) {
		return true
	}
	if q.entry == nil || q.entry.Kind != gazetteer.City || q.match.Words != q.to-q.from || q.title.End > 0 {
		return false
	}
	if label == dateline.Person && q.to-q.from > 1 {
		// "Bila Tserkva" is no person wherever it stands.
		_, given := c.names.Given(c.folds[q.from])
		return !given && !c.names.Surname(c.folds[q.to-1]) && q.entry.Population >= cityInside/3
	}
	if before := c.fold(q.in, q.from-1); before != "in" && before != "near" {
		return false
	}
	return label == dateline.Org && q.to-q.from > 1 || label == dateline.Person && q.to-q.from == 1
}

// isTownOf reports whether a piece stands in "the town of Ilam" or in "Ilam
// province".
func (c *chunker) isTownOf(q *piece) bool {
	if c.fold(q.in, q.from-1) == "of" && c.lex.Is(c.fold(q.in, q.from-2), lang.TownWord) && !c.words[q.from-2].capital {
		return !c.words[q.to-1].is(lang.OrgHead) && c.fold(q.in, q.to) != "'s"
	}
	return q.to < q.in.to && c.words[q.to].is(lang.TownWord) && !c.words[q.to].capital && q.to-q.from == 1 &&
		c.words[q.to].fold != "city" && c.words[q.to].fold != "county"
}

// isHyphened reports whether a piece is a region with a hyphen in its name, which
// is of no other kind: "Gilgit-Baltistan".
func (c *chunker) isHyphened(q *piece) bool {
	return q.entry != nil && q.to-q.from == 1 && q.entry.Kind == gazetteer.Region && strings.Contains(c.words[q.from].text, "-")
}

// isStateOffice reports whether a piece is an American state before the title of an
// officer: "Pennsylvania Senator Ann Dole".
func (c *chunker) isStateOffice(q *piece) bool {
	e := q.entry
	return e != nil && e.Kind == gazetteer.Region && e.Country == "US" && q.to < q.in.to && c.words[q.to].is(lang.TitleStart) && c.words[q.to].capital
}

// isHome reports whether a piece is a known town whose people are meant: "Roselle
// police".
func (c *chunker) isHome(q *piece) bool {
	e := q.entry
	if e == nil || e.Kind != gazetteer.City || q.to >= q.in.to || c.words[q.to].capital || q.to-q.from > 1 && !q.sure && q.match.Words == 0 {
		return false
	}
	return c.words[q.to].is(lang.Locals) && c.names.Lower(c.folds[q.from]) <= rare
}
