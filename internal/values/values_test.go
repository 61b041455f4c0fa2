package values_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/values"
	"github.com/dateline-go/dateline/lang/en"
)

// words makes the words of a text from its fields; the tag stands behind a slash.
func words(text string) []values.Word {
	var list []values.Word
	for i, f := range strings.Fields(text) {
		word, tag, _ := strings.Cut(f, "/")
		list = append(list, values.Word{Text: word, Fold: strings.ToLower(word), Pos: en.Words().Tagset.Of(tag),
			Capital: word[0] >= 'A' && word[0] <= 'Z', Letter: strings.ContainsAny(strings.ToLower(word), "abcdefghijklmnopqrstuvwxyz"),
			Digit: strings.ContainsAny(word, "0123456789"), First: i == 0})
	}
	return list
}

func TestFind(t *testing.T) {
	published := dateline.Day(2031, 4, 17) // a Thursday
	for _, tc := range []struct{ name, text, want string }{
		{"a unit behind a number", "It took two hours", "two hours=PT2H"},
		{"so long ago", "It rained two weeks ago", "two weeks ago=2031-W14"},
		{"one unit says nothing alone", "It took a week", ""},
		{"one unit ago", "It rained a week ago", "a week ago=2031-W15"},
		{"several at a turn", "It rained in the last years", ""},
		{"a day to come", "They play/VBP Leith on Tuesday", "Tuesday=2031-04-22"},
		{"a day gone by", "They played/VBD Leith on Tuesday", "Tuesday=2031-04-15"},
		{"a day of its own each", "They voted/VBD on Tuesday to/TO close/VB it in March", "Tuesday=2031-04-15; March=2032-03"},
		{"hours", "It ends at 12 a.m. sharp", "12 a.m.=T00:00"},
		{"small coins", "It cost 40 cents", "40 cents=USD 0.4"},
		{"one of a scale", "It cost a million dollars", "a million dollars=USD 1000000"},
		{"half of a scale", "It cost half a million dollars", ""},
		{"a part of a scale", "It cost a quarter of a million dollars", ""},
		{"one of a scale without a unit", "It drew a thousand people", ""},
		{"a verb that is a currency too", "She has three won today", "today=2031-04-17"},
		{"an area", "It has 12 square km of sand", "12 square km=12 km2"},
		{"a share in two words", "It grew 5 per cent", "5 per cent=5"},
		{"a month that is a verb", "May it last", ""},
		{"a name holds the number", "|Route 66| is long", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			text := strings.ReplaceAll(tc.text, "|", "")
			s := values.Story{Words: words(text), Published: published.Time}
			s.Sentences = []values.Run{{From: 0, To: len(s.Words)}}
			if text != tc.text {
				s.Names = []values.Run{{From: 0, To: 2}}
			}
			var got []string
			for _, v := range values.Find(s, en.Words()) {
				var texts []string
				for _, w := range s.Words[v.From:v.To] {
					texts = append(texts, w.Text)
				}
				got = append(got, strings.Join(texts, " ")+"="+v.Value)
			}
			assert.Equal(t, tc.want, strings.Join(got, "; "))
		})
	}
}
