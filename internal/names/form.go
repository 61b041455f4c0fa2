package names

import (
	"bytes"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/clusters"
)

// form is what is known of one way of writing a word, in one document and one
// mode of sentence.
type form struct {
	lower   uint64 // hash of the lower case, digits made 0
	shape   uint64
	prefix  uint64
	suffix  [3]uint64 // of 2, 3 and 4 runes
	cluster [clusters.Granularities]uint16
	known   bool // has clusters
	caps    caps // in headlines, as it would be written elsewhere: see settle
	mode    mode
	guess   bool   // caps and shape are still to be settled
	small   bool   // mostly written small, as the word lists have it
	other   uint64 // the shape where it is written with a capital
	// head is the coarser cluster of the known word that an unknown one ends with, plus one: "Landes-verband".
	head uint16
	// stem is the hash without a final s, where there is one: "Berlins".
	stem    uint64
	capital uint64 // its first letters: see initials
	// initial is its first letter, small, and second that behind a hyphen; 0 for none.
	initial, second byte
	given           uint8
	surname         uint8
	cue             cue
	word            int32 // in Reader.lowers
	// letters and uppers count the letters and capitals of its beginning.
	letters, uppers uint8
}

// makeForm reads a word.
func makeForm(s string, m mode, words *clusters.Table, v *Vocabulary) form {
	var sp spelling
	spell(s, &sp)
	lower := sp.lower[:sp.n]
	f := form{lower: hashBytes(lower), caps: sp.caps, shape: sp.shape, mode: m,
		letters: uint8(sp.letter), uppers: uint8(sp.upper)}
	if w, ok := words.Find(clusters.KeyOf(f.lower)); ok {
		f.known, f.given, f.surname, f.small = true, w.Given, w.Surname, w.Small
		f.cluster = words.Coarser(w.Cluster)
	}
	f.cue = v.cues[f.lower]
	if v.known != nil {
		f.lookCloser(lower, words)
	}
	f.capital = initials(s, sp.caps)
	if len(lower) > 0 {
		f.initial = lower[0]
		if i := bytes.IndexByte(lower, '-'); i >= 0 && i+1 < len(lower) {
			f.second = lower[i+1]
		}
	}
	f.prefix = hashBytes(lower[:runes(lower, 3)])
	for i := range f.suffix {
		f.suffix[i] = hashBytes(lower[len(lower)-lastRunes(lower, 2+i):])
	}
	if m == modeCaps && sp.letter > 0 || m == modeTitle && (sp.caps == capsFirst || sp.caps == capsOne) {
		f.guess = true
		f.shape, f.other = shapeOf(lower, false), shapeOf(lower, true)
		if f.caps == capsAll && f.other != sp.shape { // not so with U.S.
			f.caps = capsFirst
		}
	}
	return f
}

// settle decides how a word of a headline would be written elsewhere: as the
// rest of the document does, else as is usual.
func (f *form) settle(w *lowerWord) {
	f.guess = false
	small := f.small || f.cue&cueFunction != 0
	switch {
	case w.small > w.middle:
		small = true
	case w.middle > 0:
		small = false
	}
	if small {
		f.caps = capsLower
	} else {
		f.shape = f.other
	}
}

// runes returns how many bytes the first n runes of b take.
func runes(b []byte, n int) int {
	i := 0
	for ; n > 0 && i < len(b); n-- {
		_, size := utf8.DecodeRune(b[i:])
		i += size
	}
	return i
}

// lastRunes returns how many bytes the last n runes of b take.
func lastRunes(b []byte, n int) int {
	i := len(b)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRune(b[:i])
		i -= size
	}
	return len(b) - i
}

// lookCloser takes an unknown word apart: "Berlins" is known as "Berlin", and "Landesverband" ends with "verband".
func (f *form) lookCloser(lower []byte, words *clusters.Table) {
	if n := len(lower); n > 3 && lower[n-1] == 's' {
		f.stem = hashBytes(lower[:n-1])
	}
	if f.known || !f.caps.upper() {
		return
	}
	if f.stem != 0 {
		if w, ok := words.Find(clusters.KeyOf(f.stem)); ok {
			f.given, f.surname = w.Given, w.Surname
			f.head = 1 + words.Coarser(w.Cluster)[1]
			return
		}
	}
	for from := runes(lower, leastFront); len(lower)-from >= leastHead; {
		if w, ok := words.Find(clusters.KeyOf(hashBytes(lower[from:]))); ok {
			f.head = 1<<12 | words.Coarser(w.Cluster)[1]
			return
		}
		_, size := utf8.DecodeRune(lower[from:])
		from += size
	}
}

// leastFront is how many letters a compound has before its last word at least, and leastHead how many bytes that has.
const (
	leastFront = 3
	leastHead  = 5
)

// mostInitials is how many letters an acronym has at most.
const mostInitials = 8

// initials packs the capitals of an acronym, in small letters, or the first letter of another word.
// It is 0 for what has other letters than those of ASCII, or too many.
func initials(s string, c caps) uint64 {
	var packed uint64
	n := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			return 0
		case 'A' <= c && c <= 'Z':
			packed = packed<<8 | uint64(c|0x20)
			n++
		}
	}
	if n == 0 || n > mostInitials {
		return 0
	}
	if c == capsFirst || c == capsOne {
		return uint64(s[0] | 0x20)
	}
	return packed
}
