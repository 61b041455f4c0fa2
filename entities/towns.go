package entities

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// isUSState reports whether an entry is an American state.
func isUSState(e *gazetteer.Entry) bool {
	return e != nil && e.Kind == gazetteer.Region && e.Country == "US"
}

// inState reports whether a comma and an American state come after the words, as they do after a town: "Lee, Mass."
func (s *story) inState(x *sentence, to int) bool {
	if to+1 >= x.to || s.words[to].text != "," || !s.words[to+1].capital {
		return false
	}
	for e, caps := range s.names.Entries(s.names.Longest(s.folds[to+1 : x.to])) {
		if isUSState(e) && (!caps || s.words[to+1].caps) {
			return true
		}
	}
	return false
}

// isTownInState reports whether what the tagger calls a person or a body is a town by the state behind it.
func isTownInState(s *story, q *candidate) bool {
	if q.title.End > 0 || q.to-q.from > 3 || !s.inState(q.in, q.to) {
		return false
	}
	last := &s.words[q.to-1]
	switch q.label {
	case dateline.Org:
		return !last.is(lang.OrgHead) && !last.is(lang.OrgSuffix) && !q.isKnown(gazetteer.Organisation)
	case dateline.Person:
		return q.to-q.from == 1 && s.before(q) != "-"
	}
	return false
}

// isBodyOrPerson reports whether the tagger takes the name for that of a body, or of a person without a title.
func isBodyOrPerson(q *candidate) bool {
	return (q.label == dateline.Org || q.label == dateline.Person) && q.title.End == 0
}

// doubtfulBody is the confidence up to which a body that is called as a town is the town: of surer ones most are teams.
const doubtfulBody = 0.65

// isDoubtfulBody is true of "Aberdeen" in "the Aberdeen office", which the tagger takes for a body
// with little confidence, and of "Keighley" in "Keighley library". A body stands beside other words
// with capitals, and in tables of results.
func isDoubtfulBody(s *story, q *candidate) bool {
	if q.label != dateline.Org || q.to-q.from > 1 || q.in.results || !isWholeTown(q) ||
		q.entry.Population < townsInside || s.words[q.from].is(lang.OrgHead) || q.to >= q.in.to {
		return false
	}
	next := &s.words[q.to]
	if q.confidence >= doubtfulBody && !next.is(lang.TownThing) {
		return false
	}
	return next.letter && !next.capital && !next.is(lang.OfWord) && next.pos == pos.Noun
}

// isTownOf reports whether a name stands in "the town of Ilam" or in "Ilam province".
func isTownOf(s *story, q *candidate) bool {
	if !isBodyOrPerson(q) {
		return false
	}
	if at := q.from - 2; at >= q.in.from && s.words[at+1].is(lang.OfWord) && s.words[at].is(lang.TownWord) &&
		!s.words[at].capital {
		return !s.words[q.to-1].is(lang.OrgHead) && !s.lex.Is(s.after(q), lang.Possessive)
	}
	if q.to >= q.in.to || q.to-q.from > 1 {
		return false
	}
	w := &s.words[q.to]
	return w.is(lang.TownWord) && !w.is(lang.BareTownWord) && !w.capital
}

// memberOffice is the value of [lang.OfficeKind] of who sits in a parliament.
const memberOffice = "member"

// isSeat is true of "Exeter" in "the Exeter MP", not of "Union" in "the Union MP".
func isSeat(s *story, q *candidate) bool {
	return q.label == dateline.Org && isWholeTown(q) && q.entry.Population >= townsInside && q.to < q.in.to &&
		s.names.Lower(s.folds[q.from]) <= rare && !s.words[q.from].is(lang.OrgHead) &&
		s.lex.Value(s.folds[q.to], lang.OfficeKind) == memberOffice
}

// isWholeTown reports whether a name without a title is a known town's from end to end.
func isWholeTown(q *candidate) bool {
	return q.entry != nil && q.entry.Kind == gazetteer.City && q.match.Words == q.to-q.from && q.title.End == 0
}

// isTownByName is true of "Bila Tserkva".
func isTownByName(s *story, q *candidate) bool {
	return q.label == dateline.Person && q.to-q.from > 1 && isWholeTown(q) && !s.isPeoplesName(q) &&
		q.entry.Population >= cityInside/3
}
