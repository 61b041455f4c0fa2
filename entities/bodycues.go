package entities

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// Many bodies are called as people, places and common words are. A noun in apposition tells what they are: "Gavi, the
// vaccine alliance, …", "a parents' group called Connected Valley", "the Corvina publishing house".

// bodyCueRules give the label of a body to what the tagger takes for somebody or something else.
var bodyCueRules = []kindRule{
	{
		Rule: Rule{
			ID: "kind/apposed-body", Does: "What is said to be a body in apposition is one.",
			Examples: []Example{
				{"Ngai Pono, the island iwi, backs the ban.", "Ngai Pono", dateline.Org},
				{"Deniz Arslan Yapı, the company that runs the ferry, said so.", "Deniz Arslan Yapı", dateline.Org},
			},
		},
		to: dateline.Org, when: isApposedBody,
	},
	{
		Rule: Rule{
			ID: "kind/called-body", Does: `What a group "called" or "named" is called by is a body.`,
			Examples: []Example{{"A parents group called Connected Valley met on Sunday.", "Connected Valley", dateline.Org}},
		},
		to: dateline.Org, when: isCalledBody,
	},
	{
		Rule: Rule{
			ID: "kind/body-behind", Does: "A name before a noun for a kind of body is that of a body.",
			Examples: []Example{{"He joined the Silver Thread collective in May.", "Silver Thread", dateline.Org}},
		},
		to: dateline.Org, when: isBodyBeforeNoun,
	},
}

// bodyCueAdds find bodies that the tagger passed over.
var bodyCueAdds = []addRule{
	{
		Rule: Rule{
			ID: "add/apposed-body", Does: "What is said to be a body in apposition is a name.",
			Examples: []Example{{"Gavi, the vaccine alliance, declined to comment.", "Gavi", dateline.Org}},
		},
		to: dateline.Org, when: isBodyPassedOver,
	},
}

// isUnknownName reports whether a candidate has another label than a body's and nothing but the tagger says so: no
// title, no known place, and no given name before a surname.
func isUnknownName(s *story, q *candidate) bool {
	if q.label == dateline.Org || q.label == dateline.NORP || q.label == dateline.Fac || q.title.End > 0 || q.sure ||
		s.words[q.to-1].digit {
		return false
	}
	if q.entry != nil && (q.entry.Kind != gazetteer.City || q.entry.Population >= townsInside) {
		return false
	}
	if q.label != dateline.Person {
		return true
	}
	_, given := s.names.Given(s.folds[q.from])
	return !given && !s.names.Surname(s.folds[q.to-1])
}

// isApposedBody is true of "Gavi" in "Gavi, the vaccine alliance, declined".
// A clause about the body says so of any name: "Ann Lee, the company that runs the line".
func isApposedBody(s *story, q *candidate) bool {
	noun := s.bodyApposed(q)
	return noun > 0 && (isUnknownName(s, q) || q.label == dateline.Person && q.title.End == 0 &&
		noun+1 < q.in.to && s.words[noun+1].is(lang.Relative))
}

// apposedBodyReach is how many words an apposition has at most before the noun that says what it is.
const apposedBodyReach = 6

// bodyApposed returns the noun for a body that stands in apposition behind a candidate, 0 for none.
func (s *story) bodyApposed(q *candidate) int {
	at := q.to
	if at+3 >= q.in.to || s.words[at].text != "," ||
		!s.words[at+1].is(lang.Article) && !s.words[at+1].is(lang.Indefinite) {
		return 0
	}
	for i := at + 2; i < min(q.in.to-1, at+2+apposedBodyReach); i++ {
		w, next := &s.words[i], &s.words[i+1]
		if !w.letter || w.is(lang.OfWord) || w.pos.Is(pos.Finite) {
			return 0
		}
		if w.is(lang.BodyNoun) && !w.capital && s.endsNounPhrase(next) {
			if next.is(lang.SpeechCue) {
				return 0 // "…, the company said"
			}
			return i
		}
	}
	return 0
}

// endsNounPhrase reports whether a noun phrase ends before a word.
func (s *story) endsNounPhrase(next *word) bool {
	return !next.is(lang.Possessive) && !next.capital && !next.pos.Is(pos.Noun) && next.text != "-"
}

// isCalledBody is true of "Connected Valley" in "a parents group called Connected Valley".
func isCalledBody(s *story, q *candidate) bool {
	if !isUnknownName(s, q) {
		return false
	}
	at := q.from - 1
	return at > q.in.from && s.words[at].is(lang.Called) && s.words[at-1].is(lang.BodyNoun) && !s.words[at-1].capital
}

// isBodyBeforeNoun is true of "Corvina" in "the Corvina publishing house" and of "Delmar" in "the Delmar label".
func isBodyBeforeNoun(s *story, q *candidate) bool {
	if !isUnknownName(s, q) || q.label != dateline.Work && q.label != dateline.Product &&
		!(q.label == dateline.GPE && q.match.Words == 0) || q.from == q.in.from || !s.words[q.from-1].is(lang.Article) {
		return false
	}
	for i := q.to; i < min(q.in.to-1, q.to+apposedReach); i++ {
		w := &s.words[i]
		if w.capital || !w.letter {
			return false
		}
		if w.is(lang.BodyNoun) {
			return s.endsNounPhrase(&s.words[i+1])
		}
	}
	return false
}

// leastBody is how many letters a body's name has at least that nothing but a noun beside it tells.
const leastBody = 3

// isBodyPassedOver is true of "Gavi" in "Gavi, the vaccine alliance, declined", of "Unison" in "Unison, which
// represents nurses" and of "Pagasa" in "the weather bureau Pagasa".
func isBodyPassedOver(s *story, q *candidate) bool {
	if q.in.titled || q.in.shouted || q.to-q.from > 2 || s.continuesName(q) || q.entry != nil && q.entry.Kind.Place() ||
		q.from > q.in.from && s.words[q.from-1].capital && !s.words[q.from-1].first {
		return false
	}
	if s.names.Lower(s.folds[q.from]) > rare && !s.isBodyNamed(q.from, q.to) || len(s.words[q.from].text) < leastBody ||
		!s.words[q.from].pos.Is(pos.Noun) {
		return false
	}
	if s.bodyApposed(q) > 0 || s.isBeforeWhich(q) {
		return true
	}
	before := q.from - 1
	return before > q.in.from && s.words[before].is(lang.BodyNoun) && !s.words[before].capital &&
		(q.to == q.in.to || !s.words[q.to].pos.Is(pos.Verb))
}

// isBodyNamed reports whether the table of organisations has words as a name.
func (s *story) isBodyNamed(from, to int) bool {
	if s.bodies == nil {
		return false
	}
	_, known := s.bodies.Named(s.text(from, to))
	return known
}

// wholeBody returns where the name of a body begins and ends of which the tagger has found a person, a saint or a place
// inside: "Dunne's Bar", "St Anne's primary school", "Friends of Keighley Library".
func (s *story) wholeBody(x *sentence, m *mention, end int) (from, to int, ok bool) {
	if x.titled || x.shouted || m.title.End > 0 {
		return 0, 0, false
	}
	if to := s.ownedHead(m, end); to > 0 {
		return m.from, to, true
	}
	if at := m.from - 2; at > x.from && s.words[at+1].is(lang.OfWord) && s.words[at].capital &&
		(s.words[at].is(lang.BodyOf) || m.label == dateline.Person && s.words[at].is(lang.OrgHead)) {
		return at, m.to, true
	}
	return 0, 0, false
}

// ownedHead returns where a name ends that goes on behind its owner's, 0 where it does not.
func (s *story) ownedHead(m *mention, end int) int {
	if m.to+1 >= end || !s.words[m.to].is(lang.Possessive) {
		return 0
	}
	next := &s.words[m.to+1]
	if next.capital {
		if m.label == dateline.Person && next.is(lang.ShopHead) {
			return m.to + 2
		}
		return 0
	}
	if !s.words[m.from].is(lang.Saint) {
		return 0
	}
	for i := m.to + 1; i < min(end, m.to+apposedReach) && s.words[i].letter && !s.words[i].capital; i++ {
		if s.words[i].is(lang.SaintHead) {
			return i + 1
		}
	}
	return 0
}
