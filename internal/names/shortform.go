package names

import "sort"

// shortForm is an acronym that a document explains: "Bank of Ghana (BoG)", "new energy vehicle (NEV)".
type shortForm struct {
	// The words that it stands for, from first to before open.
	first, open int32
	// small says that those words are written small: it is the short form of no name.
	small bool
	// unlike says that it stands in brackets behind a name of other letters.
	unlike bool
	// as is how likely the words are a name of each kind.
	as vote
}

// leastLetters is how many capitals such an acronym has at least.
const leastLetters = 2

// explain finds the acronyms that the document explains, in the order of their first explanations, and counts its words
// of sport.
func (r *Reader) explain() {
	r.shorts, r.sport = r.shorts[:0], 0
	for _, s := range r.sents {
		for i := s.first; i < s.end; i++ {
			f := r.at(i)
			if f.cue&cueSport != 0 {
				r.sport++
			}
			if f.lower != hashOpen || i == s.first || i+2 >= s.end || r.at(i+2).lower != hashClose {
				continue
			}
			w := &r.lowers[r.at(i+1).word]
			if w.short != 0 {
				continue
			}
			if x, ok := r.explained(s, i, r.at(i+1).acronym()); ok {
				r.shorts = append(r.shorts, x)
				w.short = int32(len(r.shorts))
			}
		}
	}
}

// acronym returns the capitals of an acronym, packed as small letters; 0 for what is none.
func (f *form) acronym() uint64 {
	if f.caps != capsAll && f.caps != capsMixed || lettersOf(f.capital) < leastLetters {
		return 0
	}
	return f.capital
}

// explained returns what an acronym with some letters, in the brackets that open at a token, is the short form of; and
// false where it is that of nothing. In headlines the capitals of the words before it say nothing.
func (r *Reader) explained(s sentence, open int32, letters uint64) (shortForm, bool) {
	if letters == 0 {
		return shortForm{}, false
	}
	x := shortForm{open: open}
	if r.at(open-1).lower == hashOwner && open-1 > s.first {
		x.open--
	}
	var small bool
	if x.first, small = r.spelled(s, x.open, letters); x.first < x.open {
		x.small = small && s.mode == modeText
		return x, true
	}
	x.first, x.unlike = x.open-1, true
	return x, s.mode == modeText && r.at(x.first).caps.upper()
}

// spelled returns the first of the words before a token whose first letters are the given ones, which is that token
// where there are none. Small words may be left out. Small says that all are written small, but for the first of the
// sentence.
func (r *Reader) spelled(s sentence, open int32, letters uint64) (first int32, small bool) {
	small, first = true, open
	for letters != 0 {
		if first == s.first {
			return open, false
		}
		f := r.at(first - 1)
		switch {
		case f.second != 0 && f.second == byte(letters) && f.initial == byte(letters>>8):
			letters >>= 16
		case f.initial == byte(letters):
			letters >>= 8
		case f.caps != capsLower || first == open || f.cue&(cueLink|cueThe|cueFunction) == 0:
			return open, false
		}
		first--
		if f.caps.upper() && first > s.first {
			small = false
		}
	}
	return first, small
}

// shortOf returns the short form that token i is one of, nil where it is none.
func (r *Reader) shortOf(i int32) *shortForm {
	f := r.at(i)
	if k := r.lowers[f.word].short; k != 0 && f.caps.upper() {
		return &r.shorts[k-1]
	}
	return nil
}

// learn adds to the short forms what the readings say that their words are.
func (r *Reader) learn(all []reading) {
	for i := range all {
		q := &all[i]
		k := sort.Search(len(r.shorts), func(k int) bool { return r.shorts[k].open >= q.end })
		if k < len(r.shorts) && r.shorts[k].open == q.end && q.first <= r.shorts[k].first {
			r.shorts[k].as[q.kind] += q.chance
		}
	}
}
