package search

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/words"
)

// The feet of an article are its last paragraphs, where a paper puts what it says
// under every article: whose the text is, how to reach the desk, what to subscribe
// to. Which they are is learned from the articles themselves: a last paragraph that
// stands word for word under another article relates the two by nothing, so what is
// in it alone is left out where they are compared.

const (
	// maxFeet is how many paragraphs are looked at, half of the article's at most.
	maxFeet = 3
	// leastFootWords is how many words a foot has at least.
	leastFootWords = 4
	// inBody marks what stands above the feet too.
	inBody = 1 << 7
)

// foot is a paragraph at the foot of an article.
type foot struct {
	dateline.Span
	hash  uint32
	words int
	facts int
	slots int
}

// feetOf returns the feet of a story, whose words are ws.
func feetOf(dst []foot, doc *dateline.Document, ws []words.Word) []foot {
	body := 0
	for _, b := range doc.Blocks {
		if b.Kind == dateline.BlockParagraph {
			body++
		}
	}
	left := min(maxFeet, body/2)
	for i := len(doc.Blocks) - 1; i >= 0 && len(dst) < left; i-- {
		b := doc.Blocks[i]
		if b.Kind != dateline.BlockParagraph {
			continue
		}
		f := foot{Span: b.Span()}
		n := 0
		for len(ws) > 0 && ws[len(ws)-1].Start >= b.Start {
			if w := ws[len(ws)-1]; w.Start < b.End {
				f.hash = (f.hash ^ wordKey(w.Form)) * 16777619
				n++
			}
			ws = ws[:len(ws)-1]
		}
		if n < leastFootWords {
			left--
			continue
		}
		f.words = n
		dst = append(dst, f)
	}
	return dst
}

// where returns the bit of the foot that a place of the text is in, or inBody.
func where(feet []foot, at int) uint8 {
	for i, f := range feet {
		if at >= f.Start && at < f.End {
			return 1 << i
		}
	}
	return inBody
}

// whereNamed returns in which feet entities are named, by id, with inBody for those
// that are named above them.
func whereNamed(feet []foot, doc *dateline.Document) map[string]uint8 {
	if len(feet) == 0 {
		return nil
	}
	at := map[string]uint8{}
	for _, m := range doc.Mentions {
		at[m.Entity] |= where(feet, m.Start)
	}
	return at
}

// only returns the feet in which something stands, 0 where it stands above them too.
func only(at uint8) uint8 {
	if at&inBody != 0 {
		return 0
	}
	return at
}

// common returns which feet of each of two vectors are those of the other too.
func (v *vector) common(u *vector) (mine, theirs uint8) {
	for i, h := range v.feet {
		for j, g := range u.feet {
			if h == g {
				mine, theirs = mine|1<<i, theirs|1<<j
			}
		}
	}
	return mine, theirs
}

// without returns the vector without what stands in some feet alone.
func (v *vector) without(feet uint8) *vector {
	if feet == 0 {
		return v
	}
	n := len(v.keys)
	u := &vector{feet: v.feet, keys: make([]uint32, 0, n), weights: make([]uint8, 0, n), only: make([]uint8, 0, n)}
	for i, k := range v.keys {
		alone := v.only[i]
		if alone != 0 && alone&^feet == 0 {
			continue
		}
		u.keys = append(u.keys, k)
		u.weights = append(u.weights, v.weights[i])
		u.only = append(u.only, alone&^feet)
	}
	u.setScale()
	return u
}

// footing is what [Stories] knows of the feet of its articles.
type footing map[uint32]int32 // the first article with a foot, -1 once there are more

// learn takes the feet of the next article. It returns which of them others have, and
// the articles that were alone with one of them until now, with their place of it.
func (f footing) learn(number int32, v *vector) (known uint8, first []shared) {
	for i, h := range v.feet {
		switch other, ok := f[h]; {
		case !ok:
			f[h] = number
			continue
		case other >= 0 && other != number:
			first = append(first, shared{other, h})
			f[h] = -1
		}
		known |= 1 << i
	}
	return known, first
}

// shared is an article and a foot of it that is not its alone.
type shared struct {
	number int32
	hash   uint32
}

// bit returns the place of a foot in a vector.
func (v *vector) bit(hash uint32) (bit uint8) {
	for i, h := range v.feet {
		if h == hash {
			bit |= 1 << i
		}
	}
	return bit
}
