package page

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// The features of a block by itself: its words and its markup, not its neighbours.
// Each constant is the place of its first coefficient: the one before it, and how
// many that one has.
const (
	fBias       = 0
	fPlain      = fBias + 1          // a page of plain text
	fLen        = fPlain + 1         // bins of length in runes
	fPlainLen   = fLen + lenBins - 1 // the same on a page of plain text
	fLinked     = fPlainLen + lenBins - 1
	fEnd        = fLinked + 5 // ends as a sentence does
	fEndShort   = fEnd + 1
	fColon      = fEndShort + 1
	fQuestion   = fColon + 1
	fEllipsis   = fQuestion + 1
	fOpenLong   = fEllipsis + 1 // long, but no end of a sentence
	fComma      = fOpenLong + 1
	fSentences  = fComma + 2
	fLower      = fSentences + 2 // bins of the share of words in lower case
	fCaps       = fLower + 4
	fDigits     = fCaps + 1
	fBegins     = fDigits + 1 // with a small letter, a digit, a sign, a quotation mark
	fSeparator  = fBegins + 4
	fAddress    = fSeparator + 1
	fCopyright  = fAddress + 1
	fOpener     = fCopyright + 1
	fByline     = fOpener + 1
	fDate       = fByline + 1
	fCredit     = fDate + 1
	fJunk       = fCredit + 1
	fTwice      = fJunk + 2
	fTitle      = fTwice + 1
	fDek        = fTitle + 1
	fBold       = fDek + 1
	fPosition   = fBold + 1
	fBeforeH1   = fPosition + 3
	fInLD       = fBeforeH1 + 2 // among the words of the JSON-LD article, or not
	fTag        = fInLD + 2
	fHint       = fTag + tagBins - 1 // own and inherited
	firstLength = fHint + hintCount
)

const (
	lenBins = 9
	tagBins = 12
)

// sums adds up the features of a block: each is a coefficient times a value. Where
// the model is being fitted, it records them.
type sums struct {
	weights []float64
	total   float64
	rec     []Feature
	keep    bool
}

// Feature is one feature of a block: the place of its coefficient, and its value.
type Feature struct {
	At    int
	Value float64
}

func (s *sums) add(at int, value float64) {
	s.total += s.weights[at] * value
	if s.keep {
		s.rec = append(s.rec, Feature{at, value})
	}
}

func (s *sums) flag(at int, on bool) {
	if on {
		s.add(at, 1)
	}
}

// bin adds the bin that something lies in. The first bin has no coefficient: it is what the others are measured by.
func (s *sums) bin(at, bin int) {
	if bin > 0 {
		s.add(at+bin-1, 1)
	}
}

// lenBin returns the bin of a length in runes.
func lenBin(n int) int {
	switch {
	case n < 10:
		return 0
	case n < 20:
		return 1
	case n < 35:
		return 2
	case n < 60:
		return 3
	case n < 100:
		return 4
	case n < 150:
		return 5
	case n < 250:
		return 6
	case n < 400:
		return 7
	}
	return 8
}

// share returns which quarter of 0..1 a ratio lies in.
func share(a, b int) int {
	if b == 0 {
		return 0
	}
	return min(3, 4*a/b)
}

// tagBin returns the bin of a tag.
func tagBin(a atom.Atom) int {
	switch a {
	case atom.P:
		return 0
	case atom.Div, atom.Section, atom.Article:
		return 1
	case atom.Li:
		return 2
	case atom.H1:
		return 3
	case atom.H2:
		return 4
	case atom.H3:
		return 5
	case atom.H4, atom.H5, atom.H6:
		return 6
	case atom.Td, atom.Th:
		return 7
	case atom.Figcaption, atom.Caption, atom.Legend:
		return 8
	case atom.Blockquote, atom.Pre:
		return 9
	case atom.Button, atom.Label, atom.Form, atom.Option:
		return 10
	}
	return 11
}

// surroundings is what a block's features need to know of the page.
type surroundings struct {
	title string          // folded
	deks  map[string]bool // folded
	seen  map[string]bool // the words of the blocks so far
	ld    *wordSet        // of the JSON-LD article, nil without one
	h1    int             // the block of the headline, -1 for none
	n     int             // how many blocks
}

// first adds up the features of one block.
func (s *sums) first(b *block, m *shape, i int, around *surroundings, plain bool) {
	s.add(fBias, 1)
	bin := lenBin(m.runes)
	s.bin(fLen, bin)
	if plain {
		s.add(fPlain, 1)
		s.bin(fPlainLen, bin)
	}
	s.words(b, m)
	f := ""
	if len(b.text) < 600 {
		f = b.fold()
		s.flag(fTitle, f != "" && f == around.title)
		s.flag(fDek, around.deks[f])
	}
	s.flag(fTwice, around.seen[b.text])
	around.seen[b.text] = true
	s.phrases(b, f)
	s.bin(fPosition, share(i, around.n))
	if around.h1 >= 0 {
		if i < around.h1 {
			s.add(fBeforeH1, 1)
		} else {
			s.add(fBeforeH1+1, 1)
		}
	}
	if around.ld != nil && m.words > 1 {
		if around.ld.holds(b.text) {
			s.add(fInLD, 1)
		} else {
			s.add(fInLD+1, 1)
		}
	}
	if plain {
		return
	}
	s.bin(fTag, tagBin(b.tag))
	if b.linked > 0 {
		s.add(fLinked+linkBin(b), 1)
	}
	s.flag(fBold, b.bold >= len(b.text))
	for h, at := b.hints, fHint; h != 0; h, at = h>>1, at+1 {
		if h&1 != 0 {
			s.add(at, 1)
		}
	}
}

// linkBin returns the bin of the share of text in links, where there is any.
func linkBin(b *block) int {
	switch d := float64(b.linked) / float64(len(b.text)); {
	case d < 0.1:
		return 0
	case d < 0.25:
		return 1
	case d < 0.5:
		return 2
	case d < 0.9:
		return 3
	}
	return 4
}

// words adds what the letters and signs say.
func (s *sums) words(b *block, m *shape) {
	s.flag(fEnd, m.endMark && !m.question)
	s.flag(fEndShort, m.endMark && m.runes < 60)
	s.flag(fColon, m.colon)
	s.flag(fQuestion, m.question)
	s.flag(fEllipsis, m.ellipsis)
	s.flag(fOpenLong, !m.endMark && m.runes >= 100)
	s.flag(fComma, m.commas > 0)
	s.flag(fComma+1, m.commas > 2)
	s.flag(fSentences, m.ends > 1)
	s.flag(fSentences+1, m.ends > 3)
	if m.words >= 4 {
		s.add(fLower+share(m.lower, m.words), 1)
	}
	s.flag(fCaps, m.caps)
	s.flag(fDigits, 5*m.digits > m.runes)
	if bin := beginBin(m.first); bin >= 0 {
		s.add(fBegins+bin, 1)
	}
	if m.runes < 200 {
		s.flag(fSeparator, m.divided)
		s.flag(fAddress, m.at || strings.Contains(b.text, "http") || strings.Contains(b.text, "www."))
		s.flag(fCopyright, strings.Contains(b.text, "©"))
	}
}

// beginBin returns the bin of the first rune of a block, -1 for a capital and the like.
func beginBin(r rune) int {
	switch {
	case 'a' <= r && r <= 'z':
		return 0
	case '0' <= r && r <= '9':
		return 1
	case strings.ContainsRune("\"“„«‘»", r):
		return 3
	case r < 'A', strings.ContainsRune("•›▶", r):
		return 2
	}
	return -1
}

// phrases adds what known phrases say; f is the folded text, "" for a long one.
func (s *sums) phrases(b *block, f string) {
	if len(b.text) <= maxOpener {
		b.marked = openerIn(b.text, f) != roleNone
		s.flag(fOpener, b.marked)
		s.flag(fByline, bylineOf(b.text) != "")
		b.dated = isDateLine(b.text)
		s.flag(fDate, b.dated)
	}
	if f != "" {
		s.flag(fCredit, len(f) < 250 && hasCredit(b.text))
		switch n := junkIn(f); {
		case n == 1:
			s.add(fJunk, 1)
		case n > 1:
			b.marked = true
			s.add(fJunk+1, 1)
		}
	}
}
