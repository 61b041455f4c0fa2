package entities

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/lang"
)

// listedPlaces gives the label of a place to what the tagger takes for somebody or something else
// and what stands beside it says is one: in a list of places, before "provinces", before the region
// that it lies in.
func (s *story) listedPlaces(names []mention) {
	people := s.countFullNames(names)
	for i := range names {
		m := &names[i]
		if isPlaceLabel(m.label) || m.label == dateline.NORP || m.label == dateline.Event || m.label == dateline.Law ||
			m.title.End > 0 || m.to-m.from > 3 || s.isBearer(people, m) {
			continue
		}
		if s.isBeforePlaces(m) || s.isListed(names, i) || s.isInNext(names, i) {
			m.label = dateline.GPE
			m.match, m.entry = s.lookUp(m.from, m.to)
			if m.entry != nil && !m.entry.Kind.Place() {
				m.match, m.entry = gazetteer.Match{}, nil
			}
		}
	}
}

// surnames gives the label of a person to what the tagger takes for a country or town where it is
// somebody's surname: behind a form of address, or as the subject of a verb where the story has the
// full name.
func (s *story) surnames(names []mention) {
	full := map[string]bool{}
	for i := range names {
		if m := &names[i]; m.label == dateline.Person && m.to-m.from > 1 {
			full[s.folds[m.to-1]] = true
		}
	}
	for i := range names {
		m := &names[i]
		if m.label != dateline.GPE || m.to-m.from > 1 || m.from == 0 || !full[s.folds[m.from]] {
			continue
		}
		before, subject := &s.words[m.from-1], s.saysAt(m.to)
		if before.is(lang.Courtesy) || subject && !before.is(lang.Where) && !before.is(lang.OfWord) {
			m.label, m.match, m.entry = dateline.Person, gazetteer.Match{}, nil
		}
	}
}

// countFullNames counts the people whom a full name or a title names, by the first and by the last word of the name.
func (s *story) countFullNames(names []mention) map[string]int {
	count := map[string]int{}
	for i := range names {
		n := &names[i]
		if !isNamedInFull(n) {
			continue
		}
		first, last := s.folds[n.from], s.folds[n.to-1]
		count[last]++
		if first != last {
			count[first]++
		}
	}
	return count
}

// isNamedInFull reports whether a mention is a person with a full name or a title.
func isNamedInFull(m *mention) bool {
	return m.label == dateline.Person && (m.to-m.from > 1 || m.title.End > 0)
}

// isBearer reports whether a mention is a person whom something else names as one: a title, a full
// name, a verb of saying.
func (s *story) isBearer(people map[string]int, m *mention) bool {
	if m.label != dateline.Person {
		return false
	}
	if s.saysAt(m.to) || m.from > 0 && s.words[m.from-1].is(lang.SpeechCue) {
		return true
	}
	others := people[s.folds[m.to-1]]
	if isNamedInFull(m) {
		others-- // itself
	}
	return others > 0
}

// saysAt reports whether a word is a verb of saying.
func (s *story) saysAt(i int) bool {
	return i < len(s.words) && (s.words[i].is(lang.SpeechCue) || s.words[i].is(lang.ReportVerb))
}

// isKnownPlace reports whether words are the name of a region, a district or a town of some size.
func (s *story) isKnownPlace(from, to int) bool {
	if s.table == nil {
		return false
	}
	for place := range s.table.Named(s.text(from, to)) {
		switch place.Kind() {
		case knowledge.Region, knowledge.County:
			return true
		case knowledge.Town:
			if place.Population() >= leastTown {
				return true
			}
		}
	}
	return false
}

// isBeforePlaces is true of "Amhara" in "the Amhara and Tigray regions" and of both in "Aydın and Muğla provinces".
func (s *story) isBeforePlaces(m *mention) bool {
	at := m.to
	if at+2 < len(s.words) && (s.words[at].is(lang.Joining) || s.words[at].text == ",") && s.words[at+1].capital {
		at += 2
	}
	return at < len(s.words) && s.words[at].is(lang.PlaceWords) && !s.words[at].capital && s.isKnownPlace(m.from, m.to)
}

// isListed is true of "Adama" in "Bahir Dar, Hawassa and Adama": two places before it, or one on
// each side, or one behind "in" or "from".
func (s *story) isListed(names []mention, i int) bool {
	m := &names[i]
	if m.label == dateline.Org || !s.isKnownPlace(m.from, m.to) {
		return false
	}
	isPlace := func(k int) bool {
		return k >= 0 && k < len(names) && (names[k].label == dateline.GPE || names[k].label == dateline.Loc)
	}
	joined := func(a, b int) bool { // the gap between two mentions
		gap := names[b].from - names[a].to
		return gap == 1 && (s.words[names[a].to].text == "," || s.words[names[a].to].is(lang.Joining)) ||
			gap == 2 && s.words[names[a].to].text == "," && s.words[names[a].to+1].is(lang.Joining)
	}
	if !isPlace(i-1) || !joined(i-1, i) {
		return false
	}
	if at := names[i-1].from - 1; at > 0 && (s.words[at].is(lang.Where) || s.words[at].is(lang.Whence)) {
		return true // "in Ilkley and Bingley"
	}
	return isPlace(i-2) && joined(i-2, i-1) || isPlace(i+1) && joined(i, i+1)
}

// isInNext is true of "Lawrence" in "sent to Lawrence, in Kansas, by rail".
func (s *story) isInNext(names []mention, i int) bool {
	if i+1 >= len(names) {
		return false
	}
	m, next := &names[i], &names[i+1]
	if m.to-m.from > 2 || next.label != dateline.GPE || next.from != m.to+2 || s.words[m.to].text != "," ||
		!s.words[m.to+1].is(lang.InWord) || next.to >= len(s.words) || s.words[next.to].text != "," || s.table == nil {
		return false
	}
	for around := range s.table.Named(s.text(next.from, next.to)) {
		if around.Kind() > knowledge.County {
			continue
		}
		for place := range s.table.Named(s.text(m.from, m.to)) {
			if place.Kind() == knowledge.Town && place.In(around) {
				return true
			}
		}
	}
	return false
}
