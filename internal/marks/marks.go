// Package marks pairs quotation marks: straight, curly, low and angle ones,
// nested ones, and those of a quotation that runs over several paragraphs and is
// closed in the last only.
package marks

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang/pos"
)

// Region is a run of tokens between quotation marks.
type Region struct {
	// Open is the token of the opening mark, Close that of the closing one. Where
	// the closing mark is missing, Close is the token behind the last one inside.
	Open, Close int
	// Single says that the marks are single ones, Inner that the region lies
	// inside another.
	Single, Inner bool
	// Closed says that there is a closing mark.
	Closed bool
	// Continues says that the quotation goes on in the next paragraph, which
	// begins with a mark of its own: the region behind this one.
	Continues bool
}

// kind is what a token may be as a quotation mark.
type kind uint8

const (
	none       kind = iota
	straight        // "
	ticks           // '' and ``
	curlyOpen       // “, which closes behind „
	curlyEnd        // ”
	low             // „
	angleLeft       // «
	angleEnd        // »
	singleAny       // '
	singleOpen      // ‘
	singleEnd       // ’
)

func kindOf(word string) kind {
	switch word {
	case `"`:
		return straight
	case "''", "``":
		return ticks
	case "“":
		return curlyOpen
	case "”", "‟":
		return curlyEnd
	case "„":
		return low
	case "«":
		return angleLeft
	case "»":
		return angleEnd
	case "'", "`":
		return singleAny
	case "‘", "‚":
		return singleOpen
	case "’":
		return singleEnd
	}
	return none
}

// family is what an opening and its closing mark have in common.
func (k kind) family() kind {
	switch k {
	case curlyOpen, curlyEnd, straight, ticks, low:
		return straight
	case angleLeft, angleEnd:
		return angleLeft
	}
	return singleAny
}

// open is a mark that waits for its closing one.
type open struct {
	at   int
	kind kind
}

// Pairer pairs marks; its buffers are used again. The zero value is ready. It is
// not safe for concurrent use.
type Pairer struct {
	// Tagset says what the tags of the tokens mean, so that the sign of a possessor is no mark. nil will do.
	Tagset  *pos.Tagset
	stack   []open
	nested  bool // as many curly marks open as close in this paragraph
	regions []Region
}

// Pair returns the regions of a text, by their opening marks. The tokens of
// paragraph i are ends[i-1] to ends[i]. What it returns is good until the next
// call.
func (p *Pairer) Pair(text string, tokens []dateline.Token, ends []int) []Region {
	p.regions = p.regions[:0]
	from, carried := 0, -1
	for _, to := range ends {
		first := len(p.regions)
		p.paragraph(text, tokens, from, to)
		found := p.regions[first:]
		sortRegions(found)
		if carried >= 0 && len(found) > 0 && found[0].Open == from && !found[0].Single {
			p.regions[carried].Continues = true
		}
		carried = -1
		for i := range found {
			if !found[i].Closed {
				carried = first + i
			}
		}
		from = to
	}
	return p.regions
}

// sortRegions sorts by the opening mark. Regions come by their closing mark, so
// that few are out of place.
func sortRegions(list []Region) {
	for i := 1; i < len(list); i++ {
		for j := i; j > 0 && list[j].Open < list[j-1].Open; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}

// maxDepth bounds how deep marks nest; deeper ones are not looked at.
const maxDepth = 4

func (p *Pairer) paragraph(text string, tokens []dateline.Token, from, to int) {
	p.stack = p.stack[:0]
	p.nested = balanced(text, tokens[from:to])
	for i := from; i < to; i++ {
		t := tokens[i]
		if t.End-t.Start > 3 {
			continue
		}
		k := kindOf(text[t.Start:t.End])
		if k == none {
			continue
		}
		p.mark(sign{
			at: i, kind: k, possessive: p.Tagset.Of(t.Tag).Is(pos.Genitive),
			spaceBefore: i == from || tokens[i-1].End < t.Start || bracket(text, tokens[i-1]),
			spaceAfter:  i+1 == to || tokens[i+1].Start > t.End,
		})
	}
	for d, o := range p.stack {
		if o.kind.family() == singleAny {
			continue // an apostrophe
		}
		p.regions = append(p.regions, Region{Open: o.at, Close: to, Inner: d > 0})
		break
	}
}

// balanced reports whether as many curly marks open as close.
func balanced(text string, tokens []dateline.Token) bool {
	n := 0
	for _, t := range tokens {
		if t.End-t.Start == len("“") {
			switch text[t.Start:t.End] {
			case "“":
				n++
			case "”":
				n--
			}
		}
	}
	return n == 0
}

// bracket reports whether a token opens what follows, as an opening mark may
// stand behind it without a space.
func bracket(text string, t dateline.Token) bool {
	switch text[t.Start:t.End] {
	case "(", "[", "—", "–", "-", "--", ":", "“", "‘", `"`, "'", "„", "«":
		return true
	}
	return false
}

// sign is a quotation mark in its place.
type sign struct {
	at          int // its token
	kind        kind
	possessive  bool // the tagger took it for the sign of a possessor
	spaceBefore bool
	spaceAfter  bool
}

// opens and closes report whether the spaces around a mark say that it opens or closes.
func (x sign) opens() bool  { return x.spaceBefore && !x.spaceAfter }
func (x sign) closes() bool { return !x.spaceBefore && x.spaceAfter }

// mark opens or closes a region at a token.
func (p *Pairer) mark(x sign) {
	opened := -1 // the open mark of the same family
	for d := len(p.stack) - 1; d >= 0 && opened < 0; d-- {
		if p.stack[d].kind.family() == x.kind.family() {
			opened = d
		}
	}
	switch x.kind {
	case straight, ticks:
		p.straight(x, opened)
	case curlyOpen:
		p.curlyOpen(x, opened)
	case curlyEnd:
		p.curlyEnd(x, opened)
	case low, singleOpen:
		p.begin(x.at, x.kind)
	case angleLeft, angleEnd:
		// French marks point outwards, German ones inwards.
		if opened >= 0 && p.stack[opened].kind != x.kind {
			p.end(opened, x.at, true)
		} else if opened < 0 {
			p.begin(x.at, x.kind)
		}
	case singleAny, singleEnd:
		switch {
		case x.possessive && !x.spaceAfter:
		case opened >= 0 && !x.spaceBefore:
			p.end(opened, x.at, true)
		case opened < 0 && x.kind == singleAny && x.opens():
			p.begin(x.at, x.kind)
		}
	}
}

// straight reads a mark that opens and closes alike.
func (p *Pairer) straight(x sign, opened int) {
	innermost := opened >= 0 && opened == len(p.stack)-1
	switch {
	case innermost && p.stack[opened].kind == curlyOpen && p.nested && x.opens():
		p.begin(x.at, x.kind) // “They called it "a ruin" for years”
	case opened >= 0 && x.opens():
		// It opens, so the one that is open was never closed.
		p.end(opened, x.at, false)
		p.begin(x.at, x.kind)
	case opened >= 0:
		p.end(opened, x.at, true)
	case !x.closes(): // where nothing is open, none closes
		p.begin(x.at, x.kind)
	}
}

func (p *Pairer) curlyOpen(x sign, opened int) {
	if opened >= 0 && (p.stack[opened].kind == low || x.closes()) {
		p.end(opened, x.at, true)
		return
	}
	if opened >= 0 && !p.nested {
		p.end(opened, x.at, false)
	}
	p.begin(x.at, x.kind)
}

func (p *Pairer) curlyEnd(x sign, opened int) {
	for d := opened; d >= 0 && p.nested; d-- {
		if p.stack[d].kind == curlyOpen {
			opened = d // rather than a straight one inside that was not closed
			break
		}
	}
	if opened >= 0 {
		p.end(opened, x.at, true)
	} else if x.opens() {
		p.begin(x.at, x.kind) // ”The bridge is safe”
	}
}

func (p *Pairer) begin(i int, k kind) {
	if len(p.stack) < maxDepth {
		p.stack = append(p.stack, open{i, k})
	}
}

// end closes the mark at a depth of the stack; what was opened inside it and not
// closed is forgotten.
func (p *Pairer) end(d, i int, closed bool) {
	o := p.stack[d]
	p.stack = p.stack[:d]
	if i <= o.at+1 {
		return // nothing between the marks
	}
	single := o.kind.family() == singleAny
	if single && !closed {
		return
	}
	p.regions = append(p.regions, Region{Open: o.at, Close: i, Single: single, Inner: d > 0, Closed: closed})
}
