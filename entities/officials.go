package entities

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/lang"
)

// registrar gives people the ids of office holders. The table has many people of common names, so that the name alone
// is no evidence: the story must speak of the country, or of the state, must give the office, and must be of a year in
// which it was held.
type registrar struct {
	known   *knowledge.Officials
	lex     *lang.Lexicon
	year    int                // of the story, 0 where it has no date
	country map[string]float64 // weights of the story's countries
	focus   map[string]bool
	regions map[string]bool // codes of the regions that the story names, "US-ME"
}

// identifyOfficials sets the id in Wikidata of people who hold a public office, by the names, roles, countries and date
// of a Document. Who is named by the surname alone gets the full name as an alias.
func identifyOfficials(doc *dateline.Document, known *knowledge.Officials, lex *lang.Lexicon) {
	r := registrar{known: known, lex: lex, country: map[string]float64{}, focus: map[string]bool{},
		regions: map[string]bool{}}
	if !doc.Published.IsZero() {
		r.year = doc.Published.Time.Year()
	}
	for _, c := range doc.Countries {
		r.country[c.Code], r.focus[c.Code] = c.Weight, c.Focus
	}
	for i := range doc.Entities {
		if code := doc.Entities[i].IDs[dateline.ISO]; strings.Contains(code, "-") {
			r.regions[code] = true
		}
	}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		if e.Label != dateline.Person || e.IDs != nil {
			continue
		}
		o, ok := r.officialOf(doc, e)
		if !ok {
			continue
		}
		e.IDs = dateline.IDs{dateline.Wikidata: "Q" + strconv.Itoa(o.QID)}
		if o.Name != "" && !slices.Contains(e.Aliases, o.Name) {
			e.Aliases = append(e.Aliases, o.Name)
		}
	}
}

// officialOf returns the one official that a person can be; false where there is none, or several.
func (r *registrar) officialOf(doc *dateline.Document, e *dateline.Entity) (knowledge.Official, bool) {
	held, once, of := r.offices(doc, e)
	var found knowledge.Official
	n := 0
	r.known.Named(e.Name, func(o knowledge.Official) bool {
		if r.fits(&o, e, held, once, of) {
			if n == 0 || found.QID != o.QID {
				n++
			}
			found = o
		}
		return n < 2
	})
	return found, n == 1
}

// fits reports whether office, country and date speak for an official. Heads of state and government need no office
// beside a full name where the story says nothing else of them, and more of a country beside a surname.
func (r *registrar) fits(
	o *knowledge.Official, e *dateline.Entity, held knowledge.Offices, once bool, of map[string]bool,
) bool {
	switch in := o.In(r.year); {
	case r.country[o.Country] == 0 || r.year == 0 && o.Name != "":
		return false
	case r.year != 0 && !in && (!once || r.year < o.From):
		return false
	case o.Region != "" && !r.regions[o.Country+"-"+o.Region]:
		return false
	}
	if o.Name != "" {
		return held&o.Offices != 0 && (of[o.Country] || len(of) == 0 && r.focus[o.Country])
	}
	isTop := o.Offices&(knowledge.Head|knowledge.Government) != 0
	return held&o.Offices != 0 || isTop && len(e.Roles) == 0
}

// offices returns the kinds of office that a story gives a person, whether one of them is no longer held, and the
// countries that they are of.
func (r *registrar) offices(
	doc *dateline.Document, e *dateline.Entity,
) (held knowledge.Offices, once bool, of map[string]bool) {
	of = map[string]bool{}
	for _, role := range e.Roles {
		for w := range strings.FieldsSeq(strings.ToLower(role.Title)) {
			for part := range strings.SplitSeq(w, "-") {
				switch kind := r.lex.Value(part, lang.OfficeKind); kind {
				case "":
				case "once":
					once = true
				default:
					held |= knowledge.OfficesNamed(kind)
				}
			}
		}
		for code := range countriesIn(doc, role) {
			of[code] = true
		}
	}
	return held, once, of
}

// countriesIn returns the countries of the names in a role or right before it.
func countriesIn(doc *dateline.Document, role dateline.Role) map[string]bool {
	list := map[string]bool{}
	if role.Of == "" {
		return list
	}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		if e.Country != "" && (e.Name == role.Of || slices.Contains(e.Aliases, role.Of)) {
			list[e.Country] = true
		}
	}
	return list
}
