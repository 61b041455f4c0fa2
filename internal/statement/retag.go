package statement

import (
	"strings"

	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// readVerbs puts right the tags of verbs of speech that the tagger took for nouns or
// adjectives behind a quotation: `“…,” the two write.`, `“…,” mused Ann Lee`. A
// quotation that ends in a comma or as a question is followed by its cue.
func (s *Story) readVerbs() {
	for i := range s.tokens {
		if s.tokens[i].mark == ')' && s.endsSpeech(i) && i+1 < len(s.tokens) {
			s.readVerb(i + 1)
		}
	}
}

// readNouns puts right the tags of ages and nationalities that stand for somebody ("the 52-year-old said") and of a
// noun's first part that looks like a verb behind a verb of speech ("said lead author Ann Lee").
func (s *Story) readNouns() {
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.tag == tAdj {
			s.readAge(i)
		}
		if s.fromCountry(i) {
			t.tag, t.Person = tNoun, true
		}
		if t.tag == tBase && i > 0 && i+1 < len(s.tokens) && s.tokens[i+1].tag.noun() && s.tokens[i-1].tag.finite() {
			if g := groupOf(s.tokens[i-1].Verb); g == gSpeech || g == gTell {
				t.tag = tAdj
			}
		}
	}
}

// readAge puts right the tag of an age that stands for somebody, and of the verb behind it that looks like a
// participle: "the 52-year-old shrugged it off", no "52-year-old convicted thief".
func (s *Story) readAge(i int) {
	if _, ok := s.YearsOld(i); !ok {
		return
	}
	next, behind := tStop, tStop
	if i+1 < len(s.tokens) {
		next = s.tokens[i+1].tag
	}
	if i+2 < len(s.tokens) {
		behind = s.tokens[i+2].tag
	}
	switch {
	case next == tPart && !behind.in(1<<tNoun|1<<tName|1<<tAdj):
		s.tokens[i+1].tag = tPast
	case i+1 < len(s.tokens) && s.nominal(i+1):
		return
	}
	s.tokens[i].tag, s.tokens[i].Person = tNoun, true
}

// fromCountry reports whether the last word of a nationality at i stands for one person behind an article: "the South
// African said". "The French" and "the Dutch" are a people.
func (s *Story) fromCountry(i int) bool {
	t := &s.tokens[i]
	if t.label != otherName || !t.capital || !t.tag.in(1<<tAdj|1<<tName|1<<tNoun) ||
		i+1 < len(s.tokens) && !s.isTag(i+1, tAdv) && s.nominal(i+1) {
		return false
	}
	if w := s.word(i); strings.HasSuffix(w, "s") || strings.HasSuffix(w, "h") {
		return false
	}
	k := i - 1
	for k > 0 && s.tokens[k].capital && s.tokens[k].label == otherName {
		k--
	}
	return k >= 0 && s.Article(k)
}

// maxBefore bounds how many tokens may stand between a quotation and its verb there.
const maxBefore = 9

// readVerb looks for the verb of the clause that begins at a token.
func (s *Story) readVerb(from int) {
	for i := from; i < min(from+maxBefore, len(s.tokens)); i++ {
		t := &s.tokens[i]
		if t.tag == tComma && i == from {
			continue // British: “…”, he said
		}
		if t.tag.verb() || t.mark != 0 || t.tag.in(1<<tModal|1<<tComma|1<<tStop|1<<tColon|1<<tConj|1<<tWho) {
			return
		}
		g := groupOf(t.Verb)
		if t.Verb == lexicon.NoClass || t.capital || g != gSpeech && g != gTell || !t.tag.in(1<<tNoun|1<<tAdj|1<<tOther) {
			continue
		}
		next := tStop
		if i+1 < len(s.tokens) {
			next = s.tokens[i+1].tag
		}
		switch {
		case i == from && (next.in(1<<tName|1<<tDet|1<<tPoss) || next == tNoun && !s.speechAhead(i+1)):
			t.tag = tPast // inverted
			return
		case i > from && !s.tokens[i-1].tag.in(1<<tAdj|1<<tDet|1<<tPrep|1<<tApos|1<<tPoss) &&
			next.in(1<<tStop|1<<tPrep|1<<tComma|1<<tAdv|1<<tTo):
			t.tag = tPres
			return
		}
	}
}

// speechAhead reports whether a verb of speech follows in the clause that goes on at a token.
func (s *Story) speechAhead(from int) bool {
	for i := from; i < min(from+maxBefore, len(s.tokens)); i++ {
		switch t := &s.tokens[i]; {
		case t.tag.verb():
			g := groupOf(t.Verb)
			return g == gSpeech || g == gTell
		case t.tag == tComma, t.tag == tStop, t.tag == tColon, t.mark != 0:
			return false
		}
	}
	return false
}
