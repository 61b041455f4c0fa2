package summarize

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// Keywords is a summary in keywords: who, where and what.
type Keywords struct {
	// Who are the people and organisations that the story is about most.
	Who []string
	// Where are the countries that it is about; of a story about none, its places.
	Where []string
	// What are its keyphrases that name none of these.
	What []string
}

// maxKeywords is how many of each a summary in keywords has.
const maxKeywords = 3

// leastSalience is how much a person or an organisation must matter to be named.
const leastSalience = 0.2

// KeywordsOf sums a finished Document up in at most three people or organisations,
// three countries and three keyphrases, each list with the weightiest first. It
// reads Entities, Countries and Keyphrases and finds nothing anew; a part that was
// not analysed gives an empty list.
func KeywordsOf(doc *dateline.Document) Keywords {
	var k Keywords
	who := ranked(doc, func(e *dateline.Entity) bool {
		return (e.Label == dateline.Person || e.Label == dateline.Org) && e.Salience >= leastSalience
	})
	said := map[string]bool{}
	for _, e := range who[:min(len(who), maxKeywords)] {
		k.Who = append(k.Who, e.Name)
		said[e.ID] = true
	}
	k.Where = countries(doc)
	if len(k.Where) == 0 {
		places := ranked(doc, func(e *dateline.Entity) bool { return isPlace(e.Label) })
		for _, e := range places[:min(len(places), maxKeywords)] {
			k.Where = append(k.Where, e.Name)
		}
	}
	for _, p := range doc.Keyphrases {
		if len(k.What) == maxKeywords {
			break
		}
		if m := nameAt(doc, p); !said[m.Entity] && !isPlace(m.Label) && m.Label != dateline.NORP {
			k.What = append(k.What, p.Text)
		}
	}
	return k
}

// String writes the keywords as one line, "who · where · what", without what is empty.
func (k Keywords) String() string {
	var parts []string
	for _, list := range [][]string{k.Who, k.Where, k.What} {
		if len(list) > 0 {
			parts = append(parts, strings.Join(list, ", "))
		}
	}
	return strings.Join(parts, " · ")
}

// ranked returns the entities that f takes, the most salient first.
func ranked(doc *dateline.Document, f func(*dateline.Entity) bool) []*dateline.Entity {
	var out []*dateline.Entity
	for i := range doc.Entities {
		if e := &doc.Entities[i]; f(e) {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b *dateline.Entity) int {
		switch {
		case a.Salience > b.Salience:
			return -1
		case a.Salience < b.Salience:
			return 1
		}
		return 0
	})
	return out
}

// countries returns the countries in focus, else the one with the most weight.
func countries(doc *dateline.Document) []string {
	var out []string
	for _, c := range doc.Countries {
		if c.Focus && len(out) < maxKeywords {
			out = append(out, c.Name)
		}
	}
	if out == nil && len(doc.Countries) > 0 {
		out = append(out, doc.Countries[0].Name)
	}
	return out
}

func isPlace(l dateline.Label) bool {
	return l == dateline.GPE || l == dateline.Loc || l == dateline.Fac
}

// nameAt returns the mention that is the first place of a keyphrase, the zero
// Mention where it is no name.
func nameAt(doc *dateline.Document, k dateline.Keyphrase) dateline.Mention {
	if len(k.Spans) > 0 {
		byStart := func(m dateline.Mention, at int) int { return m.Start - at }
		i, ok := slices.BinarySearchFunc(doc.Mentions, k.Spans[0].Start, byStart)
		if ok && doc.Mentions[i].Span() == k.Spans[0] {
			return doc.Mentions[i]
		}
	}
	return dateline.Mention{}
}
