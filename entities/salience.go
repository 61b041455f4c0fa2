package entities

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// aboutShare is the share of the top salience from which on a story is about an
// entity rather than only mentions it.
const aboutShare = 0.5

// weigh sets how much the story is about each entity: where it is first named, in
// the headline above all, and how often. People and organisations count for more
// than nationalities, which stand beside nearly everything.
func (all things) weigh(s *story, names []mention) {
	head := s.headEnd()
	title := s.titleWords(head)
	inHead := make([]bool, len(all))
	count := make([]float64, len(all))
	first := make([]int, len(all))
	for i := range first {
		first[i] = -1
	}
	for i := range names {
		m := &names[i]
		at := s.words[m.from].start
		if at < head || title[s.words[m.to-1].fold] {
			inHead[m.entity] = true
		}
		if first[m.entity] < 0 {
			first[m.entity] = at
		}
		count[m.entity]++
	}
	size := float64(max(1, len(s.doc.Text)))
	for i, t := range all {
		place := 1 - math.Sqrt(float64(first[i])/size)
		often := math.Log1p(count[i]) / math.Log1p(12)
		t.weight = 0.55*place + 0.35*min(1, often)
		if inHead[i] {
			t.weight += 0.1
		}
		if t.Label == dateline.NORP {
			t.weight *= 0.7
		}
		t.Salience = max(0, min(1, t.weight))
	}
	top := 0.0
	for _, t := range all {
		top = max(top, t.Salience)
	}
	for _, t := range all {
		t.About = t.Mentions > 1 && t.Salience >= aboutShare && t.Salience >= 0.75*top
	}
}

// headEnd returns where the headline, kicker and dek of the text end.
func (s *story) headEnd() int {
	end := 0
	for _, b := range s.doc.Blocks {
		switch b.Kind {
		case dateline.BlockHeadline, dateline.BlockKicker, dateline.BlockDek:
			end = b.End
		}
	}
	return end
}

// titleWords returns the words of a headline that came beside the text, so that
// no block holds it.
func (s *story) titleWords(head int) map[string]bool {
	if head > 0 || len(s.doc.Headline) > longestTitle {
		return nil
	}
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(s.doc.Headline, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '.' && r != '\''
	}) {
		words[gazetteer.Fold(w)] = true
	}
	return words
}

// longestTitle is how many bytes of a headline are looked at; more is none.
const longestTitle = 1000

// sorted returns the entities in order of salience; first mentions decide between
// equals.
func (all things) sorted() []dateline.Entity {
	order := slices.Clone(all)
	slices.SortStableFunc(order, func(a, b *thing) int { return cmp.Compare(b.Salience, a.Salience) })
	var list []dateline.Entity
	for _, t := range order {
		list = append(list, t.Entity)
	}
	return list
}
