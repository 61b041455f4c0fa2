package resolve

import (
	"math"

	"github.com/dateline-go/dateline/internal/knowledge"
)

// The features of a candidate. Those from near30 on count what the other names may stand
// for and are 0 in the first round.
const (
	townPeople = iota
	isCountry
	isRegion
	isCounty
	isFeature
	isContinent
	regionPeople
	countyPeople
	lessThanLargest
	isCapital
	isSeat
	isSection
	mainName
	countyWord
	inClosed
	inOpen
	inListed
	inLoose
	notInClosed
	notInOther
	isOuter
	countyNamed
	regionNamed
	countryNamed
	landFeature
	governmentFeature
	datelinePeople
	townForLand
	regionForLand
	pressCountry
	homeCountry
	homeRegion
	homeNear
	near30
	near100
	near400
	nearest100
	nearest400
	sameCountry
	sameRegion
	sameRegionLog
	featureCount
)

// featureNames are what Explain calls them, in their order.
var featureNames = [featureCount]string{
	"people of a town",
	"a country",
	"a region",
	"a county",
	"a sea, river or the like",
	"a continent",
	"people of a region",
	"people of a county",
	"smaller than the largest of its name",
	"a capital",
	"a region's seat",
	"a part of a town",
	"known by this name first",
	"a word for a county",
	"the story says in what it lies",
	"perhaps the story says in what it lies",
	"a list or what it lies in",
	"lies in what stands beside it",
	"does not lie where the story says",
	"does not lie in what stands beside it",
	"another name lies in it",
	"its county is named",
	"its region is named",
	"its country is named",
	"a natural thing, as the sentence has it",
	"a natural thing, where the sentence has a government",
	"people of a town in the dateline",
	"a town, where the sentence has a natural thing",
	"a region, where the sentence has a natural thing",
	"in a country that writes the language",
	"in the outlet's country",
	"in the outlet's region",
	"near the outlet",
	"near others (30 km)",
	"near others (100 km)",
	"near others (400 km)",
	"nearest of the others (100 km)",
	"nearest of the others (400 km)",
	"share of the others in its country",
	"share of the others in its region",
	"others in its region",
}

// Vector holds the features of a candidate.
type Vector [featureCount]float64

func (c *candidate) isPoint() bool {
	return c.kind >= knowledge.County && c.kind != knowledge.Continent
}

// fixed sets the features that do not change with the rounds.
func (p *Problem) fixed(v []Vector) {
	for gi := range p.groups {
		g := &p.groups[gi]
		largest := 0.0
		for i := g.from; i < g.to; i++ {
			largest = max(largest, p.candidates[i].people)
		}
		for i := g.from; i < g.to; i++ {
			p.alone(&v[i], g, &p.candidates[i], largest)
		}
	}
	p.named(v)
	p.outer(v)
}

// alone sets what a candidate is by itself.
func (p *Problem) alone(v *Vector, g *group, c *candidate, largest float64) {
	*v = Vector{}
	switch c.kind {
	case knowledge.Country:
		v[isCountry] = 1
	case knowledge.Region:
		v[isRegion], v[regionPeople] = 1, c.people-6
	case knowledge.County:
		v[isCounty], v[countyPeople], v[countyWord] = 1, c.people-5, truth(g.county)
	case knowledge.Continent:
		v[isContinent] = 1
	case knowledge.Town:
		v[townPeople] = c.people
		v[isCapital], v[isSeat], v[isSection] = truth(c.Capital()), truth(c.Seat()), truth(c.Section())
		if g.dateline {
			v[datelinePeople] = c.people - 4
		}
	default:
		v[isFeature] = 1
		v[landFeature], v[governmentFeature] = truth(g.hint == Land), truth(g.hint == Government)
	}
	if c.kind != knowledge.Feature && c.kind != knowledge.Airport {
		v[lessThanLargest] = c.people - largest
	}
	if g.hint == Land {
		v[townForLand] = truth(c.kind == knowledge.Town)
		v[regionForLand] = truth(c.kind == knowledge.Region || c.kind == knowledge.County)
	}
	v[pressCountry] = truth(p.press[c.country] && c.kind != knowledge.Country)
	v[mainName] = truth(c.main)
	if home := p.story.Home; home.Country != "" {
		v[homeCountry] = truth(home.Country == c.country)
	}
	if h := p.home; h != nil {
		v[homeRegion] = truth(c.region >= 0 && c.region == h.region)
		if c.isPoint() && h.kind >= knowledge.County {
			v[homeNear] = math.Exp(-c.km(h) / 60)
		}
	}
	p.inside(v, g, c)
}

// inside sets whether a candidate lies where the story says that it lies.
func (p *Problem) inside(v *Vector, g *group, c *candidate) {
	var said [forms]bool
	in := false
	for _, o := range g.outer {
		said[o.form] = true
		if c.lies(o.place) {
			v[inClosed+int(o.form)], in = 1, true
		}
	}
	if !in {
		v[notInClosed] = truth(said[closed])
		v[notInOther] = truth(said[open] || said[loose])
	}
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// named sets whether the places around a candidate are named in the story, by another
// name than the candidate's own.
func (p *Problem) named(v []Vector) {
	type places struct{ first, other int } // a group that may be this place, and another one
	at := map[int]places{}
	for i := range p.candidates {
		if c := &p.candidates[i]; c.kind <= knowledge.County {
			x, ok := at[c.Number()]
			if !ok {
				x = places{c.group, c.group}
			} else if c.group != x.first {
				x.other = c.group
			}
			at[c.Number()] = x
		}
	}
	has := func(number, group int) float64 {
		x, ok := at[number]
		return truth(ok && (x.first != group || x.other != group))
	}
	country := map[string]int{}
	for i := range p.candidates {
		c := &p.candidates[i]
		if c.kind != knowledge.County && c.county >= 0 {
			v[i][countyNamed] = has(c.county, c.group)
		}
		if c.kind > knowledge.Region && c.region >= 0 {
			v[i][regionNamed] = has(c.region, c.group)
		}
		if c.kind == knowledge.Country || c.country == "" {
			continue
		}
		if p.countries[c.country] > 0 {
			v[i][countryNamed] = 1
			continue
		}
		n, ok := country[c.country]
		if !ok {
			n = -1
			if place, known := p.table.Country(c.country); known {
				n = place.Number()
			}
			country[c.country] = n
		}
		v[i][countryNamed] = has(n, c.group)
	}
}

// outer sets whether the story says that another name lies in a candidate.
func (p *Problem) outer(v []Vector) {
	said := map[knowledge.Place]bool{}
	for gi := range p.groups {
		g := &p.groups[gi]
		for _, o := range g.outer {
			if o.form == listed || said[o.place] {
				continue
			}
			for i := g.from; i < g.to; i++ {
				if p.candidates[i].lies(o.place) {
					said[o.place] = true
					break
				}
			}
		}
	}
	for i := range p.candidates {
		v[i][isOuter] = truth(said[p.candidates[i].Place])
	}
}

// likely is how probable a candidate must be to count for others, and mostAnchors how
// many count at most.
const (
	likely      = 0.02
	mostAnchors = 256
)

// around sets the features that the other names' candidates decide.
func (p *Problem) around(v []Vector) {
	p.anchors = p.anchors[:0]
	total := 0.0
	inCountry, inRegion := map[string]float64{}, map[int]float64{}
	perGroup := map[groupCountry]float64{}
	perRegion := map[groupRegion]float64{}
	for i := range p.candidates {
		c := &p.candidates[i]
		total += c.p
		inCountry[c.country] += c.p
		perGroup[groupCountry{c.group, c.country}] += c.p
		if c.region >= 0 {
			inRegion[c.region] += c.p
			perRegion[groupRegion{c.group, c.region}] += c.p
		}
		if c.p >= likely && c.isPoint() && len(p.anchors) < mostAnchors {
			p.anchors = append(p.anchors, i)
		}
	}
	known := 0.0
	for code, n := range p.countries {
		w := 1 - math.Exp2(-n) // many mentions of one people are one name
		inCountry[code] += w
		known += w
	}
	for gi := range p.groups {
		g := &p.groups[gi]
		own := 0.0
		for i := g.from; i < g.to; i++ {
			own += p.candidates[i].p
		}
		others := total + known - own + 0.5
		for i := g.from; i < g.to; i++ {
			c := &p.candidates[i]
			if c.kind == knowledge.Country || c.kind == knowledge.Continent {
				continue
			}
			p.near(&v[i], c)
			if c.country != "" {
				v[i][sameCountry] = (inCountry[c.country] - perGroup[groupCountry{gi, c.country}]) / others
			}
			if c.region >= 0 {
				same := inRegion[c.region] - perRegion[groupRegion{gi, c.region}]
				v[i][sameRegion], v[i][sameRegionLog] = same/others, math.Log1p(max(0, same))
			}
		}
	}
}

type groupCountry struct {
	group   int
	country string
}

type groupRegion struct{ group, region int }

// far is from where on no distance counts, in kilometres.
const far = 2000

// near sets how near a candidate is to those of other names.
func (p *Problem) near(v *Vector, c *candidate) {
	var sum30, sum100, sum400, best100, best400, one100, one400 float64
	last := -1
	for _, i := range p.anchors {
		o := &p.candidates[i]
		if o.group == c.group {
			continue
		}
		if o.group != last {
			best100, best400 = max(best100, one100), max(best400, one400)
			one100, one400, last = 0, 0, o.group
		}
		if d := c.km(o); d < far {
			e400 := math.Exp(-d / 400)
			e100 := e400 * e400 * e400 * e400
			sum400 += o.p * e400
			sum100 += o.p * e100
			sum30 += o.p * math.Exp(-d/30)
			one100, one400 = one100+o.p*e100, one400+o.p*e400
		}
	}
	v[near30], v[near100], v[near400] = math.Log1p(sum30), math.Log1p(sum100), math.Log1p(sum400)
	v[nearest100], v[nearest400] = max(best100, one100), max(best400, one400)
}
