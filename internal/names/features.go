package names

// Features are drawn from templates; each has a number that salts its hash. A
// feature is a row of weights: the hash of template and value, cut to the number
// of rows. Those of one form at one distance come from formRows, the others,
// which join several tokens, from contextRows.

// reach is how far to both sides of a token single forms are looked at.
const reach = 2

// template numbers. Each distance has templates of its own.
const (
	tBias = iota
	tLower
	tWritten
	tShape
	tPrefix
	tSuffix
	_
	_
	tCluster
	_
	_
	_
	tLists
	tSeen
	tSeenBit
	tSeenRun
	tSeenFirst
	tSeenLast
	tSmall
	formTemplates // how many there are for one form
)

const (
	tPairLower = (2*reach+1)*formTemplates + iota
	tPairLowerNext
	tPairCluster
	tPairClusterNext
	tPairCoarse
	tPairCoarseNext
	tShapes
	tShapesNext
	tShapesAll
	tBeforeShape
	tAfterShape
	tAround
	tAroundCluster
	tListsBefore
	tListsAfter
	tFirst
	tFirstLower
	tFirstSmall
	tRunAll
	tRunFirst
	tRunLast
	tRunLastCluster
	tRunBefore
	tRunAfter
	tRunBeforeAfter
	tRunPlace
	tRunLists
	tMode
	tModeLower
	tModeCluster
	tModeLists
	tSkip
	tSkipNext
	tListed
	tListedKind
	tListedBefore
	tListedAfter
	tListedRun
	tListedCluster
	tRunCues
	tHead // and behind it those of the other distances
)

// row turns a template and a value into the number of a row.
func (r *Reader) row(template int, value uint64) uint32 {
	return uint32(mix(value+uint64(template)*0xa0761d6478bd642f) >> r.shift)
}

// Rows appends the rows of the features of token i, in the sentence, or part of
// one, that [Reader.Sentences] gave.
func (r *Reader) Rows(dst []uint32, first, end, i int) []uint32 {
	for d := -reach; d <= reach; d++ {
		if k := i + d; k >= first && k < end {
			dst = r.formRows(dst, r.at(int32(k)), d)
		}
	}
	return r.contextRows(dst, int32(first), int32(end), int32(i))
}

// formRows appends the features of a form that stands at a distance from the token.
func (r *Reader) formRows(dst []uint32, f *form, distance int) []uint32 {
	t := (distance + reach) * formTemplates
	c := uint64(f.caps)
	near := distance >= -1 && distance <= 1
	dst = append(dst, r.row(t+tBias, c), r.row(t+tLower, f.lower))
	if f.known {
		dst = append(dst, r.row(t+tCluster+1, uint64(f.cluster[1])<<8|c), r.row(t+tCluster+3, uint64(f.cluster[3])<<8|c))
		if near {
			dst = append(dst, r.row(t+tCluster, uint64(f.cluster[0])<<8|c), r.row(t+tCluster+2, uint64(f.cluster[2])<<8|c))
		}
	} else {
		dst = append(dst, r.row(t+tCluster, c|1<<40))
	}
	if !near {
		return dst
	}
	if f.head != 0 {
		dst = append(dst, r.row(tHead+distance+reach, uint64(f.head)<<8|c))
	}
	dst = append(dst, r.row(t+tWritten, f.lower+c*hashMul), r.row(t+tShape, f.shape),
		r.row(t+tSuffix+1, f.suffix[1]+c*hashMul),
		r.row(t+tLists, c<<8|uint64(f.given)<<4|uint64(f.surname)))
	if distance != 0 {
		return dst
	}
	dst = append(dst, r.row(t+tPrefix, f.prefix+c*hashMul),
		r.row(t+tSuffix, f.suffix[0]+c*hashMul), r.row(t+tSuffix+2, f.suffix[2]+c*hashMul))
	if c < uint64(capsFirst) {
		return dst
	}
	w := &r.lowers[f.word]
	dst = append(dst, r.row(t+tSmall, c<<8|uint64(min(w.small, 3))<<4|uint64(min(w.middle, 3))))
	if w.seen != 0 {
		dst = append(dst, r.row(t+tSeen, uint64(w.seen)))
		for bits, b := w.seen, 0; bits != 0; bits, b = bits>>1, b+1 {
			if bits&1 != 0 {
				dst = append(dst, r.row(t+tSeenBit, uint64(b)))
			}
		}
	}
	if w.run > 1 {
		at := uint64(w.where)
		dst = append(dst, r.row(t+tSeenRun, at<<16|uint64(min(w.run, 5))<<8|uint64(f.given)),
			r.row(t+tSeenFirst, w.runFirst+at*hashMul), r.row(t+tSeenLast, w.runLast+at*hashMul))
	}
	return dst
}

// nothing stands for the form beyond the edge of a sentence.
var nothing = form{lower: hashStart, shape: hashStart}

// contextRows appends the features that join token i with others.
func (r *Reader) contextRows(dst []uint32, first, end, i int32) []uint32 {
	p, f, n := &nothing, r.at(i), &nothing
	if i > first {
		p = r.at(i - 1)
	}
	if i+1 < end {
		n = r.at(i + 1)
	}
	c := uint64(f.caps)
	dst = append(dst,
		r.row(tPairLower, pair(p.lower, f.lower)), r.row(tPairLowerNext, pair(f.lower, n.lower)),
		r.row(tShapes, pair(p.shape, f.shape)), r.row(tShapesNext, pair(f.shape, n.shape)),
		r.row(tShapesAll, pair(pair(p.shape, f.shape), n.shape)),
		r.row(tBeforeShape, pair(p.lower, f.shape)), r.row(tAfterShape, pair(f.shape, n.lower)),
		r.row(tPairCluster, uint64(p.cluster[1])<<24|uint64(f.cluster[1])<<8|c),
		r.row(tPairClusterNext, uint64(n.cluster[1])<<24|uint64(f.cluster[1])<<8|c),
		r.row(tPairCoarse, uint64(p.cluster[3])<<24|uint64(f.cluster[3])<<8|c|uint64(p.caps)<<40),
		r.row(tPairCoarseNext, uint64(n.cluster[3])<<24|uint64(f.cluster[3])<<8|c|uint64(n.caps)<<40),
		r.row(tAroundCluster, uint64(p.cluster[2])<<24|uint64(n.cluster[2])<<8|c),
		r.row(tListsBefore, listsOf(p)<<16|listsOf(f)), r.row(tListsAfter, listsOf(n)<<16|listsOf(f)))
	if i == first {
		w := &r.lowers[f.word]
		dst = append(dst, r.row(tFirst, c), r.row(tFirstLower, f.lower+c*hashMul),
			r.row(tFirstSmall, c<<8|uint64(min(w.small, 2))<<4|uint64(min(w.middle, 2))))
	}
	if f.mode != modeText {
		m := uint64(f.mode) << 8
		dst = append(dst, r.row(tMode, m|c), r.row(tModeLower, f.lower+m),
			r.row(tModeCluster, uint64(f.cluster[2])<<16|m|c), r.row(tModeLists, listsOf(f)<<16|m))
	}
	if r.known != nil {
		dst = r.listedRows(dst, first, end, i)
	}
	if !f.caps.upper() {
		return dst
	}
	dst = append(dst, r.row(tAround, pair(p.lower, n.lower)))
	if i >= first+2 {
		dst = append(dst, r.row(tSkip, pair(r.at(i-2).lower, p.lower)))
	}
	if i+2 < end {
		dst = append(dst, r.row(tSkipNext, pair(n.lower, r.at(i+2).lower)))
	}
	return r.runRows(dst, first, end, i)
}

// listsOf sums up what the lists say of a form.
func listsOf(f *form) uint64 {
	return uint64(f.caps)<<8 | uint64(f.given)<<4 | uint64(f.surname)
}

// runRows appends what the run of capitals around token i shows.
func (r *Reader) runRows(dst []uint32, first, end, i int32) []uint32 {
	from, to := r.tokens[i].runFirst, r.tokens[i].runEnd
	if from == to {
		return dst
	}
	before, after := nothing.lower, nothing.lower
	if from > first {
		before = r.at(from - 1).lower
	}
	if to < end {
		after = r.at(to).lower
	}
	left, right := uint64(min(i-from, 2)), uint64(min(to-1-i, 2))
	place := left<<2 | right
	head, tail := r.at(from), r.at(to-1)
	if from < first { // the sentence was cut inside the run
		head = r.at(first)
	}
	if r.known != nil {
		dst = append(dst, r.row(tRunCues, r.cuesOf(from, to)<<8|place))
	}
	return append(dst,
		r.row(tRunAll, r.tokens[i].runAll+place*hashMul),
		r.row(tRunPlace, place<<8|uint64(min(to-from, 6))),
		r.row(tRunFirst, head.lower+place*hashMul), r.row(tRunLast, tail.lower+place*hashMul),
		r.row(tRunLastCluster, uint64(tail.cluster[1])<<8|place),
		r.row(tRunBefore, before+place*hashMul), r.row(tRunAfter, after+place*hashMul),
		r.row(tRunBeforeAfter, pair(before, after)),
		r.row(tRunLists, listsOf(head)<<32|listsOf(tail)<<8|place))
}

// runCues are what the words of a run tell of it.
const runCues = cueTitle | cueOrg | cuePlace | cueHead | cueFirm | cueStart

// cuesOf returns what the first word of a run, the last, and the others tell.
func (r *Reader) cuesOf(from, to int32) uint64 {
	var inside cue
	for i := from + 1; i < to-1; i++ {
		inside |= r.at(i).cue
	}
	return uint64(r.at(from).cue&runCues)<<32 | uint64(r.at(to-1).cue&runCues)<<16 | uint64(inside&runCues)
}

// listedRows appends what the list says of names that token i is in or stands beside.
func (r *Reader) listedRows(dst []uint32, first, end, i int32) []uint32 {
	t, f := &r.tokens[i], r.at(i)
	var p, n place
	if i > first {
		p = r.tokens[i-1].listed
	}
	if i+1 < end {
		n = r.tokens[i+1].listed
	}
	at, c := t.listed, uint64(f.caps)
	if at == 0 && !f.caps.upper() || p|at|n == 0 {
		return dst
	}
	if at != 0 {
		left, right := uint64(0), uint64(0)
		if at&placeMask != placeUnit && at&placeMask != placeBegin {
			left = 2
		} else if i > t.runFirst {
			left = 1
		}
		if n != 0 && n&placeMask != placeUnit && n&placeMask != placeBegin {
			right = 2
		} else if i+1 < t.runEnd {
			right = 1
		}
		dst = append(dst, r.row(tListed, uint64(at)<<8|c), r.row(tListedKind, at.kind()),
			r.row(tListedRun, at.kind()<<16|left<<12|right<<8|uint64(f.given)<<4|uint64(f.surname)),
			r.row(tListedCluster, at.kind()<<16|uint64(f.cluster[3])))
	}
	return append(dst, r.row(tListedBefore, p.kind()<<32|uint64(at)<<8|c),
		r.row(tListedAfter, n.kind()<<32|uint64(at)<<8|c))
}
