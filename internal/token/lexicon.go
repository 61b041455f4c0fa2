package token

// lexicon maps the hash of a word and the code of its case to the tags it can
// have, by open addressing.
type lexicon struct {
	keys    []uint32 // 0 is a free slot
	values  []uint16 // indexes into classes
	classes []uint64 // sets of tags
	proper  uint64   // the tags of names
}

// lexKey folds a word's hash and code into a key.
func lexKey(hash uint64, code int) uint32 {
	h := (hash + uint64(code)) * 0xD6E8FEB86659FD93
	return uint32(h>>32) | 1
}

// newLexicon returns an empty lexicon with room for n words.
func newLexicon(n int, classes []uint64) lexicon {
	size := 16
	for size < n*3/2 {
		size *= 2
	}
	return lexicon{keys: make([]uint32, size), values: make([]uint16, size), classes: classes}
}

// add adds a word; the lexicon must have room.
func (l *lexicon) add(key uint32, class uint16) {
	i := l.slot(key)
	l.keys[i], l.values[i] = key, class
}

// slot returns the place of a key, or the free one where it would go.
func (l *lexicon) slot(key uint32) int {
	mask := len(l.keys) - 1
	i := int(key>>1) & mask
	for l.keys[i] != 0 && l.keys[i] != key {
		i = (i + 1) & mask
	}
	return i
}

// find returns the tags of a word, 0 where it is not in the lexicon.
func (l *lexicon) find(hash uint64, code int) uint64 {
	key := lexKey(hash, code)
	i := l.slot(key)
	if l.keys[i] == 0 {
		return 0
	}
	return l.classes[l.values[i]]
}
