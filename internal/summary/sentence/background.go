package sentence

import (
	"math"

	"github.com/dateline-go/dateline/internal/summary/phrase"
	"github.com/dateline-go/dateline/internal/summary/story"
)

// background is what the sentences of a story are compared with.
type background struct {
	story    *story.Story
	norm     float64 // the length of the story's vector of weights
	headline float64 // the weights of the headline's terms
	leadAt   int     // the first sentence that may stand in a summary, or -1
	leadSum  float64 // the weights of its terms
	inLead   []bool  // which terms it has
	spread   []float64
	pairs    map[uint64]int32
}

func newBackground(s *story.Story, standing []Standing) background {
	b := background{
		story: s, leadAt: -1, inLead: make([]bool, len(s.Terms)),
		spread: make([]float64, len(s.Terms)), pairs: make(map[uint64]int32, len(s.Words)),
	}
	for i := range s.Terms {
		t := &s.Terms[i]
		b.norm += t.Weight * t.Weight
		if t.Headline {
			b.headline += t.Weight
		}
	}
	b.norm = math.Sqrt(b.norm)
	last := make([]int32, len(s.Terms))
	for i, sen := range s.Sentences {
		if b.leadAt < 0 && standing[i] <= Cut {
			b.leadAt = i
		}
		before := int32(story.NoTerm)
		for _, w := range s.Words[sen.First:sen.Last] {
			if w.Term == story.NoTerm {
				continue
			}
			if last[w.Term] != int32(i+1) {
				last[w.Term] = int32(i + 1)
				b.spread[w.Term]++ // in how many sentences the term stands
				if i == b.leadAt {
					b.inLead[w.Term] = true
					b.leadSum += s.Terms[w.Term].Weight
				}
			}
			if before >= 0 {
				b.pairs[pair(before, w.Term)]++ // how often two terms stand side by side
			}
			before = w.Term
		}
	}
	return b
}

func pair(a, b int32) uint64 { return uint64(a)<<32 | uint64(uint32(b)) }

// repeats reports whether two terms stand side by side more than once, and one of
// them means something.
func (b *background) repeats(x, y int32) bool {
	return b.pairs[pair(x, y)] > 1 && !(b.story.Terms[x].Stop && b.story.Terms[y].Stop)
}

// leastPhrase is the lowest score of phrases that make a sentence worth more.
const leastPhrase = 0.1

// phraseSums adds up for each sentence the scores of the phrases that it holds.
func phraseSums(s *story.Story, cs []phrase.Candidate, scores []float64) []float64 {
	sums := make([]float64, len(s.Sentences))
	for i := range cs {
		if scores[i] < leastPhrase {
			continue
		}
		last := -1
		for _, span := range cs[i].Spans {
			at := s.SentenceAt(span.Start)
			if at >= 0 && at != last {
				sums[at] += scores[i]
				last = at
			}
		}
	}
	return sums
}
