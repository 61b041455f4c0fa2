package names_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/names"
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

func TestReadModelRefuses(t *testing.T) {
	good, err := small().Encode()
	require.NoError(t, err)
	for n := 0; n < len(good); n += 7 {
		_, err := names.ReadModel(good[:n])
		require.ErrorIs(t, err, names.ErrModel, "cut to %d bytes", n)
	}
	change := func(at int, to byte) []byte {
		b := append([]byte(nil), good...)
		b[at] = to
		return b
	}
	for name, b := range map[string][]byte{
		"version":       change(len("dlnames"), 9),
		"too many rows": change(len("dlnames")+1, 200),
		"other labels":  change(len("dlnames")+2, 5),
		"more at end":   append(append([]byte(nil), good...), good...),
		"not a number":  change(len("dlnames")+6, 0xff),
	} {
		t.Run(name, func(t *testing.T) {
			if name == "not a number" {
				b[len("dlnames")+5] = 0xff
			}
			_, err := names.ReadModel(b)
			assert.ErrorIs(t, err, names.ErrModel)
		})
	}
}

func TestNewTaggerRefusesAModelWithoutItsRows(t *testing.T) {
	m := small()
	m.Rows = m.Rows[:100]
	_, err := names.NewTagger(m, &names.Words{})
	assert.ErrorIs(t, err, names.ErrModel)
	_, err = m.Encode()
	assert.Error(t, err)
}

// The model card must describe the files that are embedded.
func TestModelCardNamesTheFiles(t *testing.T) {
	card, err := os.ReadFile("../../docs/model-card.md")
	require.NoError(t, err)
	for _, f := range []string{"model.bin", "words.bin"} {
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
