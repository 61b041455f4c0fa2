package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
)

// TestMoneyWithMarks has words that are shorter once folded: an accent or a mark of
// vowels goes, and what stands behind it moves to the left.
func TestMoneyWithMarks(t *testing.T) {
	for text, want := range map[string]string{
		"\u0616A$":                      "",
		"\u0616$":                       "",
		"The mine cost US$ 5 million.":  "US$ 5 million",
		"The mine cost HK$5 last year.": "HK$5",
		"The mine cost $5m last year.":  "$5m",
	} {
		doc, err := entities.Recognize(text)
		require.NoError(t, err, "%q", text)
		got := ""
		for _, m := range doc.Mentions {
			if m.Label == dateline.Money {
				got += doc.Words(m.Span())
			}
		}
		assert.Equal(t, want, got, "%q", text)
	}
}
