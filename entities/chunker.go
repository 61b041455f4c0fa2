package entities

import "github.com/dateline-go/dateline/lang"

// piece is a stretch of words that is one name, or none.
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

// sentence lays out what the gazetteer knows in a sentence, and single words with a capital, as pieces.
func (c *chunker) sentence(x *sentence) {
	for i := x.from; i < x.to; {
		w := &c.words[i]
		n := max(c.known(x, i), c.firmLen(x, i))
		if !w.capital || n < 2 && w.is(lang.NoName) && (!w.caps || n == 0) || w.is(lang.Weekday) || w.is(lang.Month) && n < 2 {
			i++
			continue
		}
		q := piece{in: x, mention: mention{from: i, to: i + max(1, n)}}
		c.score(&q)
		if q.to > q.from {
			c.pieces = append(c.pieces, q)
		}
		i += max(1, n)
	}
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

// firmLen returns how many words with capitals from one on end in a word that only firms have, 0 where none does.
func (c *chunker) firmLen(x *sentence, i int) int {
	for k := i; k < min(x.to, i+longestSpread); k++ {
		w := &c.words[k]
		if !w.capital && w.text != "&" && !(k > i && w.is(lang.Particle)) || c.isNoName(x, k) {
			return 0
		}
		if k > i && w.is(lang.FirmTail) {
			return k + 1 - i
		}
	}
	return 0
}
