package lang

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"slices"
)

// ErrFile says that the file of a model cannot be used: it is none, damaged, cut short, of another kind or version, or
// was fitted on other words than the pack has.
var ErrFile = errors.New("lang: not a usable file of a model")

// File is the one form that files of fitted models and tables have: a line that names the form, a
// line of JSON that says what it holds, and the numbers.
type File struct {
	// Kind says what it is a model of: "names", "tagger".
	Kind string
	// Version is that of the kind's own form, from 1.
	Version int
	// Fingerprint is that of the features and the words that the model was fitted on, see [Lexicon.Fingerprint]; "" where
	// it depends on none.
	Fingerprint string
	// About says where it comes from, as JSON; it may be nil.
	About json.RawMessage
	// Body holds the numbers.
	Body []byte
}

// fileHead is the second line of a file.
type fileHead struct {
	Kind        string          `json:"kind"`
	Version     int             `json:"version"`
	Fingerprint string          `json:"fingerprint,omitempty"`
	Size        int             `json:"size"`
	CRC         uint32          `json:"crc32c"`
	About       json.RawMessage `json:"about,omitempty"`
}

const (
	fileMagic   = "dateline model 1\n"
	maxFileHead = 1 << 16
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Encode writes the file. The same File gives the same bytes.
func (f File) Encode() ([]byte, error) {
	sum := crc32.Checksum(f.Body, castagnoli)
	head, err := json.Marshal(fileHead{f.Kind, f.Version, f.Fingerprint, len(f.Body), sum, f.About})
	if err != nil {
		return nil, fmt.Errorf("lang: encode model: %w", err)
	}
	if len(head) > maxFileHead {
		return nil, fmt.Errorf("lang: encode model: a head of %d bytes", len(head))
	}
	return slices.Concat([]byte(fileMagic), head, []byte("\n"), f.Body), nil
}

// ReadFile reads what [File.Encode] wrote, of one kind and version. The Body is a part of data. The
// error wraps [ErrFile].
func ReadFile(data []byte, kind string, version int) (File, error) {
	rest, ok := bytes.CutPrefix(data, []byte(fileMagic))
	if !ok {
		return File{}, fmt.Errorf("%w: it does not begin with %q", ErrFile, fileMagic)
	}
	line, _, ok := bytes.Cut(rest[:min(len(rest), maxFileHead+1)], []byte("\n"))
	if !ok {
		return File{}, fmt.Errorf("%w: no head", ErrFile)
	}
	body := rest[len(line)+1:]
	var h fileHead
	switch err := json.Unmarshal(line, &h); {
	case err != nil:
		return File{}, fmt.Errorf("%w: head: %w", ErrFile, err)
	case h.Kind != kind:
		return File{}, fmt.Errorf("%w: it is of kind %q, not %q", ErrFile, h.Kind, kind)
	case h.Version != version:
		return File{}, fmt.Errorf("%w: version %d, not %d; fit it anew", ErrFile, h.Version, version)
	case h.Size != len(body):
		return File{}, fmt.Errorf("%w: %d bytes, not %d", ErrFile, len(body), h.Size)
	case h.CRC != crc32.Checksum(body, castagnoli):
		return File{}, fmt.Errorf("%w: it is damaged", ErrFile)
	}
	return File{h.Kind, h.Version, h.Fingerprint, h.About, body}, nil
}

// Fingerprint tells lists apart: that of the names of features, that of the words of a lexicon's classes.
func Fingerprint(parts ...string) string {
	h := fnv.New64a()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Fingerprint is that of the words of some classes with their values, and of the features of a
// model. A model that looks words up keeps it: when a word of a class changes, it has to be fitted
// anew.
func (l *Lexicon) Fingerprint(features []string, classes ...Class) string {
	wanted := ClassesOf(classes...)
	names := map[Class]string{}
	for _, c := range classes {
		names[c] = c.String()
	}
	var rows []string
	for i := range l.words.words {
		word, of := l.words.words[i].word, l.words.classes(i)
		if !of.Any(&wanted) {
			continue
		}
		for _, c := range classes {
			if of.Is(c) {
				rows = append(rows, word+"\t"+names[c]+"="+l.Value(word, c))
			}
		}
	}
	slices.Sort(rows)
	return Fingerprint(append(slices.Clone(features), rows...)...)
}
