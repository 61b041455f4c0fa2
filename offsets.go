package dateline

import "unicode/utf8"

// offsetStep is the distance in bytes between two checkpoints of [Offsets].
const offsetStep = 64

// Offsets converts byte spans of one text to runes (Unicode code points, as
// Python counts) and to UTF-16 units (as JavaScript and Java count). It costs
// one pass over the text to build, memory of an eighth of the text unless it is
// all ASCII, and constant time for each span. It is safe for concurrent use.
type Offsets struct {
	text  string
	ascii bool
	marks []offsetMark
}

// offsetMark holds the counts of runes and UTF-16 units before a checkpoint.
type offsetMark struct{ runes, units int32 }

// NewOffsets prepares the conversion for a text, usually a Document's Text.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text, ascii: true}
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			o.ascii = false
			break
		}
	}
	if o.ascii {
		return o
	}
	o.marks = make([]offsetMark, 0, len(text)/offsetStep+1)
	var m offsetMark
	for i := 0; i < len(text); i++ {
		if i%offsetStep == 0 {
			o.marks = append(o.marks, m)
		}
		m.count(text[i])
	}
	return o
}

// count adds the rune that begins with byte b; continuation bytes add nothing.
func (m *offsetMark) count(b byte) {
	switch {
	case b < 0x80 || b >= 0xC0 && b < 0xF0:
		m.runes++
		m.units++
	case b >= 0xF0: // four bytes: a surrogate pair
		m.runes++
		m.units += 2
	}
}

// Runes converts a span of bytes to a span of runes.
func (o *Offsets) Runes(s Span) Span {
	return Span{int(o.at(s.Start).runes), int(o.at(s.End).runes)}
}

// UTF16 converts a span of bytes to a span of UTF-16 code units.
func (o *Offsets) UTF16(s Span) Span {
	return Span{int(o.at(s.Start).units), int(o.at(s.End).units)}
}

// at counts what comes before byte offset i, which is cut to the text's length.
func (o *Offsets) at(i int) offsetMark {
	i = min(max(i, 0), len(o.text))
	if o.ascii {
		return offsetMark{int32(i), int32(i)}
	}
	k := min(i/offsetStep, len(o.marks)-1)
	m := o.marks[k]
	for j := k * offsetStep; j < i; j++ {
		m.count(o.text[j])
	}
	return m
}
