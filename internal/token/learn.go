package token

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// Example is a sentence with its tags, to learn from.
type Example struct {
	Text   string
	Tokens []dateline.Token
	Weight int // how often it counts in an epoch; 0 is 1
}

// LearnOptions are the settings of [Learn]. The zero value is what made the
// weights that ship.
type LearnOptions struct {
	Epochs   int     `json:"epochs"`   // passes over the examples; 0 is 6
	MinCount int     `json:"minCount"` // how often a word of the lexicon occurs at least; 0 is 3
	Solid    int     `json:"solid"`    // below this count a word gets kindred tags too; 0 is 20
	Share    float64 `json:"share"`    // the least share of a tag among those of a word; 0 is 0.006
	Recase   float64 `json:"recase"`   // the share of examples in capitals, and of those in title case; 0 is 0.05
	Seed     uint64  `json:"seed"`
	// Progress is called after each epoch with the share of wrong tags, where set.
	Progress func(epoch int, wrong float64) `json:"-"`
}

// WithDefaults returns the options with each zero replaced by its default.
func (o LearnOptions) WithDefaults() LearnOptions {
	o.Epochs = cmp.Or(o.Epochs, 6)
	o.MinCount = cmp.Or(o.MinCount, 3)
	o.Solid = cmp.Or(o.Solid, 20)
	o.Share = cmp.Or(o.Share, 0.006)
	o.Recase = cmp.Or(o.Recase, 0.05)
	return o
}

// learner is the state of [Learn].
type learner struct {
	opt     LearnOptions
	p       *Perceptron
	index   map[string]uint8
	weights []int32
	sums    []int64 // of the updates times the step at which each came
	step    int64
	rand    *rand.Rand
}

// Learn fits a tagger to examples. The same examples and options give the same
// tagger. It fails where there are more than 64 tags.
func Learn(examples []Example, opt LearnOptions) (*Perceptron, error) {
	l := &learner{
		opt: opt.WithDefaults(), p: &Perceptron{}, index: map[string]uint8{},
		weights: make([]int32, cells), sums: make([]int64, cells),
		rand: rand.New(rand.NewPCG(opt.Seed, 1)),
	}
	for _, e := range examples {
		for _, t := range e.Tokens {
			if _, ok := l.index[t.Tag]; !ok {
				l.index[t.Tag] = 0
				l.p.tags = append(l.p.tags, t.Tag)
			}
		}
	}
	slices.Sort(l.p.tags)
	if len(l.p.tags) > 64 {
		return nil, fmt.Errorf("token: %d tags, more than 64", len(l.p.tags))
	}
	for i, t := range l.p.tags {
		l.index[t] = uint8(i)
	}
	l.p.setQuotes()
	if err := l.buildLexicon(examples); err != nil {
		return nil, err
	}
	var order []int
	for i, e := range examples {
		for range max(e.Weight, 1) {
			order = append(order, i)
		}
	}
	for epoch := range l.opt.Epochs {
		l.rand.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong, all := 0, 0
		for _, i := range order {
			e := examples[i]
			text := l.recased(e)
			wrong += l.learn(text, e.Tokens)
			all += len(e.Tokens)
		}
		if l.opt.Progress != nil {
			l.opt.Progress(epoch, float64(wrong)/float64(max(all, 1)))
		}
	}
	l.quantise()
	return l.p, nil
}

// recased returns the text of an example, now and then in capitals, in title case
// or in small letters. Offsets hold, since only ASCII is changed.
func (l *learner) recased(e Example) string {
	r := l.rand.Float64()
	if r > 2.5*l.opt.Recase {
		return e.Text
	}
	b := []byte(e.Text)
	switch {
	case r < l.opt.Recase:
		for i, c := range b {
			if class[c] == cLower {
				b[i] = c - 'a' + 'A'
			}
		}
	case r < 2*l.opt.Recase:
		for i, t := range e.Tokens {
			c := b[t.Start]
			if class[c] == cLower && (t.End-t.Start > 3 || i == 0 || !strings.Contains(" DT IN CC TO ", " "+t.Tag+" ")) &&
				!strings.HasPrefix(e.Text[t.Start:t.End], "n'") {
				b[t.Start] = c - 'a' + 'A'
			}
		}
	default:
		for i, c := range b {
			if class[c] == cUpper {
				b[i] = c - 'A' + 'a'
			}
		}
	}
	return string(b)
}

// learn makes one pass over a sentence and returns how many tags were wrong.
func (l *learner) learn(text string, tokens []dateline.Token) (wrong int) {
	c := newContext(l.p, text, tokens)
	for i := range tokens {
		c.move(i)
		gold := l.index[tokens[i].Tag]
		w := c.at(0)
		got := w.single
		if got == noTag {
			got = l.best(&c)
			if got != gold && w.tags>>gold&1 == 1 {
				for _, h := range c.features() {
					l.update(cell(h, gold), 1)
					l.update(cell(h, got), -1)
				}
			}
			l.step++
		}
		if got != gold {
			wrong++
		}
		c.tagged(got)
	}
	return wrong
}

func (l *learner) best(c *context) uint8 {
	best, top := noTag, int32(math.MinInt32)
	features := c.features()
	for m := c.at(0).tags; m != 0; m &= m - 1 {
		t := uint8(bits.TrailingZeros64(m))
		sum := int32(0)
		for _, h := range features {
			sum += l.weights[cell(h, t)]
		}
		if sum > top {
			best, top = int(t), sum
		}
	}
	return uint8(best)
}

func (l *learner) update(i int, by int32) {
	l.weights[i] += by
	l.sums[i] += int64(by) * l.step
}

// quantise averages the weights over all steps and scales them to bytes.
func (l *learner) quantise() {
	average := make([]float64, cells)
	size := make([]float64, 0, cells)
	for i, w := range l.weights {
		average[i] = float64(w) - float64(l.sums[i])/float64(max(l.step, 1))
		if average[i] != 0 {
			size = append(size, math.Abs(average[i]))
		}
	}
	slices.Sort(size)
	scale := 1.0
	if len(size) > 0 {
		scale = 127 / size[len(size)*9995/10000]
	}
	l.p.weights = new([cells]byte)
	for i, a := range average {
		l.p.weights[i] = byte(int8(math.Round(min(max(a*scale, -127), 127))))
	}
}

// setQuotes finds the tags of quotes.
func (p *Perceptron) setQuotes() {
	for k, q := range []string{"``", "''"} {
		p.quotes[k] = uint8(max(slices.Index(p.tags, q), 0))
	}
	for i, t := range p.tags {
		if t == "NNP" || t == "NNPS" {
			p.lex.proper |= 1 << i
		}
	}
}

// wordCount counts the tags of one form of a word.
type wordCount struct {
	key  uint32
	n    int
	tags [64]int32
}

// buildLexicon fills the lexicon and the set of open tags.
func (l *learner) buildLexicon(examples []Example) error {
	byKey := map[uint32]*wordCount{}
	var words []*wordCount
	for _, e := range examples {
		for _, t := range e.Tokens {
			hash, _, code, _ := hashWord(e.Text[t.Start:t.End])
			key := lexKey(hash, code)
			w := byKey[key]
			if w == nil {
				w = &wordCount{key: key}
				byKey[key] = w
				words = append(words, w)
			}
			w.n += max(e.Weight, 1)
			w.tags[l.index[t.Tag]] += int32(max(e.Weight, 1))
		}
	}
	var rare [64]int
	rareN := 0
	var kept []*wordCount
	for _, w := range words {
		if w.n >= l.opt.MinCount {
			kept = append(kept, w)
		}
		if w.n <= 2 {
			rareN++
			for t, n := range w.tags {
				if n > 0 {
					rare[t]++
				}
			}
		}
	}
	for t, n := range rare {
		if n*400 > rareN {
			l.p.open |= 1 << t
		}
	}
	slices.SortFunc(kept, func(a, b *wordCount) int { return cmp.Compare(a.key, b.key) })
	classes := map[uint64]uint16{}
	var list []uint64
	of := make(map[uint32]uint16, len(kept))
	for _, w := range kept {
		m := l.tagSet(w)
		if _, ok := classes[m]; !ok {
			classes[m] = uint16(len(list))
			list = append(list, m)
		}
		of[w.key] = classes[m]
	}
	return l.p.lex.set(of, list)
}

// kindred lists tags that are easily taken for each other: a word seen a few
// times with the first may have the others.
var kindred = [][]string{
	{"VBD", "VBN"}, {"VBN", "VBD", "JJ"}, {"VB", "VBP"}, {"VBP", "VB"}, {"VBG", "NN", "JJ"}, {"NNS", "VBZ"},
	{"VBZ", "NNS"}, {"JJ", "NN"}, {"NN", "JJ"}, {"NNPS", "NNP"},
}

// tagSet returns the tags that a word of the lexicon can have.
func (l *learner) tagSet(w *wordCount) (m uint64) {
	for t, n := range w.tags {
		if n > 0 && float64(n) >= l.opt.Share*float64(w.n) {
			m |= 1 << t
		}
	}
	if w.n >= l.opt.Solid {
		return m
	}
	for _, k := range kindred {
		if t, ok := l.index[k[0]]; ok && m>>t&1 == 1 {
			for _, other := range k[1:] {
				if t, ok := l.index[other]; ok {
					m |= 1 << t
				}
			}
		}
	}
	return m
}
