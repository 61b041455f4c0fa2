package names

import (
	"math"

	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/internal/pace"
)

// Decoder turns the scores of a document's tokens into names. It keeps its memory
// and must not be shared between goroutines.
type Decoder struct {
	Transitions *Transitions
	// Mix is how much a word's other places in the document count, 0 for nothing.
	Mix float32

	pace     *pace.Pace // of the call in progress, nil for none
	lattice  Lattice
	profiles []profile
	tags     []Tag
	used     *Transitions
	// emit holds the scores of the document's tokens as factors, where factored
	// says so: most sentences need them twice.
	emit     []Scores
	factored []bool
}

// Names appends the names of the document that r has read. The scores, one for
// each token, are changed where Mix is above 0.
func (d *Decoder) Names(dst []Mention, r *Reader, scores []Scores) []Mention {
	d.Spread(r, scores)
	for _, s := range r.sents {
		if d.pace.Stop(int(s.end - s.first)) {
			break
		}
		if s.first < s.end {
			dst = d.sentence(dst, r, s, scores)
		}
	}
	return dst
}

// forget makes room for a document's factors, none of them set.
func (d *Decoder) forget(n int) {
	if cap(d.emit) < n {
		d.emit, d.factored = make([]Scores, n*5/4), make([]bool, n*5/4)
	}
	d.emit, d.factored = d.emit[:n], d.factored[:n]
	clear(d.factored)
}

// chain runs the lattice over a sentence, for the probabilities from its token
// with an index on.
func (d *Decoder) chain(s sentence, scores []Scores, from int) {
	for i := s.first; i < s.end; i++ {
		if !d.factored[i] {
			factors(&scores[i], &d.emit[i])
			d.factored[i] = true
		}
	}
	if d.lattice.forwards(d.emit[s.first:s.end]) {
		d.lattice.backwards(from)
	}
}

// sentence appends the names of one sentence.
func (d *Decoder) sentence(dst []Mention, r *Reader, s sentence, scores []Scores) []Mention {
	d.tags = d.lattice.Best(d.tags[:0], d.Transitions, scores[s.first:s.end])
	ran := false
	for i := 0; i < len(d.tags); {
		y := d.tags[i]
		if y == Outside {
			i++
			continue
		}
		end := i + 1
		for ; !d.tags[end-1].closed(); end++ {
		}
		if !ran {
			d.chain(s, scores, end-1) // the first name needs nothing before its last token
			ran = true
		}
		dst = d.name(dst, r, int(s.first), i, end, y.Kind())
		i = end
	}
	return dst
}

// name appends the name at tokens i to before end of the sentence. A place that
// names the larger one it lies in, such as "Bangor, Maine", is two names.
func (d *Decoder) name(dst []Mention, r *Reader, first, i, end int, kind Kind) []Mention {
	p := calibrate(d.lattice.Name(i, end, kind))
	for at := i; at < end; {
		stop := end
		if kind == KindPlace {
			for stop = at + 1; stop < end && r.at(int32(first+stop)).lower != hashComma; stop++ {
			}
		}
		dst = append(dst, Mention{First: first + at, End: first + stop,
			Label: label(r, first+at, first+stop, kind), Confidence: p})
		at = stop
		for at < end && kind == KindPlace && r.at(int32(first+at)).lower == hashComma {
			at++
		}
	}
	return dst
}

// The chain is too sure of itself, the more so after the second pass. Slope and
// shift of the log-odds were fitted on the dev sets, each with the same weight.
const (
	oddsSlope = 0.45
	oddsShift = 0.1
)

// calibrate turns the chain's probability of a name into how often such names are
// right.
func calibrate(p float64) float64 {
	p = min(max(p, 1e-9), 1-1e-9)
	return logistic.Chance(oddsSlope*math.Log(p/(1-p)) + oddsShift)
}
