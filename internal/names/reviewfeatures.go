package names

// Feature is one of the numbers that the reviewer weighs.
type Feature int

// The features. Those whose names end with a kind are 0 for readings of other kinds, those with Not for that kind.
const (
	fBias Feature = iota
	fOrg
	fLoc
	fMisc
	fOdds
	fOddsOrg
	fOddsLoc
	fOddsMisc
	fSpanOdds
	fBest
	fOutside
	fLonger
	fLongerOther
	fLongerLeft
	fVotes
	fVotesAgainst
	fEndsPerson
	fEndsPersonNot
	fStartsPerson
	fStartsOrg
	fStartsOrgNot
	fTitledPerson
	fTitledNot
	fWherePlace
	fSmallElsewhere
	fListedOrg
	fListedShared
	fListedBody
	fListedBoth
	fPlaceOrg
	fUnlistedOrg
	fFrontPlaceOrg
	fListedLoc
	fLargeLoc
	fUnlistedLoc
	fOne
	fOneOrg
	fOneLoc
	fLong
	fLongOrg
	fLongLoc
	fLink
	fDigit
	fSmall
	fSmallOrg
	fInBest
	fHoldsBest
	fAcronym
	fTailOrg
	fTailLoc
	fHeadOrg
	fBodyNot
	fGivenPerson
	fGivenAlone
	fSurname
	fUnknownLoc
	fFirst
	fPart
	fPartOrg
	fLoneOrg
	fAfterCapital
	fAfterCapitalOrg
	fBeforeCapital
	fBeforeCapitalOrg
	fBeforeDigitOrg
	fBeforeSmallOrg
	fBeforeSmallMisc
	fTitleBefore
	fTheOrg
	fTheLoc
	fOfOrg
	fWhereLoc
	fBracketOrg
	fShortForm
	fShortBodyOrg
	fShortSmallOrg
	fShortSmallNot
	fShortOrg
	fShortOrgOther
	fShortOrgNone
	fShortAs
	fShortOther
	fUnlikeOrg
	fBuiltLoc
	fSportPerson
	fSportOrg
	fSportPlaceOrg
	fSportLoc
	fSportPlaceLoc

	// Features is how many there are.
	Features int = iota
)

var featureNames = [Features]string{
	fBias: "bias", fOrg: "organisation", fLoc: "place", fMisc: "other", fOdds: "odds",
	fOddsOrg: "odds-organisation", fOddsLoc: "odds-place", fOddsMisc: "odds-other", fSpanOdds: "odds-of-words",
	fBest: "best", fOutside: "no-name", fLonger: "longer", fLongerOther: "longer-other-kind",
	fLongerLeft: "longer-left", fVotes: "elsewhere", fVotesAgainst: "elsewhere-other", fEndsPerson: "ends-person",
	fEndsPersonNot: "ends-person-not", fStartsPerson: "starts-person", fStartsOrg: "starts-organisation",
	fStartsOrgNot: "starts-organisation-not",
	fTitledPerson: "titled-person", fTitledNot: "titled-not", fWherePlace: "where-elsewhere-place",
	fSmallElsewhere: "small-elsewhere", fListedOrg: "listed-organisation", fListedShared: "listed-shared",
	fListedBody: "listed-body", fListedBoth: "listed-both", fPlaceOrg: "place-organisation",
	fUnlistedOrg: "unlisted-organisation", fFrontPlaceOrg: "front-place-organisation", fListedLoc: "listed-place",
	fLargeLoc: "large-place", fUnlistedLoc: "unlisted-place", fOne: "one-word", fOneOrg: "one-word-organisation",
	fOneLoc: "one-word-place", fLong: "long", fLongOrg: "long-organisation", fLongLoc: "long-place",
	fLink: "link", fDigit: "number", fSmall: "small", fSmallOrg: "small-organisation", fInBest: "in-best",
	fHoldsBest: "holds-best", fAcronym: "acronym-organisation", fTailOrg: "tail-organisation",
	fTailLoc: "tail-place", fHeadOrg: "head-organisation", fBodyNot: "body-word-not",
	fGivenPerson: "given-person", fGivenAlone: "given-alone", fSurname: "surname-person",
	fUnknownLoc: "unknown-place", fFirst: "first", fPart: "part-of-run", fPartOrg: "part-of-run-organisation",
	fLoneOrg: "alone-organisation", fAfterCapital: "after-capital",
	fAfterCapitalOrg: "after-capital-organisation", fBeforeCapital: "before-capital",
	fBeforeCapitalOrg: "before-capital-organisation", fBeforeDigitOrg: "before-number-organisation",
	fBeforeSmallOrg: "before-small-organisation", fBeforeSmallMisc: "before-small-other",
	fTitleBefore: "title-person", fTheOrg: "the-organisation", fTheLoc: "the-place", fOfOrg: "of-organisation",
	fWhereLoc: "where-place", fBracketOrg: "bracket-organisation", fShortForm: "short-form-organisation",
	fShortBodyOrg: "short-of-small-body", fShortSmallOrg: "short-of-small-organisation",
	fShortSmallNot: "short-of-small-not", fShortOrg: "short-of-organisation",
	fShortOrgOther: "short-of-other-organisation",
	fShortOrgNone:  "short-of-none-organisation", fShortAs: "short-of", fShortOther: "short-of-other",
	fUnlikeOrg: "unlike-short-organisation", fSportPerson: "sport-person", fSportOrg: "sport-organisation",
	fSportPlaceOrg: "sport-place-organisation", fSportLoc: "sport-one-word-place", fSportPlaceLoc: "sport-place",
	fBuiltLoc: "building-place",
}

// String names the feature.
func (f Feature) String() string { return featureNames[f] }

// reviewers are how many coefficients a reviewer has: now, and when the short forms were not yet looked at.
var reviewers = [...]int{Features, int(fShortBodyOrg)}

// ChainFeatures are those that say no more than the chain does.
var ChainFeatures = []Feature{fBias, fOrg, fLoc, fMisc, fOdds, fOddsOrg, fOddsLoc, fOddsMisc, fBest}
