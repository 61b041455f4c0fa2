package entities

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/internal/resolve"
)

// homeOf returns the home of the outlet of a Document: the option's, else that of its site.
func (r *Recognizer) homeOf(doc *dateline.Document) resolve.Home {
	if r.home.Country != "" || doc.URL == "" {
		return r.home
	}
	u, err := url.Parse(doc.URL)
	if err != nil {
		return r.home
	}
	return r.places.HomeOfSite(strings.ToLower(u.Hostname()))
}

// resolve says which place each place name stands for. It replaces what [story.place]
// chose by the name alone wherever a place of the world bears the name.
func (s *story) resolve(r *resolve.Resolver, home resolve.Home, names []mention, say func(dateline.Decision)) {
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
		case d == nil:
		case d.Place.Known():
			m.entry, m.place = s.entryOf(m, d, made), d.Place
		case m.label != dateline.Fac: // a building keeps what its name says
			m.entry, m.country = nil, d.Country
		}
	}
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
	case code != "":
		ids[dateline.ISO] = p.Country() + "-" + code
	}
	if len(ids) == 0 {
		return nil
	}
	return ids
}

// placeName returns what the resolver is told of a mention, and whether it is told.
func (s *story) placeName(m *mention) (resolve.Name, bool) {
	n := resolve.Name{Span: dateline.Span{Start: s.words[m.from].start, End: s.words[m.to-1].end}}
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
