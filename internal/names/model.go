package names

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

//go:embed model.bin
var modelFile []byte

// lanes is how many weights a row has: one for each tag but Outside.
const lanes = Tags - 1

// modelMagic begins a model file; its last byte is the version.
const modelMagic = "dlnames\x01"

// ErrModel comes with a model that is cut short, damaged or of another version:
// one that was made for other features, labels or word clusters.
var ErrModel = errors.New("names: not a model of this version")

// Model holds the weights of a tagger. It is only read once it is made.
type Model struct {
	// Bits is the binary logarithm of the number of rows.
	Bits uint
	// Rows holds the weights, a row after another, each a byte: the weight in
	// units of Scale.
	Rows []int8
	// Scale is what a weight of 1 counts for.
	Scale float32
	// Transitions are the scores of pairs of tags.
	Transitions Transitions
	// Mix is how much a word's other places in the document count, 0 for nothing.
	Mix float32
	// Bias is added to the score of every tag but Outside.
	Bias float32
}

// Encode writes the model to the format that [ReadModel] reads.
func (m *Model) Encode() ([]byte, error) {
	if m.Bits < 8 || m.Bits > 24 || len(m.Rows) != lanes<<m.Bits {
		return nil, fmt.Errorf("names: %d weights for 1<<%d rows", len(m.Rows), m.Bits)
	}
	b := []byte(modelMagic)
	b = append(b, byte(m.Bits), byte(lanes))
	put := func(x float32) { b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x)) }
	put(m.Scale)
	put(m.Mix)
	put(m.Bias)
	for _, x := range m.Transitions.Start {
		put(x)
	}
	for y := range m.Transitions.Next {
		for _, x := range m.Transitions.Next[y] {
			put(x)
		}
	}
	var packed bytes.Buffer
	z, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	rows := make([]byte, len(m.Rows))
	for i, w := range m.Rows {
		rows[i] = byte(w)
	}
	if _, err := z.Write(rows); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return append(b, packed.Bytes()...), nil
}

// ReadModel reads what [Model.Encode] wrote. Other bytes give [ErrModel].
func ReadModel(b []byte) (*Model, error) {
	const header = len(modelMagic) + 2 + 4*(3+Tags+Tags*Tags)
	if len(b) < header || string(b[:len(modelMagic)]) != modelMagic {
		return nil, ErrModel
	}
	m := &Model{Bits: uint(b[len(modelMagic)])}
	if m.Bits < 8 || m.Bits > 24 || b[len(modelMagic)+1] != byte(lanes) {
		return nil, ErrModel
	}
	at := len(modelMagic) + 2
	bad := false
	get := func() float32 {
		x := math.Float32frombits(binary.LittleEndian.Uint32(b[at:]))
		at += 4
		bad = bad || math.IsNaN(float64(x)) || math.IsInf(float64(x), 0)
		return x
	}
	m.Scale, m.Mix, m.Bias = get(), get(), get()
	for y := range m.Transitions.Start {
		m.Transitions.Start[y] = get()
	}
	for y := range m.Transitions.Next {
		for z := range m.Transitions.Next[y] {
			m.Transitions.Next[y][z] = get()
		}
	}
	if bad {
		return nil, ErrModel
	}
	rows := make([]byte, lanes<<m.Bits)
	packed := bytes.NewReader(b[at:])
	z := flate.NewReader(packed)
	if _, err := io.ReadFull(z, rows); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrModel, err)
	}
	if n, err := z.Read(make([]byte, 1)); n != 0 || err != io.EOF || packed.Len() > 0 {
		return nil, ErrModel
	}
	m.Rows = make([]int8, len(rows))
	for i, w := range rows {
		m.Rows[i] = int8(w)
	}
	return m, nil
}
