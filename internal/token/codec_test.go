package token

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// taggerBin is the model of English.
var taggerBin = en.Pack().Tagger.Bytes()

// TestModel holds the embedded weights to their header.
func TestModel(t *testing.T) {
	h, _, err := splitModel(taggerBin)
	require.NoError(t, err)
	require.Len(t, h.Data, 3)
	for _, d := range h.Data {
		assert.NotEmpty(t, d.Name)
		assert.NotEmpty(t, d.Licence)
		assert.Len(t, d.SHA256, 64)
	}
	assert.Equal(t, LearnOptions{}.WithDefaults(), h.Options)
	assert.Less(t, len(taggerBin), 1<<20)

	p, err := readPerceptron(taggerBin)
	require.NoError(t, err)
	again, err := p.Encode(h)
	require.NoError(t, err)
	assert.Equal(t, taggerBin, again, "reading and writing gives the same bytes")
}

// TestModelData holds the header's checksum of GUM to the file at hand.
func TestModelData(t *testing.T) {
	dir := os.Getenv("DATELINE_EVAL")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "eval")
	}
	b, err := os.ReadFile(filepath.Join(dir, "pos", "gum_train.jsonl"))
	if err != nil {
		t.Skip("no data sets; set DATELINE_EVAL to their folder:", err)
	}
	h, _, err := splitModel(taggerBin)
	require.NoError(t, err)
	assert.Equal(t, fmt.Sprintf("%x", sha256.Sum256(b)), h.Data[0].SHA256)
}

func TestBrokenModel(t *testing.T) {
	_, body, err := splitModel(taggerBin)
	require.NoError(t, err)
	other, err := lang.File{Kind: "names", Version: fileVersion, Body: body}.Encode()
	require.NoError(t, err)
	features, err := lang.File{Kind: fileKind, Version: fileVersion, Fingerprint: "x", Body: body}.Encode()
	require.NoError(t, err)
	files := map[string][]byte{"empty": nil, "other": other, "features": features, "too long": append(slices.Clone(taggerBin), 'x')}
	start := len(taggerBin) - len(body)
	for n := 0; n < len(body); n += 1 + n/3 {
		files[fmt.Sprintf("cut after %d", n)] = taggerBin[:start+n]
		_, err := readWeights(body[:n])
		require.ErrorIs(t, err, ErrModel)
	}
	for name, file := range files {
		t.Run(name, func(t *testing.T) {
			_, err := readPerceptron(file)
			require.ErrorIs(t, err, ErrModel)
		})
	}
	// A changed byte gives an error or a tagger that works.
	for i := range 100 {
		b := slices.Clone(body)
		b[i*i*9] ^= 1 << (i % 8)
		p, err := readWeights(b)
		if err != nil {
			require.ErrorIs(t, err, ErrModel)
			continue
		}
		var buf Buffer
		buf.Segment(story, nil)
		require.NoError(t, buf.TagAll(story, p))
	}
}

// toy returns examples of a made-up language in which "ba" is a verb after "ki"
// and a noun elsewhere.
func toy() []Example {
	var out []Example
	for range 20 {
		for _, s := range []string{"ki/PRP ba/VB mo/NN ./.", "ba/NN mo/NN ./.", "mo/NN ki/PRP ba/VB ./.", "su/NN ba/NN ./."} {
			e := Example{}
			for _, w := range strings.Fields(s) {
				word, tag, _ := strings.Cut(w, "/")
				start := len(e.Text)
				e.Text += word + " "
				e.Tokens = append(e.Tokens, dateline.Token{Start: start, End: start + len(word), Tag: tag})
			}
			out = append(out, e)
		}
	}
	return out
}

func TestLearn(t *testing.T) {
	var files [2][]byte
	for i := range files {
		p, err := Learn(toy(), LearnOptions{})
		require.NoError(t, err)
		wrong := 0
		for _, e := range toy() {
			want := append(e.Tokens[:0:0], e.Tokens...)
			require.NoError(t, p.Tag(e.Text, e.Tokens))
			for k := range want {
				if want[k] != e.Tokens[k] {
					wrong++
				}
			}
		}
		assert.Zero(t, wrong)
		files[i], err = p.Encode(ModelHeader{})
		require.NoError(t, err)
	}
	assert.Equal(t, files[0], files[1], "the same examples give the same bytes")
}

func TestLearnTooManyTags(t *testing.T) {
	e := Example{Text: "a"}
	for i := range 65 {
		e.Tokens = append(e.Tokens, dateline.Token{Start: 0, End: 1, Tag: fmt.Sprint("T", i)})
	}
	_, err := Learn([]Example{e}, LearnOptions{})
	require.ErrorContains(t, err, "65 tags")
}
