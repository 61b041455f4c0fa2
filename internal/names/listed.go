package names

import "github.com/dateline-go/dateline/internal/listed"

// place says where in a name of the list a token stands, and what the list says of the name: the
// [listed.Entry], above it two bits for the place, and above those a bit that is set. It is 0 for a
// token in no such name.
type place uint16

// The places in a listed name, as those of tags.
const (
	placeBits  = 6
	inName     = 1 << (placeBits + 2)
	placeMask  = 3 << placeBits
	entryMask  = 1<<placeBits - 1
	placeUnit  = unit << placeBits
	placeBegin = begin << placeBits
)

func (p place) entry() listed.Entry { return listed.Entry(p & entryMask) }

// kind is p without the size of the place and whether the name is also a word.
func (p place) kind() uint64 {
	return uint64(p>>placeBits)<<4 | uint64(p.entry().Kind())<<1 | uint64(min(p.entry().Size(), 1))
}

// list finds the names of the list in a sentence, the longest from each capital on.
func (r *Reader) list(s *sentence) {
	if r.known == nil {
		return
	}
	for i := s.first; i < s.end; {
		r.tokens[i].listed = 0
		if r.tokens[i].runFirst == r.tokens[i].runEnd || !r.at(i).caps.upper() {
			i++
			continue
		}
		entry, end := r.longest(i, min(s.end, i+listed.MostWords))
		if end == i {
			i++
			continue
		}
		for k := i; k < end; k++ {
			at := inside
			switch {
			case end == i+1:
				at = unit
			case k == i:
				at = begin
			case k == end-1:
				at = last
			}
			r.tokens[k].listed = inName | place(at)<<placeBits | place(entry)
		}
		i = end
	}
}

// longest returns the longest listed name that begins with token i and ends before another: what
// the list says of it, and its end, which is i where there is none.
func (r *Reader) longest(i, limit int32) (entry listed.Entry, end int32) {
	key, end := listed.Start, i
	for k := i; k < limit; k++ {
		f := r.at(k)
		if k > i && !f.joins() {
			break
		}
		before := key
		key = listed.Join(key, f.lower)
		e := r.known.Find(key)
		if e == 0 && f.stem != 0 && f.caps.upper() {
			e = r.known.Find(listed.Join(before, f.stem))
		}
		if e != 0 {
			entry, end = e, k+1
		}
	}
	return entry, end
}

// joins reports whether a word may stand inside a name of several.
func (f *form) joins() bool {
	return f.caps.upper() || f.caps == capsDigit || f.cue&(cueLink|cueThe|cueFunction) != 0 || f.lower == hashOwner
}
