package names

import (
	"slices"

	"github.com/dateline-go/dateline/internal/listed"
)

// reading is a run of tokens that may be a name of a kind, with the chance that the chain gives it. Readings may
// overlap: those of the chain's best sequence and their rivals.
type reading struct {
	first, end int32
	kind       Kind
	best       bool // in the chain's best sequence
	outside    bool // its words are likely in no name
	chance     float32
	score      float64 // the reviewer's chance
	entry      listed.Entry
	key        uint64 // of its words
}

const (
	// leastChance is how likely the chain must find a reading that is not the best to be looked at.
	leastChance = 0.03
	// leastPart is the chance of the part of a place.
	leastPart = 0.005
	// longestReading is how many tokens such a reading has at most.
	longestReading = 12
)

// readings appends the readings of a sentence, after chain, in the order of their first tokens.
func (d *Decoder) readings(dst []reading, r *Reader, s sentence) []reading {
	l, at := &d.lattice, len(dst)
	for i, end := 0, 0; i < len(d.tags); i++ {
		named := Kinds
		if i >= end && d.tags[i] != Outside {
			for end = i + 1; !d.tags[end-1].closed(); end++ {
			}
			named = int(d.tags[i].Kind())
		}
		if named == Kinds && l.alpha[i][Outside]*l.beta[i][Outside] > 1-leastChance {
			continue
		}
		for k := range Kinds {
			best := 0
			if k == named {
				best = end
			}
			dst = d.readingsFrom(dst, i, best, Kind(k), s.first)
		}
	}
	return parts(dst, at, r)
}

// parts appends the readings of the parts of places that a small word or a sign cuts in two, as in "Galway or
// Limerick", where the chain thinks of the whole alone. The readings from an index on are kept in their order.
func parts(dst []reading, from int, r *Reader) []reading {
	whole := len(dst)
	for k := from; k < whole; k++ {
		q := dst[k]
		if !q.best || q.kind != KindPlace || q.end-q.first > longestReading {
			continue
		}
		for i := q.first + 1; i < q.end-1; i++ {
			if !r.at(i).caps.upper() && r.at(i).cue&cueLink == 0 {
				dst = addPart(dst, from, reading{first: q.first, end: i, kind: q.kind, chance: leastPart})
				dst = addPart(dst, from, reading{first: i + 1, end: q.end, kind: q.kind, chance: leastPart})
			}
		}
	}
	if len(dst) > whole {
		slices.SortStableFunc(dst[from:], func(a, b reading) int { return int(a.first - b.first) })
	}
	return dst
}

// shortReadings appends those readings of a sentence that the chain did not think of: acronyms that the document
// explains, as organisations. The readings from an index on are kept in their order.
func (d *Decoder) shortReadings(dst []reading, from int, r *Reader, s sentence) []reading {
	if len(r.shorts) == 0 || d.reviewer != nil && len(d.reviewer) <= int(fShortOrg) {
		return dst
	}
	whole := len(dst)
	for i := s.first; i < s.end; i++ {
		if x := r.shortOf(i); x != nil && !x.small {
			dst = addPart(dst, from, reading{first: i, end: i + 1, kind: KindOrg, chance: leastPart})
		}
	}
	if len(dst) > whole {
		slices.SortStableFunc(dst[from:], func(a, b reading) int { return int(a.first - b.first) })
	}
	return dst
}

// addPart appends a reading that is not there yet.
func addPart(dst []reading, from int, part reading) []reading {
	for _, o := range dst[from:] {
		if o.first == part.first && o.end == part.end && o.kind == part.kind {
			return dst
		}
	}
	return append(dst, part)
}

// readingsFrom appends the readings of a kind that begin with a token of the sentence; the best one ends before best.
func (d *Decoder) readingsFrom(dst []reading, i, best int, kind Kind, offset int32) []reading {
	l := &d.lattice
	add := func(end int, p float32) {
		if p >= leastChance || end == best {
			dst = append(dst, reading{first: offset + int32(i), end: offset + int32(end), kind: kind, best: end == best,
				chance: p})
		}
	}
	add(i+1, l.alpha[i][kind.Unit()]*l.beta[i][kind.Unit()])
	y := kind.Begin()
	p := l.alpha[i][y]
	if p*l.beta[i][y] < leastChance && best == 0 {
		return dst
	}
	for e := i + 1; e < len(d.tags) && e < max(i+longestReading, best); e++ {
		emit := &l.emit[e]
		into := p / l.norm[e]
		add(e+1, into*l.next[y][kind.Last()]*emit[kind.Last()]*l.beta[e][kind.Last()])
		p = into * l.next[y][kind.Inside()] * emit[kind.Inside()]
		y = kind.Inside()
		if p*l.beta[e][y] < leastChance && e+1 >= best {
			break
		}
	}
	return dst
}

// choose returns those of a sentence's readings that do not overlap and whose scores are, all together, the most above
// what a reading must have.
func (d *Decoder) choose(here []reading) []reading {
	slices.SortStableFunc(here, func(a, b reading) int { return int(a.end - b.end) })
	d.sums = append(d.sums[:0], 0) // the most that the readings up to one give
	d.before = d.before[:0]        // the place of the last that one may follow
	for i := range here {
		p := i
		for p > 0 && here[p-1].end > here[i].first {
			p--
		}
		d.before = append(d.before, p)
		gain := here[i].score - leastScore
		if here[i].kind == KindMisc {
			gain += leastScore - leastOther
		}
		if here[i].best {
			gain += bestBonus
			if !here[i].outside {
				gain = max(gain, bestGain)
			}
		}
		d.sums = append(d.sums, max(d.sums[i], d.sums[p]+gain))
	}
	chosen := d.chosen[:0]
	for i := len(here); i > 0; {
		if d.sums[i] > d.sums[i-1] {
			chosen = append(chosen, here[i-1])
			i = d.before[i-1]
		} else {
			i--
		}
	}
	slices.Reverse(chosen)
	d.chosen = chosen
	return chosen
}

// leastScore is how likely the reviewer must find a name. What is found and what is missed count alike where it is near
// half of the F1 that is reached.
const leastScore = 0.37

// leastOther is the same for names of other things, which readers ask less for: few but right ones.
const leastOther = 0.5

// bestGain keeps a name of the chain's best where no other reading is better and it is likely that there is one.
const bestGain = 0.01

// bestBonus is how much more likely another reading must be for the chain's best to give way to it. Without, the
// reviewer cuts long names of bodies, of which there are few in what it was fitted on.
const bestBonus = 0.15

// doubtful returns the first token of a sentence from which on the chain's probabilities are asked for, -1 where none
// are: nothing in it is a name, or near to being one.
func (d *Decoder) doubtful(s sentence, scores []Scores) int {
	for i, y := range d.tags {
		if y != Outside || scores[int(s.first)+i].mostNamed() > nearName {
			return i
		}
	}
	return -1
}

// nearName is the score, of the tag of a name, from which on a token may be one.
const nearName = -3

// mostNamed is the highest score of the tag of a name.
func (s *Scores) mostNamed() float32 {
	most := s[1]
	for _, x := range s[2:] {
		most = max(most, x)
	}
	return most
}
