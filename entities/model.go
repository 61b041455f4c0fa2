package entities

import (
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/lang"
)

// ErrModel comes back from [ReadModel] for bytes that are no model of names of this
// version, and from [New] for a model that was trained with the words of another language
// or version.
var ErrModel = errors.New("entities: not a model of names")

// maxModel bounds a model of names in bytes; that of the library has some three million.
const maxModel = 256 << 20

// Model is a trained model of names, for [Options.Model]. It is read-only and may be
// shared.
type Model struct {
	file []byte
	read sync.Map // *lang.Pack → *lang.Model: the file as it is read for each
}

// ReadModel reads a model that package entities/train made. The error wraps [ErrModel], or
// is that of r.
func ReadModel(r io.Reader) (*Model, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxModel+1))
	if err != nil {
		return nil, fmt.Errorf("entities: read model: %w", err)
	}
	if len(b) > maxModel {
		return nil, fmt.Errorf("%w: more than %d bytes", ErrModel, maxModel)
	}
	if err := names.CheckModel(b); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrModel, err)
	}
	return &Model{file: b}, nil
}

// taggerOf returns the tagger of a model with the words of a language.
func (m *Model) taggerOf(p *lang.Pack) (*names.Tagger, error) {
	own := *p
	file, _ := m.read.LoadOrStore(p, lang.NewModel(m.file))
	own.Names = file.(*lang.Model)
	t, err := names.TaggerOf(&own)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrModel, err)
	}
	return t, nil
}
