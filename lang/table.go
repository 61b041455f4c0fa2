package lang

// wordTable says of which classes a word is. Nearly every word of a story is looked up
// here, some by several stages, and most are in no table: a word is told from the others
// by its first and last four bytes and its length, and is compared only where these agree.
type wordTable struct {
	words []wordClasses
	slots []wordSlot    // a power of two, at least twice as many as words
	of    [256][]string // the words of each class
}

type wordClasses struct {
	word    string
	classes Classes
}

// wordSlot is the hash of a word and its place in the list, counted from 1; 0 for an empty slot.
type wordSlot struct {
	hash uint32
	at   int32
}

const minSlots = 64

// hashWord mixes the first four bytes of a word, its last four, and its length.
func hashWord(word string) uint32 {
	n := len(word)
	var head, tail uint32
	if n >= 4 {
		head = uint32(word[0]) | uint32(word[1])<<8 | uint32(word[2])<<16 | uint32(word[3])<<24
		tail = uint32(word[n-4]) | uint32(word[n-3])<<8 | uint32(word[n-2])<<16 | uint32(word[n-1])<<24
	} else {
		for i := range n {
			head = head<<8 | uint32(word[i])
		}
	}
	h := (head ^ uint32(n)) * 0x9E3779B1
	h = (h ^ h>>15 ^ tail) * 0x85EBCA77
	return h ^ h>>13
}

// find returns the index of a word in the list, -1 where it is not in the table.
func (t *wordTable) find(word string) int {
	if len(t.slots) == 0 {
		return -1
	}
	h := hashWord(word)
	for i := h; ; i++ {
		s := t.slots[i&uint32(len(t.slots)-1)]
		if s.at == 0 {
			return -1
		}
		if s.hash == h && t.words[s.at-1].word == word {
			return int(s.at - 1)
		}
	}
}

// add adds a class of a word.
func (t *wordTable) add(word string, c Class) {
	at := t.find(word)
	if at < 0 {
		at = len(t.words)
		t.words = append(t.words, wordClasses{word: word})
		if 2*len(t.words) > len(t.slots) {
			t.grow()
		} else {
			t.place(hashWord(word), int32(at+1))
		}
	}
	if w := &t.words[at]; !w.classes.Is(c) {
		w.classes = w.classes.With(c)
		t.of[c] = append(t.of[c], word)
	}
}

// grow doubles the slots and places every word anew.
func (t *wordTable) grow() {
	t.slots = make([]wordSlot, max(minSlots, 2*len(t.slots)))
	for i, w := range t.words {
		t.place(hashWord(w.word), int32(i+1))
	}
}

// place puts a word into the first empty slot from its own on.
func (t *wordTable) place(hash uint32, at int32) {
	mask := uint32(len(t.slots) - 1)
	i := hash & mask
	for t.slots[i].at != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = wordSlot{hash, at}
}
