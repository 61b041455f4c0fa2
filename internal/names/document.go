package names

import (
	"errors"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/listed"
)

// ErrSpans comes with tokens or sentences that lie outside the text, overlap or
// are out of order.
var ErrSpans = errors.New("names: tokens and sentences must lie in the text, in order and apart")

// longSentence is how many tokens are decoded at once; longer sentences are cut.
const longSentence = 400

// Reader turns a document into the features of its tokens. It keeps its memory
// from document to document and must not be shared between goroutines.
type Reader struct {
	vocabulary *Vocabulary
	words      *clusters.Table
	known      *listed.Table
	shift      uint // 64 less the binary logarithm of the number of rows

	sents  []sentence
	tokens []tokenInfo
	forms  []form
	slots  []slot // open addressing: exact hash to form
	lowers []lowerWord
	lslots []slot // lower hash to lowers
	shorts []shortForm
	sport  int // words of sport
}

// slot is a place of a hash table; at is the index plus one.
type slot struct {
	key uint64
	at  int32
}

// sentence is a run of tokens, at most longSentence long.
type sentence struct {
	first, end int32
	mode       mode
	starts     bool // it is not the rest of a sentence that was cut
}

// tokenInfo is one token.
type tokenInfo struct {
	form int32
	// run is the range of tokens that are written with capitals around this one.
	runFirst, runEnd int32
	runAll           uint64 // hash of the run's words
	listed           place  // in a name of the list
}

// NewReader returns a Reader that spreads features over 1<<bits rows. It knows the clusters and the vocabulary of one
// language.
func NewReader(words *clusters.Table, v *Vocabulary, bits uint) *Reader {
	return &Reader{words: words, vocabulary: v, known: v.known, shift: 64 - bits}
}

// Read takes in a document; what the Reader knew of the last one is gone. It
// returns [ErrSpans] where the spans do not fit the text.
func (r *Reader) Read(text string, sentences []dateline.Span, tokens []dateline.Token) error {
	r.sents, r.tokens, r.forms, r.lowers = r.sents[:0], r.tokens[:0], r.forms[:0], r.lowers[:0]
	r.tokens, r.sents = slices.Grow(r.tokens, len(tokens)), slices.Grow(r.sents, len(sentences))
	r.slots = clearSlots(r.slots)
	r.lslots = clearSlots(r.lslots)
	at, pos := 0, 0
	for _, s := range sentences {
		if s.Start < pos || s.End < s.Start || s.End > len(text) {
			return fmt.Errorf("%w: sentence %v", ErrSpans, s)
		}
		first := at
		for at < len(tokens) && tokens[at].Start < s.End {
			t := tokens[at]
			if t.Start < pos || t.Start < s.Start || t.End < t.Start || t.End > s.End {
				return fmt.Errorf("%w: token %v", ErrSpans, t.Span())
			}
			pos = t.End
			at++
		}
		pos = s.End
		for _, t := range tokens[first:at] {
			r.tokens = append(r.tokens, tokenInfo{form: r.formOf(text[t.Start:t.End], modeText)})
		}
		m := r.sentenceMode(first, at)
		for i := first; i < at; i++ {
			t := &r.tokens[i]
			if m != modeText {
				t.form = r.formOf(text[tokens[i].Start:tokens[i].End], m)
			}
			if w := &r.lowers[r.forms[t.form].word]; r.forms[t.form].caps.upper() && w.capitals < 1<<15 {
				w.capitals++
			}
		}
		for from := first; from < at; from += longSentence {
			r.sents = append(r.sents, sentence{int32(from), int32(min(from+longSentence, at)), m, from == first})
		}
	}
	if at < len(tokens) {
		return fmt.Errorf("%w: token %v is in no sentence", ErrSpans, tokens[at].Span())
	}
	r.gatherAll()
	r.explain()
	return nil
}

// gatherAll gathers what the sentences in running text show of the words, settles by it how the
// others are written, and finds the runs of both.
func (r *Reader) gatherAll() {
	for i := range r.sents {
		if s := &r.sents[i]; s.mode == modeText {
			r.runs(s)
			r.list(s)
			r.gather(s)
		}
	}
	for i := range r.forms {
		if f := &r.forms[i]; f.guess {
			f.settle(&r.lowers[f.word])
		}
	}
	for i := range r.sents {
		if s := &r.sents[i]; s.mode != modeText {
			r.runs(s)
			r.list(s)
		}
	}
}

// clearSlots empties a hash table, and gives back the memory of a very large one.
func clearSlots(s []slot) []slot {
	if len(s) == 0 || len(s) > 1<<16 {
		return make([]slot, 1<<10)
	}
	clear(s)
	return s
}

// formOf finds or makes the form of a word.
func (r *Reader) formOf(s string, m mode) int32 {
	exact := hashOf(s) + uint64(m)*hashMul
	i, found := find(r.slots, exact)
	if found {
		return r.slots[i].at - 1
	}
	f := makeForm(s, m, r.words, r.vocabulary)
	j, found := find(r.lslots, f.lower)
	if !found {
		r.lowers = append(r.lowers, lowerWord{})
		r.lslots = insert(r.lslots, j, f.lower, len(r.lowers))
		f.word = int32(len(r.lowers) - 1)
	} else {
		f.word = r.lslots[j].at - 1
	}
	r.forms = append(r.forms, f)
	r.slots = insert(r.slots, i, exact, len(r.forms))
	return int32(len(r.forms) - 1)
}

// find returns the slot of a key, or the free one where it belongs.
func find(slots []slot, key uint64) (int, bool) {
	mask := len(slots) - 1
	for i := int(key>>20) & mask; ; i = (i + 1) & mask {
		if slots[i].at == 0 {
			return i, false
		}
		if slots[i].key == key {
			return i, true
		}
	}
}

// insert fills the free slot i as the n-th of the table, which it lets grow.
func insert(slots []slot, i int, key uint64, n int) []slot {
	slots[i] = slot{key, int32(n)}
	if n*2 <= len(slots) {
		return slots
	}
	grown := make([]slot, 2*len(slots))
	for _, s := range slots {
		if s.at != 0 {
			j, _ := find(grown, s.key)
			grown[j] = s
		}
	}
	return grown
}

// Len returns the number of tokens.
func (r *Reader) Len() int { return len(r.tokens) }

// Sentences calls f with the range of tokens of each sentence, or part of one.
func (r *Reader) Sentences(f func(first, end int)) {
	for _, s := range r.sents {
		f(int(s.first), int(s.end))
	}
}

// sentenceMode tells headlines from sentences. In capitals nine letters of ten
// are; in Title Case words that are mostly written small have capitals, and few
// but those that headlines leave small have none.
func (r *Reader) sentenceMode(first, end int) mode {
	var words, letters, uppers, raised, small int
	for i := first; i < min(end, first+longSentence); i++ {
		f := r.at(int32(i))
		if f.letters == 0 {
			continue
		}
		if f.letters > 1 {
			words++
			letters += int(f.letters)
			uppers += int(f.uppers)
		}
		switch {
		case f.caps.upper() && i > first && (f.small || f.cue&cueFunction != 0) && f.letters > 1:
			raised++
		case f.caps == capsLower && f.cue&cueHeadline == 0:
			small++
		}
	}
	switch {
	case words >= 2 && uppers*10 >= letters*9 && letters >= 8:
		return modeCaps
	case raised >= 2 && raised >= 4*small:
		return modeTitle
	}
	return modeText
}
