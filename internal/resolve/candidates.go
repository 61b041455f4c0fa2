package resolve

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/lang"
)

// mostCandidates bounds the candidates of a name, the most populous first, and
// mostGroups the names of a story that are resolved; later ones get no place.
const (
	mostCandidates = 50
	mostGroups     = 1000
)

// candidate is a place that a name may stand for.
type candidate struct {
	knowledge.Place
	group   int
	main    bool // the name is its main one
	kind    knowledge.Kind
	people  float64    // log10
	at      [3]float64 // the point on the unit sphere
	country string
	region  int // its number in the table, -1 for none
	county  int
	p       float64 // the probability of the last round
}

// group is all mentions of one name in a story.
type group struct {
	from, to int // candidates
	names    []int
	hint     Hint
	words    int
	county   bool // a word says that it is a county
	region   bool // a word says that it is a region or a district
	dateline bool
	outer    []container
}

// container is a place that the story says the group's place lies in.
type container struct {
	place knowledge.Place
	form  form
}

// form is how the story says that a place lies in another.
type form uint8

const (
	closed form = iota // "Bangor, Maine, …"
	open               // "Bangor, Maine said"
	listed             // "Bangor, Maine and Ohio"
	loose              // "Bangor in Maine", "Bangor (Maine)"
	forms
)

// Problem is a story's names with their candidates.
type Problem struct {
	*Resolver
	story      Story
	groups     []group
	of         []int // the group of each name, -1 for none
	candidates []candidate
	// countries counts the mentions of countries that are known beforehand.
	countries map[string]float64
	home      *candidate
	anchors   []int // candidates likely enough to count for others
	// weights are what the candidates and the known names say of each country, once they are solved.
	weights map[string]float64
}

// Problem looks up the candidates of a story's names.
func (r *Resolver) Problem(story Story) *Problem {
	p := &Problem{Resolver: r, story: story, of: make([]int, len(story.Names)), countries: map[string]float64{}}
	byKey := make(map[uint64]int, len(story.Names))
	for i := range story.Names {
		n := &story.Names[i]
		p.of[i] = -1
		if n.Hint == Known {
			p.countries[n.Country]++
			continue
		}
		p.of[i] = p.group(byKey, i)
	}
	p.contain()
	if h := story.Home.Place; h.Known() {
		c := newCandidate(h, -1, true)
		p.home = &c
	}
	return p
}

// group returns the group of a name, -1 where it has no candidates.
func (p *Problem) group(byKey map[uint64]int, i int) int {
	n := &p.story.Names[i]
	text := p.bare(p.story.Text[n.Span.Start:n.Span.End])
	if word, _, gap := nextWord(p.story.Text[n.Span.End:]); p.isPart(text) && !(gap == ", " && startsUpper(word)) {
		return -1 // but "West, Texas"
	}
	county, region := p.isCounty(n.Span.End), p.isRegion(n.Span)
	key := knowledge.Key(text)
	if county {
		key ^= 1
	}
	if n.Hint == Building {
		key ^= 2
	}
	if region {
		key ^= 4
	}
	at, ok := byKey[key]
	if !ok {
		at = -1
		if from := len(p.candidates); len(p.groups) < mostGroups && p.lookUp(text, county, n.Hint) {
			at = len(p.groups)
			if region {
				p.onlyRegions(from)
			}
			p.groups = append(p.groups, group{from: from, to: len(p.candidates), hint: n.Hint, county: county, region: region,
				words: strings.Count(text, " ") + 1})
		}
		byKey[key] = at
	}
	if at >= 0 {
		g := &p.groups[at]
		g.names = append(g.names, i)
		g.dateline = g.dateline || p.isDateline(n.Span)
	}
	return at
}

// isPart reports whether a name is only a word for a part of some place, as in "a deal with the West".
func (p *Problem) isPart(name string) bool { return p.words.Is(strings.ToLower(name), lang.PlaceFront) }

// bare returns a name without its possessive ending and marks around it.
func (p *Problem) bare(text string) string {
	if !strings.Contains(text, " (") { // but "Frankfurt (Oder)"
		text = strings.Trim(text, " \t\n,;:()\"“”")
	}
	for _, s := range []string{"'s", "’s", "'", "’"} {
		if short, ok := strings.CutSuffix(text, s); ok {
			return short
		}
	}
	return text
}

// lookUp adds the candidates of a name, those of the group that comes next, and reports
// whether there are any.
func (p *Problem) lookUp(text string, county bool, hint Hint) bool {
	group, from := len(p.groups), len(p.candidates)
	p.add(knowledge.Key(text), group, from)
	if hint == Building {
		p.candidates = append(p.candidates[:from], slices.DeleteFunc(p.candidates[from:], func(c candidate) bool {
			return c.kind != knowledge.Feature && c.kind != knowledge.Airport
		})...)
		return len(p.candidates) > from
	}
	if county {
		for _, w := range p.counties {
			p.add(knowledge.Key(text+" "+w), group, from)
		}
	}
	if rest := p.front(text); rest != text && !p.isWhole(from) {
		p.add(knowledge.Key(rest), group, from)
	}
	if len(p.candidates) == from {
		if cut := strings.LastIndexByte(text, ' '); cut > 0 && p.words.Is(strings.ToLower(text[cut+1:]), lang.PlaceBack) {
			p.add(knowledge.Key(text[:cut]), group, from)
		}
	}
	p.onlyMarked(text, from)
	if plain, ok := withoutUmlauts(text); ok && len(p.candidates) == from {
		p.add(knowledge.Key(plain), group, from)
	}
	list := p.candidates[from:]
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(b.people, a.people) })
	if len(list) > mostCandidates {
		p.candidates = p.candidates[:from+mostCandidates]
	}
	return len(list) > 0
}

// onlyMarked leaves those candidates from one on that have a name's marks, where there are any:
// "Münster" is no Munster.
func (p *Problem) onlyMarked(text string, from int) {
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) ||
		!slices.ContainsFunc(p.candidates[from:], func(c candidate) bool { return c.Name() == text }) {
		return
	}
	isPlain := func(c candidate) bool { return c.main && len(c.Name()) < len(text) }
	p.candidates = append(p.candidates[:from], slices.DeleteFunc(p.candidates[from:], isPlain)...)
}

// isWhole reports whether a country or a region is among the candidates from one on: West Virginia
// is no part of Virginia.
func (p *Problem) isWhole(from int) bool {
	return slices.ContainsFunc(p.candidates[from:], func(c candidate) bool { return c.kind <= knowledge.Region && c.main })
}

// onlyRegions leaves regions and counties among the candidates from one on, where there are any.
func (p *Problem) onlyRegions(from int) {
	isOther := func(c candidate) bool { return c.kind != knowledge.Region && c.kind != knowledge.County }
	if kept := slices.DeleteFunc(slices.Clone(p.candidates[from:]), isOther); len(kept) > 0 {
		p.candidates = append(p.candidates[:from], kept...)
	}
}

// umlauts are how the wires write what the table has with a letter of its own.
var umlauts = strings.NewReplacer("ue", "u", "oe", "o", "ae", "a", "Ue", "U", "Oe", "O", "Ae", "A")

// withoutUmlauts returns a name as the table has it that is written without its umlauts, "Ruegen" for "Rügen", and
// whether there is one in it.
func withoutUmlauts(text string) (string, bool) {
	plain := umlauts.Replace(text)
	return plain, plain != text
}

// front returns a name without the words before it that do not change what it is.
func (p *Problem) front(text string) string {
	for at, n := 0, 0; n < 2; n++ {
		cut := strings.IndexByte(text[at:], ' ')
		if cut < 0 {
			break
		}
		at += cut
		if fold := strings.ToLower(text[:at]); p.words.Is(fold, lang.PlaceFront) {
			if next, _, _ := nextWord(text[at+1:]); p.words.Is(fold, lang.PlaceSide) && p.isPart(next) {
				return text // "Western North Region"
			}
			return text[at+1:]
		}
		at++
	}
	return text
}

// add adds the places of a key that are no candidates of the group yet.
func (p *Problem) add(key uint64, group, from int) {
	for place, main := range p.table.Keyed(key) {
		if !slices.ContainsFunc(p.candidates[from:], func(c candidate) bool { return c.Place == place }) {
			p.candidates = append(p.candidates, newCandidate(place, group, main))
		}
	}
}

func newCandidate(place knowledge.Place, group int, main bool) candidate {
	c := candidate{Place: place, group: group, main: main, kind: place.Kind(), people: place.LogPopulation(),
		country: place.Country(), region: -1, county: -1}
	if r, ok := place.Region(); ok {
		c.region = r.Number()
	}
	if r, ok := place.County(); ok {
		c.county = r.Number()
	}
	if c.kind == knowledge.Continent {
		c.people = 9
	}
	lat, lon := place.Point()
	lat, lon = lat*math.Pi/180, lon*math.Pi/180
	c.at = [3]float64{math.Cos(lat) * math.Cos(lon), math.Cos(lat) * math.Sin(lon), math.Sin(lat)}
	return c
}

// earth is its diameter in kilometres.
const earth = 12742

// km is the distance between two candidates.
func (c *candidate) km(o *candidate) float64 {
	x, y, z := c.at[0]-o.at[0], c.at[1]-o.at[1], c.at[2]-o.at[2]
	return earth * math.Asin(min(1, math.Sqrt(x*x+y*y+z*z)/2))
}
