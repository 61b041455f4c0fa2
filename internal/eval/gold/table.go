package gold

// Count is how many facts are right, of all.
type Count struct{ Right, All int }

// Table sums the scores of articles. The zero value has none.
type Table struct {
	Articles int
	Facets   map[string]Count

	SureSpeakers, WrongFocus, WrongCountries int
}

// Add adds the score of an article.
func (t *Table) Add(s Score) {
	if t.Facets == nil {
		t.Facets = map[string]Count{}
	}
	t.Articles++
	for _, f := range s.Facts {
		c := t.Facets[f.Facet]
		c.All++
		if f.Right {
			c.Right++
		}
		t.Facets[f.Facet] = c
	}
	t.SureSpeakers += s.SureSpeakers
	t.WrongFocus += s.WrongFocus
	t.WrongCountries += s.WrongCountries
}

// Facts counts the facts of all facets.
func (t *Table) Facts() Count {
	var all Count
	for _, c := range t.Facets {
		all.Right += c.Right
		all.All += c.All
	}
	return all
}
