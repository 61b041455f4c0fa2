package entities

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/lang"
)

// owner returns how many words before the name of a place say whose it is, with
// the "'s": "Norway's Svalbard", "Harare's Third Street". The rest is the name; the
// owner is one too.
func (c *chunker) owner(from, to int) int {
	for i := from + 1; i < to-1; i++ {
		if c.words[i].fold != "'s" {
			continue
		}
		for e := range c.names.Entries(c.names.Find(c.folds[from:i])) {
			switch {
			case e.Kind == gazetteer.Country, e.Kind == gazetteer.Region && e.Country == "US", e.Kind == gazetteer.Area,
				e.Kind == gazetteer.City && (e.Capital || e.Population >= cityInName):
				return i + 1 - from
			}
			break
		}
	}
	return 0
}

// twoCountries returns how many words of a name are a country that another comes
// right behind: "Greece Italy", where a comma is missing; 0 for none.
func (c *chunker) twoCountries(from, to int) int {
	if to-from > longestSpread || c.names.Find(c.folds[from:to]).Words > 0 {
		return 0
	}
	for i := from + 1; i < to; i++ {
		if c.isCountry(from, i) && c.isCountry(i, to) {
			return i - from
		}
	}
	return 0
}

// twoOrgs returns how many words of a name are an organisation that another comes
// behind, and where that begins: "Harlan School District and the Harlan Police
// Department", "University of Oslo's Institute of Law"; 0 for none.
func (c *chunker) twoOrgs(from, to int) (n, next int) {
	if to-from > 2*longestSpread {
		return 0, 0
	}
	school := false
	for i := from; i < to-2; i++ {
		last := c.folds[i]
		school = school || c.lex.Is(last, lang.School)
		switch {
		case i == from:
		case school && c.folds[i+1] == "'s" && c.hasHead(i+2, to):
			return i + 1 - from, i + 2 - from
		case i < to-4 && c.folds[i+1] == "and" && c.folds[i+2] == "the" && (c.lex.Is(last, lang.OrgHead) || c.lex.Is(last, lang.GPEHead)) && c.words[to-1].is(lang.OrgHead):
			return i + 1 - from, i + 3 - from
		}
	}
	return 0, 0
}

// hasHead reports whether a name has the head of an organisation at its end or
// before "of".
func (c *chunker) hasHead(from, to int) bool {
	if to-from < 2 {
		return false
	}
	for i := from; i < to; i++ {
		if c.words[i].is(lang.OrgHead) && (i == to-1 || c.words[i+1].is(lang.OrgOf)) {
			return true
		}
	}
	return false
}

// owning makes a mention of the owner in what the tagger takes for one name, or of
// the first of two countries or organisations.
func (c *chunker) owning(x *sentence, m *names.Mention) (mention, bool) {
	from := c.wordAt(x, c.doc.Tokens[m.First].Start)
	to := c.wordAt(x, c.doc.Tokens[m.End-1].End)
	end := from + c.owner(from, to) - 1
	if n := c.twoCountries(from, to); n > 0 {
		end = from + n
	}
	label := dateline.GPE
	if n, _ := c.twoOrgs(from, to); n > 0 && m.Label == dateline.Org {
		end, label = from+n, dateline.Org
	}
	if end < from || m.Label == dateline.Person {
		return mention{}, false
	}
	q := piece{in: x, mention: mention{from: from, to: end}}
	c.score(&q)
	q.label, q.confidence = label, m.Confidence
	return q.mention, q.to > q.from
}
