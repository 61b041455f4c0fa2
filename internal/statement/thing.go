package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// takesThing reports whether a cue may well have a thing for its object: "wants a law", "announced a grant".
func (f *Frame) takesThing() bool {
	switch f.Class {
	case lexicon.Want, lexicon.Announce, lexicon.Expect, lexicon.Order, lexicon.Plan, lexicon.Support, lexicon.Oppose:
		return true
	}
	return false
}

// isObject reports whether the "that" at a token belongs to a noun phrase that begins right behind a cue: "announced a
// grant for each family that lost its home".
func (c *clauses) isObject(i, that int) bool {
	for i < that && c.tokens[i].tag == tAdv {
		i++
	}
	if i >= that || c.tokens[i].chunk < 0 || c.tokens[i].Time || c.chunks[c.tokens[i].chunk].label == value &&
		c.tokens[that-1].label == value || c.chunks[c.tokens[i].chunk].label == person {
		return false
	}
	_, e := c.phraseOn(i)
	return e == that
}

// isThing reports whether the content of a frame is no more than the object of its verb, without words of anybody:
// "promised a third of it", "expects a strong year", "announced a grant for each family that lost its home". What
// somebody is called or described as is words.
func (s *Story) isThing(f *Frame, content [][2]int) bool {
	switch f.Class {
	case lexicon.Call, lexicon.Depict, lexicon.Colon:
		return false
	}
	if f.Shape != Right || f.form == fNoVerb {
		return false
	}
	if f.object {
		return true
	}
	if f.comp != cPhrase {
		return false
	}
	for _, run := range content {
		for i := run[0]; i < run[1]; i++ {
			t := &s.tokens[i]
			if t.tag.finite() && !s.tokens[i-1].isRelative() || t.tag == tModal || t.tag == tBase || t.mark != 0 {
				return false
			}
		}
	}
	return true
}

// repeat marks the words in quotation marks that stand in somebody else's statement and have no source of their own:
// "Lee said she had been promised “a home”".
func (d *Finder) repeat() {
	for i := range d.found {
		x := &d.found[i]
		if x.Source[1] > x.Source[0] || x.Follows > 0 || x.Turn || x.Signed {
			continue
		}
		first, last := x.Content[0][0], x.Content[len(x.Content)-1][1]
		for j := max(0, i-window); j < min(len(d.found), i+window) && !x.repeated; j++ {
			y := &d.found[j]
			if j == i || y.Source[1] <= y.Source[0] || y.withholds() {
				continue
			}
			for _, run := range y.Content {
				x.repeated = x.repeated || run[0] <= first && last <= run[1] && run[1]-run[0] > last-first
			}
		}
	}
}
