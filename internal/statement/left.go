package statement

import (
	"sort"

	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// leftContent sets the content of a cue that stands behind it, if it does: the
// token before the subject and the verb is p.
func (c *clauses) leftContent(f *Frame, p int, comp complement, at int) bool {
	switch f.form {
	case fInfinitive, fPassive, fNoVerb, fIng, fParticiple:
		return false
	}
	if p < c.start {
		// The quotation may be a sentence of its own: `"Why?" she asked.`
		if p < 1 || c.tokens[p].mark != ')' || c.paragraphEnd(p) <= c.start || c.word(p-1) == "." {
			return false
		}
		switch comp {
		case cEnd, cComma, cPrep, cQuote, cAbout:
		default:
			return false
		}
		if g := groupOf(f.Class); g != gSpeech && g != gTell {
			return false
		}
	}
	if k := c.speechBefore(p, f); k >= 0 {
		if b := k + 1; c.tokens[b].tag == tComma {
			b++
			f.Source = [2]int{b, f.Start}
		} else {
			f.Source = [2]int{b, f.Start}
		}
		p = k
	}
	t := &c.tokens[p]
	closes := p
	if t.tag == tComma && p > 0 && c.tokens[p-1].mark == ')' {
		closes, t = p-1, &c.tokens[p-1] // British: “…”, he said
	}
	if t.mark == ')' {
		speech := c.endsSpeech(closes)
		switch comp {
		case cThat, cWh, cColon, cClause, cInfinitive, cPhraseTo:
			if !speech {
				return false
			}
		case cQuote:
			if at > 0 && c.tokens[at-1].tag != tComma && !speech {
				return false
			}
		case cPhrase, cAbout, cAdjective, cIng, cOther, cPhraseQuote:
			if f.Class != lexicon.Say && f.Class != lexicon.Add && f.Class != lexicon.Tell && !speech {
				return false
			}
		}
		r := c.regions[t.region]
		start := r.Open
		if x := c.sentenceStart(r.Open); r.Open > x && r.Open-1 >= x {
			if b := &c.tokens[r.Open-1]; b.tag != tColon && b.mark != ')' && !(b.tag == tComma && c.newCue(x, r.Open)) {
				start = c.clauseStart(x)
				t := c.tokens[start].tag
				if (t == tPrep || t == tIng || !c.anyVerb(r.Open, closes)) && !(b.tag == tComma && c.lowerQuote(r.Open)) &&
					!c.hasVerb(start, r.Open) {
					return false // `Speaking on “The Morning Hour,” he said that …`
				}
			} else if b.mark == ')' && c.regions[b.region].Closed && c.regions[b.region].Open >= x {
				start = c.regions[b.region].Open
			}
		}
		f.left = [2]int{start, closes + 1}
		f.quoted = true
		f.Shape = Left
		return true
	}
	if t.tag != tComma && t.tag != tColon && t.mark != '(' || comp != cEnd && comp != cComma && comp != cQuote {
		return false
	}
	if t.mark == '(' {
		return false
	}
	start := c.start
	if r := c.tokens[f.Head].region; r >= 0 && c.regions[r].Open >= start {
		start = c.regions[r].Open + 1
	}
	start = c.clauseStart(start)
	if comp == cQuote {
		// `That, he said, "would be a mistake"`, but not `Asked why, he said, "No."`
		first := &c.tokens[start]
		if p <= start || !c.lowerQuote(at) || first.tag == tPart || first.tag == tIng || first.Small == lexicon.When ||
			first.Small == lexicon.As {
			return false
		}
		f.left, f.Shape = [2]int{start, p}, Left
		return true
	}
	if (p-start < 3 || !c.hasVerb(start, p)) && !c.parenthetic(f, start, p, comp, at) {
		return false
	}
	f.left = [2]int{start, p}
	f.Shape = Left
	return true
}

// parenthetic reports whether a cue stands between commas inside what it attributes:
// "The plan, it said, would cost a lot".
func (c *clauses) parenthetic(f *Frame, start, p int, comp complement, at int) bool {
	if g := groupOf(f.Class); comp != cComma || g != gSpeech && g != gTell || f.Source[1] == 0 || p <= start ||
		c.tokens[start].chunk < 0 {
		return false
	}
	i := at + 1
	for i < c.end && c.tokens[i].tag == tAdv {
		i++
	}
	return i < c.end && c.tokens[i].tag.finite()
}

// speechBefore returns the closing mark of a quotation that ends as speech does
// and from which only a long noun phrase leads to the verb; -1 for none.
func (c *clauses) speechBefore(p int, f *Frame) int {
	if f.Class != lexicon.Say && f.Class != lexicon.Add && f.Class != lexicon.Tell || f.form == fIng ||
		c.tokens[p].tag == tComma || c.tokens[p].mark != 0 {
		return -1
	}
	for k := p; k >= max(c.start, p-maxSubject); k-- {
		t := &c.tokens[k]
		switch {
		case t.mark == ')':
			if c.endsSpeech(k) && k+1 < f.Start {
				return k
			}
			return -1
		case t.tag == tComma && k > 0 && c.tokens[k-1].mark == ')':
		case t.mark != 0, t.tag == tConj, t.tag.finite(), t.tag == tComma, t.tag == tStop, t.tag == tColon:
			return -1
		}
	}
	return -1
}

// maxSubject bounds how long a noun phrase between a quotation and its verb may be.
const maxSubject = 14

// lowerQuote reports whether the quotation that opens at i begins with a small
// letter, so that it goes on with a sentence.
func (c *clauses) lowerQuote(i int) bool {
	if i+1 >= c.end {
		return false
	}
	w := c.word(i + 1)
	return 'a' <= w[0] && w[0] <= 'z'
}

// endsSpeech reports whether the quotation that closes at i ends as speech does
// before its cue: with a comma, a question or an exclamation mark, or a dash.
func (c *Story) endsSpeech(i int) bool {
	if i == 0 {
		return false
	}
	t := &c.tokens[i-1]
	return t.tag == tComma || t.tag == tStop || t.tag == tColon || i+1 < len(c.tokens) && c.tokens[i+1].tag == tComma
}

// sentenceStart returns where the sentence that holds token i begins; i lies in
// this one or before.
func (c *clauses) sentenceStart(i int) int {
	n := c.number
	for n > 0 && c.sentences[n].start > i {
		n--
	}
	return c.sentences[n].start
}

// clauseStart skips "But" and "And" at the beginning of a sentence.
func (c *clauses) clauseStart(i int) int {
	if i+1 < c.end && c.tokens[i].tag == tConj && c.tokens[i].mark == 0 {
		i++
		if c.tokens[i].tag == tComma {
			i++
		}
	}
	return i
}

// hasVerb reports whether a finite verb stands in a run of tokens.
func (c *clauses) hasVerb(from, to int) bool {
	for i := from; i < to; i++ {
		if t := c.tokens[i].tag; t.finite() || t == tBase {
			return true
		}
	}
	return false
}

// anyVerb reports whether a verb of any form stands in a run of tokens.
func (c *clauses) anyVerb(from, to int) bool {
	for i := from; i < to; i++ {
		if t := c.tokens[i].tag; t.verb() || t == tModal {
			return true
		}
	}
	return false
}

// rightOfLeft adds what goes on behind the cue of a content on the left.
func (c *clauses) rightOfLeft(f *Frame, at int, comp complement) {
	if f.quoted {
		if next := c.resumes(f, at); next >= 0 {
			f.Shape, f.right, f.limit = Around, next, c.regionEnd(next)
		}
		return
	}
	switch {
	case comp == cQuote && at < c.end && c.tokens[at].mark == '(':
		f.Shape, f.right, f.limit = Around, at, c.limit(f.Head)
	case comp == cComma && at+1 < c.end:
		t := &c.tokens[at+1]
		if t.tag == tIng || t.tag == tWho || t.Small == lexicon.While || t.Small == lexicon.As || t.tag == tStop ||
			t.tag == tConj && at+2 < c.end && c.tokens[at+2].tag.verb() {
			return
		}
		f.Shape, f.right, f.limit = Around, at+1, c.limit(f.Head)
	}
}

// resumes returns the opening mark at which a quotation goes on behind its cue,
// in the same sentence (`"…," he said, "…"`) or as the next one; -1 for none.
func (c *clauses) resumes(f *Frame, at int) int {
	if f.inQuote {
		return -1
	}
	i := max(at-1, f.Head+1)
	for ; i < c.end; i++ {
		t := &c.tokens[i]
		if t.mark == '(' {
			if p := c.tokens[i-1].tag; (p == tComma || p == tColon || i == f.End || i == f.Source[1]) && !c.newCue(f.Head+1, i) {
				return i
			}
			i = c.regionEnd(i) - 1
		}
	}
	if i < len(c.tokens) && c.tokens[i].mark == '(' && c.paragraphEnd(c.start) > i && c.unclaimed(i) {
		return i
	}
	return -1
}

// newCue reports whether a verb of speech stands between a cue and a quotation, to
// which that belongs.
func (c *clauses) newCue(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &c.tokens[i]; t.tag.verb() && t.Verb != lexicon.NoClass &&
			(groupOf(t.Verb) == gSpeech || groupOf(t.Verb) == gTell || t.Verb == lexicon.Call) {
			return true
		}
	}
	return false
}

// unclaimed reports whether the quotation that opens at i ends with a sentence,
// so that no cue of its own follows it.
func (c *clauses) unclaimed(i int) bool {
	r := c.regions[c.tokens[i].region]
	if !r.Closed {
		return true
	}
	last := c.tokens[r.Close-1].tag
	next := r.Close + 1
	if next >= c.paragraphEnd(i) {
		return true
	}
	if last != tStop && c.tokens[next].tag != tStop {
		return r.Close-r.Open > leastAlone && c.plain(next)
	}
	n := &c.tokens[next]
	if n.tag == tColon && c.word(next) != ":" {
		return false // a dash and the name of a speaker
	}
	if c.word(r.Close-1) == "." && c.startsSentence(next) {
		return true
	}
	return n.tag == tStop || n.mark == '(' || n.capital && n.label != person
}

// maxPlain bounds how far behind a quotation a cue of its own is looked for.
const maxPlain = 40

// plain reports whether the sentence that goes on at i, behind a quotation, has no
// word that may attribute it: `"They are not there yet" to vote for him.`
func (c *clauses) plain(i int) bool {
	for last := min(i+maxPlain, len(c.tokens)); i < last; i++ {
		t := &c.tokens[i]
		switch {
		case t.tag == tStop:
			return true
		case t.mark == '(' || t.Small == lexicon.AccordingWord || t.tag.verb() && t.Verb != lexicon.Be &&
			t.Verb != lexicon.NoClass && groupOf(t.Verb) != gLoose:
			return false
		}
	}
	return false
}

// startsSentence reports whether a sentence after this one, or near it, begins at i.
func (c *clauses) startsSentence(i int) bool {
	k := sort.Search(len(c.sentences), func(k int) bool { return c.sentences[k].start >= i })
	return k < len(c.sentences) && c.sentences[k].start == i
}

// regionEnd returns the token behind the closing mark of the region that opens at
// i.
func (c *clauses) regionEnd(i int) int {
	r := c.regions[c.tokens[i].region]
	if r.Closed {
		return r.Close + 1
	}
	return r.Close
}
