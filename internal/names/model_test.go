package names_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// small is a model of 256 rows.
func small() *names.Model {
	m := &names.Model{Bits: 8, Scale: 0.5, Mix: 0.25, Bias: -1, Rows: make([]int8, 16<<8)}
	for i := range m.Rows {
		m.Rows[i] = int8(i*i%5 - 2)
	}
	m.Transitions.Start[1] = 2
	m.Transitions.Next[3][0] = -4
	return m
}

func TestModelRoundTrip(t *testing.T) {
	m := small()
	b, err := m.Encode()
	require.NoError(t, err)
	again, err := names.ReadModel(b)
	require.NoError(t, err)
	assert.Equal(t, m, again)
	b2, err := again.Encode()
	require.NoError(t, err)
	assert.Equal(t, b, b2)
}

// TestSmallIsKept writes and reads the last number of a model, with a reviewer before it and without.
func TestSmallIsKept(t *testing.T) {
	m := small()
	m.Small = 5
	for _, review := range [][]float32{nil, make([]float32, names.Features)} {
		m.Review = review
		b, err := m.Encode()
		require.NoError(t, err)
		again, err := names.ReadModel(b)
		require.NoError(t, err)
		assert.Equal(t, m, again)
	}
}

// TestSmallWordsBeginNoName has a name begin with a word in small letters only where a model has nothing against it.
func TestSmallWordsBeginNoName(t *testing.T) {
	words, err := clusters.Default()
	require.NoError(t, err)
	b := token.Buffer{}
	const text = "The director of Ulmenhof spoke."
	b.Segment(text, nil)
	begins := func(small float32) (first []string) {
		m := &names.Model{Bits: 8, Scale: 1, Rows: make([]int8, 16<<8), Bias: 1, Small: small}
		tagger, err := names.NewTagger(m, words, names.English())
		require.NoError(t, err)
		found, err := tagger.Tag(t.Context(), nil, text, b.Sentences, b.Tokens)
		require.NoError(t, err)
		for _, x := range found {
			first = append(first, text[b.Tokens[x.First].Start:b.Tokens[x.First].End])
		}
		return first
	}
	assert.Contains(t, begins(0), "of")
	assert.NotEmpty(t, begins(20))
	assert.Subset(t, []string{"The", "Ulmenhof", "."}, begins(20))
}

func TestReadModelRefuses(t *testing.T) {
	good, err := small().Encode()
	require.NoError(t, err)
	for n := 0; n < len(good); n += 7 {
		_, err := names.ReadModel(good[:n])
		require.ErrorIs(t, err, names.ErrModel, "cut to %d bytes", n)
	}
	body := func(change func(b []byte) []byte) []byte {
		file, err := lang.ReadFile(good, "names", 3)
		require.NoError(t, err)
		file.Body = change(append([]byte(nil), file.Body...))
		b, err := file.Encode()
		require.NoError(t, err)
		return b
	}
	change := func(at int, to ...byte) []byte {
		return body(func(b []byte) []byte { copy(b[at:], to); return b })
	}
	version, err := lang.File{Kind: "names", Version: 9}.Encode()
	require.NoError(t, err)
	for _, tc := range []struct {
		name, want string
		b          []byte
	}{
		{"other file", "does not begin with", []byte("\x1f\x8bmodel")},
		{"version", "version 9, not 3", version},
		{"too many rows", "1<<200 rows", change(0, 200)},
		{"other labels", "5 weights a row, not 16", change(1, 5)},
		{"header cut", "cut short in its first", body(func(b []byte) []byte { return b[:40] })},
		{"rows cut", "cut short at row 255 of 256", body(func(b []byte) []byte { return b[:len(b)-1] })},
		{"more at end", "bytes behind the rows", body(func(b []byte) []byte { return append(b, b...) })},
		{"not a number", "a number that is none", change(4, 0xff, 0xff)},
		{"damaged", "damaged", append(append([]byte(nil), good[:len(good)-1]...), good[len(good)-1]+1)},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := names.ReadModel(tc.b)
			require.ErrorIs(t, err, names.ErrModel)
			assert.ErrorContains(t, err, tc.want)
		})
	}
}

func TestNewTaggerRefusesAModelWithoutItsRows(t *testing.T) {
	m := small()
	m.Rows = m.Rows[:100]
	_, err := names.NewTagger(m, &clusters.Table{}, names.English())
	assert.ErrorIs(t, err, names.ErrModel)
	_, err = m.Encode()
	assert.Error(t, err)
}

// TestModelFitsItsWords fails where a word that the tagger looks up has changed and the model has not.
func TestModelFitsItsWords(t *testing.T) {
	m, err := names.ReadModel(en.Pack().Names.Bytes())
	require.NoError(t, err)
	words, err := clusters.Default()
	require.NoError(t, err)
	_, err = names.NewTagger(m, words, names.English())
	assert.NoError(t, err,
		"words of lang/en/lexicon that are features of the tagger of names changed: run go generate ./internal/train/names")
}

func TestOtherWordsThanTheModels(t *testing.T) {
	words := lang.NewLexicon()
	require.NoError(t, words.Add("mr\ttagger-title\n"))
	p := *en.Pack()
	p.Lexicon, p.Names = words, lang.NewModel(p.Names.Bytes())
	_, err := names.TaggerOf(&p)
	require.ErrorIs(t, err, names.ErrModel)
	require.ErrorIs(t, err, lang.ErrFile)
	assert.ErrorContains(t, err, "internal/train/names")
}

// The model card must describe the files that are embedded.
func TestModelCardNamesTheFiles(t *testing.T) {
	card, err := os.ReadFile("../../docs/model-card.md")
	require.NoError(t, err)
	for _, f := range []string{"../../lang/en/names.bin", "../clusters/words.bin"} {
		b, err := os.ReadFile(f)
		require.NoError(t, err)
		sum := sha256.Sum256(b)
		assert.Contains(t, string(card), hex.EncodeToString(sum[:]), "%s is not the file that docs/model-card.md describes", f)
	}
}

func FuzzReadModel(f *testing.F) {
	good, err := small().Encode()
	require.NoError(f, err)
	f.Add(good)
	f.Add(good[:40])
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := names.ReadModel(b); err != nil {
			require.ErrorIs(t, err, names.ErrModel)
		}
	})
}

// The library promises model and gazetteers of at most 5 MB; the gazetteers have 2.
func TestEmbeddedSize(t *testing.T) {
	size := int64(0)
	for _, f := range []string{"../../lang/en/names.bin", "../clusters/words.bin"} {
		info, err := os.Stat(f)
		require.NoError(t, err)
		size += info.Size()
	}
	assert.Less(t, size, int64(3_500_000))
}
