package phrase

import "github.com/dateline-go/dateline/internal/summary/story"

// maxForeign is the longest phrase that is a candidate without tags.
const maxForeign = 3

// foreign finds the words of a sentence without tags that mean something, and for
// phrases the runs of up to three of them.
func (f *finder) foreign(sen story.Sentence, kind Kind) {
	longest := maxForeign
	if kind == Tags {
		longest = 1
	}
	for i := sen.First; i < sen.Last; i++ {
		for j := i; j < min(sen.Last, i+longest) && f.means(j); j++ {
			f.add(i, j+1, true)
		}
	}
}

// means reports whether a word has a meaning of its own.
func (f *finder) means(i int) bool {
	t := f.story.Words[i].Term
	return t != story.NoTerm && !f.story.Terms[t].Stop
}

// isLoose reports whether a phrase without tags stands only once, so that nothing
// says that its words belong together.
func isLoose(c Candidate) bool { return len(c.Terms) > 1 && len(c.Spans) == 1 }
