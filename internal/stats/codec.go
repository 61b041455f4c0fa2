package stats

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/dateline-go/dateline/internal/table"
	"github.com/dateline-go/dateline/lang"
)

// What a table's file says of itself.
const (
	fileKind    = "frequencies"
	fileVersion = 3
)

// form is that of the table of stems. A key has enough bits that one unknown stem in half a million
// is taken for a known one.
var form = table.Form{Key: 34, Bucket: 10, Value: 8}

// noStep is one that no stem has: the one above it is that of stems that are not in the table.
const noStep = math.MaxUint8

// Encode writes the table to a [lang.File], whose body is a [table.Table] of the steps by the hashes of the stems.
func (f *Frequencies) Encode() ([]byte, error) {
	about, err := json.Marshal(f.about)
	if err != nil {
		return nil, fmt.Errorf("stats: encode: %w", err)
	}
	return lang.File{Kind: fileKind, Version: fileVersion, About: about, Body: f.packed}.Encode()
}

// Decode reads what [Frequencies.Encode] wrote, which it keeps. Its error wraps [ErrFormat].
func Decode(b []byte) (*Frequencies, error) {
	file, err := lang.ReadFile(b, fileKind, fileVersion)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	f := &Frequencies{packed: file.Body}
	if err := json.Unmarshal(file.About, &f.about); err != nil {
		return nil, fmt.Errorf("%w: about: %w", ErrFormat, err)
	}
	if err := f.open(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	return f, nil
}

// open opens the packed table.
func (f *Frequencies) open() (err error) {
	if f.steps, err = table.Open(f.packed); err != nil {
		return err
	}
	if f.steps.Form() != form {
		return fmt.Errorf("stems in %+v", f.steps.Form())
	}
	top := uint64(0)
	for i := range f.steps.Len() {
		top = max(top, f.steps.Value(i))
	}
	if top >= noStep {
		return fmt.Errorf("step %d is out of range", top)
	}
	f.rarest = float64(top+1) * idfStep
	return nil
}
