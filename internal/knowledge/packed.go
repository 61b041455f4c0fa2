package knowledge

import (
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline/internal/table"
)

// The files of officials, outlets and organisations share one form: the magic, the number of codes in two bytes, the
// length of the text in four, the codes, a [table.Table] of the hashes of names, and the text. A row names a code by
// its number and a piece of the text by where it begins and how long it is, so that opening a file decodes nothing.
const packedHead = 8 + 2 + 4

// A row names a piece of the text in four bytes: three for its first byte and one for its length.
const (
	pieceSize = 4
	maxText   = 1<<24 - 1
	maxPiece  = 1<<8 - 1
)

type packed struct {
	codes    string
	codeSize int
	rows     *table.Table
	text     []byte
}

// openPacked opens a file with rows of a form. The error matches [ErrFormat].
func openPacked(file []byte, magic string, codeSize int, form table.Form) (*packed, error) {
	if len(file) < packedHead || string(file[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w: it does not begin with %q", ErrFormat, magic)
	}
	codes := int(binary.LittleEndian.Uint16(file[len(magic):])) * codeSize
	text := binary.LittleEndian.Uint32(file[len(magic)+2:])
	rest := file[packedHead:]
	if codes > len(rest) {
		return nil, fmt.Errorf("%w: the codes of %q are cut short", ErrFormat, magic)
	}
	p := &packed{codes: string(rest[:codes]), codeSize: codeSize}
	var err error
	if p.rows, p.text, err = table.OpenFirst(rest[codes:]); err != nil {
		return nil, fmt.Errorf("%w: %q: %w", ErrFormat, magic, err)
	}
	if p.rows.Form() != form || uint64(len(p.text)) != uint64(text) {
		return nil, fmt.Errorf("%w: %q has rows of %+v and %d bytes of text", ErrFormat, magic, p.rows.Form(), len(p.text))
	}
	return p, nil
}

// code returns the code of a number, "" where a damaged file has none.
func (p *packed) code(number uint64) string {
	if number >= uint64(len(p.codes)/p.codeSize) {
		return ""
	}
	at := int(number) * p.codeSize
	return p.codes[at : at+p.codeSize]
}

// piece returns the bounds of the text that the first bytes of extra name, none where a damaged file has no such text.
func (p *packed) piece(extra []byte) (from, to int) {
	from = int(extra[0]) | int(extra[1])<<8 | int(extra[2])<<16
	to = from + int(extra[3])
	if to > len(p.text) {
		return 0, 0
	}
	return from, to
}

// packer collects what [openPacked] reads.
type packer struct {
	magic string
	codes []string // sorted, each padded to one size
	rows  *table.Builder
	text  []byte
}

func newPacker(magic string, form table.Form, codes []string) *packer {
	slices.Sort(codes)
	return &packer{magic: magic, codes: slices.Compact(codes), rows: table.NewBuilder(form)}
}

// number returns the number of a code.
func (p *packer) number(code string) uint64 {
	i, _ := slices.BinarySearch(p.codes, code)
	return uint64(i)
}

// appendPiece adds a piece to the text and appends to a row's extra where it is.
func (p *packer) appendPiece(extra []byte, piece string) ([]byte, error) {
	at := len(p.text)
	if piece == "" {
		at = 0
	}
	if len(piece) > maxPiece || at+len(piece) > maxText {
		return nil, fmt.Errorf("%w: no room for the name %.300q", ErrFormat, piece)
	}
	p.text = append(p.text, piece...)
	return append(extra, byte(at), byte(at>>8), byte(at>>16), byte(len(piece))), nil
}

// encode writes the file; a row names a code in so many bits.
func (p *packer) encode(codeBits int) ([]byte, error) {
	if len(p.codes) > 1<<codeBits {
		return nil, fmt.Errorf("%w: %d codes for %q", ErrFormat, len(p.codes), p.magic)
	}
	b := binary.LittleEndian.AppendUint16([]byte(p.magic), uint16(len(p.codes)))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(p.text)))
	for _, code := range p.codes {
		b = append(b, code...)
	}
	rows, err := p.rows.Encode()
	if err != nil {
		return nil, fmt.Errorf("%w: %q: %w", ErrFormat, p.magic, err)
	}
	return slices.Concat(b, rows, p.text), nil
}

// padded returns a code with zeros behind it, as wide as the codes of a file are.
func padded(code string, size int) string {
	b := make([]byte, size)
	copy(b, code)
	return string(b)
}
