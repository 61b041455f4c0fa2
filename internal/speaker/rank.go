package speaker

import (
	"math"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// lookBack is how many mentions before a pronoun or a role are looked at.
const lookBack = 24

// wanted is what a pronoun says of the one it stands for.
type wanted struct {
	label  dateline.Label
	gender byte
	not    string // the noun of a role that rules a person out
}

// allows reports whether a member can be meant.
func (w wanted) allows(m *member) bool {
	if !m.is(w.label) || w.gender != 0 && m.gender != 0 && m.gender != w.gender {
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
func (c *Cast) pronoun(e lexicon.Entry, at int) ([]*member, float64) {
	switch e.Small {
	case lexicon.He, lexicon.She:
		who, sure := c.rank(wanted{label: dateline.Person, gender: e.Gender}, at)
		if who != nil && who.gender == 0 && sure > .6 {
			who.gender = e.Gender // the story has said so now
		}
		return one(who, sure)
	case lexicon.It:
		return one(c.rank(wanted{label: dateline.Org}, at))
	case lexicon.They:
		who, sure := c.rank(wanted{label: dateline.Org}, at)
		return one(who, sure*theyFactor)
	case lexicon.Who:
		for back := range 3 {
			if m, ok := c.endingAt(at - back); ok {
				return one(m.who, sureName)
			}
		}
	}
	return nil, 0
}

// theyFactor lowers how sure "they" is: it mostly means people who are not named.
const theyFactor = .5

// The features of a candidate antecedent: its latest mention before the pronoun.
const (
	nearness      = iota // one over one and the sentences between
	sentenceAway         // sentences between, up to maxSentences
	order                // how many other members were named since
	sameParagraph        // no paragraph ends between
	subject              // subject of a verb
	sentenceFirst        // the first mention of its sentence
	quoted               // inside quotation marks
	spokeLast            // made the last statement
	spokeNear            // made the last statement, and nobody was named since
	possessor            // "'s" follows
	genderKnown          // known and the pronoun's
	oftenNamed           // logarithm of its mentions
	sameSentence         // in the pronoun's own sentence
	features
)

// Dot returns the score of a candidate's features under coefficients.
func (x *Weights) Dot(w *Weights) float64 { return x.dot(w) }

// Fitted returns the coefficients in use.
func Fitted() Weights { return fitted }

// Features are the names of the coefficients, for the model card.
var Features = [features]string{"nearness", "sentences between", "others named since", "same paragraph", "subject", "first of its sentence",
	"quoted", "spoke last", "spoke last, nobody named since", "possessor", "gender known", "often named", "same sentence"}

// Weights are the coefficients of the features.
type Weights [features]float64

// maxSentences is the most sentences that are told apart.
const maxSentences = 12

// Candidate is a possible antecedent.
type Candidate struct {
	who *member
	X   Weights
}

// ID returns the candidate's entity.
func (k *Candidate) ID() string { return k.who.entity.ID }

// rank returns the likeliest antecedent before a token and its probability among all candidates.
func (c *Cast) rank(w wanted, at int) (*member, float64) {
	list := c.candidates(w, at)
	if c.Observe != nil {
		c.Observe(at, list)
	}
	var best *member
	most, sum := math.Inf(-1), 0.0
	for i := range list {
		s := list[i].X.dot(&fitted)
		sum += math.Exp(s)
		if s > most {
			best, most = list[i].who, s
		}
	}
	if best == nil {
		return nil, 0
	}
	return best, math.Exp(most) / (sum + math.Exp(Nobody))
}

func (x *Weights) dot(w *Weights) float64 {
	s := 0.0
	for i := range x {
		s += x[i] * w[i]
	}
	return s
}

// candidates returns the members that a pronoun at a token may stand for, the last named first.
func (c *Cast) candidates(w wanted, at int) []Candidate {
	var list []Candidate
	n := c.before(at)
	here := c.story.SentenceAt(c.doc.Tokens[at].Start)
	for i := n - 1; i >= max(0, n-lookBack); i-- {
		m := &c.at[i]
		if !w.allows(m.who) || here-m.sentence > maxSentences || w.not != "" && here == m.sentence {
			continue
		}
		k := -1
		for j := range list {
			if list[j].who == m.who {
				k = j
			}
		}
		if k >= 0 {
			list[k].X[subject] = max(list[k].X[subject], truth(m.acts)/2)
			continue
		}
		list = append(list, Candidate{who: m.who, X: c.features(m, i, at, here, len(list), w)})
	}
	return list
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// features describes a candidate by the i-th mention, its last before the pronoun.
func (c *Cast) features(m *mention, i, at, here, since int, w wanted) Weights {
	var x Weights
	away := float64(max(0, here-m.sentence))
	x[nearness] = 1 / (1 + away)
	x[sentenceAway] = away / maxSentences
	x[order] = float64(min(since, 5)) / 5
	x[sameParagraph] = truth(c.story.ParagraphEnd(m.first) > at)
	x[subject] = truth(m.acts)
	x[sentenceFirst] = truth(i == 0 || c.at[i-1].sentence != m.sentence)
	x[quoted] = truth(m.quoted)
	x[spokeLast] = truth(m.who == c.last)
	x[spokeNear] = truth(m.who == c.last && since == 0)
	x[possessor] = truth(c.story.Possessive(m.end))
	x[genderKnown] = truth(w.gender != 0 && m.who.gender == w.gender)
	x[oftenNamed] = math.Log(float64(m.who.named)) / 3
	x[sameSentence] = truth(away == 0)
	return x
}
