package archive

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/content"
)

func sample() *dateline.Document {
	return &dateline.Document{Schema: dateline.Schema, ID: "a", Headline: "Tide", Published: dateline.Day(2024, 5, 2), URL: "https://news.example/a",
		Text:      "Tide\n\nThe tide turned at noon. Boats left.",
		Blocks:    []dateline.Block{{Kind: dateline.BlockHeadline, Start: 0, End: 4}, {Kind: dateline.BlockParagraph, Start: 6, End: 42}},
		Sentences: []dateline.Span{{Start: 0, End: 4}, {Start: 6, End: 30}, {Start: 31, End: 42}},
		Tokens:    []dateline.Token{{Start: 0, End: 4, Tag: "NN"}, {Start: 6, End: 9, Tag: "DT"}, {Start: 10, End: 14, Tag: "NN"}, {Start: 29, End: 30}},
	}
}

// stow makes the whole stored form of a document.
func stow(t *testing.T, doc *dateline.Document, l lengths) []byte {
	t.Helper()
	body, digest, err := content.Encode(doc)
	require.NoError(t, err)
	b, err := encode(doc, "feed:7", l, body)
	require.NoError(t, err)
	head{revision: 3, stored: time.UnixMilli(1714608000123), digest: digest}.seal(b)
	return b
}

func TestHead(t *testing.T) {
	want := head{form: storedForm, revision: 3, stored: time.UnixMilli(1714608000123).UTC()}
	_, digest, err := content.Encode(sample())
	require.NoError(t, err)
	want.digest = digest
	got, rest, err := decodeHead(stow(t, sample(), lengths{}))
	require.NoError(t, err)
	assert.Equal(t, want, got)
	source, _, _, err := readCard(got.form, rest)
	require.NoError(t, err)
	assert.Equal(t, "feed:7", source)

	gone := head{form: storedForm, revision: 4, stored: want.stored, deleted: true}
	b := encodeGone("a", "feed:7")
	gone.seal(b)
	got, _, err = decodeHead(b)
	require.NoError(t, err)
	assert.Equal(t, gone, got)
}

func TestCodec(t *testing.T) {
	for _, doc := range []*dateline.Document{sample(), {Schema: dateline.Schema, ID: "empty"}, {Schema: dateline.Schema, ID: "text", Text: "é"}} {
		require.NoError(t, doc.Validate())
		l := lengths{3, 1, 4, 1, 5, 9}
		b := stow(t, doc, l)
		got, err := decode(b, false)
		require.NoError(t, err)
		assert.Equal(t, doc, got)
		c, _, err := decodeCard(b)
		require.NoError(t, err)
		assert.Equal(t, card{l, doc.ID, doc.Headline, doc.Published.String(), doc.URL, doc.Language}, c)
		story, err := decode(b, true)
		require.NoError(t, err)
		assert.Equal(t, &dateline.Document{Text: doc.Text, Blocks: doc.Blocks, Sentences: doc.Sentences}, story)
	}
}

// TestDamage flips each byte of a stored document and cuts it everywhere.
func TestDamage(t *testing.T) {
	b := stow(t, sample(), lengths{})
	for i := range b {
		flipped := slices.Clone(b)
		flipped[i] ^= 0x10
		_, err := decode(flipped, false)
		require.ErrorIs(t, err, ErrDamaged, "byte %d", i)
		_, err = decode(b[:i], false)
		require.ErrorIs(t, err, ErrDamaged, "cut at %d", i)
	}
}

func TestMoment(t *testing.T) {
	last := ""
	for _, unix := range []int64{-1 << 62, -62135596800, -1, 0, 1, 127, 128, 1714608000, 1 << 40, 1<<62 + 5} {
		term := moment(unix)
		assert.Equal(t, unix, unixOf([]byte(term)))
		assert.Greater(t, term, last)
		assert.NotContains(t, term, "\xff")
		last = term
	}
}
