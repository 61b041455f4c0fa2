package phrase

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/summary/story"
)

// A phrase loses overlap of its score where all of its words are in phrases that
// were chosen; the first such phrase takes the share 1-again, each further one
// that share of what is left. Both were tried on duc2001 by cross-validation.
const (
	overlap = 1.0
	again   = 0.3
)

// maxRanked is how many of the best candidates are looked at, for each phrase
// that is wanted.
const maxRanked = 8

// Rank returns at most n keyphrases, the best first. Scores are those of the
// model, one for each candidate. The names of one entity are one keyphrase; a
// phrase that never stands outside of better ones is left out; a phrase loses by
// each word that better ones have.
func Rank(s *story.Story, cs []Candidate, scores []float64, n int) []dateline.Keyphrase {
	order := make([]int, 0, len(cs))
	for i := range cs {
		if !cs[i].people && fit(s, &cs[i]) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case scores[a] > scores[b]:
			return -1
		case scores[a] < scores[b]:
			return 1
		}
		return cs[a].First - cs[b].First
	})
	groups := byEntity(s, cs)
	order = order[:min(len(order), n*maxRanked)]
	picks, left := make([]pick, len(order)), make([]*pick, 0, len(order))
	named := map[string]bool{}
	for at, i := range order {
		p := &picks[at]
		*p = pick{terms: cs[i].Terms, spans: cs[i].Spans, score: scores[i]}
		if id := cs[i].Entity; id != "" {
			if named[id] {
				continue
			}
			named[id] = true
			p.spans, p.entity = groups[id], id
		} else {
			p.of = introduces(s, &cs[i])
		}
		left = append(left, p)
	}
	chosen := choose(s, left, n)
	var out []dateline.Keyphrase
	for _, p := range chosen {
		out = append(out, dateline.Keyphrase{Text: p.text(s), Score: p.score, Spans: slices.Clone(p.spans)})
	}
	return out
}

// choose takes n of the phrases, which are in order of score. Scores are changed
// to what was left of them when the phrase was taken.
func choose(s *story.Story, left []*pick, n int) []*pick {
	var chosen []*pick
	said := make([]int, len(s.Terms))
	for len(chosen) < n && len(left) > 0 {
		at, top := -1, -1.0
		for i, p := range left {
			if p.score <= top {
				break // none behind it can do better
			}
			if x := p.score * (1 - overlap*p.share(said)); x > top {
				at, top = i, x
			}
		}
		p := left[at]
		left = slices.Delete(left, at, at+1)
		if slices.ContainsFunc(chosen, p.repeats) || slices.ContainsFunc(chosen, p.extends) {
			continue
		}
		p.score = top
		for _, t := range p.terms {
			said[t]++
		}
		chosen = append(chosen, p)
	}
	return chosen
}

// byEntity gathers the places where each entity that a candidate names stands, in
// order.
func byEntity(s *story.Story, cs []Candidate) map[string][]dateline.Span {
	groups := map[string][]dateline.Span{}
	for i := range cs {
		if id := cs[i].Entity; id != "" {
			groups[id] = append(groups[id], cs[i].Spans...)
		}
	}
	for _, m := range s.Doc.Mentions {
		if g, ok := groups[m.Entity]; ok {
			groups[m.Entity] = append(g, m.Span())
		}
	}
	for id, spans := range groups {
		slices.SortFunc(spans, func(a, b dateline.Span) int {
			if a.Start != b.Start {
				return a.Start - b.Start
			}
			return b.End - a.End
		})
		// One name may lie in another, "Perez" in "Alex Perez": the longer stays.
		apart := spans[:0]
		for _, span := range spans {
			if len(apart) == 0 || apart[len(apart)-1].End <= span.Start {
				apart = append(apart, span)
			}
		}
		groups[id] = apart
	}
	return groups
}

// pick is a phrase that was chosen, or may be.
type pick struct {
	terms  []int32
	spans  []dateline.Span
	score  float64
	entity string
	of     string // the entity that a phrase introduces by name, "" for none
}

// share is the share of its words that were said.
func (p *pick) share(said []int) float64 {
	n := 0.0
	for _, t := range p.terms {
		n += 1 - math.Pow(again, float64(said[t]))
	}
	return n / float64(len(p.terms))
}

// repeats reports whether the phrase says what another that is chosen says: it never stands outside of it, has no other
// words, or introduces the one that the other names. A name says more than its words.
func (p *pick) repeats(q *pick) bool {
	if p.of != "" && (p.of == q.entity || p.of == q.of) || p.entity != "" && p.entity == q.of {
		return true
	}
	if sameTerms(p.terms, q.terms) || p.entity == "" && within(p.terms, q.terms) {
		return true
	}
	at := 0
	for _, s := range p.spans {
		for at < len(q.spans) && q.spans[at].End < s.End {
			at++
		}
		if at == len(q.spans) || !q.spans[at].Contains(s) {
			return false
		}
	}
	return true
}

// extends reports whether the phrase is one that is chosen with a word more in front: "new desktop search" beside
// "desktop search".
func (p *pick) extends(q *pick) bool {
	more := len(p.terms) - len(q.terms)
	return p.entity == "" && q.entity == "" && more > 0 && len(q.terms) > 1 && slices.Equal(p.terms[more:], q.terms)
}

// within reports whether a phrase has no word that another has not.
func within(a, b []int32) bool {
	for _, t := range a {
		if !slices.Contains(b, t) {
			return false
		}
	}
	return true
}

// sameTerms reports whether two phrases have the same words in any order.
func sameTerms(a, b []int32) bool {
	return len(a) == len(b) && within(a, b) && within(b, a)
}

// text returns the phrase as the story writes it: the form that it has most
// often, of several the one that does not begin a sentence, then the first. An
// entity is shown by its fullest name.
func (p *pick) text(s *story.Story) string {
	type form struct {
		words  string
		weight int
	}
	var forms []form
	for _, span := range p.spans {
		w := s.Doc.Words(span)
		weight := 4
		if p.entity != "" {
			weight = 4 + 16*strings.Count(w, " ")
		}
		if opens(s.Doc, span) && !inner(w) {
			weight = 1 // its capital may be the sentence's
		} else if len(w) > 4 && story.IsUpper(w) {
			weight = 1 // a date line or a heading
		} else if at := s.SentenceAt(span.Start); p.entity == "" && at >= 0 && s.Sentences[at].Capitals {
			weight = 1 // a headline with a capital for each word
		}
		k := slices.IndexFunc(forms, func(f form) bool { return f.words == w })
		if k < 0 {
			if len(forms) == maxForms {
				continue
			}
			forms = append(forms, form{words: w})
			k = len(forms) - 1
		}
		if p.entity == "" || forms[k].weight == 0 {
			forms[k].weight += weight
		} else {
			forms[k].weight++
		}
	}
	best := 0
	for i, f := range forms {
		if f.weight > forms[best].weight {
			best = i
		}
	}
	return forms[best].words
}

// maxForms bounds how many ways of writing a phrase are compared.
const maxForms = 16

// opens reports whether a span is at the beginning of its sentence.
func opens(d *dateline.Document, span dateline.Span) bool {
	_, ok := slices.BinarySearchFunc(d.Sentences, span.Start, func(s dateline.Span, at int) int { return s.Start - at })
	return ok
}

// inner reports whether a phrase has a capital that no sentence gave it.
func inner(w string) bool {
	_, n := utf8.DecodeRuneInString(w)
	return strings.IndexFunc(w[n:], unicode.IsUpper) >= 0
}
