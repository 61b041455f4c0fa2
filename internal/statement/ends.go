package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// border is what stands where the content may end.
type border int

const (
	eLimit border = iota
	eCommaConj
	eCommaVerb
	eCommaIng
	eCommaWho
	eCommaWhile
	eCommaPrep
	eCommaPhrase
	eCommaQuote
	eCommaOther
	eColon
	eConjVerb
	eConj
	eWhile
	eWhen
	eAs
	eIn
	ePrep
	eWho
	eMarkEnd
	eBracket
	eConjCue // and behind it a verb that may be a cue of its own
	eIngCue
	eCommaMain // a clause with a subject of its own
	eCommaSay  // such a clause that attributes: ", records show"
	eConjClause
	eMarkConj
	eMarkComma
	borders
)

const (
	endBorder = 0                        // in content that is a clause …
	endPhrase = endBorder + int(borders) // … and in one that is a phrase
	endShort  = endPhrase + int(borders) // one token, up to three, up to seven
	endVerb   = endShort + 3             // a clause without a verb so far
	endQuote  = endVerb + 1              // a quotation from first to last: its end, and any later place
	// The main clause of a cue in a subordinate one, the verb behind one in a relative clause.
	endUnder = endQuote + 2
	// A cue behind "and": its verb stands as the first cue does; it stands as the verbs of the content
	// do; it is one of speech.
	endCue   = endUnder + 5
	endCount = endCue + 3
)

// maxEnds bounds how many places are looked at.
const maxEnds = 24

// endPlace is a place where the content may end.
type endPlace struct {
	at   int // the token behind it
	kind border
	verb bool // a finite verb stands before it
	// first says that it is the first comma behind the beginning.
	first bool
	last  tag // of the last finite verb before it
}

// ends appends the places where content that begins at from may end.
func (s *Story) ends(f *Frame, from int, out []endPlace) []endPlace {
	limit := f.limit
	verb, commas := false, false
	last := tOther
	home := s.tokens[f.Head].region
	for i := from; i < limit; i++ {
		t := &s.tokens[i]
		if t.mark == '(' && t.region != home {
			// Nothing ends inside a quotation, which may run over more sentences.
			r := s.regions[t.region]
			end := r.Close
			if r.Closed {
				end++
			}
			verb = verb || end-i > 6
			if end >= limit {
				limit = end
				break
			}
			out = append(out, endPlace{at: end, kind: s.behindMark(end, limit), verb: verb, last: last})
			i = end - 1
			continue
		}
		if i > from {
			if k, ok := s.border(i, limit); ok && len(out) < maxEnds {
				comma := t.tag == tComma
				out = append(out, endPlace{at: i, kind: k, verb: verb, first: comma && !commas, last: last})
				commas = commas || comma
			}
		}
		if t.tag.finite() {
			verb, last = true, t.tag
		}
	}
	return append(out, endPlace{at: limit, kind: eLimit, verb: verb})
}

// behindMark says what kind of border the end of a quotation is.
func (s *Story) behindMark(i, limit int) border {
	if i >= limit {
		return eMarkEnd
	}
	comma := i > 2 && s.tokens[i-2].tag == tComma // inside the marks
	switch t := &s.tokens[i]; {
	case t.tag == tConj && s.cueAt(i+1, limit):
		return eConjCue
	case t.tag == tConj && s.clauseAt(i+1, limit) != 0:
		return eConjClause
	case t.tag == tConj:
		return eMarkConj
	case t.tag == tIng && s.cueAt(i, limit):
		return eIngCue
	case t.tag == tComma:
		if k, ok := s.border(i, limit); ok &&
			(k == eConjCue || k == eConjClause || k == eIngCue || k == eCommaMain || k == eCommaSay) {
			return k
		}
		return eMarkComma
	case comma:
		switch s.clauseAt(i, limit) {
		case 's':
			return eCommaSay
		case 'c':
			return eCommaMain
		}
		return eMarkComma
	}
	return eMarkEnd
}

// border says what kind of border stands before token i, if there is one.
func (s *Story) border(i, limit int) (border, bool) {
	t := &s.tokens[i]
	switch t.tag {
	case tComma:
		return s.commaBorder(i, limit)
	case tColon:
		return eColon, true
	case tConj:
		if s.cueAt(i+1, limit) {
			return eConjCue, true
		}
		if i+1 < limit && s.tokens[i+1].tag.finite() {
			return eConjVerb, true
		}
		return eConj, true
	case tOpen:
		return eBracket, t.mark == 0
	case tPrep, tTo, tWrb:
		switch t.Small {
		case lexicon.While, lexicon.Because:
			return eWhile, true
		case lexicon.When:
			return eWhen, true
		case lexicon.As:
			return eAs, true
		case lexicon.In, lexicon.On, lexicon.If:
			return eIn, true
		case lexicon.Of, lexicon.That, lexicon.To, lexicon.Wh:
			return 0, false
		}
		return ePrep, true
	case tWho:
		return eWho, true
	}
	return 0, false
}

// commaConj says what kind of border the comma at i with a conjunction behind it is.
func (s *Story) commaConj(i, limit int) border {
	switch {
	case s.cueAt(i+2, limit):
		return eConjCue
	case s.clauseAt(i+2, limit) != 0:
		return eConjClause
	}
	return eCommaConj
}

// commaBorder says what kind of border the comma at i is, if it is one.
func (s *Story) commaBorder(i, limit int) (border, bool) {
	if i+1 >= limit {
		return 0, false
	}
	n := &s.tokens[i+1]
	switch {
	case n.mark == '(':
		return eCommaQuote, true
	case n.tag == tConj:
		return s.commaConj(i, limit), true
	case n.tag == tIng && s.cueAt(i+1, limit):
		return eIngCue, true
	case n.tag == tIng:
		return eCommaIng, true
	case n.tag == tWho || n.Small == lexicon.Who || n.Small == lexicon.Which:
		return eCommaWho, true
	}
	switch n.Small {
	case lexicon.While, lexicon.As, lexicon.Because, lexicon.When:
		return eCommaWhile, true
	}
	switch {
	case n.tag.finite() || n.tag == tPart:
		return eCommaVerb, true
	case n.tag == tPrep || n.tag == tTo:
		return eCommaPrep, true
	case n.chunk < 0:
		return eCommaOther, true
	}
	switch s.clauseAt(i+1, limit) {
	case 's':
		return eCommaSay, true
	case 'c':
		return eCommaMain, true
	}
	return eCommaPhrase, true
}

// clauseAt says whether a clause with a subject begins at i: 's' where it is only
// a cue and its source, 'c' for another, 0 for none.
func (s *Story) clauseAt(i, limit int) byte {
	for range 3 {
		if i >= limit || s.tokens[i].chunk < 0 || s.chunks[s.tokens[i].chunk].start != i {
			return 0
		}
		i = s.chunks[s.tokens[i].chunk].end
		for i < limit && s.tokens[i].tag == tAdv {
			i++
		}
		if i >= limit {
			return 0
		}
		switch t := &s.tokens[i]; {
		case t.tag.finite():
			if i+1 >= limit && groupOf(t.Verb) != gLoose || i+2 < limit && s.tokens[i+1].tag == tComma &&
				groupOf(t.Verb) == gSpeech {
				return 's'
			}
			return 'c'
		case t.tag == tPrep && i+1 < limit:
			i++
		case t.tag == tComma:
			return 0
		}
	}
	return 0
}

// opener reports whether content that begins at i begins with a clause or phrase
// that a comma parts from what it is about: "if the bill fails, …".
func (s *Story) opener(i int) bool {
	if s.tokens[i].Small == lexicon.That || s.tokens[i].mark == '(' {
		i++
	}
	if i >= len(s.tokens) {
		return false
	}
	switch t := &s.tokens[i]; t.Small {
	case lexicon.If, lexicon.While, lexicon.When, lexicon.Because, lexicon.As, lexicon.In, lexicon.With:
		return true
	}
	return false
}

// cueAt reports whether a verb that may be a cue stands at i, or behind an adverb
// there.
func (s *Story) cueAt(i, limit int) bool {
	for range 3 {
		if i >= limit {
			return false
		}
		t := &s.tokens[i]
		if t.tag != tAdv && t.tag != tModal && !(t.Verb == lexicon.Be && t.tag.verb()) {
			return t.tag.verb() && t.Verb != lexicon.NoClass && t.Verb != lexicon.Be
		}
		i++
	}
	return false
}

// endFeatures appends the features of a place where content that begins at from
// may end.
func (s *Story) endFeatures(f *Frame, from int, e endPlace, v vector) vector {
	clause := false
	switch s.at(from) {
	case aThat, aWh, aMark:
		clause = true
	default:
		clause = f.comp == cClause || f.comp == cThat || f.comp == cColon || f.comp == cWh || f.Shape == Around
	}
	if clause {
		v = v.with((endBorder + int(e.kind)))
	} else {
		v = v.with((endPhrase + int(e.kind)))
	}
	switch n := e.at - from; {
	case n <= 1:
		v = v.with(endShort)
	case n <= 3:
		v = v.with(endShort + 1)
	case n <= 7:
		v = v.with(endShort + 2)
	}
	v = s.underFeatures(f, from, e, v)
	if e.kind == eConjCue {
		v = s.cueFeatures(f, e, v)
	}
	if clause && !e.verb && s.tokens[from].mark != '(' {
		v = v.with(endVerb)
	}
	if s.tokens[from].mark == '(' {
		r := s.regions[s.tokens[from].region]
		if e.at == r.Close+1 {
			v = v.with(endQuote)
		} else {
			v = v.with(endQuote + 1)
		}
	}
	return v
}

// underFeatures appends what a subordinate clause, around the cue or in the content, says of a place.
func (s *Story) underFeatures(f *Frame, from int, e endPlace, v vector) vector {
	if f.under {
		switch e.kind {
		case eCommaMain, eCommaPhrase:
			v = v.with(endUnder)
		case eCommaSay, eIngCue, eCommaOther, eCommaIng:
			v = v.with(endUnder + 1)
		}
	}
	if f.under && e.kind == eLimit {
		v = v.with(endUnder + 3)
	}
	if e.first && s.opener(from) {
		v = v.with(endUnder + 4)
	}
	if f.relative && (e.kind == eCommaVerb || e.kind == eCommaSay || e.kind == eConjCue) {
		v = v.with(endUnder + 2)
	}
	return v
}

// cueFeatures appends what a cue behind "and" shows of whether it goes on with the clause
// of the cue ("Lee said it is late and insisted") or with the content ("that they met and agreed").
func (s *Story) cueFeatures(f *Frame, e endPlace, v vector) vector {
	for i := e.at; i < min(e.at+5, f.limit); i++ {
		t := &s.tokens[i]
		if !t.tag.verb() && t.tag != tModal {
			continue
		}
		switch head := s.tokens[f.Head].tag; {
		case t.tag == head && e.last != head:
			v = v.with(endCue)
		case t.tag != head && (t.tag == e.last || t.tag == tBase):
			v = v.with(endCue + 1)
		}
		if g := groupOf(t.Verb); g == gSpeech || g == gTell {
			v = v.with(endCue + 2)
		}
		break
	}
	return v
}
