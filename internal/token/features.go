package token

import (
	"math/bits"
	"strings"

	"github.com/dateline-go/dateline"
)

// noTag marks a word whose tag must be found.
const noTag = 0xFF

// maxFeatures bounds the features of a token.
const maxFeatures = 32

// window is how many words the context holds: two on each side, and one more so
// that the index can be masked.
const window = 8

// wordInfo is what the features want to know of a word.
type wordInfo struct {
	hash   uint64 // of the word in small letters, digits as 0
	suffix uint32 // the last four bytes, likewise
	prefix uint32 // the first three bytes
	shape  uint32 // case, signs, place
	glue   uint32 // what the word touches: 1 left, 2 right
	tags   uint64 // the tags it can have
	known  bool   // the lexicon has it
	single uint8  // the only tag, or noTag
}

// context walks over one sentence with the words around the present one.
type context struct {
	p        *Perceptron
	text     string
	sentence []dateline.Token
	line     Case
	i        int
	words    [window]wordInfo
	t1, t2   uint64 // the last two tags, 1 more than their index
	open     bool   // a straight quote is open
	buf      [maxFeatures]uint64
}

// outside stands for the words before and after the sentence.
var outside = wordInfo{hash: 0x9E3779B97F4A7C15, single: noTag}

func newContext(p *Perceptron, text string, sentence []dateline.Token) context {
	c := context{p: p, text: text, sentence: sentence, line: LineCase(text, sentence)}
	for i := range c.words {
		c.words[i] = outside
	}
	for i := 0; i < min(2, len(sentence)); i++ {
		c.read(i)
	}
	return c
}

// at returns the word k places after the present one, -2 to 2.
func (c *context) at(k int) *wordInfo { return &c.words[(c.i+k)&(window-1)] }

// move makes token i the present one; tokens are moved to in order.
func (c *context) move(i int) {
	c.i = i
	if i+2 < len(c.sentence) {
		c.read(i + 2)
	} else {
		c.words[(i+2)&(window-1)] = outside
	}
}

// tagged notes the tag of the present token.
func (c *context) tagged(tag uint8) { c.t1, c.t2 = uint64(tag)+1, c.t1 }

// fold maps a byte for hashing: small letters, every digit 0.
var fold = func() (t [256]byte) {
	for i := range t {
		switch c := byte(i); class[c] {
		case cUpper:
			t[i] = c + 'a' - 'A'
		case cDigit:
			t[i] = '0'
		default:
			t[i] = c
		}
	}
	return t
}()

// Codes of the case of a word.
const (
	codeLower = iota
	codeTitle
	codeUpper
	codeMixed
	codeNone
)

// hashWord hashes a word in small letters and gives the code of its case, and
// which signs it holds.
func hashWord(w string) (hash uint64, suffix uint32, code int, signs uint32) {
	hash = 14695981039346656037
	upper, lower, first := 0, 0, false
	for i := 0; i < len(w); i++ {
		b := w[i]
		if b == 0xE2 && i+2 < len(w) && w[i+1] == 0x80 && (w[i+2] == 0x99 || w[i+2] == 0x90 || w[i+2] == 0x91) {
			// curly apostrophe and hyphens
			if b = '\''; w[i+2] != 0x99 {
				b = '-'
			}
			i += 2
		}
		switch class[b] {
		case cUpper:
			if upper+lower == 0 {
				first = true
			}
			upper++
		case cLower, cHigh:
			lower++
		case cDigit:
			signs |= 1
		default:
			switch b {
			case '-':
				signs |= 2
			case '.':
				signs |= 4
			default:
				signs |= 8
			}
		}
		f := fold[b]
		hash = (hash ^ uint64(f)) * 1099511628211
		suffix = suffix<<8 | uint32(f)
	}
	hash ^= hash >> 32
	switch {
	case upper+lower == 0:
		code = codeNone
	case upper == 0:
		code = codeLower
	case upper == 1 && first:
		code = codeTitle
	case lower == 0:
		code = codeUpper
	default:
		code = codeMixed
	}
	return hash, suffix, code, signs
}

// read fills the window with token i.
func (c *context) read(i int) {
	t := c.sentence[i]
	w := c.text[t.Start:t.End]
	info := &c.words[i&(window-1)]
	hash, suffix, code, signs := hashWord(w)
	*info = wordInfo{hash: hash, suffix: suffix, single: noTag}
	for k := 0; k < min(3, len(w)); k++ {
		info.prefix = info.prefix<<8 | uint32(fold[w[k]])
	}
	if t.Start > 0 && !isGap(c.text, t.Start-1, len(c.text)) {
		info.glue = 1
	}
	if t.End < len(c.text) && !isGap(c.text, t.End, len(c.text)) {
		info.glue |= 2
	}
	first := uint32(0)
	if i == 0 {
		first = 1
	} else if p := c.text[c.sentence[i-1].Start]; class[p] == cOther && p != ',' && p != '-' && p != '\'' && p != '$' ||
		strings.HasPrefix(c.text[c.sentence[i-1].Start:], "\xe2\x80") {
		first = 1
	}
	line := uint32(0)
	switch c.line {
	case UpperCase:
		line = 1
	case TitleCase:
		line = 2
	}
	info.shape = uint32(code) | first<<3 | line<<4 | signs<<6
	if w == `"` {
		info.single = c.p.quotes[c.quote(info.glue)]
	}
	c.p.lookup(info, code, first == 1 || line != 0, line != 0)
}

// quote says whether a straight quote opens (0) or closes (1).
func (c *context) quote(glue uint32) int {
	switch {
	case glue == 2:
		c.open = true
	case glue == 1:
		c.open = false
	default:
		c.open = !c.open
	}
	if c.open {
		return 0
	}
	return 1
}

// lookup sets the tags that a word can have.
func (p *Perceptron) lookup(info *wordInfo, code int, either, line bool) {
	m := p.lex.find(info.hash, code)
	if either || line {
		m |= p.lex.find(info.hash, codeLower)
	}
	if line {
		m |= p.lex.find(info.hash, codeTitle) | p.lex.find(info.hash, codeUpper)
	}
	if m == 0 && code != codeLower && code != codeNone {
		if m = p.lex.find(info.hash, codeTitle); m == 0 || code == codeTitle {
			m |= p.lex.find(info.hash, codeLower)
		}
		if m != 0 {
			m |= p.lex.proper
		}
	}
	info.known = m != 0
	if m == 0 {
		m = p.open
	}
	info.tags = m
	if m&(m-1) == 0 && info.single == noTag {
		info.single = uint8(bits.TrailingZeros64(m))
	}
}

// class is what a feature knows of a word by its tags alone; of a word outside
// the lexicon, its ending.
func (w *wordInfo) class() uint64 {
	if w.known {
		return w.tags
	}
	return uint64(w.suffix&0xFFFF)<<16 | uint64(w.shape&7) | 1<<63
}

// mix hashes a feature's number and values.
func mix(id, a, b uint64) uint64 {
	h := (a+id*0x9E3779B97F4A7C15)*0xD6E8FEB86659FD93 ^ bits.RotateLeft64(b*0xA0761D6478BD642F, 29)
	h ^= h >> 32
	h *= 0xE7037ED1A0B428DB
	return h ^ h>>29
}

// features returns the hashes of the present token's features.
func (c *context) features() []uint64 {
	w, prev, next := c.at(0), c.at(-1), c.at(1)
	after := c.at(2)
	cls, cls1 := w.class(), next.class()
	shape := uint64(w.shape)
	f := append(c.buf[:0],
		mix(1, w.hash, 0),
		mix(2, c.t1, 0),
		mix(3, c.t1, c.t2),
		mix(4, w.hash, c.t1),
		mix(5, prev.hash, 0),
		mix(6, next.hash, 0),
		mix(7, c.at(-2).hash, 0),
		mix(8, after.hash, 0),
		mix(9, cls, c.t1),
		mix(10, cls1, 0),
		mix(11, cls1, c.t1),
		mix(12, cls1, after.class()),
		mix(13, w.hash, cls1),
		mix(14, prev.hash, w.hash),
		mix(15, w.hash, next.hash),
		mix(16, shape, w.hash),
		mix(17, shape, c.t1),
		mix(18, cls, cls1),
		mix(19, w.hash, uint64(w.glue)),
	)
	if !w.known {
		suffix := uint64(w.suffix)
		f = append(f,
			mix(20, suffix&0xFFFF, 0),
			mix(21, suffix&0xFFFFFF, 0),
			mix(22, suffix, 0),
			mix(23, uint64(w.prefix), 0),
			mix(24, suffix&0xFFFFFF, c.t1),
			mix(25, suffix&0xFF, shape),
			mix(26, shape, cls1),
			mix(27, shape, uint64(prev.shape)<<32|uint64(next.shape)),
			mix(28, suffix&0xFFFF, shape),
		)
	}
	return f
}
