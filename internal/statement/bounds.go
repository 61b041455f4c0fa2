package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// Where the content on the right of a cue begins is chosen among the next
// tokens, where it ends among the borders of phrases and clauses behind that.

// atToken is what stands at a place where the content may begin.
type atToken int

const (
	aThat atToken = iota
	aWh
	aMark
	aInfinitive
	aPronoun
	aName
	aDeterminer
	aNoun
	aAbout
	aPrep
	aIng
	aAdjective
	aVerb
	aTime
	aOther
	atTokens
)

// behind is what stands right before such a place.
type behind int

const (
	bHead behind = iota
	bAdverb
	bAbout
	bPrep
	bPerson
	bTime
	bPhrase
	bComma
	bColon
	bThat
	bOther
	behinds
)

const (
	startAt     = 0
	startBehind = startAt + int(atTokens)
	startFirst  = startBehind + int(behinds) // and second, third
	startTold   = startFirst + 3             // behind the one who is told
	startMark   = startTold + 1              // a quotation begins further on
	startPassed = startMark + 1              // a verb was passed
	startForm   = startPassed + 1            // where the complement begins by its form
	startCount  = startForm + 1
)

// maxStart bounds how many tokens behind the cue the content may begin.
const maxStart = 10

func (s *Story) at(i int) atToken {
	t := &s.tokens[i]
	switch {
	case t.mark == '(':
		return aMark
	case t.Small == lexicon.That && s.complementizer(i):
		return aThat
	case t.Small == lexicon.Wh, t.Small == lexicon.If, t.tag == tWrb, t.tag == tWho:
		return aWh
	case (t.tag == tTo || t.Small == lexicon.To) && s.infinitive(i):
		return aInfinitive
	case t.Time, t.chunk >= 0 && s.chunks[t.chunk].label == value:
		return aTime
	case t.Subject || t.tag == tPron:
		return aPronoun
	case t.isAbout():
		return aAbout
	}
	return atTag(t.tag)
}

// isAbout reports whether a word leads to what somebody speaks of.
func (t *token) isAbout() bool {
	switch t.Small {
	case lexicon.About, lexicon.Of, lexicon.For, lexicon.On, lexicon.Against:
		return true
	}
	return false
}

// atTag is what stands at a place by the part of speech alone.
func atTag(t tag) atToken {
	switch {
	case t == tDet || t == tPoss:
		return aDeterminer
	case t == tName:
		return aName
	case t == tNoun || t == tNum:
		return aNoun
	case t == tPrep, t == tTo:
		return aPrep
	case t == tIng:
		return aIng
	case t == tAdj || t == tPart:
		return aAdjective
	case t.verb() || t == tModal:
		return aVerb
	}
	return aOther
}

// infinitive reports whether a verb follows the "to" at i, inside quotation marks or not.
func (s *Story) infinitive(i int) bool {
	return i+1 < len(s.tokens) &&
		(s.tokens[i+1].tag == tBase || i+2 < len(s.tokens) && s.tokens[i+1].mark == '(' && s.tokens[i+2].tag.verb())
}

func (s *Story) behind(f *Frame, i int) behind {
	if i == f.right {
		return bHead
	}
	t := &s.tokens[i-1]
	switch {
	case t.tag == tComma:
		return bComma
	case t.tag == tColon:
		return bColon
	case t.tag == tAdv || t.tag == tRP:
		return bAdverb
	case t.Small == lexicon.That:
		return bThat
	case t.Time || t.chunk >= 0 && s.chunks[t.chunk].label == value:
		return bTime
	case t.chunk >= 0:
		if x := s.chunks[t.chunk]; x.person || x.pronoun != lexicon.Other {
			return bPerson
		}
		return bPhrase
	case t.isAbout():
		return bAbout
	case t.tag == tPrep || t.tag == tTo:
		return bPrep
	}
	return bOther
}

// complementizer reports whether the "that" at i begins a clause.
func (s *Story) complementizer(i int) bool {
	if s.tokens[i].tag != tDet {
		return true
	}
	if i+1 >= len(s.tokens) {
		return false
	}
	switch n := &s.tokens[i+1]; n.tag {
	case tDet, tPron, tPoss, tName, tAdj, tNoun, tPrep, tOpen:
		e := i + 1
		if n.chunk >= 0 {
			e = s.chunks[n.chunk].end
		}
		for k := e; k < min(e+6, len(s.tokens)); k++ {
			if s.tokens[k].tag.finite() {
				return true
			}
		}
	}
	return false
}

// starts appends the places where the content of a frame may begin.
func (s *Story) starts(f *Frame, out []int) []int {
	if f.Class == lexicon.Tell && f.comp == cInfinitive && f.right < f.at && f.at+1 < f.limit &&
		s.tokens[f.at+1].mark == '(' {
		return append(out, f.at) // "told the town this week in a call to “calm down”"
	}
	if f.Class == lexicon.Tell && f.right < f.at && f.at < f.limit && s.addressed(f) {
		return append(out, f.at)
	}
	for i := f.right; i < min(f.right+maxStart, f.limit); i++ {
		t := &s.tokens[i]
		if !s.mayStart(i, f.right) {
			continue
		}
		out = append(out, i)
		if t.mark == '(' || t.Small == lexicon.That && s.complementizer(i) && i > f.right {
			return out
		}
	}
	if f.comp == cThat && f.at >= f.right+maxStart && f.at < f.limit {
		out = append(out, f.at) // "told a rally in Cork, in the far south of the country, that"
	}
	return out
}

// addressed reports whether only who is told, with what describes him, and circumstances stand
// between a verb of telling and a clause: "told the driver in court on Monday he was", "told a
// driver who had fled that".
func (s *Story) addressed(f *Frame) bool {
	relative, verb, prepositions := false, false, 0
	for i := f.right; i < f.at; i++ {
		t := &s.tokens[i]
		relative = relative || t.tag == tWho
		verb = verb || t.tag.finite() || t.mark != 0
		if t.tag == tPrep && t.Small != lexicon.Of {
			prepositions++
		}
	}
	before := s.tokens[f.at-1].chunk
	day := before >= 0 && s.chunks[before].label == value
	if f.comp == cThat {
		return relative || !verb
	}
	return f.comp == cClause && prepositions > 0 && (s.tokens[f.at].Subject || day)
}

// mayStart reports whether content may begin at i behind a cue: at no sign and, but right behind the cue, not inside a
// phrase.
func (s *Story) mayStart(i, right int) bool {
	t := &s.tokens[i]
	if t.tag.in(1<<tComma|1<<tStop|1<<tColon) || t.mark == ')' {
		return false
	}
	return i == right || t.chunk < 0 || s.chunks[t.chunk].start == i
}

// startFeatures appends the features of a place where the content may begin.
func (s *Story) startFeatures(f *Frame, i int, v vector) vector {
	v = v.with((startAt + int(s.at(i))), (startBehind + int(s.behind(f, i))))
	if k := i - f.right; k < 3 {
		v = v.with((startFirst + k))
	}
	if g := groupOf(f.Class); g == gTell && i > f.right && s.tokens[i-1].chunk >= 0 {
		v = v.with(startTold)
	}
	if i == f.at && i > f.right {
		v = v.with(startForm)
	}
	for k := f.right; k < i; k++ {
		if s.tokens[k].tag.verb() {
			v = v.with(startPassed)
			break
		}
	}
	if s.tokens[i].mark != '(' && s.marksAhead(i, f.right) {
		v = v.with(startMark)
	}
	return v
}

// marksAhead reports whether a quotation opens behind i where it may still be the
// beginning of the content.
func (s *Story) marksAhead(i, right int) bool {
	for k := i + 1; k < min(right+maxStart, len(s.tokens)); k++ {
		if s.tokens[k].mark == '(' && (s.tokens[k-1].tag == tComma || s.tokens[k-1].tag == tColon) {
			return true
		}
	}
	return false
}
