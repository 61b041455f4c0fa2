package measure

import (
	"slices"
	"strings"
)

// Scores are the F1 figures of one summary.
type Scores struct {
	// R1 and R2 count common words and pairs of words.
	R1, R2 float64
	// RLsum counts the union of longest common subsequences, sentence by sentence.
	RLsum float64
}

// Add returns the sums of the figures, for means over documents.
func (s Scores) Add(t Scores) Scores {
	return Scores{R1: s.R1 + t.R1, R2: s.R2 + t.R2, RLsum: s.RLsum + t.RLsum}
}

// ROUGE scores the sentences of a summary against those of a reference (Lin
// 2004), with words stemmed by [Porter].
func ROUGE(summary, reference []string) Scores {
	ps, gs := tokenised(summary), tokenised(reference)
	p, g := slices.Concat(ps...), slices.Concat(gs...)
	return Scores{
		R1:    commonF1(p, g, 1),
		R2:    commonF1(p, g, 2),
		RLsum: unionF1(ps, gs),
	}
}

// ROUGEWords splits a text as ROUGE does: runs of a-z and 0-9, those longer than
// three letters stemmed.
func ROUGEWords(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9')
	})
	for i, w := range words {
		if len(w) > 3 {
			words[i] = Porter(w)
		}
	}
	return words
}

func tokenised(sentences []string) [][]string {
	var words [][]string
	for _, s := range sentences {
		if strings.TrimSpace(s) != "" {
			words = append(words, ROUGEWords(s))
		}
	}
	return words
}

// commonF1 counts the runs of n words that both have.
func commonF1(p, g []string, n int) float64 {
	count := map[string]int{}
	for i := 0; i+n <= len(g); i++ {
		count[strings.Join(g[i:i+n], " ")]++
	}
	hits := 0
	for i := 0; i+n <= len(p); i++ {
		if gram := strings.Join(p[i:i+n], " "); count[gram] > 0 {
			count[gram]--
			hits++
		}
	}
	return f1(hits, max(len(p)-n+1, 1), max(len(g)-n+1, 1))
}

// unionF1 is the summary-level F1 of the longest common subsequences: for each
// reference sentence the union over the summary's sentences, each word used once.
func unionF1(ps, gs [][]string) float64 {
	left, right := map[string]int{}, map[string]int{}
	m, n := 0, 0
	for _, s := range gs {
		m += len(s)
		for _, w := range s {
			right[w]++
		}
	}
	for _, s := range ps {
		n += len(s)
		for _, w := range s {
			left[w]++
		}
	}
	hits := 0
	for _, ref := range gs {
		hit := make([]bool, len(ref))
		for _, p := range ps {
			markCommon(ref, p, hit)
		}
		for i, w := range ref {
			if hit[i] && left[w] > 0 && right[w] > 0 {
				left[w]--
				right[w]--
				hits++
			}
		}
	}
	return f1(hits, n, m)
}

// markCommon marks the words of ref in one longest common subsequence with can;
// among several the one that rouge-score 0.1.2 finds.
func markCommon(ref, can []string, hit []bool) {
	n, m := len(ref), len(can)
	w := m + 1
	t := make([]int, (n+1)*w)
	for i := 1; i <= n; i++ {
		for j := 1; j <= m; j++ {
			if ref[i-1] == can[j-1] {
				t[i*w+j] = t[(i-1)*w+j-1] + 1
			} else {
				t[i*w+j] = max(t[(i-1)*w+j], t[i*w+j-1])
			}
		}
	}
	for i, j := n, m; i > 0 && j > 0; {
		switch {
		case ref[i-1] == can[j-1]:
			hit[i-1] = true
			i--
			j--
		case t[i*w+j-1] > t[(i-1)*w+j]:
			j--
		default:
			i--
		}
	}
}
