package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// place says on which side of a verb the content stands and adds the frame. The
// subject on its left is tokens b to e, -1 for none.
func (c *clauses) place(f *Frame, b, e int) {
	c.surroundings(f)
	var at int
	f.comp, at = c.complement(f.End, f.Class)
	before := c.beforeCue(f, b, e)
	// "Lee, one of the two, called it “a ruin”"
	object := f.End < c.end && c.tokens[f.End].Small == lexicon.It && groupOf(f.Class) != gSpeech
	if !object && (f.form.finite() && c.inverted(f, b, e) || c.fronted(f)) {
		b, e = c.phraseOn(f.End)
		before = f.Start - 1
		f.comp, at = c.complement(c.appositionEnd(c.bracketEnd(e)), f.Class)
		if c.tokens[f.Head].region < 0 {
			c.subject, c.speaker = [2]int{b, e}, [2]int{b, e}
		}
	}
	f.at, f.object = at, f.comp == cThat && f.takesThing() && c.isObject(f.End, at)
	if b >= 0 {
		f.Source = [2]int{b, e}
		f.subject = c.kindOf(b, e)
	}
	comp := f.comp
	if f.Class == lexicon.Say && f.comp == cPhrase {
		f.comp = cClause // what one says is a clause, however its subject is built
	}
	f.right, f.limit = f.End, c.limit(f.Head)
	switch {
	case comp == cQuote && c.introducedBy(f, at):
		f.Class = lexicon.Colon // "She turned to the crowd: …"
		c.next(f, at)
	case comp == cQuote && at >= c.end:
		c.next(f, at)
	case c.leftContent(f, before, comp, at):
		c.rightOfLeft(f, at, comp)
	}
	c.add(f)
}

// finite reports whether a verb stands so that a clause is made of it.
func (f form) finite() bool {
	switch f {
	case fPast, fPresent, fPerfect, fModal, fProgressive:
		return true
	}
	return false
}

// beforeCue returns the token before a cue and its subject.
func (c *clauses) beforeCue(f *Frame, b, e int) int {
	switch f.form {
	case fIng, fInfinitive, fParticiple:
	default:
		if b >= 0 && e <= f.Start && (f.Start-e <= 2 || c.tokens[e].tag.in(1<<tComma|1<<tOpen)) {
			return b - 1
		}
	}
	return f.Start - 1
}

// introducedBy reports whether a colon, and no verb of saying, leads to the quotation at a token.
func (c *clauses) introducedBy(f *Frame, at int) bool {
	return c.word(at-1) == ":" && (f.Class == lexicon.NoClass || f.Class == lexicon.Be) && c.unclaimed(at)
}

// surroundings notes what the cue stands in.
func (c *clauses) surroundings(f *Frame) {
	f.inQuote = c.tokens[f.Head].region >= 0
	f.asked = c.end > c.start && c.word(c.end-1) == "?"
	if p := f.Start - 1; p >= c.start {
		t := &c.tokens[p]
		f.relative = t.tag == tWho || t.Small == lexicon.Who || t.Small == lexicon.Which || t.Small == lexicon.That
	}
	first := c.start
	if c.tokens[first].tag == tAdv && first+1 < c.end {
		first++ // "even though"
	}
	switch t := &c.tokens[first]; t.Small {
	case lexicon.While, lexicon.When, lexicon.As, lexicon.Because, lexicon.If:
		f.under = f.Head-c.start < 12
	default:
		f.under = f.Start == c.start && (t.tag == tIng || t.tag == tPart || t.tag == tPast)
	}
}

// raise adds the frame of a verb whose subject is part of the content, or all of
// it. It reports whether it did.
func (c *clauses) raise(f *Frame, subject [2]int, b, e int) bool {
	c.surroundings(f)
	f.Shape, f.left = Raised, subject
	f.comp, _ = c.complement(f.Head+1, lexicon.NoClass)
	if b >= 0 {
		f.Source, f.subject = [2]int{b, e}, c.kindOf(b, e)
	}
	f.right, f.limit = f.Head+1, c.limit(f.Head)
	if b >= 0 || f.comp == cEnd || f.comp == cComma || f.right >= f.limit {
		f.right = f.limit // the subject alone
	}
	if f.left[1] > f.left[0] {
		c.frames = append(c.frames, *f)
	}
	return true
}

// word returns the words of a token.
func (s *Story) word(i int) string {
	t := s.doc.Tokens[i]
	return s.doc.Text[t.Start:t.End]
}

func (c *clauses) add(f *Frame) {
	if f.Shape == Right && f.right >= f.limit {
		return
	}
	if f.Shape != Right && f.left[1] <= f.left[0] {
		return
	}
	if f.Shape == Right && !f.inQuote {
		f.marked = f.right <= c.marksEnd && c.marksEnd < f.limit
		f.nested = c.reported >= 0 && f.Source[0] >= c.reported
		if g := groupOf(f.Class); (g == gSpeech || g == gTell) && (f.comp == cThat || f.comp == cClause) {
			c.reported = f.right
		}
	}
	c.frames = append(c.frames, *f)
}

// limit returns where content that begins near i must end: with the quotation
// that i lies in, else with the sentence, its last sign left out.
func (c *clauses) limit(i int) int {
	end := c.end
	if r := c.tokens[i].region; r >= 0 {
		end = min(end, c.regions[r].Close)
	}
	for range 3 {
		if end > i+1 && c.tokens[end-1].tag == tStop {
			end--
		}
	}
	return end
}

// inverted reports whether the subject stands behind the verb: `said Ann Lee`
// behind a quotation or a comma.
func (c *clauses) inverted(f *Frame, b, e int) bool {
	p, after := f.Start-1, f.End
	if p <= c.start || after >= c.end || c.tokens[after].chunk < 0 {
		return false
	}
	next, x := &c.tokens[after], c.chunks[c.tokens[after].chunk]
	if x.label == value || next.Time || x.pronoun != lexicon.Other && !next.Subject {
		return false
	}
	if c.tokens[p].mark == ')' {
		return true
	}
	if !c.tokens[p].tag.in(1<<tComma|1<<tColon) || f.comp == cClause || f.comp == cThat {
		return false
	}
	if b >= 0 && e < f.Start && c.tokens[e].tag == tComma &&
		(x.label != person || c.apposed(e, p) && !c.endsWithSource(f)) {
		return false // an apposition before: "Ann Lee, the mayor, told reporters", "…, blasted Tom Poe"
	}
	return next.Subject || c.maySpeak(x)
}

// fronted reports whether a verb of speech begins the sentence, its subject follows, and then what is said: "Said Ann
// Lee: “…”".
func (c *clauses) fronted(f *Frame) bool {
	if g := groupOf(f.Class); f.Start > c.start || g != gSpeech && g != gTell || f.form == fIng {
		return false
	}
	b, e := c.phraseOn(f.End)
	return b >= 0 && e < c.end && c.maySpeak(c.chunks[c.tokens[e-1].chunk]) &&
		(c.word(e) == ":" || c.tokens[e].tag == tComma && e+1 < c.end && c.tokens[e+1].mark == '(')
}

// maySpeak reports whether a noun phrase may be who says something.
func (c *clauses) maySpeak(x chunk) bool {
	return x.label == person || x.label == organisation || x.person || c.tokens[x.end-1].Role
}

// apposed reports whether what stands between two commas describes the noun phrase before them.
func (c *clauses) apposed(comma, end int) bool {
	return comma < end && (c.tokens[comma+1].isRelative() || !c.hasVerb(comma+1, end))
}

// endsWithSource reports whether nothing but the source follows a verb of speech: "…, said Ann Lee".
func (c *clauses) endsWithSource(f *Frame) bool {
	if groupOf(f.Class) != gSpeech {
		return false
	}
	_, e := c.phraseOn(f.End)
	return e >= c.end || c.tokens[e].tag.in(1<<tStop|1<<tComma)
}

// bracketEnd skips "(BCWS)" behind a noun phrase that ends at i.
func (c *clauses) bracketEnd(i int) int {
	if i >= c.end || c.tokens[i].tag != tOpen || c.tokens[i].mark != 0 {
		return i
	}
	for k := i + 1; k < min(i+maxGroup, c.end); k++ {
		if c.tokens[k].tag == tClose && c.tokens[k].mark == 0 {
			return k + 1
		}
	}
	return i
}

// appositionEnd skips ", a spokesman for the town," behind a noun phrase that
// ends at i.
func (c *clauses) appositionEnd(i int) int {
	if i+1 >= c.end || c.tokens[i].tag != tComma || c.tokens[i+1].mark != 0 || c.tokens[i+1].tag == tConj {
		return i
	}
	for k := i + 1; k < min(i+maxApposition, c.end); k++ {
		t := &c.tokens[k]
		switch {
		case t.mark != 0, t.tag == tIng && k == i+1:
			return i
		case t.tag == tComma, t.tag == tStop, k == c.end-1:
			return k
		}
	}
	return i
}

// complement says what follows a cue from i on, behind the adverbs, the
// circumstances ("on Monday", "in a statement") and the one who is told, and where.
func (c *clauses) complement(i int, class lexicon.Class) (complement, int) {
	return c.follows(i, class, maxCircumstances, false)
}

// maxCircumstances bounds how many phrases may stand between a cue and its content.
const maxCircumstances = 4

// follows is complement with so many circumstances left; heard says that somebody who is told was passed, so that what
// he is told must follow.
func (c *clauses) follows(i int, class lexicon.Class, depth int, heard bool) (complement, int) {
	told := tells(class)
	for range 6 {
		if i >= c.end {
			return cEnd, i
		}
		i = c.asideEnd(i, heard)
		t := &c.tokens[i]
		if comp, at, ok := c.opens(i); ok {
			return comp, at
		}
		switch {
		case t.tag == tRP, t.tag == tAdv:
			i++
		case t.tag == tTo, t.Small == lexicon.To:
			e := c.circumstance(i + 1)
			if e == i+1 || c.tokens[e-1].Noun != lexicon.NoClass && e < c.end && c.tokens[e].Small == lexicon.That {
				return cPrep, i
			}
			i = e
		case t.Time || t.chunk >= 0 && c.chunks[t.chunk].label == value:
			i = max(i+1, c.chunkEndAt(i))
		case t.tag == tPrep:
			return c.behindPreposition(i, heard, depth)
		case t.tag == tIng:
			return cIng, i
		case t.chunk >= 0, told && c.isHer(i):
			comp, at, more := c.objectAt(i, told)
			if !more {
				return comp, at
			}
			i, told, heard = at, false, true
		case t.tag == tAdj, t.tag == tPart:
			return cAdjective, i
		default:
			return cOther, i
		}
	}
	return cOther, i
}

// isHer reports whether a "her" at i is no possessive: "asked her whether".
func (c *clauses) isHer(i int) bool {
	return c.tokens[i].tag == tPoss && c.tokens[i].chunk < 0 && i+1 < c.end && !c.nominal(i+1)
}

// objectAt says what the noun phrase at i behind a cue begins and where; or, where it is who is
// told something, that more follows, and where that begins.
func (c *clauses) objectAt(i int, told bool) (comp complement, at int, more bool) {
	end := i + 1
	if c.tokens[i].chunk >= 0 {
		comp, at = c.phrase(i)
		if !told || comp != cPhrase && comp != cPhraseQuote {
			return comp, at, false
		}
		_, end = c.phraseOn(i)
	}
	if k := c.behindTold(end); k > end {
		return cThat, k, false
	}
	return cPhrase, end, true
}

// behindTold returns the "that" behind what describes who is told something, from i on: a relative
// clause, an apposition, a place ("told a driver who had fled that", "told the Pier, a local
// station, that"); i for none.
func (c *clauses) behindTold(i int) int {
	if i >= c.end || c.tokens[i].Small == lexicon.That {
		return i
	}
	relative := c.tokens[i].isRelative()
	for k := i + 1; k < min(i+maxApposition, c.end) && c.tokens[k].mark == 0; k++ {
		t := &c.tokens[k]
		switch {
		case t.Small == lexicon.That && !c.tokens[k-1].tag.verb() && c.complementizer(k):
			return k
		case !relative && (t.tag.finite() || t.Subject):
			return i
		}
	}
	return i
}

// asideEnd skips a circumstance between commas at i before what somebody is told, where he was named before: "told a
// rally in Cork, in the south, that".
func (c *clauses) asideEnd(i int, heard bool) int {
	if !heard || i+1 >= c.end || c.tokens[i].tag != tComma || c.tokens[i+1].tag != tPrep {
		return i
	}
	end := c.appositionEnd(i)
	if end > i && end+1 < c.end && c.tokens[end].tag == tComma && c.tokens[end+1].Small == lexicon.That {
		return end + 1
	}
	return i
}

// tells reports whether a verb of a class takes the one who is told before what he is told.
func tells(class lexicon.Class) bool {
	switch class {
	case lexicon.Tell, lexicon.Ask, lexicon.Persuade, lexicon.Warn, lexicon.Promise:
		return true
	}
	return false
}

// chunkEndAt returns the end of the noun phrase of a token, -1 where there is none.
func (c *clauses) chunkEndAt(i int) int {
	if k := c.tokens[i].chunk; k >= 0 {
		return c.chunks[k].end
	}
	return -1
}

// opens says what the token at i opens by itself: a quotation, a clause, an infinitive; and where.
func (c *clauses) opens(i int) (comp complement, at int, ok bool) {
	t := &c.tokens[i]
	switch {
	case t.mark == '(':
		return cQuote, i, true
	case t.mark == ')':
		return cEnd, i, true
	case t.tag == tRP, t.tag == tAdv && t.Small != lexicon.Wh:
		return 0, i, false
	case t.tag == tStop:
		return cEnd, i, true
	case t.tag == tComma, t.tag == tColon:
		if i+1 < c.end && c.tokens[i+1].mark == '(' || t.tag == tColon && c.introduces(i) {
			return cQuote, i + 1, true
		}
		return c.signAt(i), i, true
	case t.Small == lexicon.That:
		return cThat, i, true
	case t.Small == lexicon.Wh, t.Small == lexicon.If, t.tag == tWrb && t.Small != lexicon.When:
		return cWh, i, true
	case (t.tag == tTo || t.Small == lexicon.To) && c.infinitive(i):
		return cInfinitive, i, true
	}
	return 0, i, false
}

// signAt says what a comma, a colon or a dash behind a cue is.
func (c *clauses) signAt(i int) complement {
	switch {
	case c.tokens[i].tag == tComma:
		return cComma
	case c.word(i) == ":":
		return cColon
	}
	return cEnd
}

// behindPreposition says what follows a cue with the preposition at i behind it: what somebody speaks of, or
// what follows a circumstance.
func (c *clauses) behindPreposition(i int, heard bool, depth int) (complement, int) {
	switch c.tokens[i].Small {
	case lexicon.About, lexicon.Of, lexicon.For, lexicon.Against:
		return cAbout, i
	case lexicon.On, lexicon.In, lexicon.From, lexicon.When, lexicon.With, lexicon.By, lexicon.Other:
	default:
		return cPrep, i
	}
	if e := c.circumstance(i + 1); e > i+1 && depth > 0 {
		e = c.asideEnd(e, heard)
		comp, at := c.follows(e, lexicon.NoClass, depth-1, heard)
		switch comp {
		case cClause:
			if heard && (c.tokens[at].Subject || c.tokens[e-1].Time) {
				return comp, at // "told the town in a letter on Monday it would leave"
			}
		case cThat, cInfinitive, cWh:
			if !heard && c.tokens[e-1].Noun != lexicon.NoClass {
				return cPrep, i // it says what the noun is about
			}
			return comp, at
		case cQuote, cEnd, cComma, cColon:
			return comp, at
		}
	}
	if c.tokens[i].Small == lexicon.On {
		return cAbout, i
	}
	return cPrep, i
}

// circumstance returns the end of the noun phrase behind a preposition, i where
// there is none.
func (c *clauses) circumstance(i int) int {
	if i >= c.end || c.tokens[i].chunk < 0 || c.tokens[i].mark != 0 {
		return i
	}
	_, e := c.phraseOn(i)
	return e
}

// apposedSubject reports whether a verb follows the apposition that begins with the comma at i:
// "the defendant, Ann Lee, had waited".
func (c *clauses) apposedSubject(i int) bool {
	end := c.appositionEnd(i)
	return end > i && end+1 < c.end && c.tokens[end].tag == tComma && c.tokens[end+1].tag.finite() &&
		c.apposed(i, end)
}

// phrase says what a noun phrase behind a cue begins.
func (c *clauses) phrase(i int) (complement, int) {
	_, e := c.phraseOn(i)
	if e < c.end {
		if kind, at := c.behindPhrase(i, e); kind != cPhrase {
			return kind, at
		}
	}
	for k := e; k < min(e+8, c.end); k++ {
		t := &c.tokens[k]
		switch {
		case t.mark == '(':
			return cPhraseQuote, i
		case t.tag.finite():
			return cClause, i
		case t.tag == tAdv, t.tag == tApos:
			continue
		case t.tag == tTo, t.Small == lexicon.To:
			if c.infinitive(k) {
				return cPhraseTo, i
			}
			return cPhrase, i
		case t.tag == tPrep && t.chunk < 0 && k+1 < c.end && c.tokens[k+1].chunk >= 0:
			k = c.chunks[c.tokens[k+1].chunk].end - 1
			continue
		}
		return cPhrase, i
	}
	return cPhrase, i
}

// behindPhrase returns the complement that the token right behind a noun phrase begins: "that",
// "whether", a quotation, a subject with an apposition; cPhrase where it begins none.
func (c *clauses) behindPhrase(i, e int) (complement, int) {
	switch t := &c.tokens[e]; {
	case t.mark == '(' || t.tag.finite() || t.tag == tAdv || t.tag == tApos:
		return cPhrase, i
	case t.Small == lexicon.That:
		return cThat, e
	case t.Small == lexicon.Wh, t.Small == lexicon.If:
		return cWh, e
	case t.tag == tComma && e+1 < c.end && c.tokens[e+1].mark == '(':
		return cQuote, e + 1
	case t.tag == tComma && c.apposedSubject(e):
		return cClause, i
	}
	return cPhrase, i
}
