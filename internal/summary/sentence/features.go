package sentence

import (
	"math"
	"strings"

	"github.com/dateline-go/dateline/internal/summary/phrase"
	"github.com/dateline-go/dateline/internal/summary/story"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

var featureNames = []string{
	"bias", "first", "second", "third", "to-tenth", "early", "place", "opens-block", "leads",
	"central", "headline", "lead", "phrases", "weight", "heavy", "shared", "pairs", "rarity",
	"short", "length", "length-square", "long",
	"digits", "names", "pronouns", "person", "asks", "says", "quote", "opens-quote", "opens-name",
	"leans", "leant-on", "cut",
}

// Features returns the names of the numbers that [Vectors] gives, in order.
func Features() []string { return featureNames }

// Vectors returns for each sentence the numbers that it is ranked by, about 0..1,
// given the standing of each sentence and the score of each phrase.
func Vectors(s *story.Story, standing []Standing, cs []phrase.Candidate, scores []float64) [][]float64 {
	n := len(featureNames)
	all := make([]float64, n*len(s.Sentences))
	vs := make([][]float64, len(s.Sentences))
	e := newExtractor(s, standing, cs, scores)
	for i := range s.Sentences {
		vs[i] = e.vector(all[i*n:i*n:(i+1)*n], i)
	}
	return vs
}

type extractor struct {
	background
	standing []Standing
	phrases  []float64
	top      float64 // the highest sum of phrases
	seen     []int32 // the sentence, counted from 1, in which a term was last seen
}

func newExtractor(s *story.Story, standing []Standing, cs []phrase.Candidate, scores []float64) extractor {
	e := extractor{background: newBackground(s, standing), standing: standing, phrases: phraseSums(s, cs, scores)}
	for _, p := range e.phrases {
		e.top = max(e.top, p)
	}
	e.seen = make([]int32, len(s.Terms))
	return e
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

// vector appends the numbers of a sentence in the order of the features.
func (e *extractor) vector(v []float64, i int) []float64 {
	s := e.story
	sen := s.Sentences[i]
	w, t := e.countWords(sen), e.addTerms(i)
	place := float64(max(sen.Body, 0))
	text := s.Doc.Words(sen.Span)
	length := math.Log1p(w.words) / 4
	return append(v,
		1, is(sen.Body == 0), is(sen.Body == 1), is(sen.Body == 2), is(sen.Body >= 3 && sen.Body < 10),
		1/math.Sqrt(1+place), place/float64(max(s.Bodies, 1)), is(sen.InBlock == 0), is(i == e.leadAt),
		over(t.product, math.Sqrt(t.square)*e.norm), over(t.headline, e.headline), over(t.lead, e.leadSum)*is(i != e.leadAt),
		over(e.phrases[i], e.top), 4*over(t.weight, w.words), t.heavy/5, over(t.shared, t.content)/10,
		over(w.repeated, w.pairs), over(t.idf, t.content)/10,
		is(w.words < 10), length, length*length, is(w.words > 35),
		over(w.digits, w.words), over(w.names, w.words), over(w.pronouns, w.words), w.person,
		is(strings.HasSuffix(text, "?")), w.says, w.quote, is(opensQuote(text)),
		is(sen.First < sen.Last && s.Words[sen.First].Pos.Is(pos.Proper)),
		is(e.standing[i] == Leaning), is(i+1 < len(e.standing) && e.standing[i+1] == Leaning), is(e.standing[i] == Cut),
	)
}

func opensQuote(text string) bool {
	return strings.HasPrefix(text, "\"") || strings.HasPrefix(text, "“") || strings.HasPrefix(text, "`")
}

// wordCounts is what a sentence's words say by their kind.
type wordCounts struct {
	words, digits, names, pronouns, person, says, quote float64
	pairs, repeated                                     float64
}

func (e *extractor) countWords(sen story.Sentence) wordCounts {
	var c wordCounts
	before := int32(story.NoTerm)
	for k := sen.First; k < sen.Last; k++ {
		w := e.story.Words[k]
		switch surface := e.story.Surface(k); surface {
		case "\"", "“", "”", "``", "''", "‘":
			c.quote = 1
		default:
			switch is := e.story.Lang.Of(surface); {
			case is.Is(lang.SummarySays):
				c.says = 1
			case is.Is(lang.SummaryPerson):
				c.person = 1
			}
		}
		if w.Term == story.NoTerm {
			continue
		}
		c.words++
		switch {
		case w.Pos.Is(pos.Number):
			c.digits++
		case w.Pos.Is(pos.Proper):
			c.names++
		case w.Pos.Is(pos.Pronoun):
			c.pronouns++
		}
		if before >= 0 {
			c.pairs++
			c.repeated += is(e.repeats(before, w.Term))
		}
		before = w.Term
	}
	return c
}

// termSums is what the different terms of a sentence add up to.
type termSums struct {
	content, weight, heavy, idf, shared, square, product, headline, lead float64
}

func (e *extractor) addTerms(i int) termSums {
	var x termSums
	sen := e.story.Sentences[i]
	for _, w := range e.story.Words[sen.First:sen.Last] {
		if w.Term == story.NoTerm || e.seen[w.Term] == int32(i+1) {
			continue
		}
		e.seen[w.Term] = int32(i + 1)
		t := &e.story.Terms[w.Term]
		if t.Stop {
			continue
		}
		x.content++
		x.weight += t.Weight
		x.heavy += is(t.Weight > 0.4)
		x.idf += t.IDF
		x.shared += e.spread[w.Term] - 1
		x.square += t.IDF * t.IDF
		x.product += t.IDF * t.Weight
		x.headline += t.Weight * is(t.Headline)
		x.lead += t.Weight * is(e.inLead[w.Term])
	}
	return x
}
