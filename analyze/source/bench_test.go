package source_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/analyze/source"
)

func BenchmarkJSONL(b *testing.B) {
	line := `{"id":"ferry","url":"https://example.org/ferry","date":"2026-03-02","html":"` +
		strings.Repeat(`<p class=\"story\">The ferry to Aran was late on Monday, said the harbour master.</p>\n`, 500) + `"}` + "\n"
	data := []byte(strings.Repeat(line, 100))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for _, err := range source.JSONL(b.Context(), bytes.NewReader(data), "wire.jsonl", source.Options{}) {
			require.NoError(b, err)
			n++
		}
		require.Equal(b, 100, n)
	}
}
