package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// isPlaceLabel reports whether a label is one of places.
func isPlaceLabel(l dateline.Label) bool {
	return l == dateline.GPE || l == dateline.Loc || l == dateline.Fac
}

// untied takes off a name what a hyphen ties to it: "Los Angeles-based".
func (c *chunker) untied(from, to int) int {
	if to-from > 2 && c.words[to-2].text == "-" && c.words[to-1].glued && tied[c.words[to-1].fold] {
		return to - 2
	}
	return to
}

// placeBorders takes off a place what stands beside its name: "northern" Iraq, Cork
// "city", "given" Tunisia.
func (c *chunker) placeBorders(from, to int) (int, int) {
	if c.names.Find(c.folds[from:to]).Words > 0 {
		return from, to
	}
	for to-from > 1 && c.isBeside(from) && !articled(c.words[from].text) {
		from++
	}
	for to-from > 1 && c.isBeside(to-1) && !wayHead[c.words[to-1].fold] {
		to--
	}
	if w := &c.words[from]; to-from > 1 && w.first && (w.tag == "VBG" || w.tag == "VBN" || w.tag == "IN") && c.isCountry(from+1, to) {
		from++
	}
	return from, to
}

// wayHead are heads of names that many papers write small: "Third street".
var wayHead = set("street road avenue lane")

// isBeside reports whether a word at the border of a place is no part of its name.
func (c *chunker) isBeside(i int) bool {
	w := &c.words[i]
	return w.letter && !w.capital && !particles[w.fold]
}

// isCountry reports whether words are the name of a country.
func (c *chunker) isCountry(from, to int) bool {
	for e := range c.names.Entries(c.names.Find(c.folds[from:to])) {
		return e.Kind == gazetteer.Country
	}
	return false
}

// isState reports whether the words are an American state behind a comma, as
// after a town.
func (c *chunker) isState(q *piece) bool {
	if q.from < q.in.from+2 || c.words[q.from-1].text != "," || !c.words[q.from-2].capital {
		return false
	}
	e := q.entry
	return e != nil && e.Kind == gazetteer.Region && e.Country == "US"
}

// inState reports whether a comma and an American state come after the words, as
// they do after a town: "Lee, Mass."
func (c *chunker) inState(x *sentence, to int) bool {
	if to+1 >= x.to || c.words[to].text != "," || !c.words[to+1].capital {
		return false
	}
	m := c.names.Longest(c.folds[to+1 : x.to])
	for e, caps := range c.names.Entries(m) {
		if e.Kind == gazetteer.Region && e.Country == "US" && (!caps || c.words[to+1].caps) {
			return true
		}
	}
	return false
}

// isTown reports whether what the tagger calls a person or an organisation is a
// town by what comes after it.
func (c *chunker) isTown(q *piece, label dateline.Label) bool {
	if q.title.End > 0 || q.to-q.from > 3 || !c.inState(q.in, q.to) {
		return false
	}
	last := c.words[q.to-1].fold
	switch label {
	case dateline.Org:
		return !orgHead[last] && !orgSuffix[last] && !q.isKnown(gazetteer.Organisation)
	case dateline.Person:
		return q.to-q.from == 1 && c.fold(q.in, q.from-1) != "-"
	}
	return false
}

// overruled returns the label that the gazetteer's sure knowledge of a whole name
// gives it: a country ("Holy See", "DPRK"), a place of several words or a people that
// the tagger takes for a work or the like.
func (c *chunker) overruled(q *piece, label dateline.Label) (dateline.Label, bool) {
	if q.entry == nil || label == dateline.Person {
		return "", false
	}
	rest := label != dateline.Org && !isPlaceLabel(label)
	if rest && c.hasKind(q, gazetteer.Group) {
		return dateline.NORP, true // "Saudi" citizens
	}
	if !q.sure {
		return q.entry.Kind.Label(), rest && c.isPlain(q)
	}
	switch kind := q.entry.Kind; kind {
	case gazetteer.Country: // but "Palestinian Authority"
		return dateline.GPE, rest || label == dateline.Org && !orgHead[c.words[q.to-1].fold]
	case gazetteer.Group:
		return dateline.NORP, isPlaceLabel(label) && !c.hasKind(q, gazetteer.Country, gazetteer.Region, gazetteer.City, gazetteer.Area, gazetteer.Location) // "Philippine" waters
	case gazetteer.Area, gazetteer.Location:
		return kind.Label(), rest
	}
	return "", false
}

// hasKind reports whether a name may be that of something of the kinds.
func (c *chunker) hasKind(q *piece, kinds ...gazetteer.Kind) bool {
	for e := range c.names.Entries(q.match) {
		if slices.Contains(kinds, e.Kind) {
			return true
		}
	}
	return false
}

// isPlain reports whether the name of one word can hardly be anything but what the
// gazetteer has: "Treasury", "Nagorno-Karabakh", "Volgograd".
func (c *chunker) isPlain(q *piece) bool {
	w := &c.words[q.from]
	if q.entry.Kind == gazetteer.Organisation {
		return true
	}
	if !q.entry.Kind.Place() || c.names.Lower(w.fold) > 0 {
		return false
	}
	_, given := c.names.Given(w.fold)
	return strings.Contains(w.text, "-") || q.entry.Population >= cityInside && !given && !c.names.Surname(w.fold)
}

// phenomena are names that look like those of places.
var phenomena = set("el_nino la_nina el_niño la_niña")

// numbered are words that a number follows to tell one part of a thing from
// another: "Gate 10" is no place of its own.
var numbered = set("gate room section page chapter figure table step phase stage lot seat row lane berth bay court")

// isNoPlace reports whether what the tagger calls a place is none.
func (c *chunker) isNoPlace(from, to int) bool {
	first := &c.words[from]
	return to-from == 2 && (phenomena[first.fold+"_"+c.words[from+1].fold] || numbered[first.fold] && c.words[from+1].digit)
}

// isDistrict reports whether two mentions are "Washington" and "D.C.", with or
// without a comma between them: one place, by all conventions.
func (c *chunker) isDistrict(p, m *mention) bool {
	gap := c.folds[p.to:m.from]
	f := c.words[m.from].fold
	return m.to-m.from == 1 && (f == "d.c." || f == "dc") && c.words[p.to-1].fold == "washington" &&
		(len(gap) == 0 || len(gap) == 1 && gap[0] == ",")
}

// isWhere reports whether what the tagger takes for something else is a known
// town: by its name, or because "in" or "near" comes before it.
func (c *chunker) isWhere(q *piece, label dateline.Label) bool {
	if q.entry == nil || q.entry.Kind != gazetteer.City || q.match.Words != q.to-q.from || q.title.End > 0 {
		return false
	}
	if label == dateline.Person && q.to-q.from > 1 {
		// "Bila Tserkva" is no person wherever it stands.
		_, given := c.names.Given(c.folds[q.from])
		return !given && !c.names.Surname(c.folds[q.to-1]) && q.entry.Population >= cityInside/3
	}
	if before := c.fold(q.in, q.from-1); before != "in" && before != "near" {
		return false
	}
	return label == dateline.Org && q.to-q.from > 1 || label == dateline.Person && q.to-q.from == 1
}

// isHyphened reports whether a piece is a region with a hyphen in its name, which
// is of no other kind: "Gilgit-Baltistan".
func (c *chunker) isHyphened(q *piece) bool {
	return q.entry != nil && q.to-q.from == 1 && q.entry.Kind == gazetteer.Region && strings.Contains(c.words[q.from].text, "-")
}

// roadWords tell that a number with a letter is one of a road.
var roadWords = set(`road roads motorway carriageway roundabout junction crash lorry lorries traffic southbound northbound eastbound
	westbound lane lanes driver drivers diversion closed tailbacks bypass slip`)

// isRoadNumber reports whether a word may be the number of a road.
func isRoadNumber(text string) bool {
	return len(text) > 1 && len(text) < 6 && strings.IndexByte("ABM", text[0]) >= 0 && strings.Trim(text[1:], "0123456789") == ""
}

// isRoad reports whether a piece is the number of a road, such as "A417", in a
// sentence on traffic. The label is set.
func (c *chunker) isRoad(q *piece) bool {
	if q.to-q.from > 1 || !isRoadNumber(c.words[q.from].text) {
		return false
	}
	for i := q.in.from; i < q.in.to; i++ {
		if roadWords[c.folds[i]] {
			q.points = points{fac: 3}
			return true
		}
	}
	return false
}

// bareHead are heads of the names of laws and events that papers write with a
// capital by themselves too: "the Bill".
var bareHead = set("act bill law treaty accord agreement convention pact charter code resolution protocol directive amendment games cup championship festival open tournament summit conference election league")

// isBareHead reports whether a word alone is no name of a law or an event.
func (c *chunker) isBareHead(i int, label dateline.Label) bool {
	return bareHead[c.folds[i]] && (label == dateline.Law || label == dateline.Event || label == dateline.Work)
}

// isParty reports whether a word is the party and state of a politician, such as
// "R-Neb.".
func isParty(text string) bool {
	return len(text) > 2 && text[1] == '-' && strings.IndexByte("DIR", text[0]) >= 0 && text[2] >= 'A' && text[2] <= 'Z'
}

// builtHead are the last words of buildings that are seldom said of those inside.
var builtHead = set(`airport stadium racecourse racetrack bridge tower arena cathedral palace aerodrome airfield ballpark motorway
	expressway freeway turnpike interchange roundabout raceway velodrome skyscraper lighthouse hotel inn hospital theatre theater
	museum mosque synagogue prison`)

// wayStart are the first words of streets in other tongues.
var wayStart = set("rue calle avenida rua faubourg")

// isBuilding reports whether a name is one of a building or road by its head.
func (c *chunker) isBuilding(q *piece) bool {
	return q.to-q.from > 1 && (builtHead[c.words[q.to-1].fold] || wayStart[c.words[q.from].fold]) && !slices.Contains(c.folds[q.from:q.to], "&")
}

// replaces returns how many mentions, two or more, lie inside a piece that the
// gazetteer knows as one place: "Bosnia" and "Herzegovina". The label is set.
func (c *chunker) replaces(q *piece, marked []mention) int {
	if !q.isKnown(gazetteer.Country, gazetteer.Area, gazetteer.Location) {
		return 0
	}
	n := 0
	for n < len(marked) && marked[n].from < q.to {
		if marked[n].from < q.from || marked[n].to > q.to {
			return 0
		}
		n++
	}
	if n < 2 {
		return 0
	}
	q.label, q.confidence = q.points.best()
	return n
}
