package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// titleLen returns how many words of the run are a title with a name after them
// or with nothing after them, 0 for none.
func (s *story) titleLen(p, to int) int {
	i := s.titleFront(p, to)
	switch {
	case i == p && i < to && s.words[i].is(lang.Courtesy):
		return s.courtesy(i, to)
	case i < to && s.words[i].is(lang.Office):
		i++
	case i > p && s.words[i-1].is(lang.Office):
	case i == p:
		return 0
	default:
		for i > p && !s.words[i-1].is(lang.Office) {
			i--
		}
		return i - p
	}
	for i < to && s.words[i].is(lang.Office) {
		i++
	}
	if i+1 < to && s.words[i].is(lang.OfWord) {
		i = s.titleTail(i, to)
		if i < to && s.words[i-1].is(lang.OfWord) {
			return i - 1 - p
		}
	}
	if i < to && s.isThing(i, to) {
		return 0
	}
	return i - p
}

// titleFront returns the first word behind the parts of a title before its office: "Deputy Prime" Minister, "Forestry"
// Minister.
func (s *story) titleFront(p, to int) int {
	i := p
	for i < to && s.words[i].is(lang.TitlePart) && i-p < 4 {
		i++
	}
	if i == p {
		return s.portfolio(p, to)
	}
	return i
}

// courtesy returns 1 for a form of address with a name after it, or one that ends with a stop.
func (s *story) courtesy(i, to int) int {
	if w := s.words[i].fold; i+1 < to || w[len(w)-1] == '.' {
		return 1
	}
	return 0
}

// titleTail returns the first word behind what "of" adds to a title. "Secretary of State Antony
// Blinken": one word belongs to the title, more when it is a title's word ("of Defense", "of the
// Treasury").
func (s *story) titleTail(of, to int) int {
	i := of + 1
	if s.words[i].is(lang.Article) {
		i++
	}
	for i < to && (s.words[i].is(lang.TitlePart) || s.words[i].is(lang.TitleTail)) {
		i++
	}
	return i
}

// isThing reports whether the last word of a run says that it names a body, a place or a law, and
// so that what stands before the word i is no title.
func (s *story) isThing(i, to int) bool {
	last := s.words[to-1].fold
	return s.lex.Is(last, lang.OrgHead) && to-i <= 1 || s.lex.Is(last, lang.GPEHead) ||
		s.lex.Is(last, lang.FacHead) && to-i == 1 || s.lex.Is(last, lang.LawHead)
}

// portfolio returns where the office word of "Forestry Minister" stands, or p
// where what comes before is no common word.
func (s *story) portfolio(p, to int) int {
	for i := p; i < min(to, p+4); i++ {
		f := s.words[i].fold
		if i > p && s.lex.Is(f, lang.TitleStart) {
			return i
		}
		if s.names.Lower(f) < 0.4 || s.lex.Is(f, lang.OrgHead) || i == p && s.lex.Is(f, lang.ClauseWord) {
			break // "But Commissioner Ana Ruiz"
		}
	}
	return p
}

// mostOfHonorific is how many words an honorific has at most: "dato ' seri".
const mostOfHonorific = 3

// honorific returns how many words of the longest honorific at p have a name behind them, 0 for none.
func (s *story) honorific(p, to int) int {
	for n := min(mostOfHonorific, to-p-1); n > 0; n-- {
		if s.words[p].capital && s.lex.Is(strings.Join(s.folds[p:p+n], " "), lang.Honorific) {
			return n
		}
	}
	return 0
}

// isPosition reports whether a word in capitals is what somebody is, such as a position in a game, and no given name:
// "Prop", "Economist".
func (s *story) isPosition(i int) bool {
	w := &s.words[i]
	if !w.is(lang.RoleNoun) && !w.is(lang.Office) || w.is(lang.Kin) || w.is(lang.Courtesy) {
		return false
	}
	_, given := s.names.Given(w.fold)
	return !given && s.names.Lower(w.fold) > rare
}

// titleGender is what a courtesy title says.
func titleGender(w *word) gazetteer.Gender {
	switch {
	case w.is(lang.TitleMale):
		return gazetteer.Male
	case w.is(lang.TitleFemale):
		return gazetteer.Female
	}
	return gazetteer.Either
}

// smallTitle keeps the words of a title in small letters before a name: "Foreign
// Ministry spokeswoman", "opposition leader".
func (s *story) smallTitle(q *candidate) {
	i := q.from - 1
	for i > q.in.from {
		w := &s.words[i-1]
		if w.capital || w.is(lang.TitlePart) || w.pos == pos.Noun || w.pos == pos.Adjective && !w.is(lang.NoName) {
			if q.from-i >= 5 || w.is(lang.NoName) || !w.letter || w.first && s.names.Lower(w.fold) > 0.5 {
				break
			}
			i--
			continue
		}
		break
	}
	q.title = dateline.Span{Start: s.words[i].start, End: s.words[q.from-1].end}
	for k := i; k < q.from; k++ {
		for e := range s.names.Entries(s.names.Longest(s.folds[k:q.from])) {
			if q.country == "" && (e.Kind == gazetteer.Group || e.Kind == gazetteer.Country) {
				q.country = e.Country
			}
			break
		}
	}
}

// titleReach is how many words a title may have.
const titleReach = 8

// titleBefore finds the title that ends where a person's name begins.
func (s *story) titleBefore(q *candidate) {
	for p := max(q.in.from, q.from-titleReach); p < q.from; p++ {
		if s.words[p].capital && p+s.titleLen(p, q.to) == q.from {
			q.title = dateline.Span{Start: s.words[p].start, End: s.words[q.from-1].end}
			q.gender = titleGender(&s.words[p])
			if p > q.in.from {
				q.country = s.stateOf(p - 1)
			}
			return
		}
	}
}

// stateOf returns the country that one word names, "" where it names none.
func (s *story) stateOf(i int) string {
	for e := range s.names.Entries(s.names.Find(s.folds[i : i+1])) {
		if e.Kind == gazetteer.Group || e.Kind == gazetteer.Country {
			return e.Country
		}
		break
	}
	return ""
}
