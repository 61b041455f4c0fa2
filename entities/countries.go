package entities

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/knowledge"
)

// A country is in focus from this share of the story's weight on, and from this
// part of the weight of the first country on.
const (
	focusShare = 0.15
	focusPart  = 0.43
)

// countries lists the countries that the story names: themselves, by their places,
// their people, and those who stand for them. Early mentions weigh more.
func (s *story) countries(all things, names []mention) []dateline.Country {
	weight := map[string]float64{}
	count := map[string]int{}
	head, sum := s.headEnd(), 0.0
	for i := range names {
		m := &names[i]
		t := all[m.entity]
		if t.Country == "" {
			continue
		}
		w := s.countryWeight(m, t.Label, head)
		weight[t.Country] += w
		count[t.Country]++
		sum += w
	}
	for i := range s.words {
		if code := s.compound(i); code != "" {
			weight[code] += compoundWeight
			count[code]++
			sum += compoundWeight
		}
	}
	var list []dateline.Country
	for code, w := range weight {
		list = append(list, dateline.Country{Code: code, Name: s.names.CountryName(code),
			Weight: w / sum, Mentions: count[code]})
	}
	slices.SortFunc(list, func(a, b dateline.Country) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Code, b.Code))
	})
	for i := range list {
		c := &list[i]
		c.Focus = c.Weight >= focusShare && c.Weight >= focusPart*list[0].Weight
	}
	return list
}

// A mention at the front of a story weighs most, one at its end hardly anything: what a story ends on is background.
const (
	frontWeight = 1.9
	frontSlope  = 1.8
)

// countryWeight is what a mention of a thing with a label weighs for its country, in a story whose
// headline ends at head.
func (s *story) countryWeight(m *mention, l dateline.Label, head int) float64 {
	w := 1.0
	switch l {
	case dateline.NORP:
		w = 0.7
	case dateline.Org:
		w = 0.4
	case dateline.Person:
		w = 0.3
	}
	at := s.words[m.from].start
	if at < head {
		return 2 * w
	}
	return w * (frontWeight - frontSlope*float64(at)/float64(max(1, len(s.doc.Text))))
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

// identify gives organisations the id and the country that the table of organisations has for their name. One that the
// story puts into another country is another one.
func (all things) identify(known *knowledge.Organisations, countries []dateline.Country) {
	named := map[string]bool{}
	for i := range countries {
		named[countries[i].Code] = true
	}
	for _, t := range all {
		if t.Label != dateline.Org || t.row != nil {
			continue
		}
		o, ok := known.Named(t.Name)
		if !ok || t.Country != "" && o.Country != "" && t.Country != o.Country {
			continue
		}
		if o.Country != "" && !named[o.Country] && isShortWord(t.Name) {
			continue // the name of much else: "Real"
		}
		if t.Country == "" {
			t.Country = o.Country
		}
		if o.QID > 0 && t.IDs == nil {
			t.IDs = dateline.IDs{dateline.Wikidata: "Q" + strconv.Itoa(o.QID)}
		}
	}
}

// shortWord is how many bytes a word has at most that much else may be called by.
const shortWord = 5

// isShortWord reports whether a name is one short word in ordinary letters.
func isShortWord(name string) bool {
	return len(name) <= shortWord && !strings.Contains(name, " ") && strings.ToLower(name[1:]) == name[1:]
}

// compoundWeight is what a country in a compound weighs: "U.S.-led", "Franco-German".
const compoundWeight = 0.2

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
