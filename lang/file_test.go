package lang_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/lang"
)

func TestFileRoundTrip(t *testing.T) {
	want := lang.File{Kind: "names", Version: 3, Fingerprint: "ab", About: []byte(`{"a":1}`), Body: []byte("numbers\n\x00\xff")}
	data, err := want.Encode()
	require.NoError(t, err)
	got, err := lang.ReadFile(data, "names", 3)
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

func TestReadFileRefuses(t *testing.T) {
	good, err := lang.File{Kind: "names", Version: 3, Body: []byte("numbers")}.Encode()
	require.NoError(t, err)
	damaged := slices.Clone(good)
	damaged[len(damaged)-1]++
	for name, c := range map[string]struct {
		data    []byte
		kind    string
		version int
		want    string
	}{
		"empty":         {nil, "names", 3, "does not begin"},
		"no head":       {good[:30], "names", 3, "no head"},
		"head":          {[]byte("dateline model 1\n{\n"), "names", 3, "head"},
		"long head":     {append([]byte("dateline model 1\n"), make([]byte, 1<<17)...), "names", 3, "no head"},
		"other kind":    {good, "tagger", 3, `kind "names", not "tagger"`},
		"other version": {good, "names", 4, "fit it anew"},
		"cut":           {good[:len(good)-1], "names", 3, "6 bytes, not 7"},
		"damaged":       {damaged, "names", 3, "damaged"},
	} {
		_, err := lang.ReadFile(c.data, c.kind, c.version)
		require.ErrorIs(t, err, lang.ErrFile, name)
		assert.ErrorContains(t, err, c.want, name)
	}
}

func FuzzReadFile(f *testing.F) {
	good, err := lang.File{Kind: "names", Version: 3, Body: []byte("numbers")}.Encode()
	require.NoError(f, err)
	f.Add(good)
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := lang.ReadFile(data, "names", 3)
		if err != nil {
			require.ErrorIs(t, err, lang.ErrFile)
			return
		}
		assert.LessOrEqual(t, len(file.Body), len(data))
	})
}

func TestFingerprint(t *testing.T) {
	of := func(rows string, classes ...lang.Class) string {
		l := lang.NewLexicon()
		require.NoError(t, l.Add(rows))
		return l.Fingerprint([]string{"bias"}, classes...)
	}
	base := of("may\tmonth=5\n", lang.Month)
	assert.Equal(t, base, of("may\tmonth=5\nmr\tcourtesy\n", lang.Month), "a word of another class")
	assert.NotEqual(t, base, of("may\tmonth=6\n", lang.Month), "another value")
	assert.NotEqual(t, base, of("may\tmonth=5\njune\tmonth=6\n", lang.Month), "a word more")
	assert.NotEqual(t, base, of("may\tmonth=5\n"), "no class")
	assert.NotEqual(t, lang.Fingerprint("ab", "c"), lang.Fingerprint("a", "bc"))
}
