package entities

import "github.com/dateline-go/dateline/lang"

// longestRun bounds the words of a run, so that a text in capitals alone is cut
// up rather than looked at again from each word.
const longestRun = 40

// runEnd returns where the run of words that begins here ends.
func (c *chunker) runEnd(x *sentence, i int) int {
	start := i
	end := i + max(1, c.known(x, i))
	for end < min(x.to, start+longestRun) {
		w := &c.words[end]
		switch {
		case w.capital && !c.breaks(x, end):
			end++
		case w.fold == "of" && c.joinsOf(start, end) && c.capitalAfter(x, end+1):
			end++
			if c.words[end].fold == "the" {
				end++
			}
			end++
		case (w.fold == "for" || w.fold == "on") && c.words[end-1].is(lang.OrgHead) && c.next(x, end) && !x.titled:
			end += 2
		case w.fold == "and" && c.listsOf(start, end) && c.next(x, end):
			end += 2
		case w.text == "," && end+1 < x.to && c.words[end+1].is(lang.Incorporated) && c.words[end+1].capital:
			end += 2
		case w.text == "&" && c.next(x, end):
			end += 2
		case (w.text == "-" || w.text == "–") && w.glued && c.next(x, end) && c.words[end+1].glued:
			end += 2
		case w.is(lang.Particle) && !w.capital && w.letter && c.next(x, end):
			end += 2
		case w.is(lang.Particle) && end+2 < x.to && c.words[end+1].is(lang.Particle) && c.next(x, end+1):
			end += 3
		case (w.fold == "'" || w.fold == "s'") && w.glued && end+1 < x.to && c.words[end+1].capital && c.words[end+1].is(lang.OrgHead):
			end += 2 // "Dockers' Federation"
		case w.fold == "'s" && c.possessiveName(x, start, end):
			end++
		default:
			return end
		}
	}
	return end
}

// breaks reports whether a capitalised word ends the run before it.
func (c *chunker) breaks(x *sentence, i int) bool {
	w := &c.words[i]
	if w.is(lang.NoName) && !(w.caps && len(w.text) == 2) {
		// "North", "South": inside a name, as in "Iran North Korea".
		return !w.is(lang.GPEStart) || !c.next(x, i)
	}
	if w.is(lang.Weekday) || w.is(lang.Month) && (i+1 >= x.to || !c.words[i+1].capital) {
		return true
	}
	if x.shouted || x.titled {
		return c.names.Lower(w.fold) > 0.5 && c.known(x, i) < 1 && !w.is(lang.OrgHead) && !w.is(lang.OrgSuffix)
	}
	return false
}

// capitalAfter reports whether "of" or "of the" is followed by a capital.
func (c *chunker) capitalAfter(x *sentence, i int) bool {
	if i < x.to && c.words[i].fold == "the" {
		i++
	}
	return i < x.to && c.words[i].capital && !c.words[i].is(lang.NoName)
}

// joinsOf reports whether "of" after the words belongs to a name: University of …,
// Bay of …, Secretary of ….
func (c *chunker) joinsOf(start, end int) bool {
	last := c.words[end-1].fold
	if c.words[end-1].capital {
		if c.lex.Is(last, lang.OrgHead) || c.lex.Is(last, lang.LocHead) || c.lex.Is(last, lang.LawHead) || c.lex.Is(last, lang.GPEHead) || last == "secretary" || last == "chief" || last == "isle" ||
			last == "battle" || last == "house" || last == "minister" || last == "knights" || last == "church" || last == "states" || last == "port" {
			return true
		}
	}
	return false
}

// listsOf reports whether "and" may go on a name: "Ministry of Health and Welfare".
func (c *chunker) listsOf(start, end int) bool {
	if !c.words[start].is(lang.OrgHead) && !c.words[max(start, end-3)].is(lang.OrgHead) {
		return false
	}
	for i := start; i < end; i++ {
		if c.words[i].is(lang.OrgOf) {
			return true
		}
	}
	return false
}

// possessiveName reports whether 's belongs to a name, such as McDonald's.
func (c *chunker) possessiveName(x *sentence, start, end int) bool {
	m := c.names.Longest(c.folds[start : end+1])
	return m.Words == end+1-start
}
