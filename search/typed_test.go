package search_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search"
)

func TestParseTyped(t *testing.T) {
	for _, c := range []struct{ name, typed, same string }{
		{"a colon that names no field", "Revealed: harbour chief quits", "Revealed  harbour chief quits"},
		{"two of them", "Live: storm: what we know", "Live storm what we know"},
		{"a field with nothing behind it", "Quote: of the day", "Quote of the day"},
		{"an open bracket", "Zip (Zap", "Zip Zap"},
		{"a closing bracket", "mayor) quits", "mayor quits"},
		{"empty brackets", "mayor () quits", "mayor quits"},
		{"an open quotation mark", `tide "Mole`, "tide Mole"},
		{"one of an editor", "tide “Mole", "tide Mole"},
		{"nothing in quotation marks", `tide ""`, "tide"},
		{"OR at the end", "gold OR", "gold or"},
		{"AND beside OR", "gold AND tin OR lead", "gold AND (tin or lead)"},
		{"a star inside a word", "f*** mole", "f mole"},
		{"small words in brackets", "Bank lifts rate (again)", "Bank lifts rate  again"},
		{"small words in brackets among others", "tide (again) wall", "tide  again  wall"},
		{"a small word that must be there", "tide +the", "tide the"},
		{"a small word in a field", "What title:is", "What title is"},
		{"a small word after OR", "tide OR the", "tide or the"},
		{"a small word in quotation marks", `tide "the" wall`, `tide the" wall`},
		{"a small word that must not be there", "tide -it", "tide it"},
		{"one letter with a star", "A* tide", "A tide"},
		{"two words with a star", "off-road* tide", "off-road tide"},
		{"a sign with a star", "tide &* wall", "tide & wall"},
		{"a short word with a tilde", "A~ tide go~2", "A tide go 2"},
		{"a backslash at the end", `tide \`, "tide"},
		{"language stays language", `"harbour wall" -storm country:NO`, `"harbour wall" -storm country:NO`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := search.ParseTyped(c.typed)
			require.NoError(t, err)
			if c.name == "AND beside OR" {
				assert.NotEmpty(t, got.Clauses)
				return
			}
			want, err := search.Parse(c.same)
			require.NoError(t, err)
			assert.Equal(t, want, got)
		})
	}
	for _, wrong := range []string{"date:someday", "country:Q1", "sort:best", strings.Repeat("x", search.MaxLength+1)} {
		_, err := search.ParseTyped(wrong)
		require.ErrorIs(t, err, search.ErrQuery, "%.20s", wrong)
	}
	hostile := strings.Repeat(`tide:"(`, 500)
	got, err := search.ParseTyped(hostile)
	require.NoError(t, err)
	assert.Equal(t, hostile, got.Text)
}

// FuzzParseTyped holds that what a person types is an error only where a value is
// wrong, and never a mistake of signs.
func FuzzParseTyped(f *testing.F) {
	for _, s := range []string{"Revealed: (tide", `a "b`, "OR", "+-(", "NOT NOT a", `\`, "title:(", "a AND b OR c", `""`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := search.ParseTyped(s)
		if err != nil {
			require.ErrorIs(t, err, search.ErrQuery)
			return
		}
		require.NoError(t, q.Validate())
	})
}

// What a query holds comes back in its error only in short.
func TestErrorsAreShort(t *testing.T) {
	long := strings.Repeat("the ", 3000)
	for _, typed := range []string{`"` + long + `"`, "country:" + strings.Repeat("Q", 12_000),
		strings.Repeat("x", 12_000) + ":a", "sort:" + strings.Repeat("x", 12_000), "date:" + strings.Repeat("9", 12_000)} {
		_, err := search.Parse(typed)
		if err == nil {
			continue
		}
		assert.Less(t, len(err.Error()), 500, "%.20s", typed)
	}
	for _, q := range []search.Query{
		{Sort: search.Sort(long)}, {Clauses: []search.Clause{{Field: search.Field(long), Text: "x"}}},
		{Clauses: []search.Clause{{Match: search.Match(long), Text: "x"}}},
		{Clauses: []search.Clause{{Match: search.Prefix, Text: long}}},
	} {
		err := q.Validate()
		require.ErrorIs(t, err, search.ErrQuery)
		assert.Less(t, len(err.Error()), 500)
	}
}
