package web

import (
	"cmp"
	"math"
	"slices"
)

// worldMap is a map on which the countries of some articles are shaded, drawn as SVG.
type worldMap struct {
	Width, Height int
	Areas         []area
	Shades        []shade // of the legend
	Here          *area   // the country that the page is about: a line, no shade and no link

	in speech
}

// area is a country with articles.
type area struct {
	facetValue
	land
	Shade int // 1, the lightest, to shades
}

// shade is a step of the legend: the counts that have it.
type shade struct {
	Shade    int
	From, To int

	in speech
}

// shades is how many steps there are, each a class in desk.css.
const shades = 5

// mapOf draws countries. It returns nil where there is none to draw.
func (s *Site) mapOf(in speech, countries []facetValue) *worldMap {
	m := &worldMap{Width: s.world.Width, Height: s.world.Height, in: in}
	most := 0
	for _, c := range countries {
		if l, ok := s.world.lands[c.Value]; ok {
			m.Areas = append(m.Areas, area{facetValue: c, land: l})
			most = max(most, c.Count)
		}
	}
	if most == 0 {
		return nil
	}
	m.Shades = shadesOf(in, most)
	for i := range m.Areas {
		a := &m.Areas[i]
		for _, s := range m.Shades {
			if a.Count >= s.From {
				a.Shade = s.Shade
			}
		}
	}
	slices.SortStableFunc(m.Areas, func(a, b area) int { return cmp.Compare(a.layer(), b.layer()) })
	return m
}

// at marks the country that the page is about.
func (m *worldMap) at(w *world, code, name string) {
	if l, ok := w.lands[code]; ok && m != nil {
		m.Here = &area{facetValue: facetValue{Name: name}, land: l}
	}
}

// layer says what is drawn above what: dots above their neighbours, and what is
// picked, which has a line around it, above both.
func (a *area) layer() int {
	switch {
	case a.On:
		return 2
	case a.Dot:
		return 1
	}
	return 0
}

// shadesOf divides the counts from 1 to the highest into steps that are as long as
// each other on a scale of logarithms. Where there are fewer counts than steps, each
// has its own, and the shades are as far apart as they can be.
func shadesOf(in speech, most int) []shade {
	var steps []shade
	from := 1
	for i := 1; i <= shades; i++ {
		to := int(math.Ceil(math.Pow(float64(most+1), float64(i)/shades))) - 1
		if i == shades {
			to = most
		}
		if to >= from {
			steps = append(steps, shade{From: from, To: to, in: in})
			from = to + 1
		}
	}
	for i := range steps {
		steps[i].Shade = (shades + 1) / 2 // of one alone
		if n := len(steps) - 1; n > 0 {
			steps[i].Shade = 1 + int(math.Round(float64(i*(shades-1))/float64(n)))
		}
	}
	return steps
}

// Range writes the counts of a step, short enough for five of them in a narrow
// column.
func (s shade) Range() string {
	switch {
	case s.From == s.To:
		return s.in.Number(s.From)
	case s.To < 1000:
		return s.in.Number(s.From) + "–" + s.in.Number(s.To)
	}
	return s.in.Number(s.From) + "+"
}
