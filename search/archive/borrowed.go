package archive

import "sync"

// lenders keep what each search needs for every document of the archive, or for every value of a facet,
// and lend it to one view after the other: new memory for each makes more garbage than all else.
type lenders struct {
	scores     sync.Pool // of *scores
	candidates sync.Pool // of *[]candidate
	tallies    sync.Pool // of *tally
}

// borrowed is what a view gives back when it is closed.
type borrowed struct {
	scores     []*scores
	candidates []*[]candidate
}

// newScores returns scores of no document, for as long as the view is open.
func (v *view) newScores() *scores {
	s, ok := v.archive.lenders.scores.Get().(*scores)
	if !ok {
		s = new(scores)
	}
	v.borrowed.scores = append(v.borrowed.scores, s)
	return s
}

// newCandidates returns n candidates of any content, for as long as the view is open.
func (v *view) newCandidates(n int) []candidate {
	list, ok := v.archive.lenders.candidates.Get().(*[]candidate)
	if !ok {
		list = new([]candidate)
	}
	if cap(*list) < n {
		*list = make([]candidate, n)
	}
	v.borrowed.candidates = append(v.borrowed.candidates, list)
	return (*list)[:n]
}

// giveBack gives back what the view has borrowed.
func (v *view) giveBack() {
	for _, s := range v.borrowed.scores {
		clear(s.total)
		clear(s.tf) // a term that broke off has left some
		s.seen, s.any = s.seen[:0], docs{}
		v.archive.lenders.scores.Put(s)
	}
	for _, list := range v.borrowed.candidates {
		v.archive.lenders.candidates.Put(list)
	}
	v.borrowed = borrowed{}
}

// tally counts values of a facet.
type tally struct {
	counts []int32  // by value, all 0 between two facets
	seen   []uint32 // the values that are not 0
}

// newTally returns a tally, to be put back.
func (v *view) newTally() *tally {
	if t, ok := v.archive.lenders.tallies.Get().(*tally); ok {
		return t
	}
	return new(tally)
}

// begin makes room for so many values.
func (t *tally) begin(values int) {
	if len(t.counts) < values {
		t.counts = make([]int32, values)
	}
	t.seen = t.seen[:0]
}

// add counts a value.
func (t *tally) add(value uint32) {
	if t.counts[value]++; t.counts[value] == 1 {
		t.seen = append(t.seen, value)
	}
}

// end forgets what was counted.
func (t *tally) end() {
	for _, value := range t.seen {
		t.counts[value] = 0
	}
}
