package token

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzReadPerceptron spoils a file of weights at some place: it is refused, or gives
// a tagger that works.
func FuzzReadPerceptron(f *testing.F) {
	_, rest, err := splitModel(taggerBin)
	require.NoError(f, err)
	start := len(taggerBin) - len(rest)
	f.Add(0, []byte("dateline"))
	f.Add(start, []byte{0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Add(start+300, []byte{0, 0, 0})
	f.Add(len(taggerBin)-2, []byte("\n\n\n\n"))
	f.Fuzz(func(t *testing.T, at int, patch []byte) {
		if at < 0 || at > len(taggerBin) {
			t.Skip("outside the file")
		}
		file := taggerBin[:at] + string(patch)
		if len(file) < len(taggerBin) {
			file += taggerBin[len(file):]
		}
		p, err := readPerceptron(file)
		if err != nil {
			require.ErrorIs(t, err, ErrModel)
			return
		}
		var buf Buffer
		buf.Segment(story, nil)
		require.NoError(t, buf.TagAll(story, p))
	})
}
