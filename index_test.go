package dateline_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

func TestIndex(t *testing.T) {
	d := valid(t)
	x, err := d.Index()
	require.NoError(t, err)
	ida, said := span(t, d.Text, "Ida Brandt"), span(t, d.Text, "said")
	assert.Equal(t, "Ida Brandt", x.Entity("person:ida-brandt").Name)
	assert.Nil(t, x.Entity("person:nobody"))
	assert.Equal(t, d.Blocks[0].Span(), x.Headline)
	assert.Equal(t, 1, x.Block(ida.Start))
	assert.Equal(t, 1, x.Sentence(ida.Start))
	assert.Equal(t, 0, x.Token(ida.Start))
	assert.Equal(t, 1, x.Token(ida.End-1))
	assert.Equal(t, -1, x.Token(ida.Start+3), "the space between two tokens")
	assert.Equal(t, -1, x.Block(d.Blocks[0].End), "the line feeds between two blocks")
	assert.Equal(t, -1, x.Sentence(len(d.Text)))
	assert.Equal(t, -1, x.Block(-1))
	from, to := x.Tokens(ida)
	assert.Equal(t, [2]int{0, 2}, [2]int{from, to})
	from, to = x.Tokens(said)
	assert.Equal(t, from, to, "words without a token")
}

func TestIndexOfAWireStory(t *testing.T) {
	d := &dateline.Document{ID: "a", Text: "BERGEN, May 4 (Nordwire) - Ferries sailed.", Blocks: []dateline.Block{
		{Kind: dateline.BlockDateline, Start: 0, End: 26}, {Kind: dateline.BlockParagraph, Start: 27, End: 42}}}
	x, err := d.Index()
	require.NoError(t, err)
	assert.Equal(t, "BERGEN, May 4 (Nordwire) -", d.Words(x.Dateline))
	assert.Equal(t, "(Nordwire)", d.Words(x.Credit))
	assert.Zero(t, x.Headline)
}

func TestIndexRefusesSpansOutside(t *testing.T) {
	for name, spoil := range map[string]func(*dateline.Document){
		"a block":    func(d *dateline.Document) { d.Blocks[3].End = 9999 },
		"a sentence": func(d *dateline.Document) { d.Sentences[1].Start = -1 },
		"a token":    func(d *dateline.Document) { d.Tokens[1].Start = d.Tokens[0].Start },
		"a mention":  func(d *dateline.Document) { d.Mentions[1].Start = d.Mentions[0].Start },
	} {
		t.Run(name, func(t *testing.T) {
			d := valid(t)
			spoil(d)
			_, err := d.Index()
			require.ErrorIs(t, err, dateline.ErrInvalid)
		})
	}
}
