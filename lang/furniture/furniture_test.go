package furniture_test

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/furniture"
)

func TestWords(t *testing.T) {
	words := furniture.Words()
	part, ok := words.Value("lire aussi", furniture.Opener)
	assert.True(t, ok)
	assert.Equal(t, "related", part)
	assert.True(t, words.Is("von", furniture.Particle))
	assert.False(t, words.Is("Von", furniture.Particle), "case counts")
	assert.Contains(t, words.List(furniture.Bio), " covers ", "the low line is a space")
	for k := range furniture.Letters + 1 {
		assert.NotEmpty(t, words.Phrases(k), "kind %d has no row", k)
	}
}

func TestRead(t *testing.T) {
	for _, tc := range []struct {
		name, table, fault string
	}{
		{"rows", "# note\n\nmer om | les mer\topener=related\tno\r\n", ""},
		{"no kind", "mer om\n", "t.tsv:1: a row without a kind"},
		{"unknown kind", "\nmer om\tbanner\tno\n", `t.tsv:2: unknown kind "banner"`},
		{"twice", "mer om | mer om\tjunk\tno\n", `t.tsv:1: "mer om" stands there twice`},
		{"empty", "mer om | \tjunk\tno\n", "or is empty"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			table, err := furniture.Read(fstest.MapFS{"t.tsv": {Data: []byte(tc.table)}})
			if tc.fault != "" {
				require.ErrorIs(t, err, lang.ErrTable)
				assert.ErrorContains(t, err, tc.fault)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, []furniture.Phrase{{"mer om", "related"}, {"les mer", "related"}}, table.Phrases(furniture.Opener))
		})
	}
}
