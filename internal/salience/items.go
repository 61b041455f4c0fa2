package salience

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/concept"
	"github.com/dateline-go/dateline/internal/credit"
	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/token"
)

// item is what salience is asked for: an entity, or a concept with the form that
// it takes as one.
type item struct {
	*dateline.Entity
	concept bool
}

func itemsOf(doc *dateline.Document, concepts []concept.Concept) []item {
	items := make([]item, 0, len(doc.Entities)+len(concepts))
	for i := range doc.Entities {
		items = append(items, item{&doc.Entities[i], false})
	}
	for i := range concepts {
		items = append(items, item{&dateline.Entity{Name: concepts[i].Name, Aliases: concepts[i].Aliases}, true})
	}
	return items
}

// place is a place in the text where an item stands.
type place struct {
	dateline.Span
	item int
}

// placesOf returns the places of all items in reading order. The agency that sent a
// story has none.
func placesOf(doc *dateline.Document, concepts []concept.Concept) []place {
	at := make(map[string]int, len(doc.Entities))
	for i := range doc.Entities {
		at[doc.Entities[i].ID] = i
	}
	places := make([]place, 0, len(doc.Mentions)+2*len(concepts))
	sender := credit.Only(doc, credit.Of(doc))
	for i := range doc.Mentions {
		if m := &doc.Mentions[i]; m.Entity != "" && !sender[m.Entity] {
			if k, ok := at[m.Entity]; ok {
				places = append(places, place{m.Span(), k})
			}
		}
	}
	for i := range concepts {
		for _, s := range concepts[i].Spans {
			places = append(places, place{s, len(doc.Entities) + i})
		}
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(a.Start, b.Start) })
	return places
}

// describe sets the numbers that need no places.
func (x item) describe(v []float64, f *stats.Frequencies, s *token.Stems) {
	n, rare, often := rarity(x.Name, f, s)
	v[words] = math.Log(float64(max(n, 1)))
	v[rarest], v[common] = rare/10, often/10
	v[names] = math.Log1p(float64(len(x.Aliases)))
	switch {
	case x.concept:
		v[thing] = 1
		if r, _ := utf8.DecodeRuneInString(x.Name); unicode.IsUpper(r) {
			v[caps] = 1
		}
		return
	case len(x.Roles) > 0:
		v[titled] = 1
	}
	switch x.Label {
	case dateline.Person:
		v[person] = 1
	case dateline.Org:
		v[org] = 1
	case dateline.GPE, dateline.Loc, dateline.Fac:
		v[located] = 1
		switch {
		case strings.HasPrefix(x.ID, "country:"):
			v[country] = 1
		case x.GeoNames != 0:
			v[city] = 1
		}
	case dateline.NORP:
		v[people] = 1
	}
}

// unknownIDF is how rare each word counts as where the language has no frequencies: as the words of most names do.
const unknownIDF = 9.75

// rarity returns the number of words of a name, and the inverse document frequency of the rarest and the commonest.
func rarity(name string, f *stats.Frequencies, s *token.Stems) (n int, rare, often float64) {
	if f == nil {
		return len(strings.Fields(name)), unknownIDF, unknownIDF
	}
	often = f.Rarest()
	for w := range strings.FieldsSeq(name) {
		n++
		idf := f.IDF(s.Of(w))
		rare, often = max(rare, idf), min(often, idf)
	}
	return n, rare, often
}

// kinship sets what the story says of the countries of places and peoples.
func kinship(doc *dateline.Document, list [][]float64) {
	share, count := map[string]float64{}, map[string]float64{}
	for _, c := range doc.Countries {
		share[c.Code] = c.Weight
	}
	of := func(i int) string {
		if list[i][located]+list[i][people] == 0 {
			return ""
		}
		return doc.Entities[i].Country
	}
	for i := range doc.Entities {
		if c := of(i); c != "" {
			count[c] += float64(doc.Entities[i].Mentions)
		}
	}
	for i := range doc.Entities {
		if c := of(i); c != "" {
			list[i][weight] = share[c]
			list[i][kin] = math.Log1p(count[c] - float64(doc.Entities[i].Mentions))
		}
	}
}
