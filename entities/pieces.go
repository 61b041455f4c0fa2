package entities

import (
	"github.com/dateline-go/dateline/internal/gazetteer"

	"github.com/dateline-go/dateline/lang"
)

// pieceLen returns how many words from p on are one piece.
func (c *chunker) pieceLen(x *sentence, p, to int) int {
	known := min(c.known(x, p), to-p)
	if known == 0 {
		return c.untilKnown(x, p, to)
	}
	if p+known == to {
		return known
	}
	m := c.names.Longest(c.folds[p:to])
	kind := gazetteer.Organisation
	for e := range c.names.Entries(m) {
		kind = e.Kind
		break
	}
	rest := c.words[p+known].fold
	last := c.words[to-1].fold
	switch kind {
	case gazetteer.Group:
		if last == "cross" || last == "crescent" {
			return to - p // "Kenyan Red Cross"
		}
		if p+known < to && (c.titleLen(x, p+known, to) > 0 || c.known(x, p+known) > 1) {
			return known
		}
		if to-p > known && (c.lex.Is(last, lang.OrgHead) && !c.lex.Is(last, lang.StateHead) && to-p-known > 1 || c.lex.Is(last, lang.OrgSuffix) || c.lex.Is(last, lang.LawHead) || c.lex.Is(last, lang.EventHead) || c.lex.Is(last, lang.LocHead) && to-p-known == 1) {
			return to - p
		}
		if c.joined(p, to) && !c.lex.Is(rest, lang.StateHead) {
			return to - p
		}
		return known
	case gazetteer.Organisation, gazetteer.Seat:
		if c.lex.Is(rest, lang.OrgHead) || c.lex.Is(rest, lang.OrgSuffix) {
			if c.joined(p, to) {
				return to - p
			}
			return known + 1
		}
		return known
	}
	if c.titleLen(x, p+known, to) > 0 {
		return known
	}
	if n := c.known(x, p+known); n > 1 && p+known+n <= to {
		return known
	}
	if kind == gazetteer.Country && c.lex.Is(last, lang.StateHead) && to-p-known <= 2 {
		return known
	}
	if c.lex.Is(last, lang.OrgHead) || c.lex.Is(last, lang.OrgSuffix) || c.lex.Is(last, lang.FacHead) || c.lex.Is(last, lang.LocHead) || c.lex.Is(last, lang.GPEHead) || c.lex.Is(last, lang.LawHead) || c.lex.Is(last, lang.EventHead) {
		return to - p
	}
	if known == 1 {
		if _, given := c.names.Given(c.words[p].fold); given && kind != gazetteer.Country && to-p <= 3 && c.names.Lower(rest) < 0.5 {
			return to - p
		}
		if kind != gazetteer.Country {
			return c.untilKnown(x, p, to)
		}
	}
	return known
}

// joined reports whether "of", "for" or "&" ties the words together.
func (c *chunker) joined(p, to int) bool {
	for i := p; i < to; i++ {
		if f := c.words[i].fold; f == "of" || f == "for" || f == "&" {
			return true
		}
	}
	return false
}

// untilKnown returns how many words come before a title or a name of several
// words that must be one of its own.
func (c *chunker) untilKnown(x *sentence, p, to int) int {
	for i := p + 1; i < to; i++ {
		if c.words[i-1].fold == "of" || c.words[i-1].fold == "the" || c.words[i-1].fold == "and" || c.words[i-1].fold == "for" {
			continue
		}
		if c.words[i].is(lang.Courtesy) && i+1 < to && c.words[i].fold != "st." && c.words[i].fold != "father" && c.words[i].fold != "sister" {
			return i - p
		}
		if x.titled && c.isGroup(i) {
			return i - p // "Expels Russian Diplomats"
		}
		if c.words[i].is(lang.TitleStart) && i+1 < to && c.words[i+1].capital && !c.words[i+1].is(lang.TitleStart) {
			// "Vice President", "Prime Minister": the title begins earlier.
			for i > p+1 && c.words[i-1].is(lang.TitlePart) {
				i--
			}
			return i - p
		}
		if n := c.known(x, i); n > 2 && i+n <= to {
			return i - p
		}
	}
	return to - p
}

// isGroup reports whether a word is a nationality or the like.
func (c *chunker) isGroup(i int) bool {
	for e := range c.names.Entries(c.names.Find(c.folds[i : i+1])) {
		return e.Kind == gazetteer.Group
	}
	return false
}
