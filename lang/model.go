package lang

import (
	"errors"
	"fmt"
	"sync"
)

// ErrModel says that a model's file was asked for as two different things.
var ErrModel = errors.New("lang: a model is read as one type only")

// Model is the file of a fitted model or a table. It is read once, when it is first needed, and
// what was read is shared.
type Model struct {
	data  []byte
	once  sync.Once
	value any
	err   error
}

// NewModel makes a Model of a file's bytes, which must not change afterwards.
func NewModel(data []byte) *Model { return &Model{data: data} }

// Bytes returns the file. It must not be changed.
func (m *Model) Bytes() []byte { return m.data }

// Load returns what read makes of a model's file. It calls read once for a Model, however often and from however many
// goroutines it is called; later calls return the same value or the same error. It returns [ErrModel] when an earlier
// call made another type of it.
func Load[T any](m *Model, read func([]byte) (T, error)) (T, error) {
	m.once.Do(func() {
		m.value, m.err = read(m.data)
	})
	var none T
	if m.err != nil {
		return none, m.err
	}
	v, ok := m.value.(T)
	if !ok {
		return none, fmt.Errorf("%w: %T, not %T", ErrModel, m.value, none)
	}
	return v, nil
}
