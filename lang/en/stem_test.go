package en_test

import (
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"
	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// TestStemAsSnowball compares stems with those of the library that the fitted tables were made with: of the words of
// the lexicon with the endings that the steps know, and of words that are odd.
func TestStemAsSnowball(t *testing.T) {
	fronts := []string{"relat", "hop", "run", "fall", "cri", "by", "say", "commun", "gener", "arsen", "yell", "xyl", "é"}
	for _, c := range []lang.Class{lang.AttributingVerb, lang.OrgHead, lang.StanceNoun} {
		fronts = append(fronts, en.Words().Lexicon.Words(c)...)
	}
	ends := strings.Fields("s es ies ied sses us ed edly eed eedly ing ingly y ational tional enci anci abli entli izer " +
		"ization ation ator alism aliti alli fulness ousli ousness iveness iviti biliti bli ogi fulli lessli li alize " +
		"icate iciti ical ful ness ative al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion e ll " +
		"ting pping ated bled ized 's 's' ' ’s ing's")
	for _, front := range fronts {
		for _, end := range append(ends, "") {
			assert.Equal(t, english.Stem(front+end, true), en.Stem(front+end), front+end)
		}
	}
	for _, w := range strings.Fields("skies Dying NEWS proceeding y yy 'tis 'em ’’ ' '' a9 3rd 7's U.S. x-ray ing ed eed") {
		assert.Equal(t, english.Stem(w, true), en.Stem(w), w)
	}
	assert.Empty(t, en.Stem(""))
	assert.Equal(t, "meet", en.Stem(" Meetings "))
}

// FuzzStem compares the stem of any word.
func FuzzStem(f *testing.F) {
	for _, w := range []string{"generously", "o’clock's", "'", "yay", "sses", "İs", "iedied"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, word string) {
		word = strings.TrimSpace(word) // two spaces are left as they are
		assert.Equal(t, english.Stem(word, true), en.Stem(word))
	})
}

func BenchmarkStem(b *testing.B) {
	words := strings.Fields("the ministers said on Monday that negotiations were continuing despite international " +
		"disagreements about fisheries and the responsibilities of neighbouring governments")
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			en.Stem(w)
		}
	}
}
