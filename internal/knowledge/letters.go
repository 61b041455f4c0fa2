package knowledge

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// Names are written in Huffman codes of their bytes. Which code a byte has depends on the byte before it: after "q"
// hardly anything but "u" comes. The byte 0 ends a name, and stands before the first byte of one.
//
// The table has for each byte where its codes are, noCodes where it is in no name; then, for each of them, how many
// codes there are of each length, and what they stand for: the shortest first, so that codes of a length follow one
// another (canonical codes). It is read in place.
const (
	endByte    = 0
	noCodes    = 1<<16 - 1
	mostBits   = 15 // of a code
	startsSize = 2 * 256
)

// letters reads names in codes.
type letters struct {
	table string // see above
	codes string // the first bit is the lowest
}

// check returns an error for a table that says of no byte what it stands for.
func (l *letters) check() error {
	if len(l.table) < startsSize {
		return fmt.Errorf("%w: a table of %d bytes for names", ErrFormat, len(l.table))
	}
	return nil
}

// next returns the byte whose code begins at a bit, and where the next one begins. What is damaged ends a name.
func (l *letters) next(bit int, before byte) (byte, int) {
	at := int(l.table[2*int(before)]) | int(l.table[2*int(before)+1])<<8
	at += startsSize
	first := at + mostBits // of what codes of a length stand for
	if first > len(l.table) {
		return endByte, bit
	}
	code := 0
	for _, n := range []byte(l.table[at:first]) {
		if bit>>3 >= len(l.codes) {
			return endByte, bit
		}
		code = code<<1 | int(l.codes[bit>>3]>>(bit&7)&1)
		bit++
		if code < int(n) {
			if first += code; first < len(l.table) {
				return l.table[first], bit
			}
			return endByte, bit
		}
		code -= int(n)
		first += int(n)
	}
	return endByte, bit
}

// appendName appends the name that begins at a bit, and returns where the next one begins.
func (l *letters) appendName(dst []byte, bit int) ([]byte, int) {
	before := byte(endByte)
	for {
		if before, bit = l.next(bit, before); before == endByte {
			return dst, bit
		}
		dst = append(dst, before)
	}
}

// letterBuilder writes names in codes.
type letterBuilder struct {
	count [256][256]int // of each byte after each other
	code  [256][256]huffmanCode
	codes []byte
	bits  int
}

// huffmanCode is a code with its highest bit first.
type huffmanCode struct{ code, bits int }

// learn counts the bytes of a name.
func (b *letterBuilder) learn(name string) {
	before := byte(endByte)
	for i := range len(name) {
		b.count[before][name[i]]++
		before = name[i]
	}
	b.count[before][endByte]++
}

// table makes the codes and returns the table that [letters] reads.
func (b *letterBuilder) table() []byte {
	starts, table := make([]byte, 0, startsSize), []byte{}
	for before := range b.count {
		used := bytesBySize(&b.count[before])
		if len(used) == 0 {
			starts = binary.LittleEndian.AppendUint16(starts, noCodes)
			continue
		}
		starts = binary.LittleEndian.AppendUint16(starts, uint16(len(table)))
		var sizes [mostBits + 1]byte
		code, bits := 0, 0
		var stand []byte
		for _, x := range used {
			code <<= x.bits - bits
			bits = x.bits
			b.code[before][x.of] = huffmanCode{code, bits}
			code++
			sizes[bits]++
			stand = append(stand, x.of)
		}
		table = append(append(table, sizes[1:]...), stand...)
	}
	return append(starts, table...)
}

// sized is a byte with the length of its code.
type sized struct {
	of   byte
	bits int
}

// bytesBySize returns the bytes that are counted with the lengths of their Huffman codes, the shortest first.
func bytesBySize(count *[256]int) []sized {
	for scale := 0; ; scale++ {
		if list := huffman(count, scale); len(list) == 0 || list[len(list)-1].bits <= mostBits {
			return list
		}
	}
}

// huffman returns the lengths of the codes of counts without their lowest bits, the shortest first.
func huffman(count *[256]int, scale int) []sized {
	type node struct {
		count int
		bytes []byte
	}
	var bits [256]int
	var nodes []node
	for i, n := range count {
		if n > 0 {
			nodes = append(nodes, node{n>>scale + 1, []byte{byte(i)}})
		}
	}
	used := len(nodes)
	for len(nodes) > 1 {
		slices.SortStableFunc(nodes, func(a, b node) int { return cmp.Compare(b.count, a.count) })
		x, y := nodes[len(nodes)-1], nodes[len(nodes)-2]
		both := node{x.count + y.count, append(slices.Clone(x.bytes), y.bytes...)}
		for _, c := range both.bytes {
			bits[c]++
		}
		nodes = append(nodes[:len(nodes)-2], both)
	}
	list := make([]sized, 0, used)
	for i, n := range count {
		if n > 0 {
			list = append(list, sized{byte(i), max(1, bits[i])}) // one alone has a bit too
		}
	}
	slices.SortStableFunc(list, func(a, b sized) int { return cmp.Compare(a.bits, b.bits) })
	return list
}

// write appends the codes of a name. [letterBuilder.table] comes before it.
func (b *letterBuilder) write(name string) {
	before := byte(endByte)
	for i := range len(name) {
		b.put(b.code[before][name[i]])
		before = name[i]
	}
	b.put(b.code[before][endByte])
}

func (b *letterBuilder) put(x huffmanCode) {
	for i := x.bits - 1; i >= 0; i-- {
		if b.bits&7 == 0 {
			b.codes = append(b.codes, 0)
		}
		b.codes[b.bits>>3] |= byte(x.code>>i&1) << (b.bits & 7)
		b.bits++
	}
}
