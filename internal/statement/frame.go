package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// Shape says on which side of its cue the content stands.
type Shape uint8

// The shapes.
const (
	Right Shape = iota
	Left
	Around
	Raised // the content is the subject and what follows: "Lee is expected to win"
	shapes
)

// Frame is a cue that may attribute something, with where its source and its
// content would be. Places are tokens, ends are behind the last one.
type Frame struct {
	Head       int // the word that attributes
	Start, End int // the cue
	Class      lexicon.Class
	Shape      Shape
	comp       complement
	subject    subject
	form       form
	negated    bool
	asked      bool // the sentence is a question
	relative   bool // the cue stands in a relative clause: "Lee, who said …,"
	under      bool // the clause of the cue hangs on one that follows: "While Lee said …,"
	inQuote    bool
	quoted     bool // the content on the right begins with a quotation, or that on the left ends in one
	nested     bool // the cue stands in what another one reports
	marked     bool // a quotation stands in what follows the cue
	sentence   int
	// Source is where the speaker is named; empty where it is not.
	Source [2]int
	// left is the content on the left; right is where the right one may begin, limit where it
	// must end.
	left         [2]int
	right, limit int
	Turn         bool // the paragraph of a speaker in a transcript, as a whole
	Signed       bool // a quotation with its speaker's name behind a dash
	object       bool // what follows the cue is its object, with a relative clause: "wants a law that bans it"
	at           int  // the token where what follows the cue begins, by its form
}

// complement is what follows the cue.
type complement uint8

const (
	cEnd complement = iota
	cComma
	cColon
	cQuote
	cThat
	cWh
	cInfinitive
	cAbout // about, on, of, for, against: what somebody speaks of
	cPrep  // another preposition
	cClause
	cPhrase
	cPhraseTo    // a noun phrase and an infinitive
	cPhraseQuote // a noun phrase with a quotation
	cAdjective
	cIng
	cOther
	complements
)

// subject is what the source is.
type subject uint8

const (
	sNone subject = iota
	sHeShe
	sThey
	sIt
	sFirst
	sYou
	sWho
	sThat
	sPerson
	sOrganisation
	sPlace
	sPersonNoun
	sNoun
	subjects
)

// form is how the verb stands.
type form uint8

const (
	fPast form = iota
	fPresent
	fInfinitive
	fModal
	fIng
	fProgressive
	fPassive
	fPerfect
	fParticiple
	fNoVerb
	forms
)

// frames finds the cues of the story.
func (s *Story) findFrames() {
	s.frames = s.frames[:0]
	turns := s.turns
	for n, x := range s.sentences {
		c := clauses{Story: s, sentence: x, number: n, subject: [2]int{-1, -1}, speaker: [2]int{-1, -1}, lastVerb: -1,
			leader: [2]int{-1, -1}, reported: -1, marksEnd: -1, turnsLeft: turns}
		for i := x.end - 1; i >= x.start && c.marksEnd < 0; i-- {
			if s.tokens[i].mark == '(' {
				c.marksEnd = i
			}
		}
		for i := x.start; i < x.end; i++ {
			c.step(i)
		}
		turns = c.turnsLeft
	}
}

// clauses reads the cues of one sentence from left to right.
type clauses struct {
	*Story
	sentence
	number    int
	subject   [2]int // that of the last finite verb, -1 where there was none
	speaker   [2]int // that of the last verb of speech or judgement outside quotation marks
	leader    [2]int // that of the last finite verb of a main clause there
	would     bool   // a modal belongs to the verb of the speaker
	reported  int    // where what the last verb of speech reports begins, -1 where there was none
	marksEnd  int    // the token of the last mark that opens in the sentence, -1 for none
	lastVerb  int    // the last finite one outside quotation marks, -1 where there was none
	turnsLeft []int  // the colons of turns from here on
}

// step reads the token at i.
func (c *clauses) step(i int) {
	t := &c.tokens[i]
	switch {
	case t.Small == lexicon.AccordingWord && i+1 < c.end && c.tokens[i+1].Small == lexicon.To:
		c.according(i)
	case t.tag.verb() || (t.Verb == lexicon.Say || t.Verb == lexicon.Tell) && t.tag != tNoun:
		c.verb(i)
	case t.tag == tModal:
		if b, e := c.subjectOf(c.groupStart(i)); b >= 0 {
			c.setSubject(i, b, e)
		}
	case t.Noun != lexicon.NoClass && t.tag == tNoun:
		c.noun(i)
	case t.Adjective != lexicon.NoClass && t.tag == tAdj:
		c.adjective(i)
	case t.tag == tColon:
		if !c.dash(i) && i > c.start && !c.turn(i) && !c.colon(i) {
			c.introduced(i)
		}
	}
}

// maxGroup bounds how many words before a verb may belong to its group.
const maxGroup = 8

// groupStart returns the first token of the verb group that the verb at i ends:
// auxiliaries, modals and adverbs before it.
func (c *clauses) groupStart(i int) int {
	for first := max(c.start, i-maxGroup); i > first; {
		t := &c.tokens[i-1]
		if !(t.tag == tModal || t.tag == tAdv || t.tag.verb() && t.Verb == lexicon.Be || t.Small == lexicon.Not) ||
			t.mark != 0 {
			break
		}
		i--
	}
	return i
}

// auxiliary reports whether the verb at i serves one that follows it.
func (c *clauses) auxiliary(i int) bool {
	if c.tokens[i].Verb != lexicon.Be {
		return false
	}
	for last := min(c.end, i+maxGroup); i+1 < last; {
		i++
		t := &c.tokens[i]
		if t.tag == tAdv || t.Small == lexicon.Not || t.mark == '(' {
			continue
		}
		return t.tag.verb()
	}
	return false
}

// attribute reports whether the participle at i describes the noun behind it, with which it is the object of a verb or
// of a preposition: "ignored repeated warnings", "after reported thefts".
func (c *clauses) attribute(i int) bool {
	t := &c.tokens[i]
	if t.tag != tPart || i+1 >= c.end || !c.tokens[i+1].tag.in(1<<tNoun|1<<tAdj) || t.mark != 0 {
		return false
	}
	if t.chunk >= 0 {
		return c.chunks[t.chunk].end > i+1 // "his repeated warnings"
	}
	p := i - 1
	for p > c.start && c.tokens[p].tag == tAdv {
		p--
	}
	if p < c.start {
		return false
	}
	before := &c.tokens[p]
	return before.tag.verb() && before.Verb != lexicon.Be || before.tag == tPrep && before.Small != lexicon.As
}

// verb reads a verb.
func (c *clauses) verb(i int) {
	t := &c.tokens[i]
	if c.auxiliary(i) || c.attribute(i) {
		return
	}
	if t.tag.finite() && t.region < 0 {
		c.lastVerb = i
	}
	start := c.groupStart(i)
	f := Frame{Head: i, Start: start, End: i + 1, Class: t.Verb, sentence: c.number}
	if i+1 < c.end && (c.tokens[i+1].tag == tRP || c.tokens[i+1].tag == tAdv || c.tokens[i+1].tag == tPrep) {
		if p := c.words.Phrase(c.word(i), c.word(i+1)); p != lexicon.NoClass {
			f.Class, f.End = p, i+2
		} else if n := &c.tokens[i+1]; f.Class == lexicon.Call && n.tag == tRP && n.Small == lexicon.Other {
			f.Class = lexicon.NoClass // "called off the strike"
		}
	}
	f.form, f.negated = c.formOf(start, i)
	if k := c.habit(&f); k >= 0 {
		f.Start, f.form = k, fPast
	}
	b, e := c.subjectOfVerb(&f)
	raised, b, e := c.raisedSubject(&f, b, e)
	if f.Class == lexicon.NoClass || f.Class == lexicon.Be {
		if !c.besideQuote(start, i) {
			return
		}
	}
	if raised[1] > 0 && groupOf(f.Class) != gTell && c.raise(&f, raised, b, e) {
		return
	}
	c.place(&f, b, e)
}

// habit returns where the verb group begins that an infinitive of saying or an -ing form belongs to beside a quotation:
// "“…,” she used to say", "he kept saying"; -1 for none.
func (c *clauses) habit(f *Frame) int {
	k := f.Start - 1
	if f.form == fInfinitive {
		k-- // "to"
	} else if f.form != fIng {
		return -1
	}
	if g := groupOf(f.Class); g != gSpeech && g != gTell || k <= c.start || !c.tokens[k].tag.finite() {
		return -1
	}
	start := c.groupStart(k)
	b, e := c.subjectOf(start)
	if b <= c.start || e != start {
		return -1
	}
	p := b - 1
	if c.tokens[p].tag == tComma && p > c.start {
		p--
	}
	if c.tokens[p].mark != ')' {
		return -1
	}
	return start
}

// subjectOfVerb returns who does what the verb of a frame says, -1 for nobody, and notes it as the subject of
// the clause.
func (c *clauses) subjectOfVerb(f *Frame) (b, e int) {
	i := f.Head
	switch f.form {
	case fParticiple:
		if groupOf(f.Class) == gTell {
			return c.by(i) // "asked whether": somebody was
		}
		return c.governor(i)
	case fInfinitive, fIng:
		return c.governor(i)
	case fPassive:
		return c.by(i)
	}
	if b, e = c.subjectOf(f.Start); b >= 0 {
		c.setSubject(i, b, e)
		if g := groupOf(f.Class); c.tokens[i].region < 0 && g != gLoose && g != gThought {
			c.speaker, c.would = [2]int{b, e}, f.form == fModal
		}
		return b, e
	}
	if f.Start > c.start && c.tokens[f.Start-1].tag == tConj {
		if c.would && f.form != fModal && f.form != fInfinitive && c.leader[0] >= 0 {
			return c.leader[0], c.leader[1] // "said the town would declare a loss and suggested that"
		}
		return c.main(i)
	}
	return b, e
}

// raisedSubject returns the noun phrase that a statement is about where it is the subject of the verb, and who
// states it then.
func (c *clauses) raisedSubject(f *Frame, b, e int) (raised [2]int, source, end int) {
	switch {
	case f.form == fPassive:
		if pb, pe := c.subjectOf(f.Start); pb >= 0 {
			raised = [2]int{pb, pe}
			c.setSubject(f.Head, pb, pe)
		}
	case f.form == fParticiple && f.Start > c.start && c.tokens[f.Start-1].chunk >= 0:
		pb, pe := c.phraseBack(int(c.tokens[f.Start-1].chunk))
		raised = [2]int{pb, pe}
		b, e = c.by(f.Head)
	case f.Class == lexicon.Seem && b >= 0 && e <= f.Start:
		return [2]int{b, e}, -1, -1
	}
	return raised, b, e
}

// setSubject notes the subject of a finite verb at i. What is said inside
// quotation marks is no subject for what follows them.
func (c *clauses) setSubject(i, b, e int) {
	if c.tokens[i].region < 0 || c.subject[0] < 0 || c.tokens[c.subject[0]].region == c.tokens[i].region {
		c.subject = [2]int{b, e}
	}
	if c.tokens[i].region < 0 && c.leads(b) {
		c.leader = [2]int{b, e}
	}
}

// leads reports whether a noun phrase that begins at a token stands where the subject of a main clause does: at the
// front, or behind a comma or a conjunction.
func (c *clauses) leads(b int) bool {
	if b <= c.start {
		return !c.tokens[b].isRelative()
	}
	before := &c.tokens[b-1]
	return before.mark != 0 || before.tag.in(1<<tComma|1<<tConj|1<<tColon) && !c.tokens[b].isRelative()
}

// besideQuote reports whether a quotation begins right behind a verb, or ended
// right before its group or its subject.
func (c *clauses) besideQuote(start, i int) bool {
	for k := i + 1; k < min(i+10, c.end); k++ {
		if c.tokens[k].tag == tStop {
			break
		}
		if c.tokens[k].mark == '(' {
			return true
		}
	}
	for k := start - 1; k >= max(c.start, start-5); k-- {
		if c.tokens[k].mark == ')' {
			return true
		}
	}
	return false
}

// formOf returns how the verb at i stands, whose group begins at start.
func (c *clauses) formOf(start, i int) (f form, negated bool) {
	var modal, be, have bool
	for k := start; k < i; k++ {
		t := &c.tokens[k]
		negated = negated || t.Small == lexicon.Not
		modal = modal || t.tag == tModal
		if t.Verb == lexicon.Be {
			if t.Perfect {
				have = true
			} else {
				be = true
			}
		}
	}
	switch c.tokens[i].tag {
	case tPast:
		if be {
			return fPassive, negated
		}
		if have {
			return fPerfect, negated
		}
		return fPast, negated
	case tPart:
		switch {
		case be:
			return fPassive, negated
		case have:
			return fPerfect, negated
		case c.isPast(start, i):
			return fPast, negated
		}
		return fParticiple, negated
	case tIng:
		if be {
			return fProgressive, negated
		}
		return fIng, negated
	case tBase:
		if modal {
			return fModal, negated
		}
		if start > c.start && (c.tokens[start-1].tag == tTo || c.tokens[start-1].Small == lexicon.To) {
			return fInfinitive, negated
		}
		return fPresent, negated
	}
	return fPresent, negated
}

// isPast reports whether the participle at i, whose group begins at start, is mostly a past tense that the
// tagger took for one: somebody stands before it, and no "by" behind.
func (c *clauses) isPast(start, i int) bool {
	b, e := c.subjectOf(start)
	if b < 0 || i+1 < c.end && c.tokens[i+1].Small == lexicon.By {
		return false
	}
	switch c.kindOf(b, e) {
	case sHeShe, sThey, sFirst, sPerson, sPersonNoun, sOrganisation, sPlace, sWho:
		return true
	}
	return false
}
