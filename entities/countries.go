package entities

import (
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/focus"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/knowledge"
)

// countries lists the countries that the story names: themselves, by their places,
// their people, and those who stand for them.
func (s *story) countries(all things, names []mention, home string) []dateline.Country {
	var list []dateline.Country
	for _, c := range s.weighed(all, names, home) {
		list = append(list, dateline.Country{Code: c.Code, Name: s.names.CountryName(c.Code), Weight: c.Weight,
			Mentions: c.Mentions, Focus: c.Focus})
	}
	return list
}

// weighed returns the countries of the story as package focus weighs them.
func (s *story) weighed(all things, names []mention, home string) []focus.Country {
	f := focus.Story{Length: len(s.doc.Text), Head: s.headEnd(), Home: home}
	f.Dateline, f.Lead = s.openingEnds(f.Head)
	for i := range names {
		m := &names[i]
		if t := all[m.entity]; t.Country != "" {
			f.Mentions = append(f.Mentions, focus.Mention{Country: t.Country, Kind: t.speaksAs(), Thing: m.entity,
				At: s.words[m.from].start})
		}
	}
	for i := range s.words {
		if code := s.compound(i); code != "" {
			f.Mentions = append(f.Mentions, focus.Mention{Country: code, Kind: focus.Compound, At: s.words[i].start})
		}
	}
	return f.Countries()
}

// speaksAs is as what a thing speaks for its country.
func (t *thing) speaksAs() focus.Kind {
	switch {
	case t.Label == dateline.NORP:
		return focus.People
	case t.Label == dateline.Org:
		return focus.Body
	case t.Label == dateline.Person:
		return focus.Person
	case t.entry != nil && t.entry.Kind == gazetteer.Country:
		return focus.Itself
	}
	return focus.Place
}

// openingEnds returns where the dateline ends and where the first sentence does, behind the headline.
func (s *story) openingEnds(head int) (dated, lead int) {
	dated, lead = head, head
	for i := range s.sentences {
		x := &s.sentences[i]
		if s.words[x.from].start < head {
			continue
		}
		lead = max(lead, s.words[x.to-1].end)
		if !x.shouted {
			for k := x.from; k < min(x.to, x.from+datelineWords); k++ {
				if w := &s.words[k]; w.isDash() && !w.glued {
					return w.end, max(lead, w.end)
				} else if w.letter && !w.capital {
					break
				}
			}
		}
		break
	}
	return dated, lead
}

// atHome sets the country of organisations that are known in the whole world. It
// comes after the story's countries, which theirs are no evidence of.
func (all things) atHome() {
	for _, t := range all {
		if t.entry != nil && t.Country == "" {
			t.Country = t.entry.Home
		}
	}
}

// scored are the entities that a story names mostly in results of sports, where a firm's name is that of a team.
func (s *story) scored(names []mention) map[int]bool {
	score, at := map[int]int{}, 0
	for i := range names {
		m := &names[i]
		for at+1 < len(s.sentences) && m.from >= s.sentences[at].to {
			at++
		}
		if x := &s.sentences[at]; x.results || s.isBeforeScore(x, m.to) {
			score[m.entity]++
		} else {
			score[m.entity]--
		}
	}
	list := map[int]bool{}
	for i, n := range score {
		list[i] = n >= 0
	}
	return list
}

// scoreReach is how far behind a name the score of its team stands at most: "Calder (Norway) 92".
const scoreReach = 4

// isBeforeScore reports whether a figure comes next in a sentence, or behind what stands in brackets.
func (s *story) isBeforeScore(x *sentence, at int) bool {
	if at < x.to && s.words[at].text == "(" {
		for end := min(x.to, at+scoreReach); at < end; at++ {
			if s.words[at].text == ")" {
				return at+1 < x.to && s.words[at+1].digit
			}
		}
		return false
	}
	return at < x.to && s.words[at].digit
}

// identify gives organisations the id and the country that the table of organisations has for their
// name. One that the story puts into another country is another one, and so is one that is local to
// a country that the story does not name.
func (all things) identify(known *knowledge.Organisations, countries []dateline.Country, scored map[int]bool) {
	named := map[string]bool{}
	for i := range countries {
		named[countries[i].Code] = true
	}
	for i, t := range all {
		if t.Label != dateline.Org || t.row != nil || scored[i] {
			continue
		}
		o, ok := known.Named(t.Name)
		if !ok || t.Country != "" && o.Country != "" && t.Country != o.Country {
			continue
		}
		if o.Country != "" && !named[o.Country] && (o.Local || isShortWord(t.Name)) {
			continue // the name of much else: "Real"
		}
		if t.Country == "" {
			t.Country = o.Country
		}
		if ids := systemsOf(known, t.Name, o); t.IDs == nil && len(ids) > 0 {
			t.IDs = ids
		}
	}
}

// systemsOf returns the ids of a known organisation.
func systemsOf(known *knowledge.Organisations, name string, o knowledge.Organisation) dateline.IDs {
	ids := dateline.IDs{}
	if o.QID > 0 {
		ids[dateline.Wikidata] = "Q" + strconv.Itoa(o.QID)
	}
	setID(ids, dateline.Ticker, known.Ticker(name))
	return ids
}

// shortWord is how many bytes a word has at most that much else may be called by.
const shortWord = 5

// isShortWord reports whether a name is one short word in ordinary letters.
func isShortWord(name string) bool {
	return len(name) <= shortWord && !strings.Contains(name, " ") && strings.ToLower(name[1:]) == name[1:]
}

// compound returns the country that the first part of a hyphened word names, ""
// for none.
func (s *story) compound(i int) string {
	w := &s.words[i]
	if !w.capital {
		return ""
	}
	head, _, ok := strings.Cut(w.text, "-")
	if !ok || s.names.Longest(s.folds[i:i+1]).Words > 0 {
		return ""
	}
	m := s.names.Find([]string{gazetteer.Fold(head)})
	for e, caps := range s.names.Entries(m) {
		if e.Kind == gazetteer.Country || e.Kind == gazetteer.Group || e.Capital {
			if !caps || head == strings.ToUpper(head) {
				return e.Country
			}
		}
		break
	}
	return ""
}
