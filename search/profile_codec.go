package search

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"math/bits"

	"github.com/dateline-go/dateline"
)

// ErrProfile comes with bytes that are not an encoded [Profile], or one of another
// version.
var ErrProfile = errors.New("search: not a profile of this version")

// profileForm is the version of what a profile holds and how it is written.
//
//	form       1 byte
//	checksum   4 bytes, CRC-32C of all that follows
//	language   where that is not English, which is another form
//	strings    ID, headline, date, entities with a byte of salience, countries, keyphrases
//	vector     keys by their distances, a byte of weight for each
//	feet       hashes of the last paragraphs, each with its shingles, facts and slots, then a byte
//	           of bits for each key where there are any
//	signature  number of shingles, step, hashes by their distances
//	facts      the same
//	slots      by their distances
//
// Numbers are varints, strings and lists have their length before them.
//
// Form 4 is of an article in English and has no language, form 3 has no slots either, and form 2 says nothing of the
// shingles and facts of feet.
const formOther, profileForm, formNoSlots, formBareFeet = 5, 4, 3, 2

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Encode writes the profile. Its length is bounded by that of its strings and
// some twenty kilobytes.
func (p *Profile) Encode() []byte {
	hashes := len(p.tells.words.hashes) + len(p.tells.facts.hashes) + len(p.tells.slots)
	b := make([]byte, 5, 512+5*len(p.vector.keys)+4*hashes)
	b[0] = profileForm
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	number := func(n int) { b = binary.AppendUvarint(b, uint64(n)) }
	ascending := func(list []uint32) {
		last := uint32(0)
		for _, x := range list {
			b = binary.AppendUvarint(b, uint64(x-last))
			last = x
		}
	}
	if p.language != "" {
		b[0] = formOther
		text(p.language)
	}
	text(p.ID)
	text(p.Headline)
	text(p.Published.String())
	number(len(p.Entities))
	for _, e := range p.Entities {
		text(e.ID)
		text(e.Name)
		text(string(e.Label))
		b = append(b, byteOf(e.Salience))
	}
	for _, list := range [][]string{p.Countries, p.Keyphrases} {
		number(len(list))
		for _, s := range list {
			text(s)
		}
	}
	number(len(p.vector.keys))
	ascending(p.vector.keys)
	b = append(b, p.vector.weights...)
	number(len(p.vector.feet))
	for i, h := range p.vector.feet {
		number(int(h))
		number(int(p.tells.feet[i].words))
		number(int(p.tells.feet[i].facts))
		number(int(p.tells.feet[i].slots))
	}
	b = append(b, p.vector.only...)
	for _, s := range []*signature{&p.tells.words, &p.tells.facts} {
		number(s.total)
		number(int(s.step))
		number(len(s.hashes))
		ascending(s.hashes)
	}
	number(len(p.tells.slots))
	ascending(p.tells.slots)
	binary.BigEndian.PutUint32(b[1:], crc32.Checksum(b[5:], castagnoli))
	return b
}

// DecodeProfile reads what [Profile.Encode] wrote. The profile keeps nothing of b.
// The error wraps [ErrProfile].
func DecodeProfile(b []byte) (*Profile, error) {
	if len(b) < 5 || b[0] < formBareFeet || b[0] > formOther {
		return nil, ErrProfile
	}
	if binary.BigEndian.Uint32(b[1:]) != crc32.Checksum(b[5:], castagnoli) {
		return nil, fmt.Errorf("%w: wrong checksum", ErrProfile)
	}
	r := profileReader{b: b[5:], ok: true}
	language := ""
	if b[0] == formOther {
		language = string(r.take(r.count(1)))
	}
	r.shareTexts()
	p := &Profile{ID: r.text(), Headline: r.text(), language: language}
	var err error
	if p.Published, err = dateline.ParseDate(r.text()); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrProfile, err)
	}
	if n := r.count(4); n > 0 {
		p.Entities = make([]ProfileEntity, n)
	}
	for i := range p.Entities {
		e := &p.Entities[i]
		e.ID, e.Name, e.Label = r.text(), r.text(), r.label()
		e.Salience = float64(r.byte()) / 255
	}
	p.Countries, p.Keyphrases = r.texts(), r.texts()
	p.vector.keys = r.ascending(r.count(2))
	p.vector.weights = r.bytes(len(p.vector.keys))
	if n := r.count(1); n > 0 {
		p.vector.feet = make([]uint32, n)
		p.tells.feet = make([]footSize, n)
		for i := range p.vector.feet {
			p.vector.feet[i] = uint32(r.number())
			p.tells.feet[i].hash = p.vector.feet[i]
			if b[0] >= formNoSlots {
				p.tells.feet[i].words, p.tells.feet[i].facts = r.size(), r.size()
			}
			if b[0] >= profileForm {
				p.tells.feet[i].slots = r.size()
			}
		}
		p.vector.only = r.bytes(len(p.vector.keys))
	}
	p.vector.setScale()
	p.tells.words, p.tells.facts = r.signature(), r.signature()
	if b[0] >= profileForm {
		p.tells.slots = r.ascending(r.count(1))
	}
	p.tells.people = peopleOf(p.Entities)
	if !r.ok || len(r.b) > 0 {
		return nil, fmt.Errorf("%w: %d bytes too many or too few", ErrProfile, len(r.b))
	}
	return p, nil
}

// profileReader takes values from bytes; once they end, ok is false and it gives zeros.
type profileReader struct {
	b  []byte
	ok bool
	// shared is the part of the bytes that has the strings, which are cut out of it: each by itself would be
	// memory of its own, some fifty in a profile. sharedEnd is where it ends, counted from the end of b.
	shared    string
	sharedEnd int
}

// shareTexts takes the part that has the strings.
func (r *profileReader) shareTexts() {
	q := profileReader{b: r.b, ok: true}
	skip := func(n int) {
		for range n {
			q.take(q.count(1))
		}
	}
	skip(3)
	for range q.count(4) {
		skip(3)
		q.byte()
	}
	skip(q.count(1))
	skip(q.count(1))
	if q.ok {
		r.shared, r.sharedEnd = string(r.b[:len(r.b)-len(q.b)]), len(q.b)
	}
}

func (r *profileReader) fail() { r.b, r.ok = nil, false }

func (r *profileReader) number() int {
	n, size := binary.Uvarint(r.b)
	if size <= 0 || n > 1<<32 {
		r.fail()
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

// count reads the number of things that take at least size bytes each.
func (r *profileReader) count(size int) int {
	n := r.number()
	if n > len(r.b)/size {
		r.fail()
		return 0
	}
	return n
}

func (r *profileReader) text() string {
	n := r.count(1)
	if at := len(r.shared) - (len(r.b) - r.sharedEnd); r.ok && at >= 0 && at+n <= len(r.shared) {
		r.take(n)
		return r.shared[at : at+n]
	}
	return string(r.take(n))
}

// nameLabels are the labels that entities have, the most frequent ones first.
var nameLabels = [...]dateline.Label{
	dateline.Person, dateline.Org, dateline.GPE, dateline.NORP, dateline.Loc, dateline.Fac, dateline.Event, dateline.Work,
	dateline.Product, dateline.Law,
}

// label reads a label. Those that there are take no memory of their own.
func (r *profileReader) label() dateline.Label {
	b := r.take(r.count(1))
	for _, l := range nameLabels {
		if string(b) == string(l) {
			return l
		}
	}
	return dateline.Label(b)
}

func (r *profileReader) byte() byte {
	if b := r.take(1); len(b) == 1 {
		return b[0]
	}
	return 0
}

// take returns the next n bytes, none where there are fewer.
func (r *profileReader) take(n int) []byte {
	if n > len(r.b) {
		r.fail()
		return nil
	}
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}

func (r *profileReader) bytes(n int) []byte {
	b := make([]byte, n)
	copy(b, r.take(n))
	return b
}

func (r *profileReader) texts() []string {
	n := r.count(1)
	if n == 0 {
		return nil
	}
	list := make([]string, n)
	for i := range list {
		list[i] = r.text()
	}
	return list
}

func (r *profileReader) signature() signature {
	s := signature{total: r.number(), step: uint32(r.number())}
	if s.step == 0 || s.step&(s.step-1) != 0 {
		r.fail()
	}
	s.hashes = r.ascending(r.count(1))
	return s
}

// ascending reads numbers by their distances, which are most of a profile: eight bytes at a time, of
// which a distance takes five at most.
func (r *profileReader) ascending(n int) []uint32 {
	list := make([]uint32, n)
	last, i := uint32(0), 0
	for ; i < n && len(r.b) >= 8; i++ {
		word := binary.LittleEndian.Uint64(r.b)
		ends := ^word & 0x80_80_80_80_80 // the last byte of a varint has no high bit
		if ends == 0 {
			r.fail()
			break
		}
		size := bits.TrailingZeros64(ends) + 1
		word &= 1<<size - 1
		last += uint32(word&0x7f | word>>1&0x3f80 | word>>2&0x1f_c000 | word>>3&0xfe0_0000 | word>>4&0xf000_0000)
		list[i] = last
		r.b = r.b[size/8:]
	}
	for ; i < n; i++ {
		last += uint32(r.number())
		list[i] = last
	}
	return list
}

// size reads a number of words.
func (r *profileReader) size() int32 { return int32(min(r.number(), math.MaxInt32)) }
