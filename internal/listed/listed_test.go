package listed_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/hash"
	"github.com/dateline-go/dateline/internal/listed"
)

// key is the key of words with blanks between them.
func key(words string) uint64 {
	k := listed.Start
	for w := range strings.FieldsSeq(words) {
		k = listed.Join(k, hash.String(w))
	}
	return k
}

func TestDefault(t *testing.T) {
	l, err := listed.Default()
	require.NoError(t, err)
	for _, tc := range []struct {
		words string
		kind  listed.Kind
		size  listed.Size
	}{
		{"university of oslo", listed.School, listed.Nowhere},
		{"nowhere harbour choir", listed.None, listed.Nowhere},
		{"österreich", listed.None, listed.Large},
		{"deutschland", listed.None, listed.Large},
		{"francia", listed.None, listed.Large},
		{"", listed.None, listed.Nowhere},
	} {
		e := l.Find(key(tc.words))
		assert.Equal(t, tc.kind, e.Kind(), tc.words)
		assert.Equal(t, tc.size, e.Size(), tc.words)
	}
	assert.True(t, l.Find(key("target")).Shared(), "a shop and a word")
	assert.Zero(t, testing.AllocsPerRun(100, func() { _ = l.Find(12345) }))
}

func TestNamesComeBack(t *testing.T) {
	in := map[uint64]listed.Entry{
		key("vestgrid"):       listed.NewEntry(listed.Firm, listed.Nowhere, false),
		key("skarvik"):        listed.NewEntry(listed.None, listed.Village, false),
		key("skarvik rovers"): listed.NewEntry(listed.Club, listed.Nowhere, true),
	}
	b, err := listed.Encode(in)
	require.NoError(t, err)
	l, err := listed.Read(b)
	require.NoError(t, err)
	assert.Equal(t, len(in), l.Len())
	for k, e := range in {
		assert.Equal(t, e, l.Find(k))
	}
	assert.Zero(t, l.Find(key("rovers")))
	for n := range b {
		_, err := listed.Read(b[:n])
		require.ErrorIs(t, err, listed.ErrFormat, "cut to %d bytes", n)
	}
}
