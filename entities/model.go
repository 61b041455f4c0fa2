package entities

import (
	"errors"
	"fmt"
	"io"

	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/names"
)

// ErrModel comes back from [ReadModel] for bytes that are no model of names of this
// version.
var ErrModel = errors.New("entities: not a model of names")

// maxModel bounds a model of names in bytes; that of the library has some three million.
const maxModel = 256 << 20

// Model is a trained model of names, for [Options.Model]. It is read-only and may be
// shared.
type Model struct{ tagger *names.Tagger }

// ReadModel reads a model that the trainer of names wrote; docs/training.md says how to
// train one. The error wraps [ErrModel], or is that of r.
func ReadModel(r io.Reader) (*Model, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxModel+1))
	if err != nil {
		return nil, fmt.Errorf("entities: read model: %w", err)
	}
	if len(b) > maxModel {
		return nil, fmt.Errorf("%w: more than %d bytes", ErrModel, maxModel)
	}
	m, err := names.ReadModel(b)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrModel, err)
	}
	words, err := clusters.Default()
	if err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	t, err := names.NewTagger(m, words, names.English())
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrModel, err)
	}
	return &Model{t}, nil
}
