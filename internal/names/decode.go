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

	reviewer reviewer   // nil for none
	pace     *pace.Pace // of the call in progress, nil for none
	lattice  Lattice
	profiles []profile
	tags     []Tag
	used     *Transitions
	// emit holds the scores of the document's tokens as factors, where factored
	// says so: most sentences need them twice.
	emit     []Scores
	factored []bool

	// What the reviewer looks at: the readings, where those of each sentence end, what the document says of words.
	read      []reading
	ends      []int
	elsewhere elsewhere
	view      view
	sums      []float64
	before    []int
	chosen    []reading
}

// Names appends the names of the document that r has read. The scores, one for
// each token, are changed where Mix is above 0.
func (d *Decoder) Names(dst []Mention, r *Reader, scores []Scores) []Mention {
	d.Spread(r, scores)
	if d.reviewer != nil {
		return d.reviewed(dst, r, scores)
	}
	return d.unreviewed(dst, r, scores, 0)
}

// unreviewed appends the names of the sentences from an index on, as the chain reads them.
func (d *Decoder) unreviewed(dst []Mention, r *Reader, scores []Scores, from int) []Mention {
	for _, s := range r.sents[from:] {
		if d.pace.Stop(int(s.end - s.first)) {
			break
		}
		if s.first < s.end {
			dst = d.sentence(dst, r, s, scores)
		}
	}
	return dst
}

// mostReadings bounds what the reviewer looks at in a document; sentences behind it are as the chain reads them. A
// story of the usual length has some hundred.
const mostReadings = 1 << 17

// reviewed appends the names that the reviewer chooses.
func (d *Decoder) reviewed(dst []Mention, r *Reader, scores []Scores) []Mention {
	d.readAll(r, scores)
	d.review(r, d.read, d.ends, nil)
	from := 0
	for _, end := range d.ends {
		for _, x := range d.choose(d.read[from:end]) {
			dst = d.named(dst, r, int(x.first), int(x.end), x.kind, x.score)
		}
		from = end
	}
	return d.unreviewed(dst, r, scores, len(d.ends))
}

// readAll finds the readings of every sentence until there are too many.
func (d *Decoder) readAll(r *Reader, scores []Scores) {
	d.read, d.ends = d.read[:0], d.ends[:0]
	for _, s := range r.sents {
		if len(d.read) >= mostReadings || d.pace.Stop(int(s.end-s.first)) {
			return
		}
		if at := len(d.read); s.first < s.end {
			d.tags = d.lattice.Best(d.tags[:0], d.Transitions, scores[s.first:s.end])
			if from := d.doubtful(s, scores); from >= 0 {
				d.chain(s, scores, from)
				d.read = d.readings(d.read, r, s)
			}
			d.read = d.shortReadings(d.read, at, r, s)
		}
		d.ends = append(d.ends, len(d.read))
	}
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
		chance := calibrate(d.lattice.Name(i, end, y.Kind()))
		dst = d.named(dst, r, int(s.first)+i, int(s.first)+end, y.Kind(), chance)
		i = end
	}
	return dst
}

// named appends the name at tokens i to before end. A place that names the larger one it lies in, such as "Bangor,
// Maine", is two names.
func (d *Decoder) named(dst []Mention, r *Reader, i, end int, kind Kind, chance float64) []Mention {
	for at := i; at < end; {
		stop := end
		if kind == KindPlace {
			for stop = at + 1; stop < end && r.at(int32(stop)).lower != hashComma; stop++ {
			}
		}
		dst = append(dst, Mention{First: at, End: stop, Label: label(r, at, stop, kind), Confidence: chance})
		at = stop
		for at < end && kind == KindPlace && r.at(int32(at)).lower == hashComma {
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
