package corrections

import (
	"bytes"
	"compress/gzip"
)

// zipped compresses a text.
func zipped(text []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(text) // a buffer takes all
	z.Close()
	return b.Bytes()
}
