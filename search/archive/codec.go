package archive

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"sync"
	"time"

	"github.com/dateline-go/dateline"
)

// A stored document is
//
//	form       1 byte, storedForm
//	checksum   4 bytes, CRC-32C of all that follows
//	revision   4 bytes
//	stored     8 bytes, milliseconds since 1970
//	state      1 byte, 0 or gone
//	digest     16 bytes of the SHA-256 of what the document holds
//	source     what a load called its source
//	lengths    one number for each scored field
//	card       id, headline, published, URL: what a hit shows
//	body       DEFLATE of text, blocks, sentences, tokens and the JSON of the rest
//
// where numbers are varints and strings have their length before them. What
// stands first has a fixed size, as it is known last, when the batch is written.
// The card stands apart because most hits need no more, the story comes first
// because highlights need no more. Blocks, sentences and tokens are half of the
// JSON and take a tenth of that so. A tombstone ends after the card.
const (
	storedForm = 2
	headSize   = 1 + 4 + 4 + 8 + 1 + digestSize
	digestSize = 16
	gone       = 1 // the state of a tombstone
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// card is what a hit shows of a document.
type card struct {
	lengths                      lengths
	id, headline, published, url string
}

var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // the error is about the level only
	return w
}}

// head is the beginning of a stored document.
type head struct {
	revision int
	stored   time.Time
	deleted  bool
	digest   [digestSize]byte
}

// seal puts the head and the checksum into a stored document.
func (h head) seal(b []byte) {
	b[0] = storedForm
	binary.BigEndian.PutUint32(b[5:], uint32(h.revision))
	binary.BigEndian.PutUint64(b[9:], uint64(h.stored.UnixMilli()))
	b[17] = 0
	if h.deleted {
		b[17] = gone
	}
	copy(b[18:headSize], h.digest[:])
	binary.BigEndian.PutUint32(b[1:], crc32.Checksum(b[5:], castagnoli))
}

// decodeHead reads the head; rest is what follows it.
func decodeHead(b []byte) (h head, rest []byte, err error) {
	if len(b) < headSize || b[0] != storedForm {
		return h, nil, fmt.Errorf("%w: unknown stored form", ErrDamaged)
	}
	if binary.BigEndian.Uint32(b[1:]) != crc32.Checksum(b[5:], castagnoli) {
		return h, nil, fmt.Errorf("%w: checksum of a stored document", ErrDamaged)
	}
	h.revision = int(binary.BigEndian.Uint32(b[5:]))
	h.stored = time.UnixMilli(int64(binary.BigEndian.Uint64(b[9:]))).UTC()
	h.deleted = b[17] == gone
	copy(h.digest[:], b[18:headSize])
	return h, b[headSize:], nil
}

// content makes the part of the stored form that says what a document holds, and
// its digest.
func content(doc *dateline.Document) ([]byte, [digestSize]byte, error) {
	bare := *doc
	bare.Text, bare.Blocks, bare.Sentences, bare.Tokens = "", nil, nil, nil
	raw, err := json.Marshal(bare)
	if err != nil {
		return nil, [digestSize]byte{}, err
	}
	body := appendString(make([]byte, 0, len(doc.Text)+len(raw)+5*len(doc.Tokens)+64), doc.Text)
	body = appendBlocks(body, doc.Blocks)
	body = appendSpans(body, doc.Sentences)
	body = appendTokens(body, doc.Tokens)
	body = append(body, raw...)
	sum := sha256.Sum256(body)
	return body, [digestSize]byte(sum[:]), nil
}

// encode makes the stored form of a document from its content, its head left
// empty.
func encode(doc *dateline.Document, source string, l lengths, body []byte) ([]byte, error) {
	b := make([]byte, headSize, headSize+256+len(body)/2)
	b = appendCard(b, source, card{l, doc.ID, doc.Headline, doc.Published.String(), doc.URL})
	buf := bytes.NewBuffer(b)
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(buf)
	_, err := w.Write(body)
	if err == nil {
		err = w.Close()
	}
	return buf.Bytes(), err
}

// encodeGone makes the stored form of a tombstone, its head left empty.
func encodeGone(id, source string) []byte {
	return appendCard(make([]byte, headSize, headSize+64), source, card{id: id})
}

func appendCard(b []byte, source string, c card) []byte {
	b = appendString(b, source)
	for _, n := range c.lengths {
		b = binary.AppendUvarint(b, uint64(n))
	}
	for _, s := range []string{c.id, c.headline, c.published, c.url} {
		b = appendString(b, s)
	}
	return b
}

// decodeCard reads the beginning of a stored document; rest is its body.
func decodeCard(b []byte) (c card, rest []byte, err error) {
	_, rest, err = decodeHead(b)
	if err != nil {
		return c, nil, err
	}
	_, c, rest, err = readCard(rest)
	return c, rest, err
}

// readCard reads what follows the head.
func readCard(b []byte) (source string, c card, rest []byte, err error) {
	r := reader{b: b}
	source = r.string()
	for i := range c.lengths {
		c.lengths[i] = r.number()
	}
	c.id, c.headline, c.published, c.url = r.string(), r.string(), r.string(), r.string()
	return source, c, r.b, r.err
}

// decode reads a stored document; story asks for its text, blocks and sentences
// alone.
func decode(b []byte, story bool) (*dateline.Document, error) {
	_, body, err := decodeCard(b)
	if err != nil {
		return nil, err
	}
	return decodeBody(body, story)
}

// decodeBody reads the body of a stored document.
func decodeBody(body []byte, story bool) (*dateline.Document, error) {
	raw, err := inflate(body)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	r := reader{b: raw}
	var s dateline.Document
	s.Text, s.Blocks, s.Sentences = r.string(), r.blocks(), r.spans()
	if story || r.err != nil {
		return &s, r.err
	}
	tokens := r.tokens()
	doc := new(dateline.Document)
	if err := json.Unmarshal(r.b, doc); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	doc.Text, doc.Blocks, doc.Sentences, doc.Tokens = s.Text, s.Blocks, s.Sentences, tokens
	return doc, r.err
}

var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

func inflate(b []byte) ([]byte, error) {
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

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendSpans writes spans in order, each by its distance from the one before.
func appendSpans(b []byte, spans []dateline.Span) []byte {
	b = binary.AppendUvarint(b, uint64(len(spans)))
	end := 0
	for _, s := range spans {
		b = binary.AppendUvarint(b, uint64(s.Start-end))
		b = binary.AppendUvarint(b, uint64(s.Len()))
		end = s.End
	}
	return b
}

// appendBlocks writes blocks like spans, each with its kind.
func appendBlocks(b []byte, blocks []dateline.Block) []byte {
	b = binary.AppendUvarint(b, uint64(len(blocks)))
	end := 0
	for _, k := range blocks {
		b = appendString(b, string(k.Kind))
		b = binary.AppendUvarint(b, uint64(k.Start-end))
		b = binary.AppendUvarint(b, uint64(k.End-k.Start))
		end = k.End
	}
	return b
}

// appendTokens writes tokens like spans, each with the number of its tag.
func appendTokens(b []byte, tokens []dateline.Token) []byte {
	tags, numbers := []string(nil), map[string]int{}
	for _, t := range tokens {
		if _, ok := numbers[t.Tag]; !ok {
			numbers[t.Tag] = len(tags)
			tags = append(tags, t.Tag)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(tags)))
	for _, t := range tags {
		b = appendString(b, t)
	}
	b = binary.AppendUvarint(b, uint64(len(tokens)))
	end := 0
	for _, t := range tokens {
		b = binary.AppendUvarint(b, uint64(t.Start-end))
		b = binary.AppendUvarint(b, uint64(t.End-t.Start))
		b = binary.AppendUvarint(b, uint64(numbers[t.Tag]))
		end = t.End
	}
	return b
}

// reader takes numbers and strings from bytes; after an error it gives zeros.
type reader struct {
	b   []byte
	err error
}

func (r *reader) number() int {
	n, size := binary.Uvarint(r.b)
	if size <= 0 || n > 1<<40 {
		r.err, r.b = fmt.Errorf("%w: stored document ends early", ErrDamaged), nil
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

// count reads a number of things that take at least one byte each.
func (r *reader) count() int {
	n := r.number()
	if n > len(r.b) {
		r.err, r.b = fmt.Errorf("%w: stored document ends early", ErrDamaged), nil
		return 0
	}
	return n
}

func (r *reader) string() string {
	n := r.count()
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}

func (r *reader) spans() []dateline.Span {
	n := r.count()
	if n == 0 {
		return nil
	}
	spans := make([]dateline.Span, n)
	end := 0
	for i := range spans {
		start := end + r.number()
		end = start + r.number()
		spans[i] = dateline.Span{Start: start, End: end}
	}
	return spans
}

func (r *reader) blocks() []dateline.Block {
	n := r.count()
	if n == 0 {
		return nil
	}
	blocks := make([]dateline.Block, n)
	end := 0
	for i := range blocks {
		kind := dateline.BlockKind(r.string())
		start := end + r.number()
		end = start + r.number()
		blocks[i] = dateline.Block{Kind: kind, Start: start, End: end}
	}
	return blocks
}

func (r *reader) tokens() []dateline.Token {
	tags := make([]string, r.count())
	for i := range tags {
		tags[i] = r.string()
	}
	n := r.count()
	if n == 0 {
		return nil
	}
	tokens := make([]dateline.Token, n)
	end := 0
	for i := range tokens {
		start := end + r.number()
		end = start + r.number()
		tag := r.number()
		if tag >= len(tags) {
			r.err = fmt.Errorf("%w: unknown tag in a stored document", ErrDamaged)
			return nil
		}
		tokens[i] = dateline.Token{Start: start, End: end, Tag: tags[tag]}
	}
	return tokens
}
