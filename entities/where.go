package entities

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/internal/resolve"
	"github.com/dateline-go/dateline/lang"
)

// homeOf returns the home of the outlet of a Document: the option's, else that of its site, by the user's own
// outlets before those that the world knows.
func (r *Recognizer) homeOf(doc *dateline.Document) resolve.Home {
	if r.home.Country != "" || doc.URL == "" {
		return r.home
	}
	u, err := url.Parse(doc.URL)
	if err != nil {
		return r.home
	}
	host := strings.ToLower(u.Hostname())
	if home, ok := r.sites.Home(host); ok {
		return home
	}
	return r.places.HomeOfSite(host)
}

// resolve says which place each place name stands for. It replaces what [story.place]
// chose by the name alone wherever a place of the world bears the name.
func (s *story) resolve(r *resolve.Resolver, home resolve.Home, names []mention, say func(dateline.Decision)) {
	s.waters = s.namedWaters(names)
	in := resolve.Story{Text: s.doc.Text, Home: home, Explain: say != nil}
	var at []*mention
	add := func(m *mention) {
		if n, ok := s.placeName(m); ok {
			in.Names = append(in.Names, n)
			at = append(at, m)
		}
	}
	for i := range names {
		m := &names[i]
		add(m)
		for k := range m.inner {
			add(&m.inner[k])
		}
	}
	made := map[knowledge.Place]*gazetteer.Entry{}
	for i, d := range r.Resolve(in) {
		m := at[i]
		if say != nil && d != nil {
			say(explained(s.span(m), d))
		}
		switch {
		case d == nil && s.isOwnPlace(m):
			m.place = placeOf(r.Table(), m.entry)
		case d == nil && m.to-m.from == 1 && s.words[m.from].is(lang.PlaceFront):
			m.entry, m.country = nil, "" // "the West" is no region of Cameroon
		case d == nil:
		case d.Place.Known():
			m.entry, m.place = s.entryOf(m, d, made), d.Place
		case m.label != dateline.Fac: // a building keeps what its name says
			m.entry, m.country = nil, d.Country
		}
	}
	s.titleHomes(names)
}

// titleHomes sets the country that a title has from the place before or inside of it to that of the
// place which the story means: the governor in "Georgia Gov. Ann Lee" is none of the other Georgia.
func (s *story) titleHomes(names []mention) {
	for i := 1; i < len(names); i++ {
		m, b := &names[i], &names[i-1]
		if m.country == "" || m.title.End == 0 || m.label != dateline.Person || b.entry == nil || b.entry.Country == "" {
			continue
		}
		if end := s.words[b.to-1].end; end+1 >= m.title.Start && end < s.words[m.from].start {
			m.country = b.entry.Country
		}
	}
}

// namedWaters returns the first words of the seas, rivers and the like of a story, by which alone they are meant
// elsewhere: "Caspian" of "Caspian Sea". Where one stands as a town does, it is the town.
func (s *story) namedWaters(names []mention) map[string]bool {
	found := map[string]bool{}
	for i := range names {
		if m := &names[i]; m.label == dateline.Loc && m.to-m.from == 2 && s.words[m.to-1].is(lang.WaterHead) {
			found[s.folds[m.from]] = true
		}
	}
	if len(found) == 0 {
		return nil
	}
	towns := s.standsWhere(names)
	for i := range names {
		m := &names[i]
		large := m.entry != nil && (m.entry.Kind == gazetteer.Country || m.entry.Kind == gazetteer.Region ||
			m.entry.Population >= townsFront)
		if m.to-m.from == 1 && (large || towns[s.text(m.from, m.to)]) {
			delete(found, s.folds[m.from])
		}
	}
	return found
}

// explained is what Explain tells of a place.
func explained(at dateline.Span, d *resolve.Decision) dateline.Decision {
	x := dateline.Decision{Pass: "entities/resolve", Start: at.Start, End: at.End, What: "no place",
		Confidence: d.Confidence, Features: d.Features, Others: d.Others}
	switch {
	case d.Place.Known():
		x.What = d.Place.String()
	case d.Country != "":
		x.What = "country " + d.Country
	}
	return x
}

// systems returns the ids of the place that a mention names, nil where no system is known
// to have one. A user's row may have made it another place.
func (m *mention) systems() dateline.IDs {
	p := m.place
	if !p.Known() || m.entry == nil || m.entry.GeoNames != p.GeoNames() && m.entry.Kind != gazetteer.Country ||
		p.Country() != "" && m.entry.Country != p.Country() {
		return nil
	}
	ids := dateline.IDs{}
	if q := p.QID(); q > 0 {
		ids[dateline.Wikidata] = "Q" + strconv.Itoa(q)
	}
	switch code := p.RegionCode(); {
	case p.Kind() == knowledge.Country:
		ids[dateline.ISO] = p.Country()
		ioc, fifa := p.Teams()
		setID(ids, dateline.IOC, ioc)
		setID(ids, dateline.FIFA, fifa)
	case p.Kind() == knowledge.Airport:
		setID(ids, dateline.IATA, p.IATA())
	case code != "":
		ids[dateline.ISO] = p.Country() + "-" + code
	}
	if len(ids) == 0 {
		return nil
	}
	return ids
}

// setID sets the id of a system that has one.
func setID(ids dateline.IDs, system dateline.System, id string) {
	if id != "" {
		ids[system] = id
	}
}

// placeName returns what the resolver is told of a mention, and whether it is told.
func (s *story) placeName(m *mention) (resolve.Name, bool) {
	n := resolve.Name{Span: dateline.Span{Start: s.words[m.from].start, End: s.words[m.to-1].end}}
	if m.to-m.from == 1 && isPlaceLabel(m.label) && (s.waters[s.folds[m.from]] || s.words[m.from].is(lang.Quarter)) {
		m.entry = nil // "the Caspian", "the West"
		return n, false
	}
	if s.isOwnPlace(m) {
		n.Hint, n.Country = resolve.Known, m.entry.Country
		return n, n.Country != ""
	}
	switch m.label {
	case dateline.GPE:
	case dateline.Loc:
		n.Hint = resolve.Land
	case dateline.Fac:
		n.Hint = resolve.Building
	case dateline.NORP:
		if m.entry == nil || m.entry.Country == "" {
			return n, false
		}
		n.Hint, n.Country = resolve.Known, m.entry.Country
	default:
		return n, false
	}
	return n, true
}

// entryOf returns the entry of a place: that of the gazetteer where it has one, so that
// one place is one entry, else one made of what the table of places says.
func (s *story) entryOf(m *mention, d *resolve.Decision, made map[knowledge.Place]*gazetteer.Entry) *gazetteer.Entry {
	p := d.Place
	if p.Kind() == knowledge.Country {
		if e := s.names.CountryEntry(p.Country()); e != nil {
			return e
		}
	}
	for e := range s.names.Entries(m.match) {
		if e.GeoNames > 0 && e.GeoNames == p.GeoNames() {
			return e
		}
	}
	if e := made[p]; e != nil {
		return e
	}
	e := &gazetteer.Entry{Kind: entryKind(p.Kind()), Name: p.Name(), Country: d.Country,
		GeoNames: p.GeoNames(), Capital: p.Capital()}
	e.Lat, e.Lon = p.Point()
	if p.Kind() == knowledge.Town {
		e.Population = p.Population()
	}
	if r, ok := p.Region(); ok && e.Country == "US" {
		e.Region = r.RegionCode()
	}
	made[p] = e
	return e
}

// entryKind is the kind that the gazetteer has for a kind of place.
func entryKind(k knowledge.Kind) gazetteer.Kind {
	switch k {
	case knowledge.Country:
		return gazetteer.Country
	case knowledge.Region:
		return gazetteer.Region
	case knowledge.County:
		return gazetteer.Area
	case knowledge.Town:
		return gazetteer.City
	}
	return gazetteer.Location
}
