package content

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

func sample() *dateline.Document {
	return &dateline.Document{Schema: dateline.Schema, ID: "a", Headline: "Tide", Published: dateline.Day(2024, 5, 2), URL: "https://news.example/a",
		Text:      "Tide\n\nThe tide turned at noon. Boats left.",
		Blocks:    []dateline.Block{{Kind: dateline.BlockHeadline, Start: 0, End: 4}, {Kind: dateline.BlockParagraph, Start: 6, End: 42}},
		Sentences: []dateline.Span{{Start: 0, End: 4}, {Start: 6, End: 30}, {Start: 31, End: 42}},
		Tokens:    []dateline.Token{{Start: 0, End: 4, Tag: "NN"}, {Start: 6, End: 9, Tag: "DT"}, {Start: 10, End: 14, Tag: "NN"}, {Start: 29, End: 30}},
	}
}

func TestCodec(t *testing.T) {
	for _, doc := range []*dateline.Document{sample(), {Schema: dateline.Schema, ID: "empty"}, {Schema: dateline.Schema, ID: "text", Text: "é"}, {Schema: dateline.Schema, ID: "signs", Site: "<News & \u2028 Views>"}} {
		b, _, err := Encode(doc)
		require.NoError(t, err)
		short, err := Compress([]byte("head"), b)
		require.NoError(t, err)
		require.Equal(t, "head", string(short[:4]))
		long, err := Decompress(short[4:])
		require.NoError(t, err)
		require.Equal(t, b, long)
		got, err := Decode(b)
		require.NoError(t, err)
		assert.Equal(t, doc, got)
		story, err := DecodeStory(b)
		require.NoError(t, err)
		assert.Equal(t, &dateline.Document{Text: doc.Text, Blocks: doc.Blocks, Sentences: doc.Sentences}, story)
		got, err = Read(short[4:])
		require.NoError(t, err)
		assert.Equal(t, doc, got)
		again, err := ReadStory(short[4:])
		require.NoError(t, err)
		assert.Equal(t, story, again)
	}
}

// TestForm holds the bytes against what archives have: the JSON of the rest is
// that of json.Marshal.
func TestForm(t *testing.T) {
	doc := &dateline.Document{ID: "a", Site: "<R&D \u2028>", Text: "No.", Sentences: []dateline.Span{{Start: 0, End: 3}},
		Tokens: []dateline.Token{{Start: 0, End: 2, Tag: "DT"}, {Start: 2, End: 3}}}
	b, _, err := Encode(doc)
	require.NoError(t, err)
	rest, err := json.Marshal(dateline.Document{ID: doc.ID, Site: doc.Site})
	require.NoError(t, err)
	assert.Equal(t, "\x03No.\x00\x01\x00\x03\x02\x02DT\x00\x02\x00\x02\x00\x00\x01\x01"+string(rest), string(b))
}

// TestDigest changes one thing of a document at a time.
func TestDigest(t *testing.T) {
	_, same, err := Encode(sample())
	require.NoError(t, err)
	for i, change := range []func(*dateline.Document){
		func(d *dateline.Document) { d.ID = "b" }, func(d *dateline.Document) { d.Headline = "Ebb" },
		func(d *dateline.Document) { d.Text += " " }, func(d *dateline.Document) { d.Tokens[1].Tag = "NN" },
		func(d *dateline.Document) { d.Sentences = d.Sentences[:2] }, func(d *dateline.Document) { d.Blocks[1].Kind = dateline.BlockQuote },
		func(d *dateline.Document) { d.Published = dateline.Day(2024, 5, 3) },
	} {
		other := sample()
		change(other)
		_, digest, err := Encode(other)
		require.NoError(t, err)
		assert.NotEqual(t, same, digest, "change %d", i)
	}
}

// TestReadStoryInParts reads stories that are longer than what is made long at once, and one that ends early.
func TestReadStoryInParts(t *testing.T) {
	doc := sample()
	doc.Text += strings.Repeat(" The same boat left again, and again.", 5000)
	b, _, err := Encode(doc)
	require.NoError(t, err)
	short, err := Compress(nil, b)
	require.NoError(t, err)
	require.Less(t, 4*len(short), len(doc.Text), "several parts are needed")
	story, err := ReadStory(short)
	require.NoError(t, err)
	assert.Equal(t, doc.Text, story.Text)
	assert.Equal(t, doc.Sentences, story.Sentences)
	_, err = ReadStory(short[:len(short)/2])
	require.Error(t, err)
	cut, err := Compress(nil, b[:len(doc.Text)])
	require.NoError(t, err)
	_, err = ReadStory(cut)
	require.ErrorContains(t, err, "ends early")
}

// TestCut reads bytes that end early, and a tag that is not there.
func TestCut(t *testing.T) {
	b, _, err := Encode(sample())
	require.NoError(t, err)
	for i := range b {
		_, err := Decode(b[:i])
		require.Error(t, err, "cut at %d", i)
	}
	_, err = Decode([]byte{0, 0, 0, 0, 1, 0, 1, 0})
	require.ErrorContains(t, err, "tag that is not there")
	_, err = DecodeStory([]byte{3, 'a'})
	require.ErrorContains(t, err, "ends early")
	_, err = Decompress([]byte{0xff, 0xff})
	require.Error(t, err)
}

func FuzzDecode(f *testing.F) {
	b, _, err := Encode(sample())
	require.NoError(f, err)
	f.Add(b)
	f.Add([]byte{2, 'a', 'b', 1, 1, 'x', 0, 2})
	f.Fuzz(func(t *testing.T, b []byte) {
		doc, err := Decode(b)
		story, storyErr := DecodeStory(b)
		if err == nil && (storyErr != nil || story.Text != doc.Text) {
			t.Fatalf("the story alone: %v", storyErr)
		}
	})
}

// TestStoryApart reads the story of bytes whose rest is cut off or no DEFLATE at all: to read a story
// nothing else need be made long.
func TestStoryApart(t *testing.T) {
	doc := sample()
	b, _, err := Encode(doc)
	require.NoError(t, err)
	short, err := Compress(nil, b)
	require.NoError(t, err)
	apart, err := Compress(nil, b[:storyLen(b)])
	require.NoError(t, err)
	marker := []byte{0, 0, 0xff, 0xff} // of the end of a flushed block
	end := bytes.Index(short, marker) + len(marker)
	require.Equal(t, bytes.Index(apart, marker)+len(marker), end)
	story, err := ReadStory(append(short[:end:end], 0xff))
	require.NoError(t, err)
	assert.Equal(t, doc.Text, story.Text)
	assert.Equal(t, doc.Sentences, story.Sentences)
	for i := range storyLen(b) {
		assert.Zero(t, storyLen(b[:i]), "a story cut at %d is none", i)
	}
}
