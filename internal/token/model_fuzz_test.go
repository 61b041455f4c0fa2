package token

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzReadPerceptron spoils a file of weights at some place: it is refused, or gives
// a tagger that works.
func FuzzReadPerceptron(f *testing.F) {
	_, body, err := splitModel(taggerBin)
	require.NoError(f, err)
	f.Add(0, []byte("dateline"))
	f.Add(0, []byte{0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Add(300, []byte{0, 0, 0})
	f.Add(len(body)-2, []byte("\n\n\n\n"))
	f.Fuzz(func(t *testing.T, at int, patch []byte) {
		if at < 0 || at > len(body) {
			t.Skip("outside the numbers")
		}
		b := append(slices.Clone(body[:at]), patch...)
		if len(b) < len(body) {
			b = append(b, body[len(b):]...)
		}
		p, err := readWeights(b)
		if err != nil {
			require.ErrorIs(t, err, ErrModel)
			return
		}
		var buf Buffer
		buf.Segment(story, nil)
		require.NoError(t, buf.TagAll(story, p))
	})
}
