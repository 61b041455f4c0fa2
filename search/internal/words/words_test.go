package words_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search/internal/words"
)

func TestTerms(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"stems", "Ministers sanctioned the sanctions", "minist sanction sanction"},
		{"possessive", "Ruritania's harbour, the sailors' union", "ruritania harbor sailor union"},
		{"typographic possessive", "Ruritania’s harbour", "ruritania harbor"},
		{"accents", "Zürich café Łódź Bodø", "zurich cafe lodz bodo"},
		{"abbreviation", "the U.S. Senate in the U.S.", "us senat us"},
		{"numbers", "1,200 ships, 3.5 tonnes.", "1200 ship 3.5 tonn"},
		{"hyphens split", "cease-fire", "ceas fire"},
		{"only stop words", "to be or not to be", ""},
		{"contraction", "they don't sail", "sail"},
		{"name with apostrophe", "O'Neill sails", "oneil sail"},
		{"no words", " … -- ", ""},
		{"no spaces", "新華社北京 iPhone手机, 一", "新華 華社 社北 北京 iphon 手机 一"},
		{"irregular plurals", "children, wolves and women", "child wolf woman"},
		{"irregular verbs", "won, struck, withdrawn", "win strike withdraw"},
		{"forms of other words", "universe university organs organised added ads", "universe univers organ organiz add ad"},
		{"British spelling", "the labour centre analysed a programme", "labor center analyz program"},
		{"letter and number", "F-16 and f16, G-7, COVID-19", "f16 f16 g7 covid 19"},
		{"several of a code", "two F-16s, MP3s of the 1990s", "two f16 mp3 1990s"},
		{"mail", "e-mail, email, a-team", "email email team"},
		{"signs of a name", "C++ C# C, R&D at AT&T, bread&butter", "c++ c# c r&d at&t bread butter"},
		{"names in capitals", "IT and WHO said it, who", "it who said"},
		{"another script", "Москва ждёт", "москва ждет"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s words.Splitter
			assert.Equal(t, c.want, s.Key(c.text))
		})
	}
}

func TestAppendKeepsPlaces(t *testing.T) {
	var s words.Splitter
	text := "State of the Union"
	got := s.Append(nil, text)
	require.Len(t, got, 4)
	assert.Equal(t, words.Word{Start: 0, End: 5, Term: "state", Form: "state"}, got[0])
	assert.Empty(t, got[1].Term)
	assert.Equal(t, "Union", text[got[3].Start:got[3].End])
}

func TestLongWordIsCut(t *testing.T) {
	var s words.Splitter
	got := s.Terms(strings.Repeat("é", 500) + " " + strings.Repeat("ж", 500))
	require.Len(t, got, 2)
	for _, term := range got {
		assert.LessOrEqual(t, len(term), 64)
		assert.True(t, utf8.ValidString(term))
	}
}

func FuzzAppend(f *testing.F) {
	f.Add("The U.S. Senate’s 1,200 ships")
	f.Add("\xff\xfe a'b'c .. 1.2.3, é")
	f.Fuzz(func(t *testing.T, text string) {
		var s words.Splitter
		last := words.Word{Start: -1}
		for _, w := range s.Append(nil, text) {
			if w.Start <= last.Start || w.End <= last.End || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("word %+v after %+v in %d bytes", w, last, len(text))
			}
			last = w
			if again := s.Term(text[w.Start:w.End]); again != w.Term {
				t.Fatalf("%q: %q, then %q", text[w.Start:w.End], w.Term, again)
			}
		}
	})
}

// FuzzWithin cuts a part out of a text.
func FuzzWithin(f *testing.F) {
	f.Add("The U.S. Senate’s 1,200 ships", uint(8), uint(7))
	f.Add("He said: 'It was U.S. steel', 新華社 said", uint(10), uint(17))
	f.Add("a.b c's 3.5, d", uint(2), uint(5))
	f.Fuzz(func(t *testing.T, text string, start, length uint) {
		from := int(start % uint(len(text)+1))
		to := from + int(length%uint(len(text)-from+1))
		if !utf8.ValidString(text[:from]) || !utf8.ValidString(text[from:to]) || !utf8.ValidString(text[to:]) {
			return
		}
		var s words.Splitter
		got, ok := words.Within(s.Story(text), text, from, to)
		if !ok {
			return
		}
		want := s.Append(nil, text[from:to])
		if len(got) != len(want) {
			t.Fatalf("%q of %q: %v, by itself %v", text[from:to], text, got, want)
		}
		for i, w := range want {
			w.Start, w.End = w.Start+from, w.End+from
			if got[i] != w {
				t.Fatalf("%q of %q: word %d is %+v, by itself %+v", text[from:to], text, i, got[i], w)
			}
		}
	})
}

// TestLongRunIsCut holds a run without a space or a mark, which no sentence is, to a part; what follows is read.
func TestLongRunIsCut(t *testing.T) {
	var s words.Splitter
	got := s.Append(nil, strings.Repeat("渡船", 50_000)+" ferry")
	assert.Less(t, len(got), 30_000)
	assert.Equal(t, "渡船", got[0].Form)
	assert.Equal(t, "ferry", got[len(got)-1].Form)
}

func TestStoryIsRemembered(t *testing.T) {
	var s words.Splitter
	first := s.Story("Tides turn at noon")
	require.Len(t, first, 4)
	assert.Equal(t, first, s.Story("Tides turn at noon"))
	assert.Len(t, s.Story("Noon"), 1)
	assert.Empty(t, s.Story(""))
	assert.Len(t, s.Story("Tides turn at noon"), 4)
}

// A long text has the same words in pieces as in one.
func TestPieces(t *testing.T) {
	for name, text := range map[string]string{
		"words":    strings.Repeat("The U.S. sent 1,200 e-mails on-line about F-16s,\nsaid O'Neill of Tromsø. ", 5_000),
		"no space": strings.Repeat("harbour,", 20_000), "pairs": strings.Repeat("東京都 ", 20_000), "short": "Ships sail.", "": "",
	} {
		var s words.Splitter
		want := s.Append(nil, text)
		var got []words.Word
		whole := ""
		for piece, ws := range s.Pieces(text) {
			for _, w := range ws {
				w.Start, w.End = w.Start+len(whole), w.End+len(whole)
				got = append(got, w)
			}
			whole += piece
		}
		assert.Equal(t, text, whole, name)
		require.True(t, slices.Equal(want, got), name)
	}
}
