package quotes_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
)

// TestMarkedInAnyOrder holds the quotes of German to what is promised of all, however words and marks are shuffled.
func TestMarkedInAnyOrder(t *testing.T) {
	a, err := analyze.New(analyze.Options{Languages: []*lang.Pack{de.Pack()}})
	require.NoError(t, err)
	words := strings.Fields("„ “ „ “ » « \" , : . ( ) sagte so laut Anna Lehmann er sie hat erklärt sei als es in wie " +
		"Worten und Köln der Sprecher heißt – !")
	random := rand.New(rand.NewPCG(24, 6))
	for range 400 {
		var text strings.Builder
		for range 1 + random.IntN(40) {
			text.WriteString(words[random.IntN(len(words))])
			text.WriteString([]string{" ", " ", "", "\n\n"}[random.IntN(4)])
		}
		doc, err := a.Page(t.Context(), dateline.Page{ID: "a", Form: dateline.Story, Body: []byte(text.String())})
		if err != nil {
			require.ErrorIs(t, err, dateline.ErrEmpty)
			continue
		}
		checkQuotes(t, doc)
	}
}
