package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// piece is a stretch of a run that is one name, or none.
type piece struct {
	mention
	in     *sentence
	points points
	// sure says that the gazetteer alone decides.
	sure bool
}

// chunker cuts sentences into pieces.
type chunker struct {
	*story
	pieces []piece
}

func (c *chunker) sentence(x *sentence) {
	for i := x.from; i < x.to; {
		if !c.begins(x, i) {
			i++
			continue
		}
		end := c.runEnd(x, i)
		c.run(x, i, end)
		i = end
	}
}

// begins reports whether a name may begin with the word.
func (c *chunker) begins(x *sentence, i int) bool {
	w := &c.words[i]
	if !w.capital || strings.Contains(w.text, "$") {
		return false
	}
	if w.is(lang.NoName) && !w.caps {
		return c.known(x, i) > 1
	}
	if w.is(lang.NoName) && w.caps {
		return len(w.text) > 1 && c.known(x, i) > 0
	}
	if w.is(lang.Weekday) || w.is(lang.Month) && (!c.next(x, i) || c.known(x, i+1) > 0) {
		return false
	}
	if x.shouted {
		return c.names.Lower(w.fold) < 0.2 || c.known(x, i) > 1
	}
	if x.titled && !w.first || w.first && x.titled {
		return c.names.Lower(w.fold) < 0.4 || c.known(x, i) > 1 || c.proper[w.fold] > 0 && c.small[w.fold] == 0
	}
	if w.first {
		return c.firstBegins(x, i)
	}
	return true
}

// firstBegins decides for the first word of a sentence, whose capital says nothing.
func (c *chunker) firstBegins(x *sentence, i int) bool {
	w := &c.words[i]
	if w.caps && len(w.text) > 1 {
		return true
	}
	if c.known(x, i) > 1 {
		return true
	}
	lower := c.names.Lower(w.fold)
	if c.next(x, i) {
		if w.is(lang.Office) || w.is(lang.Courtesy) || w.is(lang.TitlePart) {
			return true
		}
		if _, given := c.names.Given(w.fold); lower < 0.5 || given && strings.HasPrefix(w.tag, "NNP") {
			return true
		}
		// "Human Rights Watch": a common word may begin an organisation's name.
		end := c.runEnd(x, i)
		return end-i > 2 && c.words[end-1].is(lang.OrgHead) && w.tag != "IN" && w.tag != "DT" && w.tag != "RB" && w.tag != "CC"
	}
	if c.proper[w.fold] > 0 && c.small[w.fold] == 0 {
		return true
	}
	return lower < 0.3 && c.small[w.fold] == 0
}

// next reports whether the word after is one of a name too.
func (c *chunker) next(x *sentence, i int) bool {
	return i+1 < x.to && c.words[i+1].capital && !c.words[i+1].is(lang.NoName)
}

// known returns how many words the longest known name has that begins here.
func (c *chunker) known(x *sentence, i int) int {
	m := c.names.Longest(c.folds[i:x.to])
	for k := i; k < i+m.Words; k++ {
		w := &c.words[k]
		inner := k > i && k < i+m.Words-1 && len(w.text) < 4 // "Dar es Salaam"
		if !w.capital && w.letter && !inner && !w.is(lang.Particle) && !w.is(lang.NoName) {
			return 0
		}
	}
	for _, caps := range c.names.Entries(m) {
		if m.Words > 1 || !caps || c.words[i].caps {
			return m.Words
		}
	}
	return 0
}

// run cuts a run of words into pieces.
func (c *chunker) run(x *sentence, from, to int) {
	title := dateline.Span{}
	var gender gazetteer.Gender
	country := ""
	for p := from; p < to; {
		if f := c.words[p].fold; (f == "former" || f == "ex" || f == "then") && p+1 < to && c.known(x, p) < 2 {
			p++
			continue
		}
		if n := c.titleLen(x, p, to); n > 0 && c.known(x, p) <= n {
			if title == (dateline.Span{}) {
				title.Start = c.words[p].start
			}
			title.End = c.words[p+n-1].end
			gender = max(gender, titleGender(&c.words[p]))
			p += n
			continue
		}
		n := c.pieceLen(x, p, to)
		q := piece{in: x, mention: mention{from: p, to: p + n, title: title, gender: gender, country: country}}
		c.score(&q)
		if q.to > q.from {
			c.pieces = append(c.pieces, q)
		}
		if q.match.Words > 0 && q.entry != nil && (q.entry.Kind == gazetteer.Group || q.entry.Kind == gazetteer.Country) {
			country = q.entry.Country
		}
		title, gender = dateline.Span{}, 0
		p += n
	}
}
