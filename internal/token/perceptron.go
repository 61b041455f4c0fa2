package token

import (
	"math/bits"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

//go:generate go run -C ../.. ./internal/train/tagger

// Perceptron is the default tagger: a greedy averaged perceptron (Collins 2002)
// over hashed features, from left to right, with a lexicon that names the tags
// each common word can have. Words with one tag only are not scored. It is safe
// for concurrent use and allocates nothing.
type Perceptron struct {
	tags    []string
	open    uint64 // the tags that a word outside the lexicon may have
	lex     lexicon
	weights *[cells]byte // each an int8
	quotes  [2]uint8     // the tags of opening and closing quotes
}

var _ Tagger = (*Perceptron)(nil)

// NewTagger returns the tagger of English, see [TaggerOf].
func NewTagger() (*Perceptron, error) { return TaggerOf(en.Pack()) }

// TaggerOf returns the tagger of a language, whose weights the first call checks; later ones share it. It returns nil
// where the pack has none.
func TaggerOf(p *lang.Pack) (*Perceptron, error) {
	if p.Tagger == nil {
		return nil, nil
	}
	return lang.Load(p.Tagger, readPerceptron)
}

// Tag sets the tags of one sentence's tokens, see [Tagger]. The error is always nil.
func (p *Perceptron) Tag(text string, sentence []dateline.Token) error {
	if len(sentence) == 0 {
		return nil
	}
	c := newContext(p, text, sentence)
	var scores [64]int32
	for i := range sentence {
		c.move(i)
		tag := c.at(0).single
		if tag == noTag {
			tag = p.best(&c, &scores)
		}
		sentence[i].Tag = p.tags[tag]
		c.tagged(tag)
	}
	return nil
}

// best returns the tag with the highest score; of equals the first.
func (p *Perceptron) best(c *context, scores *[64]int32) uint8 {
	var list [64]uint8
	n := 0
	for m := c.at(0).tags; m != 0; m &= m - 1 {
		t := uint8(bits.TrailingZeros64(m))
		scores[n] = 0
		list[n] = t * tagStep
		n++
	}
	tags := list[:n]
	for _, h := range c.features() {
		line := (*[lineSize]byte)(p.weights[lineOf(h):])
		for k, t := range tags {
			scores[k] += int32(int8(line[(uint8(h)+t)&(lineSize-1)]))
		}
	}
	top := 0
	for k := 1; k < n; k++ {
		if scores[k] > scores[top] {
			top = k
		}
	}
	return nthBit(c.at(0).tags, top)
}

// nthBit returns the index of the nth bit that is set.
func nthBit(m uint64, n int) uint8 {
	for ; n > 0; n-- {
		m &= m - 1
	}
	return uint8(bits.TrailingZeros64(m))
}

// The weights are a table of bytes in lines of 64, as caches have. A feature's
// hash gives the line and where in it the weights of the tags begin; tags are
// spread over the line so that two features of one line seldom meet.
const (
	lines    = 13 << 10
	lineSize = 64
	cells    = lines * lineSize
	tagStep  = 37
)

// lineOf returns where the line of a feature begins.
func lineOf(h uint64) int { return int(h>>32*lines>>32) * lineSize }

// cell returns the place of the weight of a feature and a tag.
func cell(h uint64, tag uint8) int {
	return lineOf(h) + int((uint8(h)+tag*tagStep)&(lineSize-1))
}
