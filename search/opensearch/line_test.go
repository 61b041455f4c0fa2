package opensearch

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

func FuzzLine(f *testing.F) {
	for _, s := range []string{"", "tide", "\"quay\"\\\n\t\x00\x1f\x7f", "Bodø 新華社 \u2028<&>", "a\xff\xfeb\xc3", "\ufffd", "\xed\xa0\x80"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var l line
		l.b = append(l.b, '{')
		l.key("one")
		l.text(s)
		l.key(s + "'")
		l.texts([]string{s, "x"})
		l.key("number")
		l.number(-7)
		l.b = append(l.b, '}')
		var got map[string]any
		if err := json.Unmarshal(l.b, &got); err != nil {
			t.Fatalf("%q: %v", l.b, err)
		}
		// As encoding/json writes it.
		raw, err := json.Marshal(map[string]any{"one": s, s + "'": []string{s, "x"}, "number": -7})
		require.NoError(t, err)
		var want map[string]any
		require.NoError(t, json.Unmarshal(raw, &want))
		assert.Equal(t, want, got)
	})
}

// TestBulkBody joins lines that stand behind each other and lines that do not.
func TestBulkBody(t *testing.T) {
	all := []byte("one\ntwo\nthree\n")
	list := []action{{lines: all[:4]}, {lines: all[4:8]}, {lines: all[8:]}}
	joined := bulkBody(list)
	assert.Equal(t, string(all), string(joined))
	assert.Same(t, &all[0], &joined[0], "not copied")
	assert.Equal(t, "one\nthree\n", string(bulkBody([]action{list[0], list[2]})))
	assert.Equal(t, "three\none\n", string(bulkBody([]action{list[2], list[0]})))
	assert.Equal(t, "two\nthree\n", string(bulkBody(list[1:])))
	assert.Equal(t, "one\ntwo\nthree\n", string(all), "not written over")
	mixed := []action{list[0], deletion("news-2024", `a"b`)}
	assert.Equal(t, "one\n"+`{"delete":{"_index":"news-2024","_id":"a\"b"}}`+"\n", string(bulkBody(mixed)))
}

// sample is a document with a bit of everything that is stored.
var sample = dateline.Document{Schema: dateline.Schema, ID: "a", Headline: "Tide", Published: dateline.Day(2024, 5, 2), Text: "The tide turned.",
	Blocks:    []dateline.Block{{Kind: dateline.BlockParagraph, Start: 0, End: 16}},
	Sentences: []dateline.Span{{Start: 0, End: 16}}, Tokens: []dateline.Token{{Start: 0, End: 3, Tag: "DT"}, {Start: 4, End: 8, Tag: "NN"}}}

// TestDamage flips each byte of a stored document and cuts it everywhere.
func TestDamage(t *testing.T) {
	b := builder{meta: &meta{Averages: usual}}
	require.NoError(t, b.look(&sample))
	stored, err := encode(nil, b.content)
	require.NoError(t, err)
	var l line
	l.base64(stored)
	text := string(l.b[1 : len(l.b)-1])
	got, err := decode("a", text)
	require.NoError(t, err)
	assert.Equal(t, &sample, got)
	for i := range stored {
		flipped := slices.Clone(stored)
		flipped[i] ^= 0x10
		var l line
		l.base64(flipped)
		_, err := decode("a", string(l.b[1:len(l.b)-1]))
		require.ErrorIs(t, err, ErrDamaged, "byte %d", i)
	}
	for i := range text {
		_, err := decode("a", text[:i])
		require.ErrorIs(t, err, ErrDamaged, "cut at %d", i)
	}
}
