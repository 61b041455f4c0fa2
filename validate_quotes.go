package dateline

func (v *validator) quotes() {
	if len(v.doc.Quotes) == 0 {
		return
	}
	ids := make(map[string]bool, len(v.doc.Entities))
	for i := range v.doc.Entities {
		ids[v.doc.Entities[i].ID] = true
	}
	first := 0
	for i := range v.doc.Quotes {
		q := &v.doc.Quotes[i]
		v.score(q.Confidence, "quotes[%d].confidence", i)
		v.speakers(i, q, ids)
		if len(q.Content) == 0 {
			v.fail("quotes[%d]: no content", i)
			continue
		}
		v.said(i, q)
		if q.Cue != (Span{}) {
			v.span(q.Cue, "quotes[%d].cue", i)
		}
		if q.Source != (Span{}) {
			v.span(q.Source, "quotes[%d].source", i)
		}
		if q.Content[0].Start < first {
			v.fail("quotes[%d]: not in order", i)
		}
		first = q.Content[0].Start
	}
}

// said checks the words of a quote, and that those between marks are among them.
func (v *validator) said(i int, q *Quote) {
	end := 0
	for j, s := range q.Content {
		if v.span(s, "quotes[%d].content[%d]", i, j) {
			v.ordered(s, &end, "quotes[%d].content[%d]", i, j)
		}
	}
	end = 0
	at := 0
	for j, s := range q.Exact {
		if !v.span(s, "quotes[%d].exact[%d]", i, j) {
			continue
		}
		v.ordered(s, &end, "quotes[%d].exact[%d]", i, j)
		if !within(q.Content, &at, s) {
			v.fail("quotes[%d].exact[%d]: %v is not inside its content", i, j, s)
		}
	}
}

func (v *validator) speakers(i int, q *Quote, ids map[string]bool) {
	if q.Entity != "" && !ids[q.Entity] {
		v.fail("quotes[%d]: no entity %q", i, q.Entity)
	}
	if len(q.Speakers) > 0 && q.Speakers[0] != (Speaker{q.Speaker, q.Entity}) {
		v.fail("quotes[%d]: speaker %q is not the first of its speakers", i, q.Speaker)
	}
	for j, s := range q.Speakers {
		if s.Name == "" {
			v.fail("quotes[%d].speakers[%d]: no name", i, j)
		}
		if s.Entity != "" && !ids[s.Entity] {
			v.fail("quotes[%d].speakers[%d]: no entity %q", i, j, s.Entity)
		}
	}
}
