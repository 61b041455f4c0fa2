package token

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/dateline-go/dateline/lang"
)

// What a file of weights says of itself.
const (
	fileKind    = "tagger"
	fileVersion = 3
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
	b = append(b, p.lex.packed...)
	b = append(b, p.weights[:]...)
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
	rest []byte
	bad  bool
}

func (r *modelReader) uvarint(limit uint64) int {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 || v > limit {
		r.bad, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[n:]
	return int(v)
}

func (r *modelReader) uint64() uint64 {
	if len(r.rest) < 8 {
		r.bad, r.rest = true, nil
		return 0
	}
	v := binary.LittleEndian.Uint64(r.rest)
	r.rest = r.rest[8:]
	return v
}

// readPerceptron reads what Encode wrote.
func readPerceptron(file []byte) (*Perceptron, error) {
	_, body, err := splitModel(file)
	if err != nil {
		return nil, err
	}
	return readWeights(body)
}

// readWeights makes a tagger of the numbers of a file, which it keeps.
func readWeights(body []byte) (*Perceptron, error) {
	r := &modelReader{rest: body}
	p := &Perceptron{}
	for range r.uvarint(64) {
		tag, rest, ok := bytes.Cut(r.rest, []byte("\n"))
		if !ok {
			return nil, fmt.Errorf("%w: tags", ErrModel)
		}
		p.tags, r.rest = append(p.tags, string(tag)), rest
	}
	all := uint64(1)<<len(p.tags) - 1
	p.open = r.uint64() & all
	for range r.uvarint(1 << lexForm.Value) {
		p.lex.classes = append(p.lex.classes, r.uint64()&all)
	}
	p.setQuotes()
	weights, err := p.lex.open(r.rest)
	if err != nil {
		return nil, err
	}
	if r.bad || len(weights) != cells || p.open == 0 || len(p.tags) == 0 {
		return nil, fmt.Errorf("%w: length", ErrModel)
	}
	p.weights = (*[cells]byte)(weights)
	return p, nil
}
