package pages

import (
	"strings"
)

// The labels of a block: part of the story, not part of it, not known.
const (
	Unknown = iota
	Story
	Other
)

// enough is the share of a block's word sequences that must be the story's.
const enough = 0.6

// Label says which blocks of a page the gold counts as its story. texts are the
// words of the blocks, lines the number of the first line of each on a pasted page.
func (g *Gold) Label(texts []string, lines []int) []int {
	switch {
	case g.Labels != "":
		return g.labelLines(lines)
	case g.Body != "":
		return g.labelBody(texts)
	}
	return g.labelSegments(texts)
}

// labelLines takes the labels that pasted pages come with.
func (g *Gold) labelLines(lines []int) []int {
	out := make([]int, len(lines))
	for i, n := range lines {
		switch g.Labels[n] {
		case 'A':
			out[i] = Story
		case 'B', 'S':
			out[i] = Other
		}
	}
	return out
}

// labelSegments looks for the segments that are known of a page.
func (g *Gold) labelSegments(texts []string) []int {
	out := make([]int, len(texts))
	for i, t := range texts {
		for _, w := range g.With {
			if strings.Contains(t, squeeze(w)) {
				out[i] = Story
			}
		}
		for _, w := range g.Without {
			if strings.Contains(t, squeeze(w)) {
				out[i] = Other
			}
		}
	}
	return out
}

// labelBody compares sequences of words with those of the body. Each sequence of the
// body is used once, first by the blocks of the run that shares most with it, so that
// a teaser which repeats a sentence does not count.
func (g *Gold) labelBody(texts []string) []int {
	left := bag(g.Body)
	paragraphs := map[string]int{}
	for _, p := range strings.Split(g.Body, "\n") {
		if n := normal(p); n != "" {
			paragraphs[n]++
		}
	}
	out := make([]int, len(texts))
	gain := make([]float64, len(texts))
	bags := make([]map[string]int, len(texts))
	for i, t := range texts {
		bags[i] = bag(t)
		in := float64(both(bags[i], left))
		gain[i] = 2*in - float64(sum(bags[i]))
	}
	from, to := heaviest(gain)
	judge := func(i int) {
		out[i] = Other
		w := words(texts[i])
		if len(w) == 0 {
			out[i] = Unknown
			return
		}
		if n := normal(texts[i]); paragraphs[n] > 0 && i >= from && i < to {
			paragraphs[n]--
			out[i] = Story
		} else if len(w) >= 4 && float64(both(bags[i], left)) >= enough*float64(sum(bags[i])) {
			out[i] = Story
		}
		if out[i] == Story {
			for k, c := range bags[i] {
				left[k] = max(0, left[k]-c)
			}
		}
	}
	for i := from; i < to; i++ {
		judge(i)
	}
	for i := range texts {
		if i < from || i >= to {
			judge(i)
		}
	}
	return out
}

// heaviest returns the run of the largest sum.
func heaviest(gain []float64) (from, to int) {
	best, total, start := 0.0, 0.0, 0
	for i, g := range gain {
		if total <= 0 {
			total, start = 0, i
		}
		total += g
		if total > best {
			best, from, to = total, start, i+1
		}
	}
	return from, to
}

// Words counts the words of a text.
func Words(text string) int { return len(words(text)) }
