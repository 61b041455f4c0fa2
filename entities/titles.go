package entities

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// titleLen returns how many words of the run are a title with a name after them
// or with nothing after them, 0 for none.
func (c *chunker) titleLen(x *sentence, p, to int) int {
	i := p
	for i < to && c.words[i].is(lang.TitlePart) && i-p < 4 {
		i++
	}
	if i == p {
		i = c.portfolio(p, to)
	}
	switch {
	case i == p && i < to && c.words[i].is(lang.Courtesy):
		if i+1 < to || c.words[i].fold[len(c.words[i].fold)-1] == '.' {
			return 1
		}
		return 0
	case i < to && c.words[i].is(lang.Office):
		i++
	case i > p && c.words[i-1].is(lang.Office):
	case i == p:
		return 0
	default:
		for k := i - 1; k >= p; k-- {
			if c.words[k].is(lang.Office) {
				return k + 1 - p
			}
		}
		return 0
	}
	for i < to && c.words[i].is(lang.Office) {
		i++
	}
	if i+1 < to && c.words[i].fold == "of" {
		// "Secretary of State Antony Blinken": one word belongs to the title, more
		// when it is a title's word ("of Defense", "of the Treasury").
		i++
		if c.words[i].fold == "the" {
			i++
		}
		for i < to && (c.words[i].is(lang.TitlePart) || c.words[i].fold == "affairs" || c.words[i].fold == "staff") {
			i++
		}
		if i < to && c.words[i-1].fold == "of" {
			i--
			return i - p
		}
	}
	if i < to {
		last := c.words[to-1].fold
		if c.lex.Is(last, lang.OrgHead) && to-p <= i-p+1 || c.lex.Is(last, lang.GPEHead) || c.lex.Is(last, lang.FacHead) && to-i == 1 || c.lex.Is(last, lang.LawHead) {
			return 0
		}
	}
	return i - p
}

// portfolio returns where the office word of "Forestry Minister" stands, or p
// where what comes before is no common word.
func (c *chunker) portfolio(p, to int) int {
	for i := p; i < min(to, p+4); i++ {
		f := c.words[i].fold
		if i > p && c.lex.Is(f, lang.TitleStart) {
			return i
		}
		if c.names.Lower(f) < 0.4 || c.lex.Is(f, lang.OrgHead) {
			break
		}
	}
	return p
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
func (c *chunker) smallTitle(q *piece) {
	i := q.from - 1
	for i > q.in.from {
		w := &c.words[i-1]
		if w.capital || w.is(lang.TitlePart) || w.tag == "NN" || w.tag == "JJ" && !w.is(lang.NoName) {
			if q.from-i >= 5 || w.is(lang.NoName) || !w.letter || w.first && c.names.Lower(w.fold) > 0.5 {
				break
			}
			i--
			continue
		}
		break
	}
	q.title = dateline.Span{Start: c.words[i].start, End: c.words[q.from-1].end}
	for k := i; k < q.from; k++ {
		for e := range c.names.Entries(c.names.Longest(c.folds[k:q.from])) {
			if q.country == "" && (e.Kind == gazetteer.Group || e.Kind == gazetteer.Country) {
				q.country = e.Country
			}
			break
		}
	}
}
