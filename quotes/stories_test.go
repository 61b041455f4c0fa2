package quotes_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/quotes"
)

// invented is a story of our own with who said what: the first words of each statement, and its speaker, nil for
// nobody who is named.
type invented struct {
	ID, Text string
	Gold     struct {
		Quotes []struct {
			Text    string
			Speaker *string
		}
	}
}

// The least and the most of the statements of the invented stories whose speaker is right and
// wrong. What is neither has no speaker.
const (
	leastRight = 337
	mostWrong  = 9
)

// TestStories holds the speakers of invented stories from many kinds of papers.
func TestStories(t *testing.T) {
	f, err := os.Open("testdata/stories.jsonl")
	require.NoError(t, err)
	defer f.Close()
	finder, err := quotes.New(quotes.Options{})
	require.NoError(t, err)
	right, wrong := 0, 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var s invented
		require.NoError(t, json.Unmarshal(lines.Bytes(), &s))
		doc := analysed(t, s.Text)
		require.NoError(t, finder.Annotate(t.Context(), doc))
		for _, q := range s.Gold.Quotes {
			got := nameAt(doc, strings.Index(doc.Text, q.Text))
			switch {
			case q.Speaker != nil && got == "", got == "missing":
				t.Logf("%s: %q has no speaker", s.ID, q.Text)
			case q.Speaker == nil && got == "", q.Speaker != nil && sharesWord(got, *q.Speaker):
				right++
			default:
				t.Logf("%s: %q is %s", s.ID, q.Text, got)
				wrong++
			}
		}
	}
	t.Logf("%d right, %d wrong", right, wrong)
	assert.GreaterOrEqual(t, right, leastRight)
	assert.LessOrEqual(t, wrong, mostWrong)
}

// nameAt returns the name of the entity that the shortest quote around a byte is given to, "" for none and "missing"
// where there is no quote.
func nameAt(doc *dateline.Document, at int) string {
	name, shortest := "missing", len(doc.Text)+1
	for _, q := range doc.Quotes {
		length, around := 0, false
		for _, s := range q.Content {
			length += s.Len()
			around = around || s.Start <= at && at < s.End
		}
		if !around || length >= shortest {
			continue
		}
		name, shortest = "", length
		if q.Entity != "" {
			name = q.Speaker
		}
	}
	return name
}

// sharesWord reports whether a name holds the last word of another.
func sharesWord(name, other string) bool {
	words := strings.Fields(other)
	return strings.Contains(name, words[len(words)-1])
}
