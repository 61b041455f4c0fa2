package sentence

import (
	"math"
	"strings"

	"github.com/dateline-go/dateline/summarize/internal/phrase"
	"github.com/dateline-go/dateline/summarize/internal/story"
)

var featureNames = []string{
	"bias", "first", "second", "third", "early", "place", "opens", "central", "headline", "lead",
	"short", "length", "long", "digits", "quote", "leans", "asks", "names", "says", "phrases",
	"weight", "cut", "pronouns", "leads",
}

// Features returns the names of the numbers that [Vectors] gives, in order.
func Features() []string { return featureNames }

// Vectors returns for each sentence the numbers that it is ranked by, about 0..1,
// given the standing of each sentence and the score of each phrase.
func Vectors(s *story.Story, standing []Standing, cs []phrase.Candidate, scores []float64) [][]float64 {
	n := len(featureNames)
	all := make([]float64, n*len(s.Sentences))
	vs := make([][]float64, len(s.Sentences))
	e := extractor{story: s, standing: standing, phrases: phraseSums(s, cs, scores), seen: make([]int32, len(s.Terms))}
	e.prepare()
	for i := range s.Sentences {
		vs[i] = e.vector(all[i*n:i*n:(i+1)*n], i)
	}
	return vs
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

type extractor struct {
	story    *story.Story
	standing []Standing
	phrases  []float64
	seen     []int32 // the sentence, counted from 1, in which a term was last seen
	norm     float64 // of the story
	headline float64 // the weight of the headline's terms
	lead     []bool  // the terms of the first sound sentence
	leadNorm float64
	leadAt   int
	top      float64 // the highest sum of phrases
}

func (e *extractor) prepare() {
	s := e.story
	for i := range s.Terms {
		t := &s.Terms[i]
		e.norm += t.Weight * t.Weight
		if t.Headline {
			e.headline += t.Weight
		}
	}
	e.norm = math.Sqrt(e.norm)
	e.lead = make([]bool, len(s.Terms))
	e.leadAt = -1
	for i, sen := range s.Sentences {
		if e.standing[i] > Cut {
			continue
		}
		e.leadAt = i
		for k := sen.First; k < sen.Last; k++ {
			if t := s.Words[k].Term; t >= 0 && !e.lead[t] {
				e.lead[t] = true
				e.leadNorm += s.Terms[t].Weight
			}
		}
		break
	}
	for _, p := range e.phrases {
		e.top = max(e.top, p)
	}
}

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func over(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

func (e *extractor) vector(v []float64, i int) []float64 {
	s := e.story
	sen := s.Sentences[i]
	var words, digits, names, says, pronouns, sum, dotAll, square, headline, lead float64
	quote := false
	for k := sen.First; k < sen.Last; k++ {
		w := s.Words[k]
		switch f := s.Surface(k); f {
		case "\"", "“", "”", "``", "''", "‘":
			quote = true
		case "said", "says", "told", "added", "adds":
			says = 1
		}
		if w.Term == story.NoTerm {
			continue
		}
		words++
		switch {
		case w.Tag == "CD":
			digits++
		case strings.HasPrefix(w.Tag, "NNP"):
			names++
		case strings.HasPrefix(w.Tag, "PRP"):
			pronouns++
		}
		t := &s.Terms[w.Term]
		if e.seen[w.Term] == int32(i+1) {
			continue
		}
		e.seen[w.Term] = int32(i + 1)
		sum += t.Weight
		square += t.IDF * t.IDF * is(!t.Stop)
		dotAll += t.IDF * t.Weight * is(!t.Stop)
		headline += t.Weight * is(t.Headline)
		lead += t.Weight * is(e.lead[w.Term])
	}
	place := float64(max(sen.Body, 0))
	text := s.Doc.Words(sen.Span)
	return append(v, 1,
		is(sen.Body == 0), is(sen.Body == 1), is(sen.Body == 2), 1/math.Sqrt(1+place), place/float64(max(s.Bodies, 1)), is(sen.InBlock == 0),
		over(dotAll, math.Sqrt(square)*e.norm), over(headline, e.headline), over(lead, e.leadNorm)*is(i != e.leadAt),
		is(words < 10), math.Log1p(words)/4, is(words > 35), over(digits, words), is(quote), is(e.standing[i] == Leaning),
		is(strings.HasSuffix(text, "?")), over(names, words), says, over(e.phrases[i], e.top),
		over(sum, words)*4, is(e.standing[i] == Cut), over(pronouns, words), is(i == e.leadAt),
	)
}
