package dateline

import "slices"

func (v *validator) entities() {
	seen := map[string]bool{}
	last := 1.0
	for i, e := range v.doc.Entities {
		if e.ID == "" || seen[e.ID] {
			v.fail("entities[%d]: id %q is empty or used twice", i, e.ID)
		}
		seen[e.ID] = true
		if e.Name == "" {
			v.fail("entities[%d]: no name", i)
		}
		if e.Label != Concept && (!slices.Contains(Labels(), e.Label) || e.Label.IsValue()) {
			v.fail("entities[%d]: label %q is not that of a name or concept", i, e.Label)
		}
		v.concept(i, e)
		if e.Country != "" && !isAlpha2(e.Country) {
			v.fail("entities[%d]: country %q is not an alpha-2 code", i, e.Country)
		}
		v.score(e.Salience, "entities[%d].salience", i)
		if e.Salience > last {
			v.fail("entities[%d]: not in order of salience", i)
		}
		last = e.Salience
	}
}

// concept checks the places of a concept. They may overlap, as phrases do.
func (v *validator) concept(i int, e Entity) {
	if e.Label != Concept {
		if e.Spans != nil {
			v.fail("entities[%d]: %s has spans", i, e.Label)
		}
		return
	}
	if e.Mentions != len(e.Spans) {
		v.fail("entities[%d]: %d mentions, %d spans", i, e.Mentions, len(e.Spans))
	}
	first := 0
	for k, s := range e.Spans {
		if v.span(s, "entities[%d].spans[%d]", i, k) && s.Start < first {
			v.fail("entities[%d].spans[%d]: not in order", i, k)
		}
		first = s.Start
	}
}

func (v *validator) mentions() {
	d := v.doc
	count := make(map[string]int, len(d.Entities))
	for e := range d.Names() {
		count[e.ID] = 0
	}
	end, at := 0, 0
	for i, m := range d.Mentions {
		v.score(m.Confidence, "mentions[%d].confidence", i)
		if !slices.Contains(Labels(), m.Label) {
			v.fail("mentions[%d]: unknown label %q", i, m.Label)
		}
		if !v.span(m.Span(), "mentions[%d]", i) {
			continue
		}
		v.ordered(m.Span(), &end, "mentions[%d]", i)
		if d.Sentences != nil && !within(d.Sentences, &at, m.Span()) {
			v.fail("mentions[%d]: %v is not inside one sentence", i, m.Span())
		}
		v.inside(i, m)
		_, known := count[m.Entity]
		switch {
		case known:
			count[m.Entity]++
		case m.Entity != "":
			v.fail("mentions[%d]: no entity %q", i, m.Entity)
		case !m.Label.IsValue():
			v.fail("mentions[%d]: a name without an entity", i)
		}
	}
	for i, e := range d.Entities {
		if e.Label != Concept && e.Mentions != count[e.ID] {
			v.fail("entities[%d]: %d mentions, %d point to it", i, e.Mentions, count[e.ID])
		}
	}
}

// inside checks the things in the name of a mention.
func (v *validator) inside(i int, m Mention) {
	end := m.Start
	for k, p := range m.Inside {
		if !v.span(p.Span(), "mentions[%d].inside[%d]", i, k) {
			continue
		}
		v.ordered(p.Span(), &end, "mentions[%d].inside[%d]", i, k)
		if !m.Span().Contains(p.Span()) || p.Span() == m.Span() {
			v.fail("mentions[%d].inside[%d]: %v is not a part of %v", i, k, p.Span(), m.Span())
		}
		if !slices.Contains(Labels(), p.Label) || p.Label.IsValue() {
			v.fail("mentions[%d].inside[%d]: label %q is not that of a name", i, k, p.Label)
		}
		if p.Country != "" && !isAlpha2(p.Country) {
			v.fail("mentions[%d].inside[%d]: country %q is not an alpha-2 code", i, k, p.Country)
		}
	}
}

func (v *validator) countries() {
	seen := map[string]bool{}
	last := 1.0
	for i, c := range v.doc.Countries {
		if !isAlpha2(c.Code) || seen[c.Code] {
			v.fail("countries[%d]: code %q is not alpha-2 or used twice", i, c.Code)
		}
		seen[c.Code] = true
		v.score(c.Weight, "countries[%d].weight", i)
		if c.Weight > last {
			v.fail("countries[%d]: not in order of weight", i)
		}
		last = c.Weight
	}
}

func isAlpha2(s string) bool {
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}

func (v *validator) quotes() {
	first := 0
	for i, q := range v.doc.Quotes {
		v.score(q.Confidence, "quotes[%d].confidence", i)
		if len(q.Content) == 0 {
			v.fail("quotes[%d]: no content", i)
			continue
		}
		end := 0
		for j, s := range q.Content {
			if v.span(s, "quotes[%d].content[%d]", i, j) {
				v.ordered(s, &end, "quotes[%d].content[%d]", i, j)
			}
		}
		if q.Cue != (Span{}) {
			v.span(q.Cue, "quotes[%d].cue", i)
		}
		if q.Source != (Span{}) {
			v.span(q.Source, "quotes[%d].source", i)
		}
		if q.Entity != "" && v.doc.Entity(q.Entity) == nil {
			v.fail("quotes[%d]: no entity %q", i, q.Entity)
		}
		if q.Content[0].Start < first {
			v.fail("quotes[%d]: not in order", i)
		}
		first = q.Content[0].Start
	}
}
