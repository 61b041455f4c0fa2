package names

import "github.com/dateline-go/dateline"

// The model tells coarse kinds apart. What a place, or a name of the rest, is in
// detail is told by its own words.

// fine is a finer label that a word of the name gives it.
type fine uint8

const (
	fineNature fine = 1 + iota // may be the first word too: Lake Geneva
	fineRegion
	fineBuilt
	fineEvent
	fineLaw
	fineProduct
	finePeople
)

var fineLabels = [...]dateline.Label{fineNature: dateline.Loc, fineRegion: dateline.Loc, fineBuilt: dateline.Fac,
	fineEvent: dateline.Event, fineLaw: dateline.Law, fineProduct: dateline.Product, finePeople: dateline.NORP}

// label makes the coarse kind of a name finer.
func label(r *Reader, first, end int, kind Kind) dateline.Label {
	switch kind {
	case KindPerson:
		return dateline.Person
	case KindOrg:
		return dateline.Org
	case KindPlace:
		return placeLabel(r, first, end)
	}
	return otherLabel(r, first, end)
}

// placeLabel tells places of nature, regions and buildings from what has a government.
func placeLabel(r *Reader, first, end int) dateline.Label {
	tail, head := r.at(int32(end-1)), r.at(int32(first))
	f := r.vocabulary.fine[tail.lower]
	if head := r.vocabulary.fine[head.lower]; end-first > 1 && head == fineNature && f == 0 {
		f = fineNature // Lake Geneva, Mount Fuji
	}
	switch {
	case end-first == 2 && r.vocabulary.governed[pair(head.lower, tail.lower)]:
	case f == fineNature, f == fineRegion, f == fineBuilt && end-first > 1:
		return fineLabels[f]
	case end-first > 1 && tail.lower == r.vocabulary.america: // Latin America, but not America
		return dateline.Loc
	}
	return dateline.GPE
}

// otherLabel tells peoples, events, laws, products and works from each other.
func otherLabel(r *Reader, first, end int) dateline.Label {
	tail := r.at(int32(end - 1))
	f := r.vocabulary.fine[tail.lower]
	if n := r.at(int32(max(first, end-2))); end-first > 1 && tail.caps == capsDigit {
		// "World War 3", "Fisheries Act 2023"
		f = r.vocabulary.fine[n.lower]
	}
	if f == fineEvent || f == fineLaw {
		return fineLabels[f]
	}
	for i := first; i < end; i++ {
		switch w := r.at(int32(i)); {
		case r.vocabulary.fine[w.lower] == fineEvent && i == first && end-first > 1: // Operation, Hurricane
			return dateline.Event
		case w.caps == capsDigit && end-first > 1, w.caps == capsMixed:
			return dateline.Product
		}
	}
	if end-first == 1 && tail.caps == capsAll { // PS5
		return dateline.Product
	}
	switch {
	case f == finePeople || r.vocabulary.demonymEnds[tail.suffix[1]]:
		return dateline.NORP
	case end-first > 1:
		return dateline.Work
	case r.vocabulary.pluralEnds[tail.suffix[0]]: // Tutsis
		return dateline.NORP
	}
	return dateline.Product
}
