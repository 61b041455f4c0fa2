package prosetag_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/prosetag"
)

func TestProseIsUsed(t *testing.T) {
	tagger, err := prosetag.New()
	require.NoError(t, err)
	counted := &counter{Tagger: tagger}
	a, err := analyze.New(analyze.Options{Tagger: counted})
	require.NoError(t, err)
	doc, err := a.Page(t.Context(), dateline.Page{ID: "a", Form: dateline.Story, Body: []byte("Rain fell on Riga. Trams stopped.")})
	require.NoError(t, err)
	require.NoError(t, doc.Validate())
	assert.Equal(t, 2, counted.calls, "one call a sentence")
	for _, tok := range doc.Tokens {
		assert.NotEmpty(t, tok.Tag)
	}
}

// counter counts the sentences that pass through a tagger.
type counter struct {
	analyze.Tagger
	calls int
}

func (c *counter) Tag(text string, sentence []dateline.Token) error {
	c.calls++
	return c.Tagger.Tag(text, sentence)
}

func ExampleNew() {
	tagger, err := prosetag.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := analyze.New(analyze.Options{Tagger: tagger})
	fmt.Println(a != nil, err)
	// Output: true <nil>
}
