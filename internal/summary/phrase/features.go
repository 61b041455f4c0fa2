package phrase

import (
	"math"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/summary/story"
)

// featureNames names the numbers that a phrase is ranked by, in order.
var featureNames = []string{
	"bias", "first", "first-sentence", "lead", "headline", "headline-all", "headline-head", "dek",
	"count", "whole", "sum", "least", "most", "head", "early", "early-least",
	"one-word", "two-words", "three-words", "four-words",
	"proper", "adjective", "verbal", "number", "plural", "spread", "part",
	"idf", "name", "person", "place", "salience", "count-long", "sum-long", "capital", "idf-one", "verb", "adverb",
	"letters", "once", "often", "idf-square", "share", "idf-count", "compound",
}

// Features returns the names of the numbers that [Vectors] gives, in order.
func Features() []string { return featureNames }

// Vectors returns for each candidate the numbers that it is ranked by, about 0..1.
func Vectors(s *story.Story, cs []Candidate) [][]float64 {
	n := len(featureNames)
	all := make([]float64, n*len(cs))
	vs := make([][]float64, len(cs))
	e := newExtractor(s, cs)
	for i := range cs {
		vs[i] = all[i*n : i*n : (i+1)*n]
		vs[i] = e.vector(vs[i], &cs[i])
	}
	return vs
}

type extractor struct {
	story *story.Story
	size  float64
	most  int
}

func newExtractor(s *story.Story, cs []Candidate) extractor {
	e := extractor{story: s, size: math.Log1p(float64(len(s.Words)))}
	for i := range cs {
		e.most = max(e.most, len(cs[i].Spans))
	}
	return e
}

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// vector appends the numbers of a candidate in the order of the features.
func (e *extractor) vector(v []float64, c *Candidate) []float64 {
	s := e.story
	n := float64(len(c.Terms))
	var sum, early, headline, dek, idf float64
	least, most, earlyLeast := math.Inf(1), 0.0, math.Inf(1)
	for _, t := range c.Terms {
		x := &s.Terms[t]
		sum += x.Weight
		early += x.Early
		headline += is(x.Headline)
		dek += is(x.Dek)
		idf += x.IDF
		if c.joined && x.Stop {
			continue // the preposition does not make the phrase weaker
		}
		least, most, earlyLeast = min(least, x.Weight), max(most, x.Weight), min(earlyLeast, x.Early)
	}
	head := &s.Terms[c.Terms[len(c.Terms)-1]]
	sen := s.Sentences[s.Words[c.First].Sentence]
	count := math.Log1p(float64(len(c.Spans))) / math.Log1p(float64(max(e.most, 4)))
	last := c.Spans[len(c.Spans)-1].Start - c.Spans[0].Start
	name := c.Label != ""
	whole, part := float64(c.Whole)/float64(len(c.Spans)), c.Whole == 0
	if name {
		whole, part = 1, false // a name is whole wherever it stands
	}
	return append(v, 1,
		math.Log1p(float64(c.First))/e.size, is(sen.Body == 0), is(sen.Body >= 0 && sen.Body < 3),
		headline/n, is(headline == n), is(head.Headline), dek/n,
		count, whole,
		math.Sqrt(sum), math.Sqrt(least), math.Sqrt(most), math.Sqrt(head.Weight), math.Sqrt(early/n), math.Sqrt(earlyLeast),
		is(n == 1), is(n == 2), is(n == 3), is(n >= 4),
		is(c.shape.proper), is(c.shape.adjective), is(c.shape.verbal), is(c.shape.number), is(c.shape.plural),
		float64(last)/float64(max(len(s.Doc.Text), 1)), is(part),
		idf/n/10,
		is(name), is(c.Label == dateline.Person), is(c.Label == dateline.GPE || c.Label == dateline.Loc), c.Salience,
		count*is(n > 1), math.Sqrt(sum)*is(n > 1), float64(c.Capital)/float64(len(c.Spans)), idf/n/10*is(n == 1),
		is(c.shape.verb), is(c.shape.adverb),
		math.Min(float64(c.Spans[0].Len())/n/12, 1.5), is(len(c.Spans) == 1), is(len(c.Spans) > 2),
		idf*idf/n/n/100, math.Sqrt(float64(len(c.Spans))/float64(len(s.Words))),
		math.Log(float64(len(c.Spans)))*idf/n/10,
		is(strings.Contains(s.Doc.Words(c.Spans[0]), "-")),
	)
}
