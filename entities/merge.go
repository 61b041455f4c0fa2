package entities

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/authority"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// thing is an entity while it is put together.
type thing struct {
	dateline.Entity
	entry  *gazetteer.Entry
	gender gazetteer.Gender
	first  int // the first mention, by index
	// words and last are the full name and the last name of a person, folded; full
	// is how often the story gives a full name.
	words []string
	last  string
	full  int
	// relative says that the story introduces a person as the relative of another, age how old it says the person is, 0
	// where it does not; fulls are the words at which it gives the full name.
	relative bool
	age      int
	fulls    []int
	alone    int            // how often the story calls a person by one name
	row      *authority.Row // of the user's names, if any
}

// things are the entities of a story, in order of first mention.
type things []*thing

// merge ties mentions of one thing together and sets each mention's entity.
func (s *story) merge(names []mention) things {
	m := merger{story: s, byID: map[string]int{}, byLast: map[string][]int{}, byShort: map[string]int{},
		byRow: map[*authority.Row]int{}, years: s.newYears(names)}
	m.weighHomes(names)
	for turn := range singleTurn + 1 {
		for i := range names {
			if n := &names[i]; n.turn() == turn {
				n.entity = m.entity(n, i)
			}
		}
	}
	m.unite(names)
	m.noteCountries(names)
	for i := range names {
		m.describe(&names[i], i)
	}
	return m.renumber(names)
}

// Names of the user's come first, then full names: a surname or an acronym may come before
// them, as in a headline.
const (
	ownTurn = iota
	fullTurn
	singleTurn
)

// turn says when the entity of a mention is looked for.
func (n *mention) turn() int {
	switch {
	case n.fixed():
		return ownTurn
	case n.to-n.from > 1:
		return fullTurn
	}
	return singleTurn
}

// entity gives the entity of a mention, and notes how the mention was linked to what was
// named before.
func (m *merger) entity(n *mention, at int) (i int) {
	had := len(m.all)
	switch turn := n.turn(); {
	case turn == ownTurn:
		i = m.ofRow(n, at)
	case n.label != dateline.Person:
		i = m.thing(n, at)
	case turn == fullTurn:
		i = m.person(n, at)
		m.all[i].noteFull(m.story, n)
	default:
		i = m.surname(n, at)
	}
	if n.linked == "" && len(m.all) == had {
		n.linked = linkSameName
	}
	return i
}

type merger struct {
	story   *story
	all     things
	byID    map[string]int
	byLast  map[string][]int       // people with full names, by last name and by first name
	byShort map[string]int         // organisations by acronym and by name without "Ltd"
	byRow   map[*authority.Row]int // those of the user's names
	years   years
	named   map[string]bool // the countries that places and peoples of the story are of
	// homes are the countries of places by their names, as the story writes them.
	homes map[string]string
	// mainHome is the country that the places and peoples of the story are of most, and isHome are all such countries.
	mainHome string
	isHome   map[string]bool
}

// add makes an entity, or finds the one with the same ID.
func (m *merger) add(e dateline.Entity, entry *gazetteer.Entry, at int) int {
	if i, ok := m.byID[e.ID]; ok {
		return i
	}
	m.byID[e.ID] = len(m.all)
	m.all = append(m.all, &thing{Entity: e, entry: entry, first: at})
	return len(m.all) - 1
}

// thing gives the entity of a mention that is no person.
func (m *merger) thing(n *mention, at int) int {
	if m.isElsewhere(n) {
		n.entry, n.country = nil, m.mainHome
	}
	text := m.canonical(n)
	if year := m.years.other(m.story, n); year != "" {
		text = year + " " + text
	}
	e := dateline.Entity{Name: text, Label: n.label}
	if g := n.entry; g != nil {
		e.Name, e.Country, e.GeoNames, e.Lat, e.Lon = g.Name, g.Country, g.GeoNames, g.Lat, g.Lon
		e.ID, e.IDs = entryID(g, n.label, g.Name), n.systems()
		if name := m.story.formerState(n); name != "" {
			e.Name, e.ID, e.GeoNames, e.Lat, e.Lon, e.IDs = name, id(n.label, name), 0, 0, 0, nil
			return m.add(e, nil, at)
		}
	}
	if n.entry == nil && (n.label == dateline.GPE || n.label == dateline.Loc) {
		e.Country = n.country
	}
	if e.ID == "" {
		e.ID = id(n.label, e.Name)
	}
	if n.label == dateline.GPE {
		if i, ok := m.byShort[text]; ok && n.entry == nil {
			n.linked = linkShortName
			return i
		}
		i := m.add(e, n.entry, at)
		if a := m.story.ampersand(n); a != "" {
			m.byShort[a] = i
		}
		return i
	}
	switch n.label {
	case dateline.Org, dateline.Event, dateline.Law, dateline.Fac, dateline.Work, dateline.Product:
		if i, ok := m.byShort[text]; ok {
			n.linked = linkShortName
			return i
		}
		i := m.add(e, n.entry, at)
		m.shorten(n, i)
		return i
	}
	return m.add(e, n.entry, at)
}

// shorten notes the short forms of a name: its acronym, a company without "Ltd".
func (m *merger) shorten(n *mention, i int) {
	if n.acronym != "" {
		m.byShort[n.acronym] = i
	} else if a := m.story.acronym(n); a != "" {
		if _, taken := m.byShort[a]; !taken {
			m.byShort[a] = i
		}
	}
	if short := m.story.short(n); short != "" {
		m.byShort[short] = i
	}
}

// leastShouted is how many letters a surname in capitals has at least; fewer may be initials: "JFK".
const leastShouted = 4

// canonical is the name as an entity has it: one line, no "the", and small letters for a surname in
// capitals, as transcripts have it.
func (m *merger) canonical(n *mention) string {
	w := &m.story.words[n.from]
	if n.label == dateline.Person && n.to-n.from == 1 && w.caps && len(w.text) >= leastShouted {
		first, size := utf8.DecodeRuneInString(w.text)
		return string(first) + strings.ToLower(w.text[size:])
	}
	return strings.Join(strings.Fields(m.story.text(n.from, n.to)), " ")
}

// entryID makes an ID of what the gazetteer knows.
func entryID(g *gazetteer.Entry, label dateline.Label, name string) string {
	switch {
	case g.Kind == gazetteer.Country:
		return "country:" + g.Country
	case g.GeoNames > 0:
		return "geonames:" + strconv.Itoa(g.GeoNames)
	}
	return id(label, name)
}

// oneSign gives the apostrophes and hyphens of all keyboards the form that IDs have.
var oneSign = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "ʻ", "'", "`", "'", "´", "'",
	"‐", "-", "\u2011", "-", "–", "-")

// id makes an ID of a label and a name: the same for every way in which a name is typed.
func id(label dateline.Label, name string) string {
	name = gazetteer.Fold(oneSign.Replace(name))
	return strings.ToLower(string(label)) + ":" + strings.Join(strings.FieldsFunc(name, func(r rune) bool {
		return r == '.' || r == ',' || unicode.IsSpace(r)
	}), "-")
}

// mostNamesakes bounds how many people of one name, and how many other names and
// titles of one thing, are looked at: no story has so many, a list may.
const mostNamesakes = 32

// namesakes returns the people last named who bear a first or last name.
func (m *merger) namesakes(name string) []int {
	all := m.byLast[name]
	return all[max(0, len(all)-mostNamesakes):]
}

// note adds a text to a list that does not hold it yet.
func note(list []string, text string) []string {
	if len(list) >= mostNamesakes || slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// noteRole adds a role that the list does not have yet, by its title.
func noteRole(list []dateline.Role, role dateline.Role) []dateline.Role {
	same := func(r dateline.Role) bool { return r.Title == role.Title && r.Of == role.Of }
	if len(list) >= mostNamesakes || slices.ContainsFunc(list, same) {
		return list
	}
	return append(list, role)
}

// describe adds to an entity what a mention says of it: another name, a title, a
// country.
func (m *merger) describe(n *mention, at int) {
	t := m.all[n.entity]
	t.Mentions++
	t.first = min(t.first, at)
	text := m.canonical(n)
	if t.Label == dateline.Person && t.row == nil && n.to-n.from > strings.Count(t.Name, " ")+1 {
		text, t.Name = t.Name, text
	}
	if text != t.Name {
		t.Aliases = note(t.Aliases, text)
	}
	if n.title.End > 0 {
		role := strings.Join(strings.Fields(m.story.doc.Words(n.title)), " ")
		if !m.story.lex.Is(gazetteer.Fold(role), lang.Courtesy) {
			t.Roles = noteRole(t.Roles, dateline.Role{Title: role, Start: n.title.Start, End: n.title.End})
		}
		if t.Country == "" {
			t.Country = n.country
		}
	}
	if n.row != nil && n.row.Action == authority.Correct && n.row.Country != "" {
		t.Country = n.row.Country
	}
	if t.Country == "" && (n.label == dateline.Org || n.label == dateline.Fac || n.label == dateline.Event) {
		if t.Country = n.country; t.Country == "" && (n.to-n.from > 1 || text == t.Name) {
			t.Country = m.countryInside(n)
		}
	}
}

// countryInside returns the country that a name holds: "Bank of Ghana", "Royal
// Danish Navy", "Tokyo Tower"; "" for none or several. A body that is called as a city and no more,
// "Valencia", may be of a smaller namesake: it has a country only where the story names that.
func (m *merger) countryInside(n *mention) string {
	code, company := "", m.story.short(n) != ""
	for i := n.from; i < n.to; {
		found := m.story.names.Longest(m.story.folds[i:n.to])
		if found.Words == 0 {
			i++
			continue
		}
		from := i
		i += found.Words
		home, whole := m.homeInside(found, n, from, company)
		switch {
		case whole:
			return home
		case home != "" && code != "" && code != home:
			return ""
		case home != "":
			code = home
		}
	}
	return code
}

// homeInside returns the country of a place or people at the word from inside of the name of a body
// or a company, "" for none. It reports whether the name is that of a city and no more.
func (m *merger) homeInside(found gazetteer.Match, n *mention, from int, company bool) (code string, whole bool) {
	to := from + found.Words
	if home := m.homes[m.story.text(from, to)]; home != "" {
		return home, false
	}
	if found.Words == 1 && m.story.words[from].is(lang.PartyWord) || found.Words > 1 && m.story.isCommonRun(from, to) {
		return "", false // "Republican People's Party", "Central District Court"
	}
	for e, caps := range m.story.names.Entries(found) {
		switch {
		case caps && !m.story.words[to-1].caps, e.Country == "",
			company && e.Kind != gazetteer.Country && e.Kind != gazetteer.Group,
			e.Kind == gazetteer.City && e.Population < cityInName && !e.Capital && !m.isHomeClub(e):
			return "", false
		case e.Kind == gazetteer.City && found.Words == n.to-n.from:
			return m.countryOfCity(found), true
		}
		return e.Country, false
	}
	return "", false
}

// isHomeClub reports whether a town in the name of a body is one of the country that a story of sport is mostly in: its
// clubs are called after such.
func (m *merger) isHomeClub(e *gazetteer.Entry) bool {
	return e.Country == m.mainHome && m.story.isSport()
}

// countryOfCity returns the country of the first city of a name whose country the story names, "" for none.
func (m *merger) countryOfCity(found gazetteer.Match) string {
	for e := range m.story.names.Entries(found) {
		if e.Kind == gazetteer.City && m.named[e.Country] {
			return e.Country
		}
	}
	return ""
}

// weighHomes notes the countries that the places and peoples of the story are of.
func (m *merger) weighHomes(names []mention) {
	m.isHome = map[string]bool{}
	count := map[string]int{}
	for i := range names {
		n := &names[i]
		if n.entry == nil || n.entry.Country == "" || !isPlaceLabel(n.label) && n.label != dateline.NORP {
			continue
		}
		code := n.entry.Country
		m.isHome[code] = true
		count[code]++
		if k := count[code]; k > count[m.mainHome] || k == count[m.mainHome] && code < m.mainHome {
			m.mainHome = code
		}
	}
}

// isElsewhere reports whether a body that many countries have is known as that of a country of which the story says
// nothing, and the story is in another: "Congress" in a story of Delhi and Mumbai.
func (m *merger) isElsewhere(n *mention) bool {
	if n.label != dateline.Org || n.entry == nil || n.entry.Country == "" || m.mainHome == "" ||
		m.isHome[n.entry.Country] {
		return false
	}
	return m.story.lex.Is(strings.Join(m.story.folds[n.from:n.to], " "), lang.CommonBody)
}

// noteCountries notes the countries that the story names: itself, by its people or by a place in it.
func (m *merger) noteCountries(names []mention) {
	m.named, m.homes = map[string]bool{}, map[string]string{}
	for i := range names {
		n := &names[i]
		country := m.all[n.entity].Country
		if country == "" || !isPlaceLabel(n.label) && n.label != dateline.NORP {
			continue
		}
		m.named[country] = true
		if isPlaceLabel(n.label) {
			m.homes[m.story.text(n.from, n.to)] = country
		}
	}
}

// cityInName is how large a city must be for its name inside another to say where
// that is.
const cityInName = 300_000

// renumber puts the entities that have mentions in order of the first and sets the
// IDs of those whose name grew.
func (m *merger) renumber(names []mention) things {
	order := make([]int, 0, len(m.all))
	for i, t := range m.all {
		if t.Mentions > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(m.all[a].first, m.all[b].first) })
	to := make([]int, len(m.all))
	sorted := make(things, len(order))
	for i, o := range order {
		to[o], sorted[i] = i, m.all[o]
		if t := sorted[i]; t.Label == dateline.Person && t.row == nil {
			if name := id(t.Label, t.Name); name != t.ID {
				if _, taken := m.byID[name]; !taken {
					m.byID[name], t.ID = o, name
				}
			}
		}
	}
	for i := range names {
		names[i].entity = to[names[i].entity]
	}
	return sorted
}
