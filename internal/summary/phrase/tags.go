package phrase

import (
	"github.com/dateline-go/dateline/internal/summary/story"
	"github.com/dateline-go/dateline/lang/pos"
)

// tags finds the single words of a sentence, and the runs of proper nouns.
func (f *finder) tags(sen story.Sentence) {
	words := f.story.Words
	for i := sen.First; i < sen.Last; i++ {
		if f.isTag(i) {
			f.add(i, i+1, false)
		}
	}
	for i := sen.First; i < sen.Last; {
		j := i
		for j < sen.Last && words[j].Pos.Is(pos.Proper) && words[j].Term != story.NoTerm {
			j++
		}
		if j-i > 1 && j-i <= maxWords && !f.cuts(i, j) {
			f.add(i, j, true)
		}
		i = max(i+1, j)
	}
}

// isTag reports whether a word may be a tag: an open class, longer than a letter.
func (f *finder) isTag(i int) bool {
	w := &f.story.Words[i]
	if w.Term == story.NoTerm || f.story.Terms[w.Term].Stop || f.isValue(i) {
		return false
	}
	switch f.class[i] {
	case noun, adjective, participle:
		return true
	}
	return w.Pos.Is(pos.Verb | pos.Adverb)
}
