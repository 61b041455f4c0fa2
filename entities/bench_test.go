package entities_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/entities"
)

func BenchmarkAnnotate(b *testing.B) {
	doc, err := entities.Recognize(strings.Repeat("President Maria Okonkwo told the Bank of Ghana on 3 May 2024 that $5 million, "+
		"or 3 percent, was lost in Accra. Okonkwo's rivals in Lagos and London said Ms. Okonkwo had been warned by the United Nations. ", 20))
	require.NoError(b, err)
	r, err := entities.New(entities.Options{})
	require.NoError(b, err)
	want := len(doc.Mentions)
	b.ReportAllocs()
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		require.NoError(b, r.Annotate(context.Background(), doc))
		require.Len(b, doc.Mentions, want)
	}
	b.ReportMetric(float64(len(doc.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkReadNames reads a names file of 100,000 rows.
func BenchmarkReadNames(b *testing.B) {
	var file strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&file, "add\tQuist Lines %d\tORG\tQL%d|Quist %d\tSE\t\t\tdesk=%d\tcarrier (2001-)\n", i, i, i, i)
	}
	b.SetBytes(int64(file.Len()))
	for b.Loop() {
		if _, err := entities.ReadNames(strings.NewReader(file.String())); err != nil {
			b.Fatal(err)
		}
	}
}
