package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// according reads "according to" at i.
func (c *clauses) according(i int) {
	b, e := c.phraseOn(i + 2)
	if b < 0 {
		return
	}
	f := Frame{Head: i, Start: i, End: i + 2, Class: lexicon.According, form: fNoVerb, sentence: c.number}
	f.Source, f.subject = [2]int{b, e}, c.kindOf(b, e)
	f.inQuote = c.tokens[i].region >= 0
	f.limit = c.limit(i)
	if end := c.appositionEnd(e); end < c.end && c.tokens[end].tag == tComma && c.apposed(e, end) {
		e = end
	}
	from := c.start
	if r := c.tokens[i].region; r >= 0 {
		from = max(from, c.regions[r].Open+1)
	}
	from = c.clauseStart(from)
	if i-from < 2 {
		for e < c.end && c.tokens[e].tag != tComma && c.tokens[e].mark != '(' {
			e++
		}
		if e >= c.end {
			return
		}
		f.right = e
		if c.tokens[e].tag == tComma {
			f.right++
		}
		f.quoted = f.right < c.end && c.tokens[f.right].mark == '('
		f.comp = cComma
		c.add(&f)
		return
	}
	end := i
	if c.tokens[end-1].tag == tComma {
		end--
	}
	f.left, f.Shape = [2]int{from, end}, Left
	f.quoted = c.tokens[end-1].mark == ')'
	if e < c.end && c.tokens[e].tag == tComma && e+2 < f.limit && c.tokens[e+1].tag != tWho && c.tokens[e+1].tag != tIng {
		f.Shape, f.right = Around, e+1
	}
	c.add(&f)
}

// noun reads a noun that may name a statement or a stance at i.
func (c *clauses) noun(i int) {
	f := Frame{Head: i, Start: i, End: i + 1, Class: c.tokens[i].Noun, form: fNoVerb, sentence: c.number}
	f.inQuote = c.tokens[i].region >= 0
	f.comp, _ = c.complement(i+1, lexicon.NoClass)
	switch f.comp {
	case cThat, cAbout, cInfinitive, cQuote, cPrep, cWh:
	default:
		return
	}
	if f.comp == cPrep && c.tokens[i+1].Small == lexicon.In {
		return
	}
	f.right, f.limit = i+1, c.limit(i)
	if k := c.tokens[i].chunk; k >= 0 {
		x := c.chunks[k]
		for p := i - 1; p >= x.start; p-- {
			if c.tokens[p].tag == tApos || c.tokens[p].tag == tPoss {
				f.Source = [2]int{x.start, p + 1}
				break
			}
		}
		if f.Source[1] == 0 && x.start > c.start &&
			(c.tokens[x.start-1].tag == tApos || c.tokens[x.start-1].tag == tClose) && x.start > c.start+1 {
			if p := c.tokens[x.start-2].chunk; p >= 0 {
				f.Source = [2]int{c.chunks[p].start, x.start}
			}
		}
	}
	if f.Source[1] == 0 {
		if b, e := c.by(i); b >= 0 {
			f.Source = [2]int{b, e}
		} else if c.subject[0] >= 0 {
			f.Source = c.subject
		}
	}
	if f.Source[1] > 0 {
		f.subject = c.kindOf(f.Source[0], f.Source[1])
	}
	c.add(&f)
}

// adjective reads an adjective that may say what somebody thinks at i: "was
// confident that".
func (c *clauses) adjective(i int) {
	p := i - 1
	for p > c.start && c.tokens[p].tag == tAdv {
		p--
	}
	if p < c.start || c.tokens[p].Verb != lexicon.Be && c.tokens[p].Verb != lexicon.Seem {
		return
	}
	f := Frame{Head: i, Start: p, End: i + 1, Class: lexicon.Adjective, form: fNoVerb, sentence: c.number}
	f.inQuote = c.tokens[i].region >= 0
	f.comp, _ = c.complement(i+1, lexicon.NoClass)
	switch f.comp {
	case cThat, cAbout, cInfinitive, cClause, cWh, cPrep:
	default:
		return
	}
	b, e := c.subjectOf(c.groupStart(p + 1))
	if b < 0 {
		return
	}
	f.Source, f.subject = [2]int{b, e}, c.kindOf(b, e)
	f.right, f.limit = i+1, c.limit(i)
	c.add(&f)
}
