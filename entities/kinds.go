package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// kindRule gives a name another label than the tagger's.
type kindRule struct {
	Rule
	to   dateline.Label
	when func(s *story, q *candidate) bool // the candidate has the tagger's label
}

// kindRules are tried in their order; the first that applies decides.
var kindRules = slices.Concat(teamRules, apposedRules, townCueRules, bodyCueRules, []kindRule{
	{
		Rule: Rule{
			ID: "kind/ship", Does: "What begins with the prefix of a ship is one, whatever place or person it is called after.",
			Examples: []Example{{"The HMS Belfast sailed on Monday.", "HMS Belfast", dateline.Product}},
		},
		to: dateline.Product, when: isShip,
	},
	{
		Rule: Rule{
			ID: "kind/known-body", Does: "A body or seat of power that the gazetteer is sure of is an organisation.",
			Examples: []Example{{"The White House was silent.", "White House", dateline.Org}},
		},
		to: dateline.Org, when: isKnownBody,
	},
	{
		Rule: Rule{
			ID: "kind/firm", Does: "A name that ends as firms' names do is an organisation.",
			Examples: []Example{{"Workers at Ossabaw Marine Works left on Friday.", "Ossabaw Marine Works", dateline.Org}},
		},
		to: dateline.Org, when: isFirm,
	},
	{
		Rule: Rule{
			ID: "kind/body-of", Does: "A name whose head before \"of\" is a body's is no place.",
			Examples: []Example{{"A spokesman for the Archdiocese of Cashel declined to comment.",
				"Archdiocese of Cashel", dateline.Org}},
		},
		to: dateline.Org, when: isBodyOf,
	},
	{
		Rule: Rule{
			ID: "kind/chamber", Does: "A house of a parliament is no building and no place.",
			Examples: []Example{{"He stood outside the Virginia House of Delegates in the rain.",
				"Virginia House of Delegates", dateline.Org}},
		},
		to: dateline.Org, when: isChamber,
	},
	{
		Rule: Rule{
			ID: "kind/country", Does: "A country by its full name is one, whatever the tagger says of a misc name or a body.",
			Examples: []Example{{"He was sent to the Holy See in May.", "Holy See", dateline.GPE}},
		},
		to: dateline.GPE, when: isSureCountry,
	},
	{
		Rule: Rule{
			ID: "kind/people", Does: "A people is one, where the tagger sees a work, an event or a place of no such name.",
			Examples: []Example{{"The Kenyan Foreign Ministry denied it.", "Kenyan", dateline.NORP}},
		},
		to: dateline.NORP, when: isSurePeople,
	},
	{
		Rule: Rule{
			ID: "kind/landscape", Does: "A known landscape or water that the tagger takes for a work or the like is one.",
			Examples: []Example{{"Shells fell along the Line of Control.", "Line of Control", dateline.Loc}},
		},
		to: dateline.Loc, when: isSureLandscape,
	},
	{
		Rule: Rule{
			ID: "kind/plain-body", Does: "One word that the gazetteer has for a body is no work or the like.",
			Examples: []Example{{"Institutions such as the Treasury, Justice and Energy departments were hit.",
				"Treasury", dateline.Org}},
		},
		to: dateline.Org, when: isPlainBody,
	},
	{
		Rule: Rule{
			ID: "kind/plain-place", Does: "One word that can hardly be anything but a place is no work or the like.",
			Examples: []Example{{"Peace came to Gilgit-Baltistan and to Nagorno-Karabakh.", "Nagorno-Karabakh", dateline.GPE}},
		},
		to: dateline.GPE, when: isPlainPlace,
	},
	{
		Rule: Rule{
			ID: "kind/town-in-state", Does: "What stands before a comma and an American state is a town.",
			Examples: []Example{{"Warren, Mich., lost its last bakery.", "Warren", dateline.GPE}},
		},
		to: dateline.GPE, when: isTownInState,
	},
	{
		Rule: Rule{
			ID: "kind/doubtful-body", Does: "A body that the tagger is unsure of and that is called as a town is the town.",
			Examples: []Example{{"Police closed the Nelson office.", "Nelson", dateline.GPE}},
		},
		to: dateline.GPE, when: isDoubtfulBody,
	},
	{
		Rule: Rule{
			ID: "kind/town-of", Does: `What stands behind "the town of" or before "province" is a place.`,
			Examples: []Example{{"They came from the town of Al Majar Al Kabir.", "Al Majar Al Kabir", dateline.GPE}},
		},
		to: dateline.GPE, when: isTownOf,
	},
	{
		Rule: Rule{
			ID: "kind/seat", Does: "A town before the word for a member of parliament is what that one sits for, and no body.",
			Examples: []Example{{"The Exeter MP, Ben Holt, said he would vote against the bill.", "Exeter", dateline.GPE}},
		},
		to: dateline.GPE, when: isSeat,
	},
	{
		Rule: Rule{
			ID: "kind/town-by-name", Does: "A known town of several words that holds no name of people is one.",
			Examples: []Example{{"He fled Bila Tserkva at dawn.", "Bila Tserkva", dateline.GPE}},
		},
		to: dateline.GPE, when: isTownByName,
	},
	{
		Rule: Rule{
			ID: "kind/tied-place", Does: `A known place that "-based" was cut from is a place.`,
			Examples: []Example{{"A claim against Los Angeles-based brokers failed.", "Los Angeles", dateline.GPE}},
		},
		to: dateline.GPE, when: isTiedPlace,
	},
	{
		Rule: Rule{
			ID: "kind/building", Does: "The head of a building or the front of a street's name makes one.",
			Examples: []Example{{"They met below Trump Tower and went to Barrow Racecourse.",
				"Barrow Racecourse", dateline.Fac}},
		},
		to: dateline.Fac, when: isBuilding,
	},
	{
		Rule: Rule{
			ID:       "kind/landscape-head",
			Does:     "The head noun or the first word says that a place is a mountain, a water or the like.",
			Examples: []Example{{"They met at Shaw Park on Sunday evening.", "Shaw Park", dateline.Loc}},
		},
		to: dateline.Loc, when: isLandscapeByHead,
	},
	{
		Rule: Rule{
			ID: "kind/building-head", Does: "The head noun says that a place is a building or road.",
			Examples: []Example{{"The trial opened at the Mercer County Courthouse on Monday.",
				"Mercer County Courthouse", dateline.Fac},
				{"He kicked the winner in the rain at Dunmore Parade on Sunday.", "Dunmore Parade", dateline.Fac}},
		},
		to: dateline.Fac, when: isBuildingByHead,
	},
	{
		Rule: Rule{
			ID: "kind/gazetteer-town", Does: "A place of a known name has the label that the gazetteer gives it: town.",
			Examples: []Example{{"A man from Rego Park was fined.", "Rego Park", dateline.GPE}},
		},
		to: dateline.GPE, when: isTownByGazetteer,
	},
	{
		Rule: Rule{
			ID:       "kind/gazetteer-landscape",
			Does:     "A place of a known name has the label that the gazetteer gives it: landscape.",
			Examples: []Example{{"Boats on the Danube and on Lake Victoria were checked.", "Danube", dateline.Loc}},
		},
		to: dateline.Loc, when: isLandscapeByGazetteer,
	},
	{
		Rule: Rule{
			ID: "kind/event-head", Does: "The head noun or the first word says that it is an event.",
			Examples: []Example{{"His father fought in World War II and never spoke of it.", "World War II", dateline.Event}},
		},
		to: dateline.Event, when: isEventByHead,
	},
})

// isShip reports whether a name begins with the prefix of a ship.
func isShip(s *story, q *candidate) bool {
	return q.to-q.from > 1 && s.isShipPrefix(q.from)
}

// isShipPrefix reports whether a word in capitals says that the name of a ship follows.
func (s *story) isShipPrefix(i int) bool { return s.words[i].caps && s.words[i].is(lang.ShipPrefix) }

func isKnownBody(_ *story, q *candidate) bool {
	return q.isKnown(gazetteer.Organisation) || q.entry != nil && q.entry.Kind == gazetteer.Seat
}

// isFirm reports whether the last word makes an organisation: "Low Tide Consulting", "Dana Airline", "Dunne's Bar".
func isFirm(s *story, q *candidate) bool {
	if q.to-q.from < 2 {
		return false
	}
	last, first := &s.words[q.to-1], &s.words[q.from]
	if q.to-q.from > 2 && s.isBodyPair(q.to) {
		return true
	}
	if last.is(lang.ShopHead) && s.words[q.to-2].is(lang.Possessive) {
		return q.label == dateline.GPE || q.label == dateline.Loc || q.label == dateline.Work
	}
	starts := first.is(lang.OrgStart)
	if !last.is(lang.OrgSuffix) && (!last.is(lang.OrgHead) || last.is(lang.Undertaking)) &&
		!(q.label == dateline.Person && starts) {
		return false
	}
	switch q.label {
	case dateline.Work, dateline.Product:
		return true
	case dateline.GPE, dateline.Loc, dateline.Fac:
		return s.isFirmLikePlace(q, starts)
	case dateline.Person:
		return s.isFirmLikePerson(q, starts)
	}
	return false
}

// isBodyPair reports whether the two words before one end the name of a body: "school district".
func (s *story) isBodyPair(end int) bool {
	return s.lex.Is(s.words[end-2].fold+" "+s.words[end-1].fold, lang.BodyPair)
}

// isFirmLikePlace reports whether a name that ends as bodies do and that the tagger takes for a place is a body's.
func (s *story) isFirmLikePlace(q *candidate, starts bool) bool {
	last := &s.words[q.to-1]
	return s.words[q.to-2].is(lang.Carrier) && last.is(lang.OrgSuffix) ||
		q.match.Words == 0 && (q.label == dateline.GPE || last.is(lang.Trust) || last.is(lang.FirmPlaceTail) || starts)
}

// isFirmLikePerson reports it of one that the tagger takes for a person.
func (s *story) isFirmLikePerson(q *candidate, starts bool) bool {
	if q.title.End > 0 {
		return false
	}
	last := &s.words[q.to-1]
	_, given := s.names.Given(s.words[q.from].fold)
	return last.is(lang.FirmTail) || !given && (!s.names.Surname(last.fold) || starts)
}

// isBodyOf is true of "Archdiocese of Cashel".
func isBodyOf(s *story, q *candidate) bool {
	if !isPlaceLabel(q.label) || q.to-q.from < 3 || q.match.Words > 0 {
		return false
	}
	h := s.head(q)
	return h != &s.words[q.to-1] && h.is(lang.OrgHead) && !h.is(lang.BuiltHead) && !h.is(lang.FacHead)
}

func isChamber(s *story, q *candidate) bool {
	return isPlaceLabel(q.label) && q.to-q.from > 2 && s.words[q.to-1].is(lang.Chamber) && s.words[q.to-2].is(lang.OfWord)
}

// isMisc reports whether the tagger's label is neither that of a person, nor a body, nor a place.
func isMisc(l dateline.Label) bool {
	return l != dateline.Person && l != dateline.Org && !isPlaceLabel(l)
}

func isSureCountry(s *story, q *candidate) bool {
	return q.isKnown(gazetteer.Country) && (isMisc(q.label) && !s.hasKind(q, gazetteer.Group) ||
		q.label == dateline.Org && !s.words[q.to-1].is(lang.OrgHead)) // but "Palestinian Authority"
}

func isSurePeople(s *story, q *candidate) bool {
	if isMisc(q.label) {
		return s.hasKind(q, gazetteer.Group) // "Saudi" citizens
	}
	return isPlaceLabel(q.label) && q.isKnown(gazetteer.Group) && // "Philippine" waters
		!s.hasKind(q, gazetteer.Country, gazetteer.Region, gazetteer.City, gazetteer.Area, gazetteer.Location)
}

// hasKind reports whether a name may be that of something of the kinds.
func (s *story) hasKind(q *candidate, kinds ...gazetteer.Kind) bool {
	for e := range s.names.Entries(q.match) {
		if slices.Contains(kinds, e.Kind) {
			return true
		}
	}
	return false
}

func isPlainBody(_ *story, q *candidate) bool {
	return isMisc(q.label) && !q.sure && q.entry != nil && q.entry.Kind == gazetteer.Organisation
}

// isPlainPlace is true of "Nagorno-Karabakh" and "Volgograd".
func isPlainPlace(s *story, q *candidate) bool {
	if !isMisc(q.label) || q.sure || q.entry == nil || q.entry.Kind.Label() != dateline.GPE {
		return false
	}
	w := &s.words[q.from]
	if s.names.Lower(w.fold) > 0 {
		return false
	}
	return strings.Contains(w.text, "-") || q.entry.Population >= cityInside && !s.isPeoplesName(q)
}

// isPeoplesName reports whether a candidate begins with a given name or ends with a surname.
func (s *story) isPeoplesName(q *candidate) bool {
	_, given := s.names.Given(s.folds[q.from])
	return given || s.names.Surname(s.folds[q.to-1])
}

// isBuilding is true of "Zayed Tower" and "Rue Haute".
func isBuilding(s *story, q *candidate) bool {
	street := s.words[q.from].is(lang.WayStart) && q.title.End == 0 // "Sergeant Rua Paki" is none
	return q.to-q.from > 1 && (s.words[q.to-1].is(lang.BuiltHead) || street) &&
		!slices.ContainsFunc(s.words[q.from:q.to], func(w word) bool { return w.is(lang.FirmLink) })
}

// head returns the head noun of a name of several words: the word before "of", else the last that is no number.
func (s *story) head(q *candidate) *word {
	for i := q.from + 1; i < q.to; i++ {
		if s.words[i].is(lang.OrgOf) {
			return &s.words[i-1]
		}
	}
	if last := &s.words[q.to-1]; q.to-q.from < 3 || !last.digit && !last.is(lang.Numeral) {
		return last
	}
	return &s.words[q.to-2]
}

// headLabel returns the label that the head noun or the first word of a name gives it, "" for none. A name that the
// gazetteer knows needs none.
func (s *story) headLabel(q *candidate) dateline.Label {
	if q.to-q.from < 2 || q.match.Words > 0 {
		return ""
	}
	head, first := s.head(q), &s.words[q.from]
	switch {
	case head.is(lang.OrgSuffix), head.is(lang.OrgHead):
		return dateline.Org
	case head.is(lang.GPEHead):
		return dateline.GPE
	case head.is(lang.LocHead), first.is(lang.LocStart):
		return dateline.Loc
	case head.is(lang.FacHead):
		return dateline.Fac
	case head.is(lang.EventHead), first.is(lang.EventStart):
		return dateline.Event
	case head.is(lang.LawHead):
		return dateline.Law
	}
	return ""
}

func isLandscapeByHead(s *story, q *candidate) bool {
	return isPlaceLabel(q.label) && s.headLabel(q) == dateline.Loc
}

func isBuildingByHead(s *story, q *candidate) bool {
	return isPlaceLabel(q.label) && s.headLabel(q) == dateline.Fac && !s.isTown(q)
}

func isTownByGazetteer(_ *story, q *candidate) bool {
	return isPlaceLabel(q.label) && q.entry != nil && q.entry.Kind.Label() == dateline.GPE &&
		(q.entry.Kind != gazetteer.City || q.to-q.from > 1 || q.entry.Population >= townsInside)
}

func isLandscapeByGazetteer(s *story, q *candidate) bool {
	return isPlaceLabel(q.label) && q.entry != nil && q.entry.Kind == gazetteer.Location &&
		!s.hasKind(q, gazetteer.City, gazetteer.Region, gazetteer.Country)
}

func isSureLandscape(_ *story, q *candidate) bool {
	return isMisc(q.label) && q.isKnown(gazetteer.Location)
}

// isTiedPlace reports whether a body's name is a place's that a hyphen ties something to: "Delhi-based".
func isTiedPlace(s *story, q *candidate) bool {
	return q.label == dateline.Org && q.entry != nil && q.entry.Kind.Place() && q.to+1 < q.in.to &&
		s.words[q.to].text == "-" && s.words[q.to+1].is(lang.Tied)
}

func isEventByHead(s *story, q *candidate) bool {
	return isMisc(q.label) && s.headLabel(q) == dateline.Event
}
