package statement

import (
	"sort"
	"strings"

	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// leftContent sets the content of a cue that stands behind it, if it does: the
// token before the subject and the verb is p.
func (c *clauses) leftContent(f *Frame, p int, comp complement, at int) bool {
	if !f.form.finite() || p < c.start && !c.standsAlone(f, p, comp) {
		return false
	}
	if k := c.speechBefore(p, f); k >= 0 {
		b := k + 1
		if c.tokens[b].tag == tComma {
			b++
		}
		f.Source = [2]int{b, f.Start}
		p = k
	}
	closes := p
	if c.tokens[p].tag == tComma && p > 0 && c.tokens[p-1].mark == ')' {
		closes = p - 1 // British: “…”, he said
	}
	var start int
	if f.quoted = c.tokens[closes].mark == ')'; f.quoted {
		start = c.quotedStart(f, closes, comp, at)
		p = closes + 1
	} else {
		start = c.clauseLeft(f, p, comp, at)
	}
	if start < 0 {
		f.quoted = false
		return false
	}
	f.left, f.Shape = [2]int{start, p}, Left
	return true
}

// standsAlone reports whether the quotation that ends at p, before this sentence, is one of its own:
// `"Why?" she asked.`
func (c *clauses) standsAlone(f *Frame, p int, comp complement) bool {
	if p < 1 || c.tokens[p].mark != ')' || c.paragraphEnd(p) <= c.start || c.word(p-1) == "." {
		return false
	}
	switch comp {
	case cEnd, cComma, cPrep, cQuote, cAbout:
		g := groupOf(f.Class)
		return g == gSpeech || g == gTell
	}
	return false
}

// quotedStart returns where content on the left begins that ends in the quotation which closes at a token: with it, or
// with the words before it in its sentence; -1 where it is not what the cue attributes.
func (c *clauses) quotedStart(f *Frame, closes int, comp complement, at int) int {
	if !c.endsSpeech(closes) && c.leadsOn(f, comp, at) {
		return -1
	}
	r := c.regions[c.tokens[closes].region]
	x := c.sentenceStart(r.Open)
	if r.Open <= x {
		return r.Open
	}
	b := &c.tokens[r.Open-1]
	comma := b.tag == tComma
	switch {
	case b.mark == ')' && b.tag != tColon:
		if o := c.regions[b.region]; o.Closed && o.Open >= x {
			return o.Open
		}
		return r.Open
	case b.tag == tColon, comma && c.newCue(x, r.Open):
		return r.Open
	}
	start := c.clauseStart(x)
	title := c.tokens[start].tag.in(1<<tPrep|1<<tIng) || !c.anyVerb(r.Open, closes)
	if title && !(comma && c.lowerQuote(r.Open)) && !c.hasVerb(start, r.Open) {
		return -1 // `Speaking on “The Morning Hour,” he said that …`
	}
	return start
}

// leadsOn reports whether what follows a cue is its content, so that a quotation before it is none.
func (c *clauses) leadsOn(f *Frame, comp complement, at int) bool {
	switch comp {
	case cThat, cWh, cColon, cClause, cInfinitive, cPhraseTo:
		return true
	case cQuote:
		return at > 0 && c.tokens[at-1].tag != tComma
	case cPhrase, cAbout, cAdjective, cIng, cOther, cPhraseQuote:
		return f.Class != lexicon.Say && f.Class != lexicon.Add && f.Class != lexicon.Tell
	}
	return false
}

// clauseLeft returns where a clause without quotation marks begins that is content on the left and ends at p; -1 for
// none.
func (c *clauses) clauseLeft(f *Frame, p int, comp complement, at int) int {
	if !c.tokens[p].tag.in(1<<tComma|1<<tColon) || c.tokens[p].mark == '(' {
		return -1
	}
	start := c.start
	if r := c.tokens[f.Head].region; r >= 0 && c.regions[r].Open >= start {
		start = c.regions[r].Open + 1
	}
	start = c.clauseStart(start)
	switch comp {
	case cQuote:
		// `That, he said, "would be a mistake"`, but not `Asked why, he said, "No."`
		first := &c.tokens[start]
		if p > start && c.lowerQuote(at) && !first.tag.in(1<<tPart|1<<tIng) && first.Small != lexicon.When &&
			first.Small != lexicon.As {
			return start
		}
	case cEnd, cComma:
		agrees := !f.isSpeech() || f.Class == lexicon.Agree
		if small := c.tokens[start].Small; agrees && (small == lexicon.As || small == lexicon.When) {
			return -1 // "As the vote nears, Lee disagrees"
		}
		if p-start >= 3 && c.hasVerb(start, p) || c.parenthetic(f, start, p, comp, at) {
			return start
		}
	}
	return -1
}

// isSpeech reports whether the cue is a verb of saying or telling.
func (f *Frame) isSpeech() bool {
	g := groupOf(f.Class)
	return g == gSpeech || g == gTell
}

// parenthetic reports whether a cue stands between commas inside what it attributes:
// "The plan, it said, would cost a lot".
func (c *clauses) parenthetic(f *Frame, start, p int, comp complement, at int) bool {
	if comp != cComma || !f.isSpeech() || f.Source[1] == 0 || p <= start ||
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

// longestDateline is how many tokens a dateline has at most.
const longestDateline = 14

// datelineEnd skips a dateline at i, "LISBON: " or "LISBON, Portugal — ", that the page does not part from the story; i
// where there is none.
func (c *clauses) datelineEnd(i int) int {
	if i > 0 && c.paragraphEnd(i-1) > i || c.word(i) != strings.ToUpper(c.word(i)) || len(c.word(i)) < 2 {
		return i
	}
	for k := i; k < min(i+longestDateline, c.end-1); k++ {
		switch t := &c.tokens[k]; {
		case t.tag == tColon && k > i && t.mark == 0 && c.tokens[i].label != person && c.word(k) != ";":
			return k + 1
		case t.mark != 0, t.label == noName && !t.capital && !t.tag.in(1<<tComma|1<<tOpen|1<<tClose|1<<tNum|1<<tStop):
			return i
		}
	}
	return i
}

// clauseStart skips a dateline, and "But" and "And" at the beginning of a sentence.
func (c *clauses) clauseStart(i int) int {
	i = c.datelineEnd(i)
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
