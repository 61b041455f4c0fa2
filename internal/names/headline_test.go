package names

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/token"
)

// read returns a Reader that has read the text.
func read(t *testing.T, text string) *Reader {
	t.Helper()
	w, err := clusters.Default()
	require.NoError(t, err)
	var b token.Buffer
	b.Segment(text, nil)
	r := NewReader(w, English(), 18)
	require.NoError(t, r.Read(text, b.Sentences, b.Tokens))
	return r
}

func TestSentenceMode(t *testing.T) {
	for _, c := range []struct {
		text string
		want mode
	}{
		{"The council met on Monday and raised the tax on houses.", modeText},
		{"Council Raises Tax on Houses After Long Debate", modeTitle},
		{"Universities Are Universal.", modeTitle},
		{"COUNCIL RAISES TAX ON HOUSES", modeCaps},
		{"President Maria Sandu met Foreign Minister Nicu Popescu.", modeText},
		{"NATO and the EU agreed.", modeText},
		{"The Ministry of Foreign Affairs of Peru said so.", modeText},
		{"Yes.", modeText},
		{"", modeText},
	} {
		t.Run(c.text, func(t *testing.T) {
			r := read(t, c.text)
			if c.text == "" {
				assert.Empty(t, r.sents)
				return
			}
			require.Len(t, r.sents, 1)
			assert.Equal(t, c.want, r.sents[0].mode)
		})
	}
}

func TestHeadlinesAreReadAsWrittenElsewhere(t *testing.T) {
	const body = "\n\nThe old town of Reading votes. Reading is near Slough, and reading it is not."
	caps := func(text string, i int32) caps { return read(t, text).at(i).caps }
	assert.Equal(t, capsLower, caps("COUNCIL VOTES ON HOUSES IN LONDON", 1), "votes is mostly small")
	assert.Equal(t, capsFirst, caps("COUNCIL VOTES ON HOUSES IN LONDON", 5))
	assert.Equal(t, capsFirst, caps("Council Votes On New Houses In London", 6))
	assert.Equal(t, capsAll, caps("COUNCIL VOTES ON U.S. HOUSES", 3), "abbreviations stay")
	assert.Equal(t, capsLower, caps("VOTES IN READING ARE COUNTED", 2), "reading is mostly small")
	assert.Equal(t, capsFirst, caps("VOTES IN SLOUGH ARE COUNTED"+body, 2))
	assert.Equal(t, capsLower, caps("VOTES IN TOWN ARE COUNTED"+body, 2))
}

func TestRuns(t *testing.T) {
	r := read(t, "Then the Bank of the West sued Maria de la Cruz of Peru.")
	words := func(i int32) int { return int(r.tokens[i].runEnd - r.tokens[i].runFirst) }
	assert.Equal(t, 0, words(0), "Then only begins the sentence")
	assert.Equal(t, 4, words(2), "Bank of the West")
	assert.Equal(t, 0, words(6), "sued")
	assert.Equal(t, 6, words(7), "Maria de la Cruz of Peru")
	w := r.lowers[r.at(5).word]
	assert.Equal(t, seenThe|seenOrg, w.seen&(seenThe|seenOrg|seenAlone))
	assert.Equal(t, uint8(4), w.run)
}

// What a word shows must be the same whatever stood in the document read before.
func TestReaderForgets(t *testing.T) {
	const a, b = "Mr. Slough met the Slough Company in Rome.", "Slough is a town. SLOUGH VOTES AGAIN AND AGAIN"
	r := read(t, a)
	want := rowsOf(read(t, b))
	var buf token.Buffer
	buf.Segment(b, nil)
	require.NoError(t, r.Read(b, buf.Sentences, buf.Tokens))
	assert.Equal(t, want, rowsOf(r))
}

func rowsOf(r *Reader) (rows [][]uint32) {
	r.Sentences(func(first, end int) {
		for i := first; i < end; i++ {
			rows = append(rows, r.Rows(nil, first, end, i))
		}
	})
	return rows
}

// The tagger adds up a form's rows once for each distance; the sum must be that
// of the rows that the trainer sees.
func TestScoresAreTheSumsOfTheRows(t *testing.T) {
	m := &Model{Bits: 12, Scale: 0.5, Rows: make([]int8, lanes<<12)}
	for i := range m.Rows {
		m.Rows[i] = int8(i*2654435761>>7%255 - 127)
	}
	w, err := clusters.Default()
	require.NoError(t, err)
	tg, err := NewTagger(m, w, English())
	require.NoError(t, err)
	text := "Mr. Babbage of the Royal Society met Ada Lovelace. Babbage laughed.\n\nBABBAGE MEETS LOVELACE IN LONDON " +
		strings.Repeat("Ada met Babbage, ", 150)
	var b token.Buffer
	b.Segment(text, nil)
	r := NewReader(w, English(), m.Bits)
	require.NoError(t, r.Read(text, b.Sentences, b.Tokens))
	work := &work{reader: r}
	tg.score(work, nil)
	i := 0
	for _, rows := range rowsOf(r) {
		var want Scores
		for _, row := range rows {
			for k := range lanes {
				want[1+k] += float32(m.Rows[int(row)*lanes+k]) * m.Scale
			}
		}
		require.InDeltaSlice(t, want[:], work.scores[i][:], 1e-3, "token %d", i)
		i++
	}
	assert.Equal(t, len(b.Tokens), i)
}

func TestExp(t *testing.T) {
	for x := float32(-79); x < 79; x += 0.137 {
		want := expWide(x)
		assert.InEpsilon(t, want, float64(exp(x)), 3e-5, "exp(%v)", x)
	}
	assert.Zero(t, exp(-500))
}

func expWide(x float32) float64 { return math.Exp(float64(x)) }
