package names

import (
	"math"

	"github.com/dateline-go/dateline/internal/listed"
	"github.com/dateline-go/dateline/internal/logistic"
)

// The chain sees a name token by token. The reviewer looks at whole readings: what the list says of all their words,
// what the same words are elsewhere in the document, what stands beside, which rivals there are. It is a logistic
// model, whose coefficients are part of the tagger's [Model].

// vector are the features of a reading.
type vector [Features]float64

// vote is how often words were read as each kind.
type vote [Kinds]float32

// elsewhere says what the document's words are read as, by what is asked of them.
type elsewhere struct {
	at    map[uint64]int32
	votes []vote
}

// What is asked of words: what a run of them is, and what the longer readings are that one begins or ends.
const (
	asWhole = iota
	asStart
	asEnd
)

func (e *elsewhere) forget() {
	if e.at == nil || len(e.votes) > 1<<14 {
		e.at = map[uint64]int32{}
	}
	clear(e.at)
	e.votes = e.votes[:0]
}

func (e *elsewhere) add(key, as uint64, kind Kind, p float32) {
	i, ok := e.at[key+as]
	if !ok {
		i = int32(len(e.votes))
		e.at[key+as] = i
		e.votes = append(e.votes, vote{})
	}
	e.votes[i][kind] += p
}

func (e *elsewhere) of(key, as uint64) (v vote) {
	if i, ok := e.at[key+as]; ok {
		v = e.votes[i]
	}
	return v
}

// review sets the scores of all readings of a document; ends are where each sentence's end. It calls seen, where that
// is not nil, with the features of each.
func (d *Decoder) review(r *Reader, all []reading, ends []int, seen func(*reading, *vector)) {
	d.elsewhere.forget()
	r.learn(all)
	for i := range all {
		d.elsewhere.take(r, &all[i])
	}
	from := 0
	for i, end := range ends {
		v := &d.view
		*v = view{r: r, here: all[from:end], s: r.sents[i], elsewhere: &d.elsewhere}
		if d.pace.Stop(end - from) {
			return
		}
		for k := range v.here {
			v.longest = max(v.longest, v.here[k].end-v.here[k].first)
		}
		for k := range v.here {
			x := v.of(k)
			if d.reviewer != nil {
				v.here[k].score = logistic.Chance(d.reviewer.sum(x))
			}
			if seen != nil {
				seen(&v.here[k], x)
			}
		}
		from = end
	}
}

// reviewer holds a coefficient for each feature.
type reviewer []float32

func (w reviewer) sum(x *vector) (sum float64) {
	for i, c := range w {
		sum += float64(c) * x[i]
	}
	return sum
}

// take looks up a reading's words and counts what they are read as.
func (e *elsewhere) take(r *Reader, x *reading) {
	x.key = listed.Start
	for i := x.first; i < x.end; i++ {
		x.key = listed.Join(x.key, r.at(i).lower)
	}
	x.entry = r.vocabulary.listed.Find(x.key)
	e.add(x.key, asWhole, x.kind, x.chance)
	if x.end-x.first > 1 {
		if x.kind != KindOrg || r.at(x.end-1).cue&cueLed == 0 { // "the Kovac cabinet" is no firm of the name of Kovac
			e.add(r.at(x.first).lower, asStart, x.kind, x.chance)
		}
		e.add(r.at(x.end-1).lower, asEnd, x.kind, x.chance)
	}
}

// view is a sentence with its readings.
type view struct {
	r         *Reader
	here      []reading
	s         sentence
	longest   int32
	elsewhere *elsewhere
	x         vector
}

func (v *view) set(f Feature, is bool) {
	if is {
		v.x[f] = 1
	}
}

// of returns the features of the k-th reading, until the next call.
func (v *view) of(k int) *vector {
	v.x = vector{}
	q := &v.here[k]
	v.x[fBias] = 1
	switch q.kind {
	case KindOrg:
		v.x[fOrg] = 1
	case KindPlace:
		v.x[fLoc] = 1
	case KindMisc:
		v.x[fMisc] = 1
	}
	same := v.rivals(k)
	v.chance(q, same)
	v.document(q, same)
	v.list(q)
	v.words(q)
	v.beside(q)
	v.short(q)
	v.side(q)
	return &v.x
}

// rivals sets how likely the readings are that overlap with one, and returns that of the same words with another kind.
func (v *view) rivals(k int) (same float64) {
	q := &v.here[k]
	from := k
	for from > 0 && v.here[from-1].first > q.first-v.longest {
		from--
	}
	all := 0.0
	for i := from; i < len(v.here) && v.here[i].first < q.end; i++ {
		o := &v.here[i]
		p := float64(o.chance)
		if i == k || o.end <= q.first {
			continue
		}
		all += p
		switch {
		case o.first == q.first && o.end == q.end:
			same += p
		case o.first <= q.first && o.end >= q.end:
			v.x[fLonger] += p
			v.set(fInBest, o.best)
			if o.kind != q.kind {
				v.x[fLongerOther] += p
			}
			if o.first < q.first {
				v.x[fLongerLeft] += p
			}
		case o.first >= q.first && o.end <= q.end:
			v.set(fHoldsBest, o.best)
		}
	}
	v.x[fOutside] = 1 - min(1, all+float64(q.chance))
	q.outside = v.x[fOutside] > 0.5
	return same
}

// chance sets what the chain thinks of a reading.
func (v *view) chance(q *reading, same float64) {
	odds := logOdds(float64(q.chance))
	v.x[fOdds], v.x[fSpanOdds] = odds, logOdds(min(1, float64(q.chance)+same))
	switch q.kind {
	case KindOrg:
		v.x[fOddsOrg] = odds
	case KindPlace:
		v.x[fOddsLoc] = odds
	case KindMisc:
		v.x[fOddsMisc] = odds
	}
	v.set(fBest, q.best)
}

// logOdds is the logarithm of the odds of a chance, within bounds.
func logOdds(p float64) float64 {
	p = min(max(p, 1e-4), 1-1e-4)
	return math.Log(p / (1 - p))
}

// document sets what the words of a reading are elsewhere in the document.
func (v *view) document(q *reading, same float64) {
	votes := v.elsewhere.of(q.key, asWhole)
	all := 0.0
	for _, n := range votes {
		all += float64(n)
	}
	mine := float64(votes[q.kind])
	v.x[fVotes] = math.Log1p(max(0, mine-float64(q.chance)))
	v.x[fVotesAgainst] = math.Log1p(max(0, all-mine-same))
	if q.end-q.first > 1 {
		return
	}
	f := v.r.at(q.first)
	starts, ends := v.elsewhere.of(f.lower, asStart), v.elsewhere.of(f.lower, asEnd)
	person := float64(min(ends[KindPerson], 2))
	if starts[KindOrg] > 0.5 { // the surname of somebody, and the short name of a firm
		person = 0
	}
	titled := v.r.lowers[f.word].seen&(seenTitle|seenGiven) != 0
	if q.kind == KindPerson {
		v.x[fEndsPerson], v.x[fStartsPerson] = person, float64(min(starts[KindPerson], 2))
		v.set(fTitledPerson, titled)
	} else {
		v.x[fEndsPersonNot] = person
		v.set(fTitledNot, titled)
	}
	if body := float64(min(starts[KindOrg], 2)); q.kind == KindOrg {
		v.x[fStartsOrg] = body
	} else {
		v.x[fStartsOrgNot] = body
	}
	v.set(fWherePlace, q.kind == KindPlace && v.r.lowers[f.word].seen&seenWhere != 0)
	v.set(fSmallElsewhere, v.r.lowers[f.word].small > 0)
}

// list sets what the list of names says of a reading.
func (v *view) list(q *reading) {
	body, place := q.entry.Kind() != listed.None, q.entry.Size() != listed.Nowhere
	v.set(fListedBoth, body && place)
	switch q.kind {
	case KindOrg:
		v.set(fListedOrg, body)
		v.set(fListedShared, body && q.entry.Shared())
		v.set(fListedBody, q.entry.Kind() == listed.Body)
		v.set(fPlaceOrg, place && !body)
		v.set(fUnlistedOrg, q.entry == 0)
		if q.end-q.first > 1 {
			front := v.r.vocabulary.listed.Find(listed.Join(listed.Start, v.r.at(q.first).lower))
			v.set(fFrontPlaceOrg, front.Size() == listed.Large)
		}
	case KindPlace:
		v.set(fListedLoc, place)
		v.set(fLargeLoc, q.entry.Size() == listed.Large)
		v.set(fUnlistedLoc, q.entry == 0)
	}
}

// words sets what the words of a reading tell.
func (v *view) words(q *reading) {
	n := q.end - q.first
	head, tail := v.r.at(q.first), v.r.at(q.end-1)
	var inside cue
	for i := q.first; i < q.end; i++ {
		f := v.r.at(i)
		inside |= f.cue
		v.set(fDigit, f.caps == capsDigit)
		v.set(fSmall, f.caps == capsLower)
	}
	v.set(fOne, n == 1)
	v.set(fLong, n >= 4)
	v.set(fLink, inside&cueLink != 0 && n > 2)
	v.set(fBodyNot, inside&(cueOrg|cueHead) != 0 && q.kind != KindOrg)
	switch q.kind {
	case KindPerson:
		v.set(fGivenPerson, head.given >= 2 && n > 1)
		v.set(fGivenAlone, head.given >= 2 && n == 1)
		v.set(fSurname, tail.surname >= 2)
	case KindOrg:
		v.set(fOneOrg, n == 1)
		v.set(fLongOrg, n >= 4)
		v.x[fSmallOrg] = v.x[fSmall]
		v.set(fAcronym, n == 1 && head.caps == capsAll)
		v.set(fTailOrg, tail.cue&(cueOrg|cueHead|cueFirm) != 0)
		v.set(fHeadOrg, head.cue&cueHead != 0 && n > 1)
	case KindPlace:
		v.set(fOneLoc, n == 1)
		v.set(fLongLoc, n >= 3)
		v.set(fTailLoc, tail.cue&cuePlace != 0 && n > 1)
		v.set(fBuiltLoc, tail.cue&cueBuilt != 0 && n > 1)
		v.set(fUnknownLoc, n == 1 && !head.known)
	}
}

// told is how much more than other features those of short forms count. There are few in what the reviewer is fitted
// on, and they are surer than most.
const told = 6.0

// short sets what the document says that an acronym is short for.
func (v *view) short(q *reading) {
	if q.end-q.first > 1 {
		return
	}
	x := v.r.shortOf(q.first)
	if x == nil {
		return
	}
	var all float64
	for _, p := range x.as {
		all += float64(p)
	}
	mine, body := float64(x.as[q.kind]), q.kind == KindOrg
	switch {
	case x.unlike && body:
		v.x[fUnlikeOrg] = told * mine
	case x.unlike:
	case x.small && body && v.r.at(x.open-1).cue&(cueOrg|cueHead|cueBody) != 0:
		v.x[fShortBodyOrg] = told
	case x.small && body:
		v.x[fShortSmallOrg] = told
		q.outside = true // the chain need not be right that there is a name
	case x.small:
		v.x[fShortSmallNot] = told
	case body:
		v.x[fShortOrg], v.x[fShortOrgOther] = told*mine, told*(all-mine)
		v.x[fShortOrgNone] = told * (1 - min(1, all))
	default:
		v.x[fShortAs], v.x[fShortOther] = told*mine, told*(all-mine)
	}
}

// beside sets what stands beside a reading.
func (v *view) beside(q *reading) {
	before, after := &nothing, &nothing
	if q.first > v.s.first {
		before = v.r.at(q.first - 1)
	}
	if q.end < v.s.end {
		after = v.r.at(q.end)
	}
	t := &v.r.tokens[q.first]
	part := q.first > t.runFirst || q.end < t.runEnd
	v.set(fFirst, q.first == v.s.first)
	v.set(fPart, part)
	v.set(fAfterCapital, before.caps.upper())
	v.set(fBeforeCapital, after.caps.upper())
	switch q.kind {
	case KindPerson:
		v.set(fTitleBefore, before.cue&cueTitle != 0)
	case KindOrg:
		v.set(fTheOrg, before.cue&cueThe != 0)
		v.set(fOfOrg, before.cue&cueLink != 0)
		v.set(fAfterCapitalOrg, before.caps.upper())
		v.set(fBeforeCapitalOrg, after.caps.upper())
		v.set(fBeforeDigitOrg, after.caps == capsDigit)
		v.set(fBeforeSmallOrg, after.caps == capsLower)
		v.set(fPartOrg, part)
		v.set(fLoneOrg, v.s.end-v.s.first-(q.end-q.first) <= 2)
		if before.lower == hashOpen && after.lower == hashClose {
			v.x[fBracketOrg] = 1
			v.x[fShortForm] = v.bodyBefore(q)
		}
	case KindPlace:
		v.set(fTheLoc, before.cue&cueThe != 0)
		v.set(fWhereLoc, before.cue&cueWhere != 0)
	case KindMisc:
		v.set(fBeforeSmallMisc, after.caps == capsLower)
	}
}

// leastSport is how many words of sport a story of sport has at least, and sportShare how many words there are to one
// at most.
const (
	leastSport = 3
	sportShare = 120
)

// side sets what a story of sport makes likelier: there, the name of a town or a country is often that of its side.
func (v *view) side(q *reading) {
	if q.end-q.first > 1 || v.r.sport < leastSport || v.r.sport*sportShare < len(v.r.tokens) {
		return
	}
	place := q.entry.Size() != listed.Nowhere
	switch q.kind {
	case KindPerson:
		v.x[fSportPerson] = 1
	case KindOrg:
		v.x[fSportOrg] = 1
		v.set(fSportPlaceOrg, place)
	case KindPlace:
		v.x[fSportLoc] = 1
		v.set(fSportPlaceLoc, place)
	}
}

// bodyBefore is how likely it is that the name of a body stands before the bracket before a word.
func (v *view) bodyBefore(q *reading) (p float64) {
	if q.end-q.first > 1 {
		return 0
	}
	for i := range v.here {
		if o := &v.here[i]; o.kind == KindOrg && o.end == q.first-1 {
			p += float64(o.chance)
		}
	}
	return p
}
