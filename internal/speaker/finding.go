package speaker

import (
	"math"
	"slices"

	"github.com/dateline-go/dateline"
)

// Answer is who made a statement.
type Answer struct {
	Speakers []dateline.Speaker
	// Words is what the story calls a speaker who is none of its entities; "" for a pronoun.
	Words string
	// Sure is how sure the speakers are, 0..1; 1 where none is given.
	Sure float64
	// Rule names the way by which the source was resolved: "name", "apposition", "pronoun" …
	Rule string
	// Among are those whom the ranker chose from, nil where it was not asked.
	Among []Candidate
}

// finding is whom a source stands for, how sure that is, by which rule, and among whom.
type finding struct {
	who   []*member
	sure  float64
	rule  string
	among []Candidate
}

// The rules by which a source is resolved.
const (
	ruleName       = "name"
	ruleSurname    = "surname" // of one that several people have
	ruleApposition = "apposition"
	ruleRole       = "role"
	ruleLater      = "role of somebody named later"
	ruleAge        = "age"
	ruleEpithet    = "epithet"
	ruleBody       = "body"
	ruleUnnamed    = "pronoun for somebody unnamed"
	rulePronoun    = "pronoun"
	ruleRelative   = "relative pronoun"
	ruleTurn       = "label of a transcript"
	ruleWords      = "words of the source"
)

// How sure each rule is, by the share of right answers on the development sets.
const (
	sureName       = 1
	sureApposition = .98
	sureSurname    = .8
	sureRole       = .8
	sureLater      = .7
	sureAge        = .9
	sureEpithet    = .85 // times what the ranker says
	sureOfPlace    = .6  // at least, of an epithet with a name in it: "the Ohio senator"
	sureKind       = .9
	sureThey       = .45 // "they" mostly means people who are not named
	leastSure      = .45 // an answer that is less sure is none
)

// leastAlone is how sure an answer must be that has no near rival.
const leastAlone = .4

// one is the finding of a single speaker; none for nil.
func one(m *member, sure float64, rule string) finding {
	if m == nil {
		return finding{rule: rule}
	}
	return finding{who: []*member{m}, sure: sure, rule: rule}
}

// times returns a finding that is less sure, by another rule.
func (f finding) times(factor float64, rule string) finding {
	f.sure *= factor
	f.rule = rule
	return f
}

// lead is how many times likelier than all others the one must be whom an epithet means.
const lead = 3

// tied reports whether another candidate is nearly as likely as the best, or was introduced beside it.
func (f finding) tied() bool {
	best := slices.IndexFunc(f.among, func(k Candidate) bool { return slices.Contains(f.who, k.who) })
	for i, p := range Chances(f.among) {
		both := best >= 0 && f.among[i].X[introduced]*f.among[best].X[introduced] > 0
		if i != best && (p*lead > f.sure || both) {
			return true
		}
	}
	return false
}

// answer returns the finding as an answer; without speakers where it is not sure enough.
func (f finding) answer() Answer {
	a := Answer{Sure: 1, Rule: f.rule, Among: f.among}
	if f.sure < leastSure && (f.sure < leastAlone || len(f.among) == 0 || f.tied()) {
		return a
	}
	for _, m := range f.who {
		a.Sure = f.sure
		a.Speakers = append(a.Speakers, dateline.Speaker{Name: m.entity.Name, Entity: m.entity.ID})
	}
	return a
}

// Entity returns the candidate's entity.
func (k *Candidate) Entity() *dateline.Entity { return k.who.entity }

// Reasons returns the features of a candidate with their coefficients.
func (k *Candidate) Reasons() []dateline.Feature {
	out := make([]dateline.Feature, 0, features)
	for i, name := range Features {
		out = append(out, dateline.Feature{Name: name, Value: k.X[i], Weight: fitted[i]})
	}
	return out
}

// Chances returns how likely each candidate is the antecedent, 0..1.
func Chances(list []Candidate) []float64 { return appendChances(make([]float64, 0, len(list)), list) }

// appendChances adds them to an empty slice.
func appendChances(out []float64, list []Candidate) []float64 {
	sum := math.Exp(Nobody)
	for i := range list {
		p := math.Exp(list[i].X.Dot(&fitted))
		out = append(out, p)
		sum += p
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}
