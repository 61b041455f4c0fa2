package train_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/entities/train"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
	"github.com/dateline-go/dateline/lang/en"
)

// harbour is marked text in the columns of CoNLL.
const harbour = `-DOCSTART- O

Skipper O
Oru B-PER
Vantala I-PER
left O
Skarvik B-LOC
. O

Vantala B-PER
sails O
for O
Hammerby B-ORG
Line I-ORG
. O

-DOCSTART- O

Cook O
Mira B-PER
Ekre I-PER
came O
to O
Skarvik B-LOC
. O
`

func read(t *testing.T) []train.Article {
	t.Helper()
	articles, err := train.ReadCoNLL(strings.NewReader(harbour))
	require.NoError(t, err)
	return articles
}

func TestReadCoNLL(t *testing.T) {
	assert.Equal(t, []train.Article{
		{ID: "article 1", Text: "Skipper Oru Vantala left Skarvik .\nVantala sails for Hammerby Line .\n", Spans: []train.Name{
			{Start: 8, End: 19, Label: "PER"}, {Start: 25, End: 32, Label: "LOC"}, {Start: 35, End: 42, Label: "PER"},
			{Start: 53, End: 66, Label: "ORG"}}},
		{ID: "article 2", Text: "Cook Mira Ekre came to Skarvik .", Spans: []train.Name{
			{Start: 5, End: 14, Label: "PER"}, {Start: 23, End: 30, Label: "LOC"}}},
	}, read(t))

	for name, c := range map[string]struct {
		rows string
		want []string
	}{
		"four columns":             {"Ada NNP I-NP B-PER\nByron NNP I-NP I-PER\n", []string{"Ada Byron"}},
		"labels of the first kind": {"Ada I-PER\nleft O\nRiga I-LOC\nOslo B-LOC\n", []string{"Ada", "Riga", "Oslo"}},
		"single and end":           {"Ada B-PER\nByron E-PER\nKim S-PER\nLee U-PER\nJo L-PER\n", []string{"Ada Byron", "Kim", "Lee", "Jo"}},
		"another kind goes on":     {"Ada B-PER\nRiga I-LOC\n", []string{"Ada", "Riga"}},
		"a sentence ends a name":   {"Ada B-PER\n\nByron I-PER\n", []string{"Ada", "Byron"}},
		"labels of the library":    {"Ada B-PERSON\nRiga B-GPE\n", []string{"Ada", "Riga"}},
	} {
		t.Run(name, func(t *testing.T) {
			list, err := train.ReadCoNLL(strings.NewReader(c.rows))
			require.NoError(t, err)
			require.Len(t, list, 1)
			var got []string
			for _, s := range list[0].Spans {
				got = append(got, list[0].Text[s.Start:s.End])
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestReadJSONL(t *testing.T) {
	list, err := train.ReadJSONL(strings.NewReader(`{"id":"a","text":"Mira Ekre left.","spans":[{"start":0,"end":9,"label":"PERSON"}],"more":1}

{"id":"b","text":"It rained."}`))
	require.NoError(t, err)
	assert.Equal(t, []train.Article{
		{ID: "a", Text: "Mira Ekre left.", Spans: []train.Name{{Start: 0, End: 9, Label: "PERSON"}}}, {ID: "b", Text: "It rained."},
	}, list)
}

func TestBadRows(t *testing.T) {
	conll := func(rows string) error { _, err := train.ReadCoNLL(strings.NewReader(rows)); return err }
	jsonl := func(rows string) error { _, err := train.ReadJSONL(strings.NewReader(rows)); return err }
	for name, c := range map[string]struct {
		err  error
		says string
	}{
		"a word without a label":    {conll("Ada B-PER\nByron\n"), `line 2: "Byron" has no label`},
		"a label that is none":      {conll("Ada B-PER\n\nleft VERB\n"), `line 3: unknown label "VERB"`},
		"a kind that is none":       {conll("Ada B-POET\n"), `line 1: unknown label "B-POET"`},
		"a place in a name":         {conll("Ada X-PER\n"), `line 1: unknown label "X-PER"`},
		"columns that are no UTF-8": {conll("Ada B-PER\n\xff O\n"), "line 2: it is not UTF-8"},
		"a line without end":        {conll(strings.Repeat("a", 17<<20)), "line 1: more than"},
		"no JSON":                   {jsonl("{}\nAda\n"), "line 2: invalid character"},
		"lines that are no UTF-8":   {jsonl("\xff\n"), "line 1: it is not UTF-8"},
		"behind the text":           {jsonl(`{"text":"Ada","spans":[{"start":0,"end":4,"label":"PER"}]}`), "line 1: the name [0,4)"},
		"before the text":           {jsonl(`{"text":"Ada","spans":[{"start":-1,"end":2,"label":"PER"}]}`), "line 1: the name [-1,2)"},
		"an empty name":             {jsonl(`{"text":"Ada","spans":[{"start":1,"end":1,"label":"PER"}]}`), "the name [1,1)"},
		"half a letter":             {jsonl(`{"text":"Åsa","spans":[{"start":1,"end":4,"label":"PER"}]}`), "cuts a letter"},
		"names in names": {jsonl(`{"text":"Ada Byron","spans":[{"start":0,"end":9,"label":"PER"},{"start":4,"end":9,"label":"PER"}]}`),
			"before the one before it ends"},
		"an unknown label": {jsonl(`{"text":"Ada","spans":[{"start":0,"end":3,"label":"POET"}]}`), `unknown label "POET"`},
	} {
		t.Run(name, func(t *testing.T) {
			require.ErrorIs(t, c.err, train.ErrRow)
			assert.ErrorContains(t, c.err, c.says)
		})
	}
	cable := errors.New("cable cut")
	_, err := train.ReadJSONL(iotest.ErrReader(cable))
	require.ErrorIs(t, err, cable)
	assert.NotErrorIs(t, err, train.ErrRow)
}

func TestNamesRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		articles []train.Article
		o        train.Options
		is       error
	}{
		"no articles":  {nil, train.Options{}, train.ErrNoNames},
		"no names":     {[]train.Article{{Text: "It rained."}}, train.Options{}, train.ErrNoNames},
		"a bad name":   {[]train.Article{{Text: "Ada", Spans: []train.Name{{End: 9, Label: "PER"}}}}, train.Options{}, train.ErrRow},
		"rounds":       {read(t), train.Options{Rounds: -1}, dateline.ErrOptions},
		"many rounds":  {read(t), train.Options{Rounds: 1 << 20}, train.ErrOptions},
		"few bits":     {read(t), train.Options{Bits: 4}, train.ErrOptions},
		"many bits":    {read(t), train.Options{Bits: 40}, train.ErrOptions},
		"a bad pack":   {read(t), train.Options{Language: &lang.Pack{}}, lang.ErrPack},
		"bad clusters": {read(t), train.Options{Language: withClusters("none")}, lang.ErrFile},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := train.Names(t.Context(), c.articles, c.o)
			assert.ErrorIs(t, err, c.is)
		})
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := train.Names(ctx, read(t), train.Options{})
	assert.ErrorIs(t, err, context.Canceled)
	ctx, cancel = context.WithCancel(t.Context())
	_, err = train.Names(ctx, read(t), train.Options{Bits: 10, Progress: func(int, float64) { cancel() }})
	assert.ErrorIs(t, err, context.Canceled, "in the middle")
}

func withClusters(file string) *lang.Pack {
	p := *de.Words()
	p.Clusters = lang.NewModel([]byte(file))
	return &p
}

// The same articles give the same bytes; another seed or language gives others.
func TestSameBytes(t *testing.T) {
	fit := func(o train.Options) []byte {
		o.Bits = 12
		b, err := train.Names(t.Context(), read(t), o)
		require.NoError(t, err)
		return b
	}
	first := fit(train.Options{})
	assert.Equal(t, first, fit(train.Options{}))
	assert.Equal(t, first, fit(train.Options{Language: en.Words(), Rounds: 20}), "what the zero options stand for")
	assert.NotEqual(t, first, fit(train.Options{Seed: 7}))
	assert.NotEqual(t, first, fit(train.Options{Language: de.Pack()}))
}

// A model can be used with the words that it was trained with, and with no others.
func TestModelsKnowTheirWords(t *testing.T) {
	b, err := train.Names(t.Context(), read(t), train.Options{Bits: 12, Language: de.Pack()})
	require.NoError(t, err)
	model, err := entities.ReadModel(bytes.NewReader(b))
	require.NoError(t, err)
	_, err = entities.New(entities.Options{Model: model})
	require.ErrorIs(t, err, entities.ErrModel)
	require.ErrorIs(t, err, lang.ErrFile)
	_, err = entities.New(entities.Options{Model: model, Language: de.Pack()})
	require.NoError(t, err)

	own := *de.Pack()
	own.Names = lang.NewModel(b)
	_, err = entities.New(entities.Options{Language: &own})
	assert.NoError(t, err, "the same file in a pack of one's own")
}

func FuzzReadCoNLL(f *testing.F) {
	f.Add(harbour)
	f.Fuzz(func(t *testing.T, rows string) {
		list, err := train.ReadCoNLL(strings.NewReader(rows))
		if err != nil {
			require.ErrorIs(t, err, train.ErrRow)
			return
		}
		for _, a := range list {
			end := 0
			for _, s := range a.Spans {
				require.GreaterOrEqual(t, s.Start, end)
				require.Greater(t, s.End, s.Start)
				require.LessOrEqual(t, s.End, len(a.Text))
				end = s.End
			}
		}
	})
}
