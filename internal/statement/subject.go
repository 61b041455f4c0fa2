package statement

import (
	"strings"

	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// maxApposition bounds how far back a noun phrase between two commas may begin.
const maxApposition = 30

// subjectOf returns the noun phrase that is the subject of a verb group which
// begins at i: right before it, before an apposition, or what "who" stands for.
// It returns -1, -1 where there is none.
func (c *clauses) subjectOf(i int) (start, end int) {
	p := i - 1
	for p >= max(c.start, i-maxGroup) && c.tokens[p].tag == tAdv {
		p--
	}
	if p < c.start {
		return -1, -1
	}
	if k := c.commaBeforeTime(p); k > 0 {
		p = k
	}
	t := &c.tokens[p]
	title := c.endsTitle(p)
	switch {
	case t.mark == '(' && p > c.start:
		return -1, -1
	case title || t.tag.in(1<<tComma|1<<tColon) || t.tag == tClose && t.mark == 0:
		return c.beforeApposition(p, title)
	case t.isRelative():
		k := p - 1
		if k >= c.start && c.tokens[k].tag == tComma {
			k--
		}
		if k >= c.start && c.tokens[k].chunk >= 0 {
			return c.phraseBack(int(c.tokens[k].chunk))
		}
		return p, p + 1
	case t.chunk >= 0:
		b, e := c.phraseBack(c.beforeTime(int(t.chunk)))
		if k := c.relativeBefore(b, e); k >= 0 {
			return c.phraseBack(k)
		}
		return b, e
	}
	return -1, -1
}

// relativeBefore returns the noun phrase that a relative clause describes whose last noun phrase is that from b to e:
// "fans who had waited outside the gate said"; -1 for none.
func (c *clauses) relativeBefore(b, e int) int {
	if b <= c.start || !c.tokens[b-1].tag.verb() && !c.tokens[b-1].tag.in(1<<tPrep|1<<tTo|1<<tRP) || c.newClause(b, e) {
		return -1
	}
	for k := b - 1; k > max(c.start, b-maxApposition); k-- {
		t := &c.tokens[k]
		if t.Small == lexicon.Who {
			if x := c.tokens[k-1].chunk; x >= 0 && c.chunks[x].end == k && !c.verbBehind(k+1, b) {
				return int(x)
			}
			return -1
		}
		if t.mark != 0 || t.tag.in(1<<tComma|1<<tStop|1<<tColon) {
			return -1
		}
	}
	return -1
}

// newClause reports whether a clause of its own begins before the noun phrase from b to e, which is its subject: "after
// the judge said". Most words that begin one are prepositions too ("after the fire"), so that its subject must be
// somebody who can speak.
func (c *clauses) newClause(b, e int) bool {
	switch c.tokens[b-1].Small {
	case lexicon.When, lexicon.Because, lexicon.While, lexicon.If, lexicon.That:
	default:
		return false
	}
	switch c.kindOf(b, e) {
	case sHeShe, sThey, sFirst, sPerson, sPersonNoun, sOrganisation:
		return true
	}
	last := &c.tokens[e-1]
	return last.Head || last.Role // "the port authority"
}

// verbBehind reports whether a run of tokens that begins with a relative clause has the verb behind that clause too:
// "who robbed a bank was jailed". A verb that a conjunction, a pronoun or a further relative joins to the clause is its
// own ("who came and waited", "who said they had waited"), and so is one in what somebody in it says or thinks.
func (c *clauses) verbBehind(from, to int) bool {
	first, last := -1, -1
	for i := from; i < to; i++ {
		if !c.tokens[i].tag.finite() {
			continue
		}
		start := c.groupStart(i)
		before := &c.tokens[start-1]
		switch {
		case first < 0:
			first = i
		case start <= last, before.tag == tConj, before.Subject, before.isRelative():
		case c.takesClause(first):
			first = i
		default:
			return true
		}
		last = i
	}
	return false
}

// takesClause reports whether the verb of a group that begins at i says or thinks something, in a clause of its own.
func (c *clauses) takesClause(i int) bool {
	for last := min(c.end, i+maxGroup); i+1 < last && c.auxiliary(i); {
		i++
	}
	v := c.tokens[i].Verb
	switch groupOf(v) {
	case gSpeech, gTell, gWish:
		return true
	case gThought:
		return v != lexicon.See
	}
	return false
}

// commaBeforeTime returns the comma of an apposition before a date that ends at p: "the minister, Ann Lee, on Monday
// said"; 0 for none.
func (c *clauses) commaBeforeTime(p int) int {
	k := c.tokens[p].chunk
	if k < 0 || c.chunks[k].label != value && !c.tokens[p].Time {
		return 0
	}
	comma := c.chunks[k].start - 1
	if comma > c.start && c.tokens[comma].tag == tPrep {
		comma--
	}
	if comma > c.start && c.tokens[comma].tag == tComma {
		return comma
	}
	return 0
}

// beforeTime returns the noun phrase before a date: "Clinton on Monday said", without its "on"; any other phrase is
// returned itself.
func (c *clauses) beforeTime(k int) int {
	if x := c.chunks[k]; x.label == value && x.start > c.start && c.tokens[x.start-1].chunk >= 0 {
		return int(c.tokens[x.start-1].chunk)
	}
	return k
}

// isRelative reports whether a token may begin a relative clause.
func (t *token) isRelative() bool {
	return t.tag == tWho || t.Small == lexicon.Who || t.Small == lexicon.Which || t.Small == lexicon.That && t.tag != tDet
}

// endsTitle reports whether a title in quotation marks ends at p, and an apposition with it: "Ann Lee, the owner of
// “The Pier,” said".
func (c *clauses) endsTitle(p int) bool {
	if t := &c.tokens[p]; t.mark != ')' || c.tokens[p-1].tag != tComma {
		return false
	}
	open := c.regions[c.tokens[p].region].Open
	return open > c.start && c.tokens[open-1].tag != tComma && !c.anyVerb(open, p)
}

// beforeApposition returns the noun phrase before an apposition that ends with the sign at p: "Ann Lee, the mayor of
// the town, said".
func (c *clauses) beforeApposition(p int, title bool) (start, end int) {
	sign, open := c.tokens[p].tag, p-1
	bracket := sign == tClose
	if title {
		sign, open = tComma, c.regions[c.tokens[p].region].Open-1
	}
	for open >= c.start && p-open < maxApposition && c.tokens[open].tag != sign &&
		!(bracket && c.tokens[open].tag == tOpen) && c.tokens[open].mark != '(' {
		if c.tokens[open].mark == ')' {
			open = c.regions[c.tokens[open].region].Open
		}
		open--
	}
	if open <= c.start || p-open < 2 || p-open >= maxApposition || c.tokens[open].mark != 0 {
		return -1, -1
	}
	if sign == tComma {
		var b, e int
		if b, e, open = c.firstOf(open); b >= 0 {
			return b, e
		}
	}
	open = c.beforeAge(open)
	if k := c.tokens[open-1].chunk; k >= 0 && c.chunks[k].end == open && c.chunks[k].label != value {
		start, end = c.phraseBack(int(k))
		if b, e := c.represented(start); b >= 0 {
			return b, e
		}
		return start, end
	}
	return -1, -1
}

// beforeAge returns the comma before a number alone between commas of which the second is at i, i
// for none: "Ann Lee, 52, who lives in Cork, said".
func (c *clauses) beforeAge(i int) int {
	if i-3 >= c.start && c.tokens[i-1].tag == tNum && c.tokens[i-2].tag == tComma && c.tokens[i-3].chunk >= 0 {
		return i - 2
	}
	return i
}

// firstOf returns the noun phrase that the sentence begins with where more than one thing is said of it before its
// verb, and else where the last one begins: the comma at open, or the bracket before it.
func (c *clauses) firstOf(open int) (start, end, before int) {
	name := c.beforeBracket(open)
	if name <= c.start && c.tokens[open+1].tag != tPrep {
		return -1, -1, open
	}
	// "Ann Lee, a friend of Peter Hallam (R-Ohio), one of the two, said", "Ann Lee, who was in Cork, Ireland, for a
	// fair, said"
	if b, e := c.first(open); b >= 0 {
		return b, e, open
	}
	if name > c.start {
		open = name // "Ann Lee (R-Ohio), a member of the panel, said"
	}
	return -1, -1, open
}

// beforeBracket returns the opening bracket of what ends before a token with a closing one, -1 for none.
func (c *clauses) beforeBracket(i int) int {
	if p := i - 1; p <= c.start || c.tokens[p].tag != tClose || c.tokens[p].mark != 0 {
		return -1
	}
	for k := i - 2; k > max(c.start, i-maxGroup); k-- {
		if c.tokens[k].tag == tOpen && c.tokens[k].mark == 0 {
			return k
		}
	}
	return -1
}

// represented returns the noun phrase that one at a token, behind "by" and a participle, belongs to: "Ann Lee,
// represented by her deputy, Tom Poe, said".
func (c *clauses) represented(start int) (b, e int) {
	p := start - 3
	if p <= c.start || c.tokens[start-1].Small != lexicon.By || !c.tokens[start-2].tag.in(1<<tPart|1<<tPast) ||
		c.tokens[p].tag != tComma {
		return -1, -1
	}
	if k := c.tokens[p-1].chunk; k >= 0 && c.chunks[k].end == p {
		return c.phraseBack(int(k))
	}
	return -1, -1
}

// first returns the noun phrase that the sentence begins with where only appositions follow it
// up to a comma at i.
func (c *clauses) first(i int) (start, end int) {
	k := c.tokens[c.start].chunk
	if k < 0 || c.chunks[k].end >= i || c.tokens[c.chunks[k].end].tag != tComma && c.tokens[c.chunks[k].end].tag != tOpen {
		return -1, -1
	}
	relative := false
	for p := c.chunks[k].end; p < i; p++ {
		t := &c.tokens[p]
		switch {
		case t.tag == tWho || t.Small == lexicon.Who || t.Small == lexicon.Which:
			relative = true
		case t.tag.finite() && !relative:
			return -1, -1
		}
	}
	return c.chunks[k].start, c.chunks[k].end
}

// phraseBack returns the noun phrase that ends with chunk k, with the one it
// hangs on: "the leader of the party".
func (c *clauses) phraseBack(k int) (start, end int) {
	x := c.chunks[k]
	start, end = x.start, x.end
	if k := c.basedIn(start); k >= 0 {
		start = c.chunks[k].start
	}
	for range 3 {
		p := start - 1
		if p <= c.start || c.tokens[p].mark != 0 {
			break
		}
		joins := false
		switch c.tokens[p].Small {
		case lexicon.Of, lexicon.For, lexicon.In, lexicon.From, lexicon.With, lexicon.On:
			joins = true
		case lexicon.And:
			joins = true
		}
		switch {
		case c.describes(p):
			joins = true
			p--
		case c.tokens[p].tag == tIng && c.reduced(p):
			joins = true // "police investigating the fire"
		}
		prev := c.tokens[p-1].chunk
		if !joins || prev < 0 || c.chunks[prev].end != p || c.chunks[prev].label == value ||
			c.chunks[prev].pronoun != lexicon.Other {
			break
		}
		if c.object(int(prev), p) {
			break
		}
		start = c.chunks[prev].start
	}
	return start, end
}

// basedIn returns the noun phrase before the comma of a place in two parts that a noun phrase begins with: "the Cork,
// Ireland-based firm"; -1 for none.
func (c *clauses) basedIn(start int) int {
	p := start - 1
	if p <= c.start || c.tokens[p].tag != tComma || c.tokens[start].label != place ||
		!strings.Contains(c.word(start), "-") {
		return -1
	}
	if k := c.tokens[p-1].chunk; k >= 0 && c.chunks[k].label == place && c.chunks[k].start >= c.start {
		return int(k)
	}
	return -1
}

// describes reports whether the preposition at p and the word before it describe a noun phrase: "an e-mail seen by
// Reuters", "a source close to the minister".
func (c *clauses) describes(p int) bool {
	if p-1 <= c.start || c.tokens[p-2].chunk < 0 || c.tokens[p-2].Verb == lexicon.Be {
		return false
	}
	switch t := c.tokens[p-1].tag; c.tokens[p].Small {
	case lexicon.By:
		return t.in(1<<tPart | 1<<tPast)
	case lexicon.To, lexicon.With, lexicon.On:
		return t.in(1<<tPart | 1<<tAdj)
	}
	return false
}

// reduced reports whether the -ing form at p is a relative clause without its "who" behind a noun
// phrase that can speak: "the lawmaker representing Cork". A noun phrase that a verb or a
// preposition governs may be what somebody does: "after police leaving Cork", "saw him leaving".
func (c *clauses) reduced(p int) bool {
	k := c.tokens[p-1].chunk
	if k < 0 || c.chunks[k].end != p {
		return false
	}
	x := c.chunks[k]
	if x.label == person || x.label == value || !c.maySpeak(x) && !c.tokens[p-1].Person {
		return false
	}
	if x.start == c.start {
		return true
	}
	before := &c.tokens[x.start-1]
	return before.tag.in(1<<tComma|1<<tConj|1<<tClose) || before.Small == lexicon.That || before.tag == tColon
}

// object reports whether noun phrase k is an object, no head for what a preposition at p joins to
// it: "He told reporters in Iowa". One that a preposition joins to another noun phrase is none:
// "Ann Lee of the institute in Cork".
func (c *clauses) object(k, p int) bool {
	b := c.chunks[k].start - 1
	if b < c.start || c.tokens[p].Small == lexicon.And || c.tokens[p].Small == lexicon.Of {
		return false
	}
	if c.tokens[b].tag == tPrep && b > c.start {
		x := c.tokens[b-1].chunk
		return x < 0 || c.chunks[x].end != b || c.chunks[x].start > c.start && c.tokens[c.chunks[x].start-1].tag.verb()
	}
	return c.tokens[b].tag.verb() || c.tokens[b].tag == tPrep
}

// phraseOn returns the noun phrase that begins at i, with what hangs on it by
// "of", "for" and the like.
func (c *clauses) phraseOn(i int) (start, end int) {
	if i >= c.end || c.tokens[i].chunk < 0 {
		return -1, -1
	}
	end = c.chunks[c.tokens[i].chunk].end
	for range 4 {
		if end+1 >= c.end {
			break
		}
		t := &c.tokens[end]
		if t.Small != lexicon.Of && t.Small != lexicon.For && !(t.Small == lexicon.And && c.tokens[end+1].tag == tName) ||
			c.tokens[end+1].chunk < 0 {
			break
		}
		end = c.chunks[c.tokens[end+1].chunk].end
	}
	return i, end
}

// governor returns the subject of an infinitive or a participle: that of the
// clause it hangs on.
func (c *clauses) governor(i int) (start, end int) {
	p := c.groupStart(i) - 1
	if p < c.start {
		// "Citing the report, Clinton said": what follows the next comma.
		for k := i + 1; k < c.end; k++ {
			if c.tokens[k].tag != tComma {
				continue
			}
			if k+1 < c.end && c.tokens[k+1].mark == ')' {
				k++
			}
			if k+1 < c.end && c.tokens[k+1].chunk >= 0 {
				return c.phraseOn(k + 1)
			}
		}
		return -1, -1
	}
	if t := &c.tokens[p]; c.tokens[i].tag == tIng && t.chunk >= 0 &&
		(t.tag == tName || t.tag == tNoun || t.tag == tApos) &&
		c.chunks[t.chunk].start > c.start && c.tokens[c.chunks[t.chunk].start-1].tag != tComma {
		k := c.beforeTime(int(t.chunk))
		if x := c.chunks[k]; x.label == person {
			return x.start, x.end // "footage of Ann Lee saying"
		}
		return c.phraseBack(k) // "a letter saying"
	}
	if c.leader[0] >= 0 && c.tokens[i].tag == tIng && c.tokens[p].tag.in(1<<tComma|1<<tPrep) {
		return c.leader[0], c.leader[1] // "He told them that she would pay, adding"
	}
	return c.main(i)
}

// main returns the subject of the verb at i where it has none of its own: that of the
// last verb of speech for another one, else that of the last finite verb.
func (c *clauses) main(i int) (start, end int) {
	if g := groupOf(c.tokens[i].Verb); c.speaker[0] >= 0 && c.tokens[i].region < 0 &&
		(g == gSpeech || g == gTell || g == gJudgement) {
		return c.speaker[0], c.speaker[1]
	}
	return c.subject[0], c.subject[1]
}

// by returns the noun phrase behind "by" after a passive verb.
func (c *clauses) by(i int) (start, end int) {
	for k := i + 1; k < min(i+8, c.end); k++ {
		if c.tokens[k].Small == lexicon.By && k+1 < c.end && c.tokens[k+1].chunk >= 0 {
			return c.phraseOn(k + 1)
		}
		if c.tokens[k].tag.verb() {
			break
		}
	}
	return -1, -1
}

// kindOf says what a noun phrase is, as a source.
func (c *clauses) kindOf(start, end int) subject {
	if start < 0 {
		return sNone
	}
	k := c.tokens[start].chunk
	if k < 0 {
		return sThat
	}
	x := c.chunks[k]
	switch x.pronoun {
	case lexicon.He, lexicon.She:
		return sHeShe
	case lexicon.They:
		return sThey
	case lexicon.It:
		return sIt
	case lexicon.First:
		return sFirst
	case lexicon.You:
		return sYou
	case lexicon.Who:
		return sWho
	case lexicon.That, lexicon.This, lexicon.Which, lexicon.Wh, lexicon.There:
		return sThat
	}
	switch x.label {
	case person:
		return sPerson
	case organisation:
		return sOrganisation
	case place:
		return sPlace
	}
	if x.person {
		return sPersonNoun
	}
	return sNoun
}
