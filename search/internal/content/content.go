// Package content writes what a Document holds as bytes, for the engines to keep:
//
//	text       the story
//	blocks     each with its kind
//	sentences
//	tokens     each with its tag
//	rest       JSON of everything else
//
// where numbers are varints and strings and lists have their length before them.
// The story comes first because highlights need no more. Blocks, sentences and
// tokens are half of the JSON of a Document and take a tenth of that so. Engines
// keep these bytes compressed by DEFLATE ([Compress]).
package content

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"io"
	"slices"
	"sync"

	"github.com/dateline-go/dateline"
)

// DigestSize is the length of a [Digest] in bytes.
const DigestSize = 16

// Digest is the beginning of the SHA-256 of encoded content: that of two Documents
// is the same where they hold the same.
type Digest [DigestSize]byte

// Encode writes what a Document holds.
func Encode(doc *dateline.Document) ([]byte, Digest, error) {
	return Append(nil, doc)
}

// Append appends what a Document holds to b and returns it; the digest is of what
// was appended.
func Append(b []byte, doc *dateline.Document) ([]byte, Digest, error) {
	start := len(b)
	bare := *doc
	bare.Text, bare.Blocks, bare.Sentences, bare.Tokens = "", nil, nil, nil
	raw, err := rest(&bare)
	if err != nil {
		return b, Digest{}, err
	}
	b = slices.Grow(b, len(doc.Text)+len(raw)+3*len(doc.Tokens)+512)
	b = AppendString(b, doc.Text)
	b = appendBlocks(b, doc.Blocks)
	b = appendSpans(b, doc.Sentences)
	b = appendTokens(b, doc.Tokens)
	b = append(b, raw...)
	sum := sha256.Sum256(b[start:])
	return b, Digest(sum[:DigestSize]), nil
}

// rest writes what json.Marshal does, which would read all of it twice more.
func rest(doc *dateline.Document) ([]byte, error) {
	raw, err := doc.MarshalJSON()
	if err == nil && replaced(raw) {
		err = dateline.ErrUTF8
	}
	if err != nil || !bytes.ContainsAny(raw, "<>&") {
		return raw, err
	}
	var b bytes.Buffer
	json.HTMLEscape(&b, raw)
	return b.Bytes(), nil
}

// replaced reports whether JSON has the escape that stands for bytes that are no
// UTF-8: such a Document would come back as another one.
func replaced(raw []byte) bool {
	const escape = `\ufffd`
	for {
		i := bytes.Index(raw, []byte(escape))
		if i < 0 {
			return false
		}
		before := len(bytes.TrimRight(raw[:i], `\`))
		if (i-before)%2 == 0 { // the backslash is not one that is escaped itself
			return true
		}
		raw = raw[i+len(escape):]
	}
}

// Decode reads what [Encode] wrote. The Document keeps nothing of b.
func Decode(b []byte) (*dateline.Document, error) {
	s, r := story(b)
	tokens := r.tokens()
	if r.err != nil {
		return nil, r.err
	}
	doc := new(dateline.Document)
	if err := json.Unmarshal(r.b, doc); err != nil {
		return nil, err
	}
	doc.Text, doc.Blocks, doc.Sentences, doc.Tokens = s.Text, s.Blocks, s.Sentences, tokens
	return doc, nil
}

// DecodeStory reads the text, blocks and sentences alone.
func DecodeStory(b []byte) (*dateline.Document, error) {
	s, r := story(b)
	if r.err != nil {
		return nil, r.err
	}
	return s, nil
}

func story(b []byte) (*dateline.Document, *Reader) {
	r := NewReader(b)
	return &dateline.Document{Text: r.String(), Blocks: r.blocks(), Sentences: r.spans()}, r
}

var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // the error is about the level only
	return w
}}

// Compress appends bytes in short to dst.
func Compress(dst, b []byte) ([]byte, error) {
	buf := bytes.NewBuffer(dst)
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(buf)
	_, err := w.Write(b)
	if err == nil {
		err = w.Close()
	}
	return buf.Bytes(), err
}

var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

// Decompress returns what [Compress] made short. It has no checksum.
func Decompress(b []byte) ([]byte, error) {
	z := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(z)
	if err := z.(flate.Resetter).Reset(bytes.NewReader(b), nil); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Grow(4 * len(b))
	_, err := out.ReadFrom(z)
	return out.Bytes(), err
}

// AppendString appends a string with its length before it.
func AppendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}
