package resolve

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/lang"
)

// rounds is how often scores are counted.
const rounds = 3

// A place is given from this probability on. Below it, the country is given that the
// candidates share which are at least shared probable.
const (
	certain = 0.4
	shared  = 0.1
)

// Resolver says which places names stand for. It is safe for concurrent use.
type Resolver struct {
	table   *knowledge.Table
	outlets *knowledge.Outlets
	words   *lang.Lexicon
	// counties are the words that a county has behind its name.
	counties []string
	// press are the countries whose papers write the language.
	press map[string]bool
}

// New makes a Resolver over the embedded places and the words of a language.
func New(words *lang.Lexicon) (*Resolver, error) {
	t, err := knowledge.Default()
	if err != nil {
		return nil, err
	}
	o, err := knowledge.DefaultOutlets()
	if err != nil {
		return nil, err
	}
	r := &Resolver{t, o, words, words.Words(lang.CountyWord), map[string]bool{}}
	for _, code := range words.Words(lang.PressCountry) {
		r.press[strings.ToUpper(code)] = true
	}
	return r, nil
}

// Table is the table of places.
func (r *Resolver) Table() *knowledge.Table { return r.table }

// HomeOf returns the home of an outlet by the ISO 3166 code of a country or of a region
// in it, "GB" or "US-ME", and whether there is one; that of "" says nothing.
func (r *Resolver) HomeOf(code string) (Home, bool) { return HomeIn(r.table, code) }

// HomeIn is [Resolver.HomeOf] in a table of places.
func HomeIn(t *knowledge.Table, code string) (Home, bool) {
	if code == "" {
		return Home{}, true
	}
	country, region, cut := strings.Cut(code, "-")
	place, ok := t.Country(country)
	if ok && cut {
		place, ok = t.RegionOf(country, region)
	}
	return Home{Country: country, Place: place}, ok
}

// HomeOfSite returns the home of the outlet behind a host, such as "www.example.ie"; the
// zero Home where nothing is known of it.
func (r *Resolver) HomeOfSite(host string) Home {
	o, _ := r.outlets.Of(host)
	if !o.Home.Known() && o.Country != "" {
		o.Home, _ = r.table.Country(o.Country)
	}
	return Home{Country: o.Country, Place: o.Home}
}

// Resolve returns for each name of a story what it stands for, nil where no place has
// that name. Mentions of one name share a Decision.
func (r *Resolver) Resolve(s Story) []*Decision {
	p := r.Problem(s)
	w := &weights
	if s.Home.Country != "" {
		w = &homeWeights
	}
	v := p.Solve(w)
	p.weighCountries()
	byGroup := make([]*Decision, len(p.groups))
	for g := range p.groups {
		byGroup[g] = p.decide(g, v, w)
	}
	all := make([]*Decision, len(s.Names))
	for i, g := range p.of {
		if g >= 0 {
			all[i] = byGroup[g]
		}
	}
	p.unknown(all)
	return all
}

// Solve sets the probabilities of all candidates and returns their features in the last
// round.
func (p *Problem) Solve(w *Vector) []Vector {
	v := make([]Vector, len(p.candidates))
	p.fixed(v)
	for round := range rounds {
		if round > 0 {
			p.around(v)
		}
		for g := range p.groups {
			p.softmax(&p.groups[g], v, w)
		}
	}
	return v
}

// softmax makes probabilities of the scores of a group's candidates.
func (p *Problem) softmax(g *group, v []Vector, w *Vector) {
	top := math.Inf(-1)
	for i := g.from; i < g.to; i++ {
		p.candidates[i].p = w.dot(&v[i])
		top = max(top, p.candidates[i].p)
	}
	sum := 0.0
	for i := g.from; i < g.to; i++ {
		p.candidates[i].p = math.Exp(p.candidates[i].p - top)
		sum += p.candidates[i].p
	}
	for i := g.from; i < g.to; i++ {
		p.candidates[i].p /= sum
	}
}

func (v *Vector) dot(o *Vector) float64 {
	sum := 0.0
	for i := range v {
		sum += v[i] * o[i]
	}
	return sum
}

// decide chooses a group's place, or only its country.
func (p *Problem) decide(gi int, v []Vector, w *Vector) *Decision {
	g := &p.groups[gi]
	best := g.from
	country, same, sum := "", true, 0.0
	for i := g.from; i < g.to; i++ {
		c := &p.candidates[i]
		if c.p > p.candidates[best].p {
			best = i
		}
		if c.p >= shared {
			if sum > 0 && c.country != country {
				same = false
			}
			country = c.country
			sum += c.p
		}
	}
	city := p.great(g, best)
	isCity := city != best
	best = p.town(g, city)
	d := &Decision{}
	switch b := &p.candidates[best]; {
	case p.isStray(g, b):
	case isCity || b.p >= certain || p.together(g, b) >= certain:
		*d = Decision{Place: b.Place, Country: b.country, Confidence: b.p}
	case same:
		*d = Decision{Country: country, Confidence: sum}
	}
	p.explain(d, g, best, v, w)
	return d
}

// A small town is not taken for the one of its name in a country of which the story says nothing else, where nearly all
// else that it names lies in another: of so many names, with this share of them, and with so few people, by logarithm.
const (
	strayNames  = 3
	strayShare  = 0.75
	strayPeople = 5.0
	strayOthers = 0.2
)

// isStray reports whether the likeliest place of a group is such a town: Thame in a story of
// Kathmandu and Pokhara is no English one.
func (p *Problem) isStray(g *group, b *candidate) bool {
	if b.kind != knowledge.Town && b.kind != knowledge.County || b.people >= strayPeople || b.Capital() {
		return false
	}
	if b.country == "" || b.country == p.story.Home.Country {
		return false
	}
	for _, o := range g.outer {
		if o.form != listed && b.lies(o.place) {
			return false
		}
	}
	own := map[string]float64{}
	for i := g.from; i < g.to; i++ {
		own[p.candidates[i].country] += p.candidates[i].p
	}
	sum, most := 0.0, 0.0
	for code, w := range p.weights {
		w -= own[code]
		sum += w
		if code != b.country {
			most = max(most, w)
		}
	}
	return most >= strayNames && most >= strayShare*sum && p.weights[b.country]-own[b.country] < strayOthers
}

// weighCountries adds up what the candidates and the known names say of each country.
func (p *Problem) weighCountries() {
	p.weights = map[string]float64{}
	for i := range p.candidates {
		if c := &p.candidates[i]; c.country != "" {
			p.weights[c.country] += c.p
		}
	}
	for code, n := range p.countries {
		p.weights[code] += min(1, n)
	}
}

// A hamlet has so many people at most and a great city so many at least, as logarithms; the city is meant where it is
// so likely beside the hamlet.
const (
	hamletPeople = 3.5
	greatPeople  = 5.5
	greatPart    = 0.3
)

// great returns the great city of a group's name where the best candidate is a hamlet and hardly likelier.
func (p *Problem) great(g *group, best int) int {
	b := &p.candidates[best]
	if b.kind != knowledge.Town || b.people > hamletPeople {
		return best
	}
	for i := g.from; i < g.to; i++ {
		if c := &p.candidates[i]; c.kind == knowledge.Town && c.people >= greatPeople && c.p >= greatPart*b.p {
			return i
		}
	}
	return best
}

// townPart is the part of a region's people that its seat has at least where the region's name means the town.
const townPart = 0.15

// mostPart is the part of a region's people that a town has that is more than its seat to the world: New York.
const mostPart = 0.4

// town returns the town of a group's name where the best candidate is the region or county around it, as of Geneva
// and Aqaba: without a word for the region, stories mean the town. Quebec has most people elsewhere.
func (p *Problem) town(g *group, best int) int {
	b := &p.candidates[best]
	if b.kind != knowledge.Region && b.kind != knowledge.County || g.county || g.region || g.hint != Government {
		return best
	}
	least := b.people + math.Log10(townPart)
	for i := g.from; i < g.to; i++ {
		c := &p.candidates[i]
		most := c.people >= b.people+math.Log10(mostPart)
		seat := b.kind == knowledge.County || c.Seat() || c.Capital() || most
		if c.kind == knowledge.Town && seat && c.people >= least && c.In(b.Place) {
			return i
		}
	}
	return best
}

// close is how near two candidates of one name are that are one place to a reader: a
// town and the county around it.
const close = 50

// together is the probability of a candidate and of those beside it.
func (p *Problem) together(g *group, b *candidate) float64 {
	sum := 0.0
	for i := g.from; i < g.to; i++ {
		c := &p.candidates[i]
		country := c.kind == knowledge.Country || b.kind == knowledge.Country
		if !country && c.country == b.country && c.km(b) < close {
			sum += c.p
		}
	}
	return sum
}

// mostOthers is how many candidates that lost, and features, an explanation has.
const mostOthers = 8

// explain adds to a decision what spoke for its candidate, and the others of the group.
func (p *Problem) explain(d *Decision, g *group, best int, v []Vector, w *Vector) {
	if !p.story.Explain {
		return
	}
	for i, x := range v[best] {
		d.Features = append(d.Features, dateline.Feature{Name: featureNames[i], Value: x, Weight: w[i]})
	}
	d.Features = dateline.HeaviestFeatures(d.Features, mostOthers)
	for i := g.from; i < g.to; i++ {
		if c := &p.candidates[i]; i != best || !d.Place.Known() {
			d.Others = append(d.Others, dateline.Alternative{What: c.String(), Confidence: c.p})
		}
	}
	slices.SortStableFunc(d.Others, func(a, b dateline.Alternative) int { return cmp.Compare(b.Confidence, a.Confidence) })
	d.Others = d.Others[:min(len(d.Others), mostOthers)]
}
