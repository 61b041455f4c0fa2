package sentence

import (
	"slices"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/summary/story"
)

// Choice is a sentence of the summary.
type Choice struct {
	// Index is that of the sentence in the story.
	Index int
	// Score is how much it says of the story, 0..1.
	Score float64
}

// redundancy is how much a sentence loses for each share of its weight that the
// summary has already said.
const redundancy = 0.3

// maxDiverse is up to how many sentences redundancy is looked at, so that the
// work stays linear in the story.
const maxDiverse = 64

// Limit is how long a summary may be.
type Limit struct {
	// Sentences is the most sentences, Runes the most runes that they have
	// together with a space between two; 0 sets no bound.
	Sentences, Runes int
}

// Choose returns sentences in reading order, as many as the limit lets in. Scores
// are those of the model, one for each sentence. Each step takes the best sentence
// of the best standing that is left and fits, less what the summary has already
// said (after maximal marginal relevance, Carbonell and Goldstein 1998).
func Choose(s *story.Story, standing []Standing, scores []float64, l Limit) []Choice {
	c := chooser{story: s, standing: standing, scores: scores, taken: make([]bool, len(s.Sentences)),
		said: make([]bool, len(s.Terms))}
	c.measure(l.Runes)
	n := len(s.Sentences)
	if l.Sentences > 0 {
		n = min(n, l.Sentences)
	}
	var out []Choice
	for len(out) < n {
		i := c.best(len(out) < maxDiverse)
		if i < 0 || len(out) > 0 && c.runes != nil && standing[i] >= Scrap {
			break // what is no sentence is not there to fill up room
		}
		if len(out) == 0 {
			i = c.lead(i)
		}
		c.take(i)
		out = append(out, Choice{i, scores[i]})
		if len(out) == maxDiverse {
			out = append(out, c.rest(n-len(out))...)
			break
		}
	}
	slices.SortFunc(out, func(a, b Choice) int { return a.Index - b.Index })
	return out
}

type chooser struct {
	story    *story.Story
	standing []Standing
	scores   []float64
	taken    []bool
	said     []bool // the terms of the sentences taken
	runes    []int  // how long each sentence is with a space, nil where no bound is set
	room     int    // how many of these are left
}

// measure sets a bound on the runes of the summary; 0 sets none.
func (c *chooser) measure(limit int) {
	if limit == 0 {
		return
	}
	c.room = limit + 1 // no space behind the last
	c.runes = make([]int, len(c.story.Sentences))
	for i, sen := range c.story.Sentences {
		c.runes[i] = utf8.RuneCountInString(c.story.Doc.Words(sen.Span)) + 1
	}
}

// fits reports whether a sentence is left and short enough.
func (c *chooser) fits(i int) bool {
	return !c.taken[i] && (c.runes == nil || c.runes[i] <= c.room)
}

// worth is the standing of a sentence given what is taken, and its score.
func (c *chooser) worth(i int, diverse bool) (Standing, float64) {
	st, score := c.standing[i], c.scores[i]
	if st == Leaning && i > 0 && c.taken[i-1] && c.story.Sentences[i].Block-c.story.Sentences[i-1].Block <= 1 {
		st = Sound
	}
	if diverse {
		score *= 1 - redundancy*c.repeats(i)
	}
	return st, score
}

// repeats is the share of a sentence's weight that the summary has already.
func (c *chooser) repeats(i int) float64 {
	var all, said float64
	sen := c.story.Sentences[i]
	for k := sen.First; k < sen.Last; k++ {
		if t := c.story.Words[k].Term; t != story.NoTerm {
			w := c.story.Terms[t].Weight
			all += w
			if c.said[t] {
				said += w
			}
		}
	}
	return over(said, all)
}

func (c *chooser) best(diverse bool) int {
	at, top, std := -1, 0.0, Aside
	for i := range c.scores {
		if !c.fits(i) {
			continue
		}
		st, score := c.worth(i, diverse)
		if at < 0 || st < std || st == std && score > top {
			at, top, std = i, score, st
		}
	}
	return at
}

// leadShare is how much of the best sentence's score the lead needs, so that it
// opens the summary.
const leadShare = 0.35

// lead returns the first sentence that is as sound as sentence i, the best one, if
// it is nearly as good: news says the most important thing first.
func (c *chooser) lead(i int) int {
	first := slices.Index(c.standing, c.standing[i])
	if !c.fits(first) || c.scores[first] < leadShare*c.scores[i] {
		return i
	}
	return first
}

func (c *chooser) take(i int) {
	c.taken[i] = true
	if c.runes != nil {
		c.room -= c.runes[i]
	}
	sen := c.story.Sentences[i]
	for k := sen.First; k < sen.Last; k++ {
		if t := c.story.Words[k].Term; t != story.NoTerm {
			c.said[t] = true
		}
	}
}

// rest takes n more by standing and score alone.
func (c *chooser) rest(n int) []Choice {
	var left []int
	for i := range c.scores {
		if c.fits(i) {
			left = append(left, i)
		}
	}
	slices.SortStableFunc(left, func(a, b int) int {
		if d := int(c.standing[a]) - int(c.standing[b]); d != 0 {
			return d
		}
		switch x, y := c.scores[a], c.scores[b]; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return a - b
	})
	var out []Choice
	for _, i := range left {
		if len(out) == n {
			break
		}
		if c.fits(i) && (c.runes == nil || c.standing[i] < Scrap) {
			c.take(i)
			out = append(out, Choice{i, c.scores[i]})
		}
	}
	return out
}
