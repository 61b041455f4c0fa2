package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// group is a family of classes that take the same complements.
type group int

const (
	gSpeech group = iota
	gTell
	gThought
	gWish
	gJudgement
	gLoose
	groups
)

func groupOf(c lexicon.Class) group {
	switch c {
	case lexicon.Say, lexicon.Add, lexicon.State, lexicon.Claim, lexicon.Write, lexicon.Announce, lexicon.Report,
		lexicon.Explain,
		lexicon.Admit, lexicon.Deny, lexicon.Suggest, lexicon.Predict, lexicon.Shout, lexicon.Complain, lexicon.Joke,
		lexicon.Recall, lexicon.Agree, lexicon.According, lexicon.Colon:
		return gSpeech
	case lexicon.Tell, lexicon.Ask, lexicon.Warn, lexicon.Promise, lexicon.Persuade, lexicon.Urge, lexicon.Order:
		return gTell
	case lexicon.Think, lexicon.Know, lexicon.Learn, lexicon.Hear, lexicon.Expect, lexicon.See, lexicon.Show, lexicon.Seem:
		return gThought
	case lexicon.Hope, lexicon.Want, lexicon.Plan, lexicon.Refuse:
		return gWish
	case lexicon.Praise, lexicon.Criticise, lexicon.Accuse, lexicon.Call, lexicon.Depict, lexicon.Support,
		lexicon.Oppose, lexicon.Discuss, lexicon.Cite:
		return gJudgement
	}
	return gLoose
}

// The features of a cue stand in the weights in this order.
const (
	cueBias    = 0
	cueClass   = cueBias + 1
	cueComp    = cueClass + int(lexicon.Classes)
	cueShape   = cueComp + int(groups)*int(complements)
	cueSubject = cueShape + int(shapes)
	cueForm    = cueSubject + int(subjects)
	cueNegated = cueForm + int(forms)
	cueAsked   = cueNegated + 1
	cueInside  = cueAsked + 1
	cueQuoted  = cueInside + 1
	cueNested  = cueQuoted + 3 // in what somebody else says, with quotation marks or without
	cueMarked  = cueNested + 2 // quotation marks in what follows, of speech and telling or of the others
	cueWhich   = cueMarked + 2 // a noun phrase behind, in a relative clause: "firms that support the plan"
	cueCount   = cueWhich + 1
)

// vector is a list of the features that hold, by their place in the weights.
type vector []int16

// with appends features.
func (v vector) with(features ...int) vector {
	for _, f := range features {
		v = append(v, int16(f))
	}
	return v
}

// score adds the weights of the features that hold.
func (v vector) score(w []float64) float64 {
	x := 0.0
	for _, f := range v {
		x += w[f]
	}
	return x
}

// features appends the features of a cue.
func (f *Frame) features(v vector) vector {
	v = v.with(cueBias, (cueClass + int(f.Class)), (cueShape + int(f.Shape)), (cueSubject + int(f.subject)),
		(cueForm + int(f.form)))
	if f.Shape == Right || f.Shape == Raised {
		v = v.with((cueComp + int(groupOf(f.Class))*int(complements) + int(f.comp)))
	}
	if f.negated {
		v = v.with(cueNegated)
	}
	if f.asked {
		v = v.with(cueAsked)
	}
	if f.inQuote {
		v = v.with(cueInside)
	}
	if f.relative && f.Shape == Right && !f.quoted &&
		(f.comp == cPhrase || f.comp == cPhraseTo || f.comp == cAbout || f.comp == cPrep) {
		v = v.with(cueWhich)
	}
	return f.quotationFeatures(v)
}

// quotationFeatures appends what quotation marks say of a cue.
func (f *Frame) quotationFeatures(v vector) vector {
	if f.nested {
		if f.marked {
			v = v.with(cueNested + 1)
		} else {
			v = v.with(cueNested)
		}
	}
	if f.marked {
		if g := groupOf(f.Class); g == gSpeech || g == gTell {
			v = v.with(cueMarked)
		} else {
			v = v.with(cueMarked + 1)
		}
	}
	if f.quoted {
		v = v.with(cueQuoted)
		if f.Shape == Left {
			v = v.with(cueQuoted + 1)
		}
		if f.Class == lexicon.NoClass {
			v = v.with(cueQuoted + 2)
		}
	}
	return v
}
