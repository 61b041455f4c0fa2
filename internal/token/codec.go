package token

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/lang"
)

// What a file of weights says of itself.
const (
	fileKind    = "tagger"
	fileVersion = 2
)

// featureVersion is counted up whenever the tagger reads anything else of a text.
const featureVersion = "tagger 1"

// ErrModel is wrapped by the error for a file of weights that cannot be read.
var ErrModel = errors.New("token: broken tagger weights")

// ModelHeader says where weights come from.
type ModelHeader struct {
	Data    []ModelData  `json:"data"`
	Options LearnOptions `json:"options"`
	GUM     int          `json:"gum"` // how often each sentence of GUM counted
}

// ModelData is a data set that weights were learned from.
type ModelData struct {
	Name    string `json:"name"`
	Licence string `json:"licence"`
	SHA256  string `json:"sha256"`
}

// Encode writes the tagger as a [lang.File].
func (p *Perceptron) Encode(h ModelHeader) ([]byte, error) {
	var b []byte
	b = binary.AppendUvarint(b, uint64(len(p.tags)))
	for _, t := range p.tags {
		b = append(append(b, t...), '\n')
	}
	b = binary.LittleEndian.AppendUint64(b, p.open)
	b = binary.AppendUvarint(b, uint64(len(p.lex.classes)))
	for _, c := range p.lex.classes {
		b = binary.LittleEndian.AppendUint64(b, c)
	}
	type entry struct {
		key   uint32
		class uint16
	}
	var entries []entry
	for i, k := range p.lex.keys {
		if k != 0 {
			entries = append(entries, entry{k, p.lex.values[i]})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	b = binary.AppendUvarint(b, uint64(len(entries)))
	last := uint32(0)
	for _, e := range entries {
		b = binary.AppendUvarint(b, uint64(e.key-last)/2)
		b = binary.AppendUvarint(b, uint64(e.class))
		last = e.key
	}
	for _, w := range p.weights {
		b = append(b, byte(w))
	}
	about, err := json.Marshal(h)
	if err != nil {
		return nil, fmt.Errorf("token: model header: %w", err)
	}
	f := lang.File{Kind: fileKind, Version: fileVersion,
		Fingerprint: lang.Fingerprint(featureVersion), About: about, Body: b}
	return f.Encode()
}

// splitModel parts a file of weights into header and numbers.
func splitModel(data []byte) (h ModelHeader, body []byte, err error) {
	f, err := lang.ReadFile(data, fileKind, fileVersion)
	if err != nil {
		return h, nil, fmt.Errorf("%w: %w", ErrModel, err)
	}
	if want := lang.Fingerprint(featureVersion); f.Fingerprint != want {
		return h, nil, fmt.Errorf("%w: features %s, not %s: run go generate ./internal/token", ErrModel, f.Fingerprint, want)
	}
	if err := json.Unmarshal(f.About, &h); err != nil {
		return h, nil, fmt.Errorf("%w: header: %w", ErrModel, err)
	}
	return h, f.Body, nil
}

// modelReader reads a file of weights; after the first fault it gives zeros.
type modelReader struct {
	s   string
	bad bool
}

func (r *modelReader) take(n int) string {
	if n < 0 || n > len(r.s) {
		r.bad, r.s = true, ""
		return ""
	}
	out := r.s[:n]
	r.s = r.s[n:]
	return out
}

func (r *modelReader) uvarint(limit uint64) int {
	v, shift := uint64(0), 0
	for {
		b := r.take(1)
		if b == "" || shift > 56 {
			r.bad = true
			return 0
		}
		v |= uint64(b[0]&0x7F) << shift
		if b[0] < 0x80 {
			break
		}
		shift += 7
	}
	if v > limit {
		r.bad = true
		return 0
	}
	return int(v)
}

func (r *modelReader) uint64() uint64 {
	b := r.take(8)
	if b == "" {
		return 0
	}
	return binary.LittleEndian.Uint64([]byte(b))
}

// readPerceptron reads what Encode wrote.
func readPerceptron(file []byte) (*Perceptron, error) {
	_, body, err := splitModel(file)
	if err != nil {
		return nil, err
	}
	return readWeights(body)
}

// readWeights reads the numbers of a file.
func readWeights(body []byte) (*Perceptron, error) {
	r := &modelReader{s: string(body)}
	p := &Perceptron{}
	for range r.uvarint(64) {
		tag, rest, ok := strings.Cut(r.s, "\n")
		if !ok {
			return nil, fmt.Errorf("%w: tags", ErrModel)
		}
		p.tags, r.s = append(p.tags, tag), rest
	}
	all := uint64(1)<<len(p.tags) - 1
	p.open = r.uint64() & all
	var classes []uint64
	for range r.uvarint(1 << 16) {
		classes = append(classes, r.uint64()&all)
	}
	n := r.uvarint(1 << 20)
	p.lex = newLexicon(n, classes)
	p.setQuotes()
	last := uint32(0)
	for range n {
		last += uint32(r.uvarint(1<<31)) * 2
		c := r.uvarint(1<<16 - 1)
		if r.bad || c >= len(classes) {
			return nil, fmt.Errorf("%w: lexicon", ErrModel)
		}
		p.lex.add(last|1, uint16(c))
	}
	weights := r.take(cells)
	if r.bad || r.s != "" || p.open == 0 || len(p.tags) == 0 {
		return nil, fmt.Errorf("%w: length", ErrModel)
	}
	p.weights = new([cells]int8)
	for i := range p.weights {
		p.weights[i] = int8(weights[i])
	}
	return p, nil
}
