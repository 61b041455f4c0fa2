package lang

import "math"

// wordTable says of which classes a word is. Nearly every word of a story is looked up
// here, some by several stages, and most are in no table: a word is told from the others
// by its first and last four bytes and its length, and is compared only where these agree.
type wordTable struct {
	words []wordClasses
	slots []wordSlot // a power of two, at least twice as many as words
	// sets are the sets of classes that words have, each once: far fewer than words.
	sets    []Classes
	numbers map[Classes]uint16 // of the sets
	of      [256][]uint32      // the words of each class
	values  []wordValue
}

type wordClasses struct {
	word  string
	value int32 // the first of what it stands for, counted from 1; 0 for nothing
	set   uint16
}

// wordValue is what a word stands for as a member of a class.
type wordValue struct {
	value string
	next  int32 // the next of the same word, as wordClasses has the first
	class Class
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

// classes returns the classes of a word of the list.
func (t *wordTable) classes(at int) *Classes { return &t.sets[t.words[at].set] }

// classSet is some classes and the number of their set.
type classSet struct {
	classes []Class
	number  uint16
}

// setOf returns the set of classes; false where there is no room for one more.
func (t *wordTable) setOf(classes []Class) (classSet, bool) {
	number, ok := t.number(ClassesOf(classes...))
	return classSet{classes, number}, ok
}

// add adds a word with classes, or classes to a word, and returns its place in the list; -1 where there is no room for
// one more set of classes.
func (t *wordTable) add(word string, set classSet) int {
	at := t.find(word)
	if at < 0 {
		if at = len(t.words); 2*(at+1) > len(t.slots) {
			t.grow(2 * at)
		}
		t.place(hashWord(word), int32(at+1))
		t.words = append(t.words, wordClasses{word: word, set: set.number})
		for _, c := range set.classes {
			if of := t.of[c]; len(of) == 0 || of[len(of)-1] != uint32(at) { // a row may say one class twice
				t.of[c] = append(of, uint32(at))
			}
		}
		return at
	}
	all := *t.classes(at)
	for _, c := range set.classes {
		if !all.Is(c) {
			all = all.With(c)
			t.of[c] = append(t.of[c], uint32(at))
		}
	}
	number, ok := t.number(all)
	if !ok {
		return -1
	}
	t.words[at].set = number
	return at
}

// value returns what a word of the list stands for as a member of a class.
func (t *wordTable) value(at int, c Class) (string, bool) {
	for i := t.words[at].value; i > 0; i = t.values[i-1].next {
		if v := &t.values[i-1]; v.class == c {
			return v.value, true
		}
	}
	return "", false
}

// setValue says what a word of the list stands for as a member of a class; it had nothing for that class before.
func (t *wordTable) setValue(at int, c Class, value string) {
	w := &t.words[at]
	t.values = append(t.values, wordValue{value, w.value, c})
	w.value = int32(len(t.values))
}

// number returns the number of a set, which is kept where it is new; false where there is no room for it.
func (t *wordTable) number(set Classes) (uint16, bool) {
	n, ok := t.numbers[set]
	if ok {
		return n, true
	}
	if len(t.sets) > math.MaxUint16 {
		return 0, false
	}
	if t.numbers == nil {
		t.numbers = map[Classes]uint16{}
	}
	n = uint16(len(t.sets))
	t.sets, t.numbers[set] = append(t.sets, set), n
	return n, true
}

// grow makes slots for so many words and places every word anew.
func (t *wordTable) grow(words int) {
	size := minSlots
	for size < 2*words {
		size *= 2
	}
	if size <= len(t.slots) {
		return
	}
	t.slots = make([]wordSlot, size)
	if cap(t.words) < words {
		t.words = append(make([]wordClasses, 0, words), t.words...)
	}
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
