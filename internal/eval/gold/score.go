package gold

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// The facets of an article, in the order of tables.
const (
	Headline        = "headline"
	Dek             = "dek"
	Section         = "section"
	Byline          = "byline"
	Published       = "published"
	Modified        = "modified"
	Keep            = "keep"
	Drop            = "drop"
	People          = "people"
	Roles           = "roles"
	Orgs            = "orgs"
	Places          = "places"
	PlaceCountry    = "place country"
	PlaceID         = "place id"
	Focus           = "focus"
	Also            = "also"
	Not             = "not"
	DirectFound     = "direct quotes found"
	DirectSpeaker   = "direct speaker right"
	IndirectFound   = "indirect found"
	IndirectSpeaker = "indirect speaker right"
	NotQuotes       = "notquotes kept out"
	Dates           = "dates"
	Money           = "money"
	Same            = "same"
	Apart           = "apart"
)

// Facets lists the facets in the order of tables.
func Facets() []string {
	return []string{Headline, Dek, Section, Byline, Published, Modified, Keep, Drop, People, Roles, Orgs, Places,
		PlaceCountry, PlaceID, Focus, Also, Not, DirectFound, DirectSpeaker, IndirectFound, IndirectSpeaker, NotQuotes,
		Dates, Money, Same, Apart}
}

// Fact is one fact of an article, and whether the Document has it.
type Fact struct {
	Facet string
	Gold  string // in words, for people
	Right bool
}

// Score is what a Document has of its article's facts.
type Score struct {
	Facts []Fact
	// SureSpeakers counts gold quotes that are given to somebody else with a confidence of
	// .8 or more, WrongFocus the countries in focus that the story only names, or does not,
	// WrongCountries the places that are put in another country.
	SureSpeakers, WrongFocus, WrongCountries int
}

// Compare scores a Document. A nil one has no fact.
func (a *Article) Compare(doc *dateline.Document) Score {
	dead := doc == nil
	if dead {
		doc = &dateline.Document{}
	}
	s := &scorer{reading: read(doc, &a.Gold)}
	s.page()
	s.people()
	s.orgs()
	s.places()
	s.countries()
	s.statements()
	s.values(Dates, s.gold.Dates, isDate, sameDate)
	s.values(Money, s.gold.Money, func(l dateline.Label) bool { return l == dateline.Money }, sameSum)
	s.links()
	if dead {
		for i := range s.Facts {
			s.Facts[i].Right = false
		}
	}
	return s.Score
}

// scorer gathers the facts of one Document.
type scorer struct {
	*reading
	Score
}

func (s *scorer) fact(facet, gold string, right bool) {
	s.Facts = append(s.Facts, Fact{facet, gold, right})
}

// page scores the parts of the page.
func (s *scorer) page() {
	g, d := s.gold, s.doc
	if g.Headline.Given {
		s.fact(Headline, g.Headline.Text, low(d.Headline) == low(g.Headline.Text))
	}
	if g.Dek.Given {
		s.fact(Dek, g.Dek.Text, low(d.Dek) == low(g.Dek.Text))
	}
	if g.Section.Given {
		want := low(g.Section.Text)
		s.fact(Section, g.Section.Text, want == low(d.Section) || want != "" && want == low(d.Kicker))
	}
	if g.Byline != nil {
		s.byline(*g.Byline)
	}
	if g.Published.Given {
		s.fact(Published, g.Published.Text, sameInstant(g.Published.Text, d.Published))
	}
	if g.Modified.Given {
		s.fact(Modified, g.Modified.Text, sameInstant(g.Modified.Text, d.Modified))
	}
	for _, words := range g.Keep {
		s.fact(Keep, words, len(s.find(words, s.all())) > 0)
	}
	for _, words := range g.Drop {
		s.fact(Drop, words, len(s.find(words, s.all())) == 0)
	}
}

// byline scores each author, and that there is nobody else.
func (s *scorer) byline(want []string) {
	is := func(name string) func(string) bool {
		return func(other string) bool { return personName(name) == personName(other) }
	}
	var got []string
	for _, a := range s.doc.Byline {
		got = append(got, a.Name)
	}
	for _, name := range want {
		s.fact(Byline, name, slices.ContainsFunc(got, is(name)))
	}
	others := slices.ContainsFunc(got, func(name string) bool { return !slices.ContainsFunc(want, is(name)) })
	s.fact(Byline, "nobody but "+strings.Join(want, ", "), !others)
}

// people scores people and their roles.
func (s *scorer) people() {
	for i := range s.gold.People {
		p := thing{&s.gold.People[i], person}
		s.fact(People, p.Name, s.entityOf(p, dateline.Person) != nil)
		if len(p.Role) > 0 {
			s.fact(Roles, p.Name+": "+strings.Join(p.Role, " | "), s.hasRole(p))
		}
	}
}

// hasRole reports whether an entity that is a person has one of the roles that will do.
func (s *scorer) hasRole(p thing) bool {
	for i := range s.doc.Entities {
		e := &s.doc.Entities[i]
		if s.is[e.ID] != p.Thing {
			continue
		}
		for _, r := range e.Roles {
			got := roleName(r.Title + " " + r.Of)
			if slices.ContainsFunc(p.Role, func(want string) bool { return holds(got, roleName(want)) }) {
				return true
			}
		}
	}
	return false
}

// orgs scores organisations.
func (s *scorer) orgs() {
	for i := range s.gold.Orgs {
		o := thing{&s.gold.Orgs[i], org}
		labels := o.Labels
		if len(labels) == 0 {
			labels = []dateline.Label{dateline.Org, dateline.Fac}
		}
		s.fact(Orgs, o.Name, s.entityOf(o, labels...) != nil)
	}
}

// places scores places, their countries and ids.
func (s *scorer) places() {
	for i := range s.gold.Places {
		p := &s.gold.Places[i]
		found, list := s.placeOf(p)
		s.fact(Places, p.Name, found)
		if p.Country != "" {
			other := func(e *dateline.Entity) bool { return e.Country != p.Country }
			s.fact(PlaceCountry, p.Name+": "+p.Country, len(list) > 0 && !slices.ContainsFunc(list, other))
			if slices.ContainsFunc(list, func(e *dateline.Entity) bool { return e.Country != "" && other(e) }) {
				s.WrongCountries++
			}
		}
		if len(p.GeoNames) > 0 {
			other := func(e *dateline.Entity) bool { return !slices.Contains(p.GeoNames, e.GeoNames) }
			s.fact(PlaceID, fmt.Sprint(p.Name, ": ", p.GeoNames), len(list) > 0 && !slices.ContainsFunc(list, other))
		}
	}
}

// countries scores what countries the story is about.
func (s *scorer) countries() {
	c := s.gold.Countries
	if c == nil {
		return
	}
	got := map[string]bool{} // whether it is in focus
	for _, x := range s.doc.Countries {
		got[x.Code] = x.Focus
		if x.Focus && !slices.Contains(c.Focus, x.Code) && !slices.Contains(c.Also, x.Code) {
			s.WrongFocus++
		}
	}
	for _, code := range c.Focus {
		s.fact(Focus, code, got[code])
	}
	for _, code := range c.Also {
		_, there := got[code]
		s.fact(Also, code, there)
	}
	for _, code := range c.Not {
		_, there := got[code]
		s.fact(Not, code, !there)
	}
}

// statements scores quotes, their speakers, and what is no quote.
func (s *scorer) statements() {
	for i := range s.gold.Quotes {
		q := &s.gold.Quotes[i]
		found, speaker := DirectFound, DirectSpeaker
		if !q.Direct {
			found, speaker = IndirectFound, IndirectSpeaker
		}
		given := s.giving(q)
		says := fmt.Sprintf("%q %s", q.Text, q.Speaker)
		s.fact(found, says, len(given) > 0)
		s.fact(speaker, says, s.rightSpeaker(given, q))
		if slices.ContainsFunc(append(s.near(q), given...), func(x *dateline.Quote) bool {
			return x.Confidence >= sure && s.speaker(x, q) == wrong
		}) {
			s.SureSpeakers++
		}
	}
	for _, none := range s.gold.NotQuotes {
		s.fact(NotQuotes, none, !s.takenFor(none))
	}
}

// rightSpeaker reports whether the quotes that give a gold one name its speaker, or nobody
// where it names none.
func (s *scorer) rightSpeaker(given []*dateline.Quote, q *Quote) bool {
	named := false
	for _, x := range given {
		switch s.speaker(x, q) {
		case wrong:
			return false
		case right:
			named = true
		}
	}
	return len(given) > 0 && (named || q.Speaker == "")
}

// values scores dates or sums.
func (s *scorer) values(facet string, list []Value, of func(dateline.Label) bool, same func(gold, got string) bool) {
	for _, v := range list {
		spots, given := s.locate(v.Text)
		switch {
		case v.At != "":
			spots = inOne(spots, s.find(v.At, s.all()))
		case !given:
			spots = s.occurrences(v.Text)
		}
		ok := slices.ContainsFunc(s.doc.Mentions, func(m dateline.Mention) bool {
			overlaps := func(x dateline.Span) bool { return m.Start < x.End && m.End > x.Start }
			return of(m.Label) && slices.ContainsFunc(spots, overlaps) &&
				slices.ContainsFunc(v.Value, func(gold string) bool { return same(gold, m.Value) })
		})
		s.fact(facet, v.Text+" = "+strings.Join(v.Value, " | "), ok)
	}
}

// links scores what is one thing and what is not.
func (s *scorer) links() {
	for _, pair := range s.gold.Same {
		x, y := s.idsOf(pair[0]), s.idsOf(pair[1])
		one := len(x) == 1 && slices.Equal(x, y)
		s.fact(Same, pair[0]+" = "+pair[1], one)
	}
	for _, pair := range s.gold.Apart {
		x, y := s.idsOf(pair[0]), s.idsOf(pair[1])
		shared := slices.ContainsFunc(x, func(id string) bool { return slices.Contains(y, id) })
		s.fact(Apart, pair[0]+" ≠ "+pair[1], !shared)
	}
}

func isDate(l dateline.Label) bool { return l == dateline.DateValue || l == dateline.TimeValue }

// sameDate compares values of dates: a day is met by a time on it.
func sameDate(gold, got string) bool {
	return got != "" && (got == gold || len(gold) == len(time.DateOnly) && strings.HasPrefix(got, gold+"T"))
}

// sameSum compares sums: the currency and the number.
func sameSum(gold, got string) bool {
	code, number, ok := sum(gold)
	otherCode, otherNumber, otherOK := sum(got)
	if !ok || !otherOK {
		return gold == got
	}
	return code == otherCode && number == otherNumber
}

// sum reads "EUR 4200000", to four decimals.
func sum(value string) (code, number string, ok bool) {
	code, digits, ok := strings.Cut(value, " ")
	x, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
	return strings.ToUpper(code), strconv.FormatFloat(x, 'f', 4, 64), ok && err == nil
}

// sameInstant compares a day with a day, a time with a time, nothing with nothing.
func sameInstant(gold string, got dateline.Date) bool {
	if gold == "" || got.IsZero() {
		return gold == "" && got.IsZero()
	}
	written := got.String()
	if len(gold) <= len(time.DateOnly) {
		return strings.HasPrefix(written, gold)
	}
	a, err := dateline.ParseDate(gold)
	return err == nil && len(written) > len(time.DateOnly) && a.Time.Equal(got.Time)
}
