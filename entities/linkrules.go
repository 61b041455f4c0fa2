package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// linkRule finds the thing that a mention names by a part of its name.
type linkRule struct {
	id string
	// whole returns the thing, -1 for none. It changes nothing.
	whole func(u *uniter, n *mention, at int) int
	// relabels says that the mention takes the label of the thing.
	relabels bool
}

// linkRules are tried in this order; the first that finds a thing decides.
var linkRules = [...]linkRule{
	{id: "place-by-a-word", whole: (*uniter).wholePlace, relabels: true},
	{id: "event-by-its-head", whole: (*uniter).wholeEvent},
	{id: "chamber-by-its-head", whole: (*uniter).wholeChamber},
	{id: "storm-by-its-name", whole: (*uniter).wholeStorm, relabels: true},
	{id: "body-by-its-front", whole: (*uniter).wholeOfFront, relabels: true},
	{id: "acronym-as-a-word", whole: (*uniter).wholeOfAcronym, relabels: true},
	{id: "body-by-a-part", whole: (*uniter).wholeOfPart},
	{id: "body-by-a-word", whole: (*uniter).wholeOfWord},
}

// What links a mention to what was named before, besides linkRules.
const (
	linkSameName  = "same-name"
	linkShortName = "short-name"    // an acronym, a firm without "Ltd"
	linkFullName  = "full-name"     // "Joseph R. Biden" for "Joe Biden"
	linkOneName   = "one-name"      // the last name or the first of a person
	linkSound     = "name-by-sound" // another spelling of it
	linkMisspelt  = "name-by-one-letter"
	linkSameText  = "same-text" // under two labels, or with periods and without
	linkBrackets  = "acronym-in-brackets"
)

// townsFront is up to how many people a town may have whose name is rather the front of that of a firm in the story.
const townsFront = 100_000

// wholeOfFront returns the one body or building whose name begins as that of a mention does and
// goes on with what it is: "Calder" of "Calder Logistics plc", "Unity Trust" of "Unity Trust Bank".
// The tagger, which sees no more than a sentence, may take the front for a person or a town.
func (u *uniter) wholeOfFront(n *mention, _ int) int {
	front := u.story.folds[n.from:n.to]
	if !u.mayBeFront(n, front) {
		return -1
	}
	found := -1
	for _, i := range u.heads[front[0]] {
		t := u.merger.all[i]
		if i == n.entity || t.Label != dateline.Org && t.Label != dateline.Fac || t.entry != nil ||
			!u.goesOn(u.words[i], len(front), n.entry != nil) || !slices.Equal(front, u.words[i][:len(front)]) {
			continue
		}
		if i = u.find(i); found >= 0 && found != i {
			return -1
		}
		found = i
	}
	return found
}

// mayBeFront reports whether a name may be the front of another: that of nobody whose full name the story gives, of no
// country or large town, and of no town that the story is in.
func (u *uniter) mayBeFront(n *mention, front []string) bool {
	t := u.merger.all[n.entity]
	isHead := func(fold string) bool {
		return u.story.lex.Is(fold, lang.OrgHead) || u.story.lex.Is(fold, lang.FacHead)
	}
	if slices.ContainsFunc(front, isHead) { // "University of Lagos" is whole beside its "Students Association"
		return false
	}
	if t.row != nil || n.title.End > 0 || len(u.words[n.entity]) > len(front) {
		return false
	}
	switch n.label {
	case dateline.Person:
		return t.full == 0 || n.to-n.from > 1 && !u.isGivenFirst(n)
	case dateline.GPE, dateline.Loc:
		if e := n.entry; e != nil && (e.Kind != gazetteer.City || e.Capital || e.Population >= townsFront) {
			return false
		}
		return !u.whereabouts[u.story.text(n.from, n.to)]
	case dateline.Org, dateline.Fac, dateline.Work, dateline.Product:
		return n.entry == nil && !u.isLarge(n)
	}
	return false
}

// isLarge reports whether a name is also that of a large town, a region or a country: "Plymouth"
// for its football club is no short form of "Plymouth City Council".
func (u *uniter) isLarge(n *mention) bool {
	for e := range u.story.names.Entries(u.story.names.Find(u.story.folds[n.from:n.to])) {
		if e.Kind.Place() && (e.Kind != gazetteer.City || e.Capital || e.Population >= townsFront) {
			return true
		}
	}
	return false
}

// isGivenFirst reports whether a name begins with a given name.
func (u *uniter) isGivenFirst(n *mention) bool {
	_, given := u.story.names.Given(u.story.folds[n.from])
	return given
}

// goesOn reports whether what follows the front of a name says what kind of body or building bears
// it. Behind the name of a town only the word for a firm does: "Mason Fire Department" leaves Mason
// a town.
func (u *uniter) goesOn(words []string, front int, town bool) bool {
	if len(words) <= front {
		return false
	}
	last := words[len(words)-1]
	if u.story.lex.Is(last, lang.OrgSuffix) || u.story.lex.Is(last, lang.FirmTail) {
		return true
	}
	return !town && (u.story.lex.Is(last, lang.OrgHead) || u.story.lex.Is(last, lang.FacHead))
}

// leastAcronym is how many letters an acronym must have to be written as a word.
const leastAcronym = 4

// wholeOfAcronym returns the body whose initials are written as a word: "Unicef", "Nasa".
func (u *uniter) wholeOfAcronym(n *mention, _ int) int {
	w := &u.merger.story.words[n.from]
	if n.to-n.from > 1 || n.title.End > 0 || n.entry != nil || len(w.text) < leastAcronym || w.caps || !w.capital ||
		u.isGivenFirst(n) {
		return -1
	}
	if i, ok := u.merger.byShort[strings.ToUpper(w.text)]; ok && i != n.entity {
		return u.find(i)
	}
	return -1
}

// standsWhere returns the names of places that the story writes where only places stand: behind "in", or before a comma
// and a state or country.
func (s *story) standsWhere(names []mention) map[string]bool {
	found := map[string]bool{}
	for i := range names {
		n := &names[i]
		if n.label != dateline.GPE && n.label != dateline.Loc {
			continue
		}
		behind := n.from > 0 && s.words[n.from-1].is(lang.Where)
		before := i+1 < len(names) && names[i+1].from == n.to+1 && s.words[n.to].text == "," &&
			names[i+1].label == dateline.GPE
		if behind || before {
			found[s.text(n.from, n.to)] = true
		}
	}
	return found
}
