package entities

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// shareEvidence lets pieces of the same words help one another, and lets a full
// name label the surname that stands alone.
func shareEvidence(s *story, pieces []piece) {
	same := map[string]*points{} // summed over the story
	count := map[string]int{}
	for i := range pieces {
		p := &pieces[i]
		key := s.text(p.from, p.to)
		sum := same[key]
		if sum == nil {
			sum = new(points)
			same[key] = sum
		}
		for k := range sum {
			sum[k] += p.points[k]
		}
		count[key]++
	}
	people, orgs := parts(s, pieces)
	for i := range pieces {
		p := &pieces[i]
		if p.sure {
			continue
		}
		key := s.text(p.from, p.to)
		if n := float64(count[key]); n > 1 {
			for k := range p.points {
				p.points[k] = (p.points[k] + (same[key][k]-p.points[k])/(n-1)) / 2 * min(2, 1+0.1*n)
			}
		}
		fold := s.words[p.to-1].fold
		if n := count[key]; n > 1 && p.to-p.from == 1 && s.small[fold] == 0 {
			p.points[none] -= 0.2 * float64(min(n, 4)) // a word that keeps its capital
		}
		if p.to-p.from == 1 {
			if n := people[fold]; n > 0 && !s.placed(p) {
				p.points[per] += 3
				if p.entry != nil && p.entry.Kind == gazetteer.City && !p.entry.Capital {
					p.points[gpe] -= 3
				}
			}
		}
		if orgs[key] {
			p.points[org] += 4
		}
	}
}

// placed reports whether the words around a piece say that it is a place.
func (s *story) placed(p *piece) bool {
	return placeBefore[s.fold(p.in, p.from-1)]
}

// parts collects the last and first names of people with full names, and the
// short names of organisations: the acronyms that brackets give them, and their
// names without "Ltd".
func parts(s *story, pieces []piece) (people map[string]int, orgs map[string]bool) {
	people, orgs = map[string]int{}, map[string]bool{}
	for i := range pieces {
		p := &pieces[i]
		if p.acronym != "" {
			orgs[p.acronym] = true
		}
		if n := p.to - p.from; n < 2 || n > 5 {
			continue
		}
		if short := s.short(&p.mention); short != "" {
			orgs[short] = true
		}
		if label, confidence := p.points.best(); label == dateline.Person && confidence > 0.5 {
			people[s.words[p.to-1].fold]++
			if first := s.words[p.from].fold; s.names.Lower(first) < 0.3 {
				if _, given := s.names.Given(first); given {
					people[first]++
				}
			}
		}
	}
	return people, orgs
}

// short returns the name of a company without the words for its kind: "Volta" of
// "Volta Holdings Ltd." or "Volta Bank"; "" where nothing or too little would be
// left, or what is left is a name of another thing.
func (s *story) short(m *mention) string {
	to := m.to
	for to > m.from && (orgSuffix[s.words[to-1].fold] || s.words[to-1].text == ",") {
		to--
	}
	if to == m.to && to-m.from == 2 && orgHead[s.words[to-1].fold] {
		to--
	}
	if to == m.to || to == m.from {
		return ""
	}
	if f := s.words[m.from].fold; to-m.from == 1 {
		if _, given := s.names.Given(f); given || s.names.Lower(f) > 0.5 || s.names.Longest([]string{f}).Words > 0 && !orgSuffix[s.words[m.to-1].fold] {
			return ""
		}
	}
	return s.text(m.from, to)
}
