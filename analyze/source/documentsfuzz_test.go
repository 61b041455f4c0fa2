package source_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/analyze/source"
)

// FuzzDocuments reads any bytes as Documents: each that comes is valid and has an
// id, whatever the line held.
func FuzzDocuments(f *testing.F) {
	f.Add([]byte(`{"schema":1,"id":"a","text":"The ferry.","blocks":[{"kind":"paragraph","start":0,"end":10}]}`))
	f.Add([]byte(`{"schema":1,"id":"a","text":"é","blocks":[{"kind":"paragraph","start":0,"end":1}],"tokens":[[0,2,"NN"]]}` + "\n{}\nnull"))
	f.Add([]byte(`{"schema":1,"id":"a","text":"A b.","sentences":[[0,4]],"keyphrases":[{"text":"b","score":2,"spans":[[2,3]]}]}`))
	f.Add([]byte("\x1f\x8b\x08"))
	f.Fuzz(func(t *testing.T, data []byte) {
		o := source.Options{Stdin: bytes.NewReader(data), MaxLine: 4 << 10}
		for doc, err := range source.Documents(t.Context(), []string{"-"}, o) {
			if err != nil {
				var e *source.Error
				require.ErrorAs(t, err, &e)
				continue
			}
			require.NoError(t, doc.Validate())
			require.NotEmpty(t, doc.ID)
		}
	})
}
