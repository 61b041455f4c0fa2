package archive

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/content"
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
//	card       id, headline, published, URL, language: what a hit shows, and how it is read
//	body       DEFLATE of what package content writes
//
// where numbers are varints and strings have their length before them. What
// stands first has a fixed size, as it is known last, when the batch is written.
// The card stands apart because most hits need no more. A tombstone ends after it.
const (
	storedForm = 3
	// storedForm2 had no language.
	storedForm2 = 2
	headSize    = 1 + 4 + 4 + 8 + 1 + digestSize
	digestSize  = content.DigestSize
	gone        = 1 // the state of a tombstone
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// card is what a hit shows of a document.
type card struct {
	lengths                                lengths
	id, headline, published, url, language string
}

// head is the beginning of a stored document.
type head struct {
	form     byte
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
	if len(b) < headSize || b[0] != storedForm && b[0] != storedForm2 {
		return h, nil, fmt.Errorf("%w: unknown stored form", ErrDamaged)
	}
	if binary.BigEndian.Uint32(b[1:]) != crc32.Checksum(b[5:], castagnoli) {
		return h, nil, fmt.Errorf("%w: checksum of a stored document", ErrDamaged)
	}
	h.form = b[0]
	h.revision = int(binary.BigEndian.Uint32(b[5:]))
	h.stored = time.UnixMilli(int64(binary.BigEndian.Uint64(b[9:]))).UTC()
	h.deleted = b[17] == gone
	copy(h.digest[:], b[18:headSize])
	return h, b[headSize:], nil
}

// encode makes the stored form of a document from its content, its head left
// empty.
func encode(doc *dateline.Document, source string, l lengths, body []byte) ([]byte, error) {
	b := make([]byte, headSize, headSize+256+len(body)/2)
	b = appendCard(b, source, card{l, doc.ID, doc.Headline, doc.Published.String(), doc.URL, doc.Language})
	return content.Compress(b, body)
}

// encodeGone makes the stored form of a tombstone, its head left empty.
func encodeGone(id, source string) []byte {
	return appendCard(make([]byte, headSize, headSize+64), source, card{id: id})
}

func appendCard(b []byte, source string, c card) []byte {
	b = content.AppendString(b, source)
	for _, n := range c.lengths {
		b = binary.AppendUvarint(b, uint64(n))
	}
	for _, s := range []string{c.id, c.headline, c.published, c.url, c.language} {
		b = content.AppendString(b, s)
	}
	return b
}

// decodeCard reads the beginning of a stored document; rest is its body.
func decodeCard(b []byte) (c card, rest []byte, err error) {
	h, rest, err := decodeHead(b)
	if err != nil {
		return c, nil, err
	}
	_, c, rest, err = readCard(h.form, rest)
	return c, rest, err
}

// readCard reads what follows the head of a stored form.
func readCard(form byte, b []byte) (source string, c card, rest []byte, err error) {
	r := content.NewReader(b)
	source = r.String()
	for i := range c.lengths {
		c.lengths[i] = r.Number()
	}
	c.id, c.headline, c.published, c.url = r.String(), r.String(), r.String(), r.String()
	if form != storedForm2 {
		c.language = r.String()
	}
	return source, c, r.Rest(), damaged(r.Err())
}

// decode reads a stored document; story asks for its text, blocks, sentences and
// language alone.
func decode(b []byte, story bool) (*dateline.Document, error) {
	c, body, err := decodeCard(b)
	if err != nil {
		return nil, err
	}
	return c.read(body, story)
}

// read reads the body that stands after a card.
func (c card) read(body []byte, story bool) (*dateline.Document, error) {
	doc, err := decodeBody(body, story)
	if err == nil && story {
		doc.Language = c.language
	}
	return doc, err
}

// decodeBody reads the body of a stored document.
func decodeBody(body []byte, story bool) (doc *dateline.Document, err error) {
	if story {
		doc, err = content.ReadStory(body)
	} else {
		doc, err = content.Read(body)
	}
	return doc, damaged(err)
}

// damaged says of an error of package content what it means here.
func damaged(err error) error {
	if err != nil {
		err = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
}
