package resolve

import "strings"

// A name that no place of the table bears is taken for a small place in the country that most of the story's other
// places are in, where that country has this share of their weight and so many names at least. The share is the
// confidence.
const (
	unknownShare  = 0.55
	unknownWeight = 1.5
)

// unknown gives a country to names of places that the table does not have, and to those of whose places none is likely:
// the one that stands behind them, else that of the story.
func (p *Problem) unknown(all []*Decision) {
	said := map[string]*Decision{}
	main, sure := p.mainCountry()
	for i := range p.story.Names {
		n := &p.story.Names[i]
		if n.Hint == Known || all[i] != nil && (all[i].Place.Known() || all[i].Country != "") {
			continue
		}
		key := p.bare(p.story.Text[n.Span.Start:n.Span.End])
		if said[key] == nil {
			if code := p.countryBehind(i); code != "" {
				said[key] = &Decision{Country: code, Confidence: 1}
			}
		}
	}
	for i := range p.story.Names {
		n := &p.story.Names[i]
		if n.Hint == Known || all[i] != nil && (all[i].Place.Known() || all[i].Country != "") {
			continue
		}
		key := p.bare(p.story.Text[n.Span.Start:n.Span.End])
		switch {
		case said[key] != nil:
			all[i] = said[key]
		case main != "" && !strings.ContainsAny(key, "/&"):
			all[i] = &Decision{Country: main, Confidence: sure}
		}
	}
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

// mainCountry returns the country that most of the story's places lie in, and its share; "" where none stands out.
func (p *Problem) mainCountry() (string, float64) {
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
	for code, w := range weight {
		if w >= unknownWeight && w >= unknownShare*sum {
			return code, w / sum
		}
	}
	return "", 0
}
