package resolve

import (
	"strings"

	"github.com/dateline-go/dateline/internal/knowledge"
)

// A name that no place of the table bears is taken for a small place in the country that most of the story's other
// places are in, where that country has this share of their weight and so many names at least. The share is the
// confidence. Where less of the story speaks for a country, the names of the same paragraph must be in it.
const (
	unknownShare  = 0.55
	unknownWeight = 1.5
	besideShare   = 0.3
	besideWeight  = 1
	besideLead    = 1.02
)

// unknown gives a country to names of places that the table does not have, and to those of whose places none is likely:
// the one that stands behind them, else that of the story.
func (p *Problem) unknown(all []*Decision) {
	said, asked := map[string]*Decision{}, map[*Decision]bool{}
	main := p.mainCountry()
	for i := range p.story.Names {
		if !p.isUnknown(i, all) {
			continue
		}
		key := p.key(i)
		if said[key] == nil {
			if code := p.countryBehind(i); code != "" {
				said[key] = &Decision{Country: code, Confidence: 1}
			}
		}
	}
	for i := range p.story.Names {
		if p.isWithoutCountry(all[i]) && !asked[all[i]] {
			asked[all[i]] = true
			all[i].Country = p.countryAround(all[i].Place, main)
		}
		if !p.isUnknown(i, all) {
			continue
		}
		switch key := p.key(i); {
		case said[key] != nil:
			all[i] = said[key]
		case strings.ContainsAny(key, "/&"):
		case main.isClear():
			all[i] = &Decision{Country: main.code, Confidence: main.share}
		case main.isLikely() && p.countryBeside(i, all) == main.code:
			all[i] = &Decision{Country: main.code, Confidence: main.share}
		}
	}
}

// isWithoutCountry reports whether a decision is for a river, an island or the like, of which the table has only a
// point.
func (p *Problem) isWithoutCountry(d *Decision) bool {
	return d != nil && d.Place.Known() && d.Place.Kind() == knowledge.Feature && d.Country == ""
}

// around is how near the middle of a river or the like is to a likely place of the story that speaks for its country,
// in kilometres. The middle of an ocean is farther from all.
const around = 300

// countryAround returns the main country of the story where all of its likely places around a feature are in it.
func (p *Problem) countryAround(feature knowledge.Place, main mainCountry) string {
	if !main.isLikely() {
		return ""
	}
	at, near := newCandidate(feature, -1, true), false
	for i := range p.candidates {
		c := &p.candidates[i]
		if c.p < certain || c.kind == knowledge.Country || c.country == "" || c.km(&at) > around {
			continue
		}
		if c.country != main.code {
			return ""
		}
		near = true
	}
	if !near {
		return ""
	}
	return main.code
}

// isUnknown reports whether neither the place nor the country of a name is decided.
func (p *Problem) isUnknown(i int, all []*Decision) bool {
	d := all[i]
	return p.story.Names[i].Hint != Known && !p.isPart(p.key(i)) && (d == nil || !d.Place.Known() && d.Country == "")
}

// key is a name as the story writes it, without what does not belong to it.
func (p *Problem) key(i int) string {
	n := &p.story.Names[i]
	return p.bare(p.story.Text[n.Span.Start:n.Span.End])
}

// besideReach is how many names before and behind one are looked at.
const besideReach = 6

// countryBeside returns the country of the nearest name in the paragraph of a name, "" where there is none or those
// before and behind it differ.
func (p *Problem) countryBeside(i int, all []*Decision) string {
	code := ""
	for _, step := range []int{-1, 1} {
		for n, k := 0, i+step; n < besideReach && k >= 0 && k < len(all); n, k = n+1, k+step {
			from, to := min(i, k), max(i, k)
			if end, start := p.story.Names[from].Span.End, p.story.Names[to].Span.Start; end < start &&
				strings.Contains(p.story.Text[end:start], "\n") {
				break
			}
			c := p.countryOf(k, all)
			if c == "" {
				continue
			}
			if code != "" && code != c {
				return ""
			}
			code = c
			break
		}
	}
	return code
}

// countryOf is the country of a name that is known or decided, "" for none.
func (p *Problem) countryOf(i int, all []*Decision) string {
	switch n := &p.story.Names[i]; {
	case n.Hint == Known:
		return n.Country
	case all[i] != nil && all[i].Place.Known():
		return all[i].Place.Country()
	}
	return ""
}

// countryBehind returns the country in which the story says that a name lies, "" where it says none or several.
func (p *Problem) countryBehind(i int) string {
	code := ""
	for _, o := range p.containers(i) {
		if o.form == listed || o.form == open {
			continue
		}
		if c := o.place.Country(); code == "" {
			code = c
		} else if c != code {
			return ""
		}
	}
	return code
}

// mainCountry is the country that most of the story's places lie in.
type mainCountry struct {
	code                string
	weight, share, next float64 // the weight of the next country too
}

// isClear reports whether most of the story is in the country.
func (m mainCountry) isClear() bool { return m.weight >= unknownWeight && m.share >= unknownShare }

// isLikely reports whether a good part of the story is in the country, and more than in any other.
func (m mainCountry) isLikely() bool {
	return m.weight >= besideWeight && m.share >= besideShare && m.weight > besideLead*m.next
}

// mainCountry weighs the countries of the story's places.
func (p *Problem) mainCountry() mainCountry {
	weight := map[string]float64{}
	sum := 0.0
	for i := range p.candidates {
		if c := &p.candidates[i]; c.country != "" {
			weight[c.country] += c.p
			sum += c.p
		}
	}
	for code, n := range p.countries {
		weight[code] += min(1, n)
		sum += min(1, n)
	}
	if home := p.story.Home.Country; home != "" {
		weight[home]++
		sum++
	}
	var m mainCountry
	for code, w := range weight {
		if w > m.weight || w == m.weight && code < m.code {
			m = mainCountry{code, w, w / sum, m.weight}
		} else {
			m.next = max(m.next, w)
		}
	}
	return m
}
