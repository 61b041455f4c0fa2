package names

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/dateline-go/dateline/lang"
)

// lanes is how many weights a row has: one for each tag but Outside.
const lanes = Tags - 1

// What a model's file says of itself.
const (
	modelKind    = "names"
	modelVersion = 3
)

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
	// Small is taken off the score of a name that begins with a word in small letters, 0 for nothing.
	Small float32
	// Fingerprint is that of the vocabulary that the model was trained with, "" where it is not known.
	Fingerprint string
	// Review are the coefficients of the reviewer, one for each [Feature] of those that there were when it was fitted;
	// nil for none.
	Review []float32
}

// Encode writes the model to the [lang.File] that [ReadModel] reads. Its body has the
// sizes, the numbers of 32 bits, then for each row two bytes that say which of its
// weights are not zero, and those, and then the coefficients of the reviewer, where there is one, and Small, where it
// is not 0.
func (m *Model) Encode() ([]byte, error) {
	if m.Bits < 8 || m.Bits > 24 || len(m.Rows) != lanes<<m.Bits {
		return nil, fmt.Errorf("names: %d weights for 1<<%d rows", len(m.Rows), m.Bits)
	}
	b := []byte{byte(m.Bits), byte(lanes)}
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
	for i := 0; i < len(m.Rows); i += lanes {
		var mask uint16
		for k, w := range m.Rows[i : i+lanes] {
			if w != 0 {
				mask |= 1 << k
			}
		}
		b = binary.LittleEndian.AppendUint16(b, mask)
		for _, w := range m.Rows[i : i+lanes] {
			if w != 0 {
				b = append(b, byte(w))
			}
		}
	}
	if len(m.Review) > 0 && !slices.Contains(reviewers[:], len(m.Review)) {
		return nil, fmt.Errorf("names: %d coefficients for %d features", len(m.Review), Features)
	}
	for _, x := range m.Review {
		put(x)
	}
	if m.Small != 0 {
		put(m.Small)
	}
	return lang.File{Kind: modelKind, Version: modelVersion, Fingerprint: m.Fingerprint, Body: b}.Encode()
}

// ReadModel reads what [Model.Encode] wrote. The error wraps [ErrModel] and says
// what is wrong: another version, other labels, a file cut short.
func ReadModel(b []byte) (*Model, error) {
	m, w, err := readWeights(b)
	if err != nil {
		return nil, err
	}
	m.Rows = make([]int8, 8*len(w.rows))
	for i := range m.Rows {
		m.Rows[i] = int8(uint8(w.rows[i/8]>>(i%8*8)) ^ bias)
	}
	return m, nil
}

// CheckModel reports what is wrong with a model's file, as [ReadModel] does.
func CheckModel(b []byte) error {
	_, _, err := readWeights(b)
	return err
}

// readHead reads all but the rows, and returns those as they are.
func readHead(b []byte) (*Model, []byte, error) {
	const header = 2 + 4*(3+Tags+Tags*Tags)
	file, err := lang.ReadFile(b, modelKind, modelVersion)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrModel, err)
	}
	b = file.Body
	if len(b) < header {
		return nil, nil, fmt.Errorf("%w: cut short in its first %d bytes", ErrModel, header)
	}
	m := &Model{Bits: uint(b[0]), Fingerprint: file.Fingerprint}
	if m.Bits < 8 || m.Bits > 24 {
		return nil, nil, fmt.Errorf("%w: 1<<%d rows", ErrModel, m.Bits)
	}
	if n := b[1]; n != byte(lanes) {
		return nil, nil, fmt.Errorf("%w: %d weights a row, not %d", ErrModel, n, lanes)
	}
	if !m.readNumbers(b[2:]) {
		return nil, nil, fmt.Errorf("%w: a number that is none", ErrModel)
	}
	return m, b[header:], nil
}

// readNumbers reads the numbers of 32 bits; it reports whether all are finite.
func (m *Model) readNumbers(b []byte) bool {
	at, ok := 0, true
	get := func() float32 {
		x := math.Float32frombits(binary.LittleEndian.Uint32(b[at:]))
		at += 4
		ok = ok && !math.IsNaN(float64(x)) && !math.IsInf(float64(x), 0)
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
	return ok
}
