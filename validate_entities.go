package dateline

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
		if !e.Label.IsName() {
			v.fail("entities[%d]: label %q is not that of a name", i, e.Label)
		}
		v.details(i, &v.doc.Entities[i])
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

// details checks the roles and ids of an entity.
func (v *validator) details(i int, e *Entity) {
	for k, r := range e.Roles {
		if r.Title == "" {
			v.fail("entities[%d].roles[%d]: no title", i, k)
		}
		if s := r.Span(); s != (Span{}) {
			v.span(s, "entities[%d].roles[%d]", i, k)
		}
	}
	for system, id := range e.IDs {
		if system == "" || id == "" {
			v.fail("entities[%d].ids: %q is %q", i, system, id)
		}
	}
}

// concepts checks the concepts and their places, which may overlap, as phrases do.
func (v *validator) concepts() {
	seen := map[string]bool{}
	last := 1.0
	for i, c := range v.doc.Concepts {
		if c.ID == "" || seen[c.ID] {
			v.fail("concepts[%d]: id %q is empty or used twice", i, c.ID)
		}
		seen[c.ID] = true
		if c.Name == "" {
			v.fail("concepts[%d]: no name", i)
		}
		v.score(c.Salience, "concepts[%d].salience", i)
		if c.Salience > last {
			v.fail("concepts[%d]: not in order of salience", i)
		}
		last = c.Salience
		first := 0
		for k, s := range c.Spans {
			if v.span(s, "concepts[%d].spans[%d]", i, k) && s.Start < first {
				v.fail("concepts[%d].spans[%d]: not in order", i, k)
			}
			first = s.Start
		}
	}
}

func (v *validator) mentions() {
	d := v.doc
	count := make(map[string]int, len(d.Entities))
	for i := range d.Entities {
		count[d.Entities[i].ID] = 0
	}
	end, at := 0, 0
	for i, m := range d.Mentions {
		v.score(m.Confidence, "mentions[%d].confidence", i)
		if !m.Label.IsName() && !m.Label.IsValue() {
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
		if e.Mentions != count[e.ID] {
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
		if !p.Label.IsName() {
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
