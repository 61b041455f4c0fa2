package dateline_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

func TestOffsets(t *testing.T) {
	for name, text := range map[string]string{
		"empty":  "",
		"ascii":  strings.Repeat("plain words ", 30),
		"mixed":  strings.Repeat("Ångström 東京 🚢 “so” ", 20),
		"astral": strings.Repeat("🚢", 100),
	} {
		t.Run(name, func(t *testing.T) {
			o := dateline.NewOffsets(text)
			for i := 0; i <= len(text); i++ {
				if i < len(text) && !utf8.RuneStart(text[i]) {
					continue
				}
				s := dateline.Span{Start: i, End: len(text)}
				require.Equal(t, utf8.RuneCountInString(text[:i]), o.Runes(s).Start, "byte %d", i)
				require.Equal(t, len(utf16.Encode([]rune(text[:i]))), o.UTF16(s).Start, "byte %d", i)
				require.Equal(t, utf8.RuneCountInString(text), o.Runes(s).End)
			}
			assert.NotPanics(t, func() { o.Runes(dateline.Span{Start: -5, End: len(text) + 99}) })
		})
	}
}

func FuzzOffsets(f *testing.F) {
	f.Add("a🚢b", 1)
	f.Fuzz(func(t *testing.T, text string, i int) {
		if !utf8.ValidString(text) || i < 0 || i > len(text) || i < len(text) && !utf8.RuneStart(text[i]) {
			return
		}
		o := dateline.NewOffsets(text)
		require.Equal(t, utf8.RuneCountInString(text[:i]), o.Runes(dateline.Span{Start: i, End: i}).End)
	})
}

func ExampleOffsets() {
	text := "Straße 🚢 Łódź"
	o := dateline.NewOffsets(text)
	i := strings.Index(text, "Łódź")
	s := dateline.Span{Start: i, End: len(text)}
	fmt.Println(s, o.Runes(s), o.UTF16(s))
	// Output: [13,20) [9,13) [10,14)
}

func TestSpan(t *testing.T) {
	s := dateline.Span{Start: 3, End: 9}
	assert.Equal(t, 6, s.Len())
	assert.True(t, s.Contains(dateline.Span{Start: 3, End: 9}))
	assert.False(t, s.Contains(dateline.Span{Start: 2, End: 4}))
	assert.True(t, s.Overlaps(dateline.Span{Start: 8, End: 12}))
	assert.False(t, s.Overlaps(dateline.Span{Start: 9, End: 12}), "spans are half open")
}

func TestDate(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "2021-04-15": "2021-04-15",
		"2021-04-15T10:30:00+02:00": "2021-04-15T10:30:00+02:00",
		"2021-04-15T10:30:00Z":      "2021-04-15T10:30:00Z",
	} {
		d, err := dateline.ParseDate(in)
		require.NoError(t, err, in)
		assert.Equal(t, want, d.String())
	}
	for _, bad := range []string{"yesterday", "2021-13-01", "2021-04-15T25:00:00Z"} {
		_, err := dateline.ParseDate(bad)
		assert.ErrorIs(t, err, dateline.ErrDate)
		assert.ErrorContains(t, err, bad)
	}
}
