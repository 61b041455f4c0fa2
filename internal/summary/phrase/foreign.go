package phrase

import (
	"strings"

	"github.com/dateline-go/dateline/internal/summary/story"
	"github.com/dateline-go/dateline/lang"
)

// maxForeign is the longest phrase that is a candidate without tags.
const maxForeign = 3

// foreign finds the words of a sentence without tags that mean something, and for phrases the runs of up to three of
// them: runs with a noun where it has to be, in a language that shows its nouns.
func (f *finder) foreign(sen story.Sentence, kind Kind) {
	longest := maxForeign
	if kind == Tags {
		longest = 1
	}
	for i := sen.First; i < sen.Last; i++ {
		for j := i; j < min(sen.Last, i+longest) && f.means(j); j++ {
			if f.mayBeForeign(i, j) {
				f.add(i, j+1, true)
			}
		}
		if kind == Phrases && f.isJoined(i, sen) {
			f.addJoined(i)
		}
	}
}

// mayBeForeign reports whether words i to j, both of them included, may be a phrase: the noun ends it where adjectives
// stand before nouns, and begins it elsewhere.
func (f *finder) mayBeForeign(i, j int) bool {
	switch {
	case f.nouns == nil:
		return true
	case f.cuts(i, j+1):
		return false
	case i == j:
		return f.nouns[i] && !f.isLight(i)
	case f.story.Nouns == story.NounsByCapital:
		return f.nouns[j]
	}
	return f.nouns[i] && !f.isTail(i)
}

// isTail reports whether a preposition makes a word one thing with the noun before it: "combat" in "avion de combat".
func (f *finder) isTail(i int) bool {
	return i > 1 && f.nouns[i-2] && f.isJoint(i-1)
}

// isJoined reports whether two nouns, no names, stand at i with a preposition between them and no article.
func (f *finder) isJoined(i int, sen story.Sentence) bool {
	return f.story.Nouns == story.NounsByArticle && i+2 < sen.Last && f.isThing(i) && f.isThing(i+2) &&
		f.isJoint(i+1)
}

// isJoint reports whether a word is a preposition that makes one thing of two nouns.
func (f *finder) isJoint(i int) bool {
	return f.story.Words[i].Term != story.NoTerm && f.story.Lang.Is(f.lower(i), lang.PhraseKept)
}

// isThing reports whether a word is a noun that says something and is in no name.
func (f *finder) isThing(i int) bool {
	return f.means(i) && f.nouns[i] && !f.isLight(i) && (f.name == nil || f.name[i] == plain)
}

// addJoined notes the two nouns at i.
func (f *finder) addJoined(i int) {
	if at := f.candidate(i, i+3, !f.knownOnly); at >= 0 {
		f.found[at].joined = true
		f.place(&f.found[at], i, i+3, true)
	}
}

// means reports whether a word has a meaning of its own. Where nouns show, the parts of dates and amounts have none.
func (f *finder) means(i int) bool {
	t := f.story.Words[i].Term
	return t != story.NoTerm && !f.story.Terms[t].Stop && (f.story.Nouns == story.NounsUnknown || !f.isValue(i))
}

func (f *finder) lower(i int) string { return strings.ToLower(f.story.Surface(i)) }

// isLoose reports whether a phrase without tags stands only once, so that nothing says that its words belong together.
// A name says so, and a preposition between two nouns, where nouns are known.
func (f *finder) isLoose(c Candidate) bool {
	return len(c.Terms) > 1 && len(c.Spans) == 1 && (f.nouns == nil || !c.joined && c.Label == "")
}
