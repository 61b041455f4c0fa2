package speaker

import (
	"math"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// wanted is what a pronoun says of the one it stands for.
type wanted struct {
	label  dateline.Label
	gender byte
	not    string // the noun of a role that rules a person out
	office bool   // and it is an office, which nobody with another one has
}

// allows reports whether a member can be meant.
func (w wanted) allows(m *member) bool {
	if !m.is(w.label) || w.gender != 0 && m.gender != 0 && m.gender != w.gender {
		return false
	}
	if w.office && m.office {
		return false
	}
	for _, r := range m.roles {
		if w.not != "" && r.noun() == w.not {
			return false
		}
	}
	return true
}

// pronoun returns whom a pronoun means.
func (c *Cast) pronoun(e lexicon.Entry, at int) finding {
	switch e.Small {
	case lexicon.He, lexicon.She:
		if c.unnamedSpoke(at) {
			return finding{rule: ruleUnnamed}
		}
		f := c.rank(wanted{label: dateline.Person, gender: e.Gender}, at)
		if len(f.who) > 0 && f.who[0].gender == 0 && f.sure > sureGender {
			f.who[0].gender = e.Gender // the story has said so now
		}
		return f
	case lexicon.It:
		if c.unnamedBodyActed(at) {
			return finding{rule: ruleUnnamed}
		}
		return c.rank(wanted{label: dateline.Org}, at)
	case lexicon.They:
		return c.rank(wanted{label: dateline.Org}, at).times(sureThey, rulePronoun)
	case lexicon.Who, lexicon.Which:
		return c.relative(e, at)
	}
	return finding{}
}

// unnamedSpoke reports whether the last one to speak before a token, in its sentence or the one before, is
// somebody whom the story does not name, and nobody was named since: "One juror said it was long."
func (c *Cast) unnamedSpoke(at int) bool {
	list := c.recent(at)
	if c.unnamed < 0 || c.unnamed >= at {
		return false
	}
	n := len(list)
	for n > 0 && (list[n-1].pronoun || !list[n-1].who.is(dateline.Person)) {
		n-- // a pronoun may well stand for the one who is not named
	}
	if n > 0 && list[n-1].first > c.unnamed {
		return false
	}
	return c.sentenceOf(at)-c.sentenceOf(c.unnamed) == 1
}

// unnamedBodyActed reports whether a body that the story does not name did something in the sentence of a token or the
// one before, and no body was named since: "The department disputed this. In a statement, it said".
func (c *Cast) unnamedBodyActed(at int) bool {
	list := c.recent(at)
	if c.unnamedBody < 0 || c.unnamedBody >= at || c.sentenceOf(at)-c.sentenceOf(c.unnamedBody) > 1 {
		return false
	}
	for i := len(list) - 1; i >= 0 && list[i].first > c.unnamedBody; i-- {
		if list[i].who.is(dateline.Org) {
			return false
		}
	}
	return true
}

// sentenceOf returns the number of the sentence of a token.
func (c *Cast) sentenceOf(token int) int { return c.story.SentenceAt(c.doc.Tokens[token].Start) }

// sureGender is how sure a pronoun must be before it says the gender of the one it stands for.
const sureGender = .6

// maxRelative is how many tokens may stand between a name and the relative pronoun that stands for
// it: a comma, and a bracket behind an acronym.
const maxRelative = 3

// relative returns whom "who" or "which" stands for: the name before it.
func (c *Cast) relative(e lexicon.Entry, at int) finding {
	for back := range maxRelative {
		if m, ok := c.endingAt(at - back); ok {
			if e.Small == lexicon.Which && !m.who.is(dateline.Org) {
				break
			}
			return one(m.who, sureName, ruleRelative)
		}
	}
	return finding{rule: ruleRelative}
}

// The features of a candidate antecedent: its latest mention before the pronoun.
const (
	nearness      = iota // one over one and the sentences between
	sentenceAway         // sentences between, up to maxSentences
	order                // how many other members were named since
	subject              // subject of a verb
	sentenceFirst        // the first mention of its sentence
	quoted               // inside quotation marks
	spokeLast            // made the last statement
	spokeNear            // made the last statement, and nobody was named since
	possessor            // "'s" follows
	genderKnown          // known and the pronoun's
	oftenNamed           // logarithm of its mentions
	sameSentence         // in the pronoun's own sentence
	unnamedSince         // somebody who is not named spoke since
	introduced           // named for the first time, in the sentence before or in the same one
	epithet              // the source is no pronoun but a phrase: "the singer"
	epithetRole          // and the candidate has roles, of other nouns
	lastNamed            // nobody else who may be meant was named since
	newSubject           // named for the first time, in the sentence before, as its subject
	nextInTurn           // subject of a verb since the last statement, which was another's
	mostNamed            // named as often as anybody
	behindPlace          // a single word behind "in": "in Victoria"
	oblique              // behind a preposition
	inParagraph          // in the pronoun's own paragraph
	onlyNear             // nobody else who may be meant is in this paragraph before it, or else in the one before
	firstNear            // the first subject there
	reported             // in what somebody says
	features
)

// Fitted returns the coefficients in use.
func Fitted() Weights { return fitted }

// Features are the names of the coefficients, for the model card.
var Features = [features]string{"nearness", "sentences between", "others named since", "subject",
	"first of its sentence",
	"quoted", "spoke last", "spoke last, nobody named since", "possessor", "gender known", "often named", "same sentence",
	"unnamed spoke since", "just introduced", "epithet", "epithet, other roles", "nobody named since",
	"just introduced as a subject", "subject since another spoke", "named most", "behind in",
	"behind a preposition", "same paragraph", "alone in its paragraph", "first subject of its paragraph",
	"reported"}

// Weights are the coefficients of the features.
type Weights [features]float64

// maxSentences is the most sentences that are told apart.
const maxSentences = 12

// Candidate is a possible antecedent.
type Candidate struct {
	who *member
	X   Weights
	// shared says that the mention is no more than a surname that several people have.
	shared bool
	// paired says that "and" joins the mention to another person: "Ann and Tom Lee".
	paired bool
}

// rank returns the likeliest antecedent before a token, with its probability among all candidates.
func (c *Cast) rank(w wanted, at int) finding {
	f := finding{rule: rulePronoun, among: c.candidates(nil, c.recent(at), w, at)}
	if who, sure := c.likeliest(f.among); who != nil {
		f.who, f.sure = []*member{who}, sure
		if slices.ContainsFunc(f.among, func(k Candidate) bool { return k.who == who && k.shared }) {
			f.sure *= sureSurname
		}
	}
	return f
}

// likeliest returns the likeliest of some candidates, the first of equals, with its probability; nil for none.
func (c *Cast) likeliest(list []Candidate) (who *member, sure float64) {
	c.chances = appendChances(c.chances[:0], list)
	for i, p := range c.chances {
		if p > sure {
			who, sure = list[i].who, p
		}
	}
	return who, sure
}

// Dot returns the score of a candidate's features under coefficients.
func (x *Weights) Dot(w *Weights) float64 {
	s := 0.0
	for i := range x {
		s += x[i] * w[i]
	}
	return s
}

// candidates adds to an empty list the members that a pronoun at a token may stand for, the last named first.
func (c *Cast) candidates(list []Candidate, named []mention, w wanted, at int) []Candidate {
	here := c.sentenceOf(at)
	for i := len(named) - 1; i >= 0; i-- {
		m := &named[i]
		if w.office && len(m.who.roles) > 0 && m.who != c.last[w.label] {
			continue
		}
		if m.part || !w.allows(m.who) || here-m.sentence > maxSentences {
			continue
		}
		if w.not != "" && here == m.sentence && !c.isFronted(m, at) {
			continue // "Ann Lee told the captain": two people
		}
		if k := slices.IndexFunc(list, func(k Candidate) bool { return k.who == m.who }); k >= 0 {
			x := &list[k].X
			x[subject] = max(x[subject], truth(m.acts)/2)
			x[introduced] = max(x[introduced], truth(m.new && here-m.sentence <= 1))
			continue
		}
		list = append(list, Candidate{who: m.who, X: c.features(named, i, at, len(list), w),
			shared: c.isShared(m), paired: c.isPaired(m)})
	}
	c.nearby(list, named, w, at)
	return list
}

// isPaired reports whether "and" joins a mention to another person.
func (c *Cast) isPaired(m *mention) bool {
	if c.story.Entry(m.end).Small == lexicon.And {
		next := c.within([2]int{m.end + 1, m.end + 2})
		return len(next) > 0 && next[0].who.is(dateline.Person)
	}
	if c.story.Entry(m.first-1).Small == lexicon.And {
		before, ok := c.endingAt(m.first - 1)
		return ok && before.who.is(dateline.Person)
	}
	return false
}

// isFronted reports whether a mention is the subject of a clause before the main one, which begins at a token of the
// same sentence: "Though Ann Lee had left, the senator said". One subject there is mostly who the other means.
func (c *Cast) isFronted(m *mention, at int) bool {
	return m.acts && m.first > 0 && c.story.Comma(at-1)
}

// isShared reports whether a mention is no more than a surname that several people have, or that with a title.
func (c *Cast) isShared(m *mention) bool {
	if m.pronoun || !m.who.is(dateline.Person) || c.surnames[lastWord(m.who.entity.Name)] < 2 {
		return false
	}
	return m.end == m.first+1 || m.end == m.first+2 && c.story.Entry(m.first).Gender != 0
}

// maxParagraphs is how many paragraphs are looked at for somebody who may be meant.
const maxParagraphs = 4

// nearby describes candidates by the paragraph of a pronoun, as far as it goes before it, or by the paragraph
// before where that names nobody who may be meant.
func (c *Cast) nearby(list []Candidate, named []mention, w wanted, at int) {
	here := c.story.Paragraph(at)
	for p := here; p > here-maxParagraphs; p-- {
		var only, first *member
		several := false
		for i := len(named) - 1; i >= 0 && named[i].paragraph >= p; i-- {
			m := &named[i]
			if m.paragraph != p || m.quoted || !w.allows(m.who) {
				continue
			}
			several = several || only != nil && only != m.who
			only = m.who
			if m.acts && !m.reported {
				first = m.who
			}
		}
		if only == nil {
			continue
		}
		for i := range list {
			k := &list[i]
			k.X[onlyNear] = truth(!several && k.who == only)
			k.X[firstNear] = truth(k.who == first)
		}
		return
	}
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// features describes a candidate by the i-th of the mentions, its last before a pronoun at a token; since is how
// many others were named since.
func (c *Cast) features(named []mention, i, at, since int, w wanted) Weights {
	var x Weights
	m := &named[i]
	away := float64(max(0, c.sentenceOf(at)-m.sentence))
	x[nearness] = 1 / (1 + away)
	x[sentenceAway] = away / maxSentences
	x[order] = float64(min(since, 5)) / 5
	x[subject] = truth(m.acts)
	x[sentenceFirst] = truth(i == 0 || named[i-1].sentence != m.sentence)
	x[quoted] = truth(m.quoted)
	x[spokeLast] = truth(m.who == c.last[w.label])
	x[spokeNear] = truth(m.who == c.last[w.label] && since == 0)
	x[possessor] = truth(c.story.Possessive(m.end))
	x[genderKnown] = truth(w.gender != 0 && m.who.gender == w.gender)
	x[oftenNamed] = math.Log(float64(m.who.named)) / 3
	x[sameSentence] = truth(away == 0)
	x[reported] = truth(m.reported)
	x[inParagraph] = truth(m.paragraph == c.story.Paragraph(at))
	x[unnamedSince] = truth(m.first < c.unnamed)
	x[introduced] = truth(m.new && away <= 1)
	x[lastNamed] = truth(since == 0)
	x[newSubject] = truth(m.new && m.acts && away <= 1 && m.who != c.last[w.label])
	x[nextInTurn] = truth(m.acts && !m.quoted && c.spoke > 0 && m.first > c.spoke && m.who != c.last[w.label])
	x[mostNamed] = truth(m.who.named == c.most && c.most > 1)
	x[oblique] = truth(!m.pronoun && c.story.Preposition(m.first-1))
	x[behindPlace] = truth(m.first > 0 && m.end == m.first+1 && c.story.Entry(m.first-1).Small == lexicon.In)
	if w.not != "" {
		x[epithet] = 1
		x[epithetRole] = truth(len(m.who.roles) > 0)
	}
	return x
}
