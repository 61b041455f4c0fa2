package stats

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/dateline-go/dateline/lang"
)

// What a table's file says of itself.
const (
	fileKind    = "frequencies"
	fileVersion = 2
)

// maxTable bounds what a table may unpack to, so that a broken one ends.
const maxTable = 16 << 20

// Encode packs the table into a [lang.File]. Its body has, deflated, the number of stems and for
// each, in order, the bytes it shares with the one before, the length of the rest, the rest, and
// its step.
func (f *Frequencies) Encode() ([]byte, error) {
	body := binary.AppendUvarint(nil, uint64(f.Len()))
	var before []byte
	for i, step := range f.steps.steps {
		s := f.steps.stem(i)
		if len(s) > 255 {
			return nil, fmt.Errorf("stats: stem of %d bytes", len(s))
		}
		n := 0
		for n < min(len(s), len(before)) && s[n] == before[n] {
			n++
		}
		body = append(body, byte(n), byte(len(s)-n))
		body = append(body, s[n:]...)
		body = append(body, step)
		before = s
	}
	about, err := json.Marshal(f.about)
	if err != nil {
		return nil, fmt.Errorf("stats: encode: %w", err)
	}
	var out bytes.Buffer
	z, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("stats: encode: %w", err)
	}
	if _, err := z.Write(body); err != nil {
		return nil, fmt.Errorf("stats: encode: %w", err)
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("stats: encode: %w", err)
	}
	return lang.File{Kind: fileKind, Version: fileVersion, About: about, Body: out.Bytes()}.Encode()
}

// Decode reads what [Frequencies.Encode] wrote. Its error wraps [ErrFormat].
func Decode(b []byte) (*Frequencies, error) {
	file, err := lang.ReadFile(b, fileKind, fileVersion)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	f, packed := &Frequencies{}, file.Body
	if err := json.Unmarshal(file.About, &f.about); err != nil {
		return nil, fmt.Errorf("%w: about: %w", ErrFormat, err)
	}
	var body bytes.Buffer
	body.Grow(4 * len(packed)) // what stems pack to
	if _, err := body.ReadFrom(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), maxTable)); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	if err := f.unpack(body.Bytes()); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	return f, nil
}

var errCut = errors.New("cut short")

func (f *Frequencies) unpack(body []byte) error {
	n, k := binary.Uvarint(body)
	if k <= 0 || n > uint64(len(body)) {
		return errCut
	}
	body = body[k:]
	f.steps.grow(int(n))
	before := make([]byte, 0, 256)
	var top uint8
	for range n {
		if len(body) < 3 {
			return errCut
		}
		shared, more := int(body[0]), int(body[1])
		if shared > len(before) || len(body) < more+3 {
			return errCut
		}
		before = append(before[:shared], body[2:2+more]...)
		step := body[2+more]
		if step == 255 {
			return fmt.Errorf("step of %q is out of range", before)
		}
		f.steps.add(string(before), step)
		if len(f.steps.text) > maxTable {
			return fmt.Errorf("more than %d bytes of stems", maxTable)
		}
		top = max(top, step)
		body = body[3+more:]
	}
	if len(body) > 0 {
		return fmt.Errorf("%d bytes too many", len(body))
	}
	f.rarest = float64(top+1) * idfStep
	return nil
}
