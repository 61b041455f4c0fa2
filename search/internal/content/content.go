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
	if err := doc.UnmarshalJSON(r.b); err != nil { // json.Unmarshal would read all of it once more before
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

// Compress appends bytes in short to dst. Of what [Encode] wrote, the story can be made long
// again without the rest: it is a block of DEFLATE of its own.
func Compress(dst, b []byte) ([]byte, error) {
	buf := bytes.NewBuffer(dst)
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(buf)
	story := storyLen(b)
	_, err := w.Write(b[:story])
	if err == nil && story > 0 {
		err = w.Flush()
	}
	if err == nil {
		_, err = w.Write(b[story:])
	}
	if err == nil {
		err = w.Close()
	}
	return buf.Bytes(), err
}

// storyLen is how many of the bytes hold the story, 0 where they hold none.
func storyLen(b []byte) int {
	r := NewReader(b)
	r.skip(r.count())
	for range r.count() { // blocks
		r.skip(r.count())
		r.Number()
		r.Number()
	}
	for range 2 * r.count() { // sentences
		r.Number()
	}
	if r.err != nil {
		return 0
	}
	return len(b) - len(r.b)
}

var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

// inflated holds what was made long again, for one call after the other.
var inflated = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// maxKept is the largest buffer that is kept for the next call.
const maxKept = 1 << 20

// Decompress returns what [Compress] made short. It has no checksum.
func Decompress(b []byte) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(4 * len(b))
	err := inflate(&out, b)
	return out.Bytes(), err
}

// inflate appends to out what [Compress] made short.
func inflate(out *bytes.Buffer, b []byte) error {
	z := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(z)
	if err := z.(flate.Resetter).Reset(bytes.NewReader(b), nil); err != nil {
		return err
	}
	_, err := out.ReadFrom(z)
	return err
}

// Read is [Decode] of what [Compress] made short.
func Read(b []byte) (*dateline.Document, error) {
	out := inflated.Get().(*bytes.Buffer)
	defer keep(out)
	if err := inflate(out, b); err != nil {
		return nil, err
	}
	return Decode(out.Bytes())
}

// ReadStory is [DecodeStory] of what [Compress] made short. It makes no more of it long than the
// story takes, which stands first and is a small part of the whole.
func ReadStory(b []byte) (*dateline.Document, error) {
	z := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(z)
	if err := z.(flate.Resetter).Reset(bytes.NewReader(b), nil); err != nil {
		return nil, err
	}
	out := inflated.Get().(*bytes.Buffer)
	defer keep(out)
	for least := 1; ; {
		err := inflateSome(out, z, least)
		if err != nil && err != io.EOF {
			return nil, err
		}
		doc, failed := DecodeStory(out.Bytes())
		if failed == nil || err == io.EOF {
			return doc, failed
		}
		least = out.Len() + out.Len()/4 // so that a list of many sentences is not read with each part of it
	}
}

// inflateStep is how much is made long at once: what [flate.NewReader] has ready at most.
const inflateStep = 1 << 15

// inflateSome appends to out what z gives, until it holds so many bytes or z ends.
func inflateSome(out *bytes.Buffer, z io.Reader, least int) error {
	for out.Len() < least {
		out.Grow(inflateStep)
		n, err := z.Read(out.AvailableBuffer()[:inflateStep])
		out.Write(out.AvailableBuffer()[:n])
		if err != nil {
			return err
		}
	}
	return nil
}

// keep gives back a buffer, unless it has become very large.
func keep(out *bytes.Buffer) {
	if out.Cap() <= maxKept {
		out.Reset()
		inflated.Put(out)
	}
}

// AppendString appends a string with its length before it.
func AppendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}
