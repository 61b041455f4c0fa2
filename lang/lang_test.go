package lang_test

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

func table(rows string) fstest.MapFS { return fstest.MapFS{"a.tsv": {Data: []byte(rows)}} }

func TestReadLexicon(t *testing.T) {
	l, err := lang.ReadLexicon(table("# times\nmarch | mar.\tmonth=3\tnot the verb\n\nfriday\tweekday=5,month\n"))
	require.NoError(t, err)
	assert.True(t, l.Is("mar.", lang.Month))
	assert.False(t, l.Is("mar.", lang.Weekday))
	assert.Equal(t, "3", l.Value("march", lang.Month))
	assert.Equal(t, lang.ClassesOf(lang.Month, lang.Weekday), l.Of("friday"))
	assert.Empty(t, l.Value("friday", lang.Month))
	assert.Equal(t, []string{"friday", "mar.", "march"}, l.Words(lang.Month))
	assert.Equal(t, lang.Classes{}, l.Of("april"))
}

func TestReadLexiconRefuses(t *testing.T) {
	for name, rows := range map[string]string{
		"no class": "march\n", "empty class": "march\t\n", "unknown class": "march\tmoon\n", "empty word": "\tmonth\n",
		"two values": "march\tmonth=3\nmarch\tmonth=4\n",
	} {
		_, err := lang.ReadLexicon(table(rows))
		assert.ErrorIs(t, err, lang.ErrTable, name)
		assert.ErrorContains(t, err, "a.tsv:", name)
	}
}

func TestPacks(t *testing.T) {
	de := &lang.Pack{Code: "de", Case: lang.CaseNouns, Lexicon: lang.NewLexicon()}
	packs, err := lang.NewPacks(en.Words(), de)
	require.NoError(t, err)
	for tag, want := range map[string]string{"": "en", "en": "en", "EN-gb": "en", "de-AT": "de"} {
		require.NotNil(t, packs.For(tag), tag)
		assert.Equal(t, want, packs.For(tag).Code, tag)
	}
	assert.Nil(t, packs.For("nl"))
	_, err = lang.NewPacks(de, de)
	assert.ErrorIs(t, err, lang.ErrTwice)
	for _, bad := range []*lang.Pack{nil, {}, {Code: "de-AT", Lexicon: de.Lexicon}, {Code: "de"}} {
		_, err = lang.NewPacks(bad)
		assert.ErrorIs(t, err, lang.ErrPack)
	}
}

func TestLoadReadsOnce(t *testing.T) {
	m, calls := lang.NewModel([]byte("abc")), 0
	for range 2 {
		n, err := lang.Load(m, func(data []byte) (int, error) { calls++; return len(data), nil })
		require.NoError(t, err)
		assert.Equal(t, 3, n)
	}
	assert.Equal(t, 1, calls)
	_, err := lang.Load(m, func([]byte) (string, error) { return "", nil })
	assert.ErrorIs(t, err, lang.ErrModel)
}

func TestClassNames(t *testing.T) {
	for c := range lang.Class(255) {
		if found, ok := lang.ClassNamed(c.String()); ok {
			assert.Equal(t, c, found)
		}
	}
}
