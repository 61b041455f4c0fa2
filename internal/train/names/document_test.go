package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/casing"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/names/fit"
	"github.com/dateline-go/dateline/lang/en"
)

func TestMakeDocument(t *testing.T) {
	per, org := names.KindPerson, names.KindOrg
	o := uint32(1 << names.Outside)
	unsure := "?"
	misc := o | fit.Kinds(names.KindMisc)
	for _, c := range []struct {
		name string
		row  row
		set  labelSet
		want []uint32
	}{
		{"several tokens and one", marked("a", "[PER Ada Lovelace] left [ORG Acme]."), labelSet{Has: coarse[:]},
			[]uint32{1 << per.Begin(), 1 << per.Last(), o, 1 << org.Unit(), o}},
		{"titles are no part", marked("a", "[PER Dr. Ada] left."), labelSet{Has: coarse[:]}, []uint32{o, 1 << per.Unit(), o, o}},
		{"the library's labels", marked("a", "[PERSON Ada] left [GPE Rome]."), labelSet{Has: coarse[:]},
			[]uint32{1 << per.Unit(), o, 1 << names.KindPlace.Unit(), o}},
		{"a kind that the set does not mark", marked("a", "[PER Ada] left."), labelSet{Has: coarse[:3]}, []uint32{1 << per.Unit(), misc, misc}},
		{"a place in a place", marked("a", "In [LOC New Bern, Ohio]."), labelSet{Has: coarse[:]},
			[]uint32{o, 1 << names.KindPlace.Begin(), 1 << names.KindPlace.Last(), o, 1 << names.KindPlace.Unit(), o}},
		{"an unsure label", marked("a", "[thing Ada] left."), labelSet{Has: coarse[:], Map: map[string]*string{"thing": &unsure}},
			[]uint32{misc, o, o}},
		{"a label that is no name", marked("a", "[DATE Monday] came."), labelSet{Has: coarse[:]}, []uint32{o, o, o}},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, makeDocument(c.row, c.set, new(command).split()).Allowed)
		})
	}
}

func TestCheckRow(t *testing.T) {
	for _, x := range []row{
		{Text: "Ada", Spans: []span{{Start: 1, End: 9}}},
		{Text: "Ada", Spans: []span{{Start: -1, End: 2}}},
		{Text: "Ada", Spans: []span{{Start: 2, End: 2}}},
		{Text: "\xff"},
	} {
		assert.Error(t, x.check())
	}
	x := marked("a", "[PER Ada]")
	assert.NoError(t, x.check())
}

func TestHeadlinesKeepOffsets(t *testing.T) {
	const s = "the state of İzmir and straße of o’neill’s, in 2020"
	assert.Equal(t, "THE STATE OF İZMIR AND STRAßE OF O’NEILL’S, IN 2020", casing.Capitals(s))
	assert.Equal(t, "The State of İzmir and Straße of O’neill’s, in 2020", casing.Title(s, en.Words().Lexicon))
	assert.Equal(t, "The State Of İzmir And Straße Of O’neill’s, In 2020", casing.Title(s, nil))
	for _, x := range []string{casing.Capitals(s), casing.Title(s, en.Words().Lexicon), casing.Title(s, nil)} {
		assert.Len(t, x, len(s))
	}
}

func TestCopiesKeepTheirTags(t *testing.T) {
	d := makeDocument(marked("a", "It rained. [PER Ada Lovelace] left [LOC Rome]. It rained."), labelSet{Has: coarse[:]}, new(command).split())
	docs := fit.WithCopies([]fit.Document{d}, 1, 7, en.Words().Lexicon)
	require.Len(t, docs, 2)
	c := docs[1]
	assert.Equal(t, d.Allowed, c.Allowed)
	require.Len(t, c.Tokens, len(d.Tokens))
	for i := range c.Tokens {
		a, b := d.Text[d.Tokens[i].Start:d.Tokens[i].End], c.Text[c.Tokens[i].Start:c.Tokens[i].End]
		assert.True(t, strings.EqualFold(a, b), "%q and %q", a, b)
	}
	assert.Len(t, fit.WithCopies([]fit.Document{d}, 0, 7, en.Words().Lexicon), 1)
}

func TestSampleIsAPrefixOfALargerOne(t *testing.T) {
	var docs []fit.Document
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		docs = append(docs, makeDocument(row{ID: id, Text: "one two"}, labelSet{}, new(command).split()))
	}
	small := sample(append([]fit.Document(nil), docs...), 4)
	large := sample(append([]fit.Document(nil), docs...), 9)
	require.Len(t, small, 2)
	require.Len(t, large, 4)
	assert.Equal(t, small, large[:2])
}
