package opensearch

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"sync"

	"github.com/dateline-go/dateline"
)

// A stored document is base64 of gzip, which has a checksum, of its JSON.

var compressors = sync.Pool{New: func() any {
	w, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed) // the error is about the level only
	return w
}}

// encode makes the stored form of a document and the digest of what it holds.
func encode(doc *dateline.Document) (stored, digest string, err error) {
	raw, err := doc.MarshalJSON() // json.Marshal would read all of it once more
	if err != nil {
		return "", "", err
	}
	var b bytes.Buffer
	w := compressors.Get().(*gzip.Writer)
	defer compressors.Put(w)
	w.Reset(&b)
	if _, err = w.Write(raw); err == nil {
		err = w.Close()
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), digestOf(raw), err
}

// decode reads a stored document.
func decode(id, stored string) (*dateline.Document, error) {
	doc := new(dateline.Document)
	b, err := base64.StdEncoding.DecodeString(stored)
	var raw []byte
	if err == nil {
		var r *gzip.Reader
		if r, err = gzip.NewReader(bytes.NewReader(b)); err == nil {
			raw, err = io.ReadAll(r)
		}
	}
	if err == nil {
		err = json.Unmarshal(raw, doc)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %q: %w", ErrDamaged, id, err)
	}
	return doc, nil
}
