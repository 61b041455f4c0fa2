package names

import (
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
	given   uint8
	surname uint8
	cue     cue
	word    int32 // in Reader.lowers
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
