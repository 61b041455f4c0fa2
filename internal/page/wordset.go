package page

import "unicode"

// wordSet holds the sequences of three words in a text, by hash.
type wordSet struct {
	grams map[uint64]struct{}
}

// newWordSet makes the set of a text.
func newWordSet(text string) *wordSet {
	w := &wordSet{grams: make(map[uint64]struct{}, len(text)/6)}
	eachGram(text, func(h uint64) { w.grams[h] = struct{}{} })
	return w
}

// holds reports whether most of a text's sequences are in the set.
func (w *wordSet) holds(text string) bool {
	in, all := 0, 0
	eachGram(text, func(h uint64) {
		all++
		if _, ok := w.grams[h]; ok {
			in++
		}
	})
	return all > 0 && 10*in >= 7*all
}

// eachGram calls f for the hash of each three words in a row, and for that of a text
// of fewer.
func eachGram(text string, f func(uint64)) {
	const prime = 1099511628211
	var before [2]uint64
	h, n := uint64(0), 0
	word := func() {
		if h == 0 {
			return
		}
		n++
		if n > 2 {
			f((before[0]*prime^before[1])*prime ^ h)
		}
		before[0], before[1] = before[1], h
		h = 0
	}
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if h == 0 {
				h = 14695981039346656037
			}
			h = (h ^ uint64(unicode.ToLower(r))) * prime
			if wide(r) {
				word()
			}
			continue
		}
		word()
	}
	word()
	if n == 1 || n == 2 {
		f((before[0]*prime ^ before[1]) * prime)
	}
}
