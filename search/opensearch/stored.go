package opensearch

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/content"
)

// A stored document is base64 of the CRC-32C of what follows, in 4 bytes, and of
// the DEFLATE of what package content writes.
const storedHead = 4

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// encode appends the stored form of the content of a document to dst, which must
// be empty.
func encode(dst, raw []byte) ([]byte, error) {
	dst, err := content.Compress(append(dst, make([]byte, storedHead)...), raw)
	if err == nil {
		binary.BigEndian.PutUint32(dst, crc32.Checksum(dst[storedHead:], castagnoli))
	}
	return dst, err
}

// decode reads a stored document.
func decode(id, stored string) (*dateline.Document, error) {
	var doc *dateline.Document
	b, err := base64.StdEncoding.DecodeString(stored)
	if err == nil && (len(b) < storedHead || binary.BigEndian.Uint32(b) != crc32.Checksum(b[storedHead:], castagnoli)) {
		err = errors.New("wrong checksum")
	}
	if err == nil {
		b, err = content.Decompress(b[storedHead:])
	}
	if err == nil {
		doc, err = content.Decode(b)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %q: %w", ErrDamaged, id, err)
	}
	return doc, nil
}
