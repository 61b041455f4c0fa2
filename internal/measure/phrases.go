package measure

import (
	"regexp"
	"slices"
	"strings"
)

// wordRun is a run of letters and digits, as Python's [^\W_]+ has it.
var wordRun = regexp.MustCompile(`[\p{L}\p{Nd}\p{Nl}\p{No}]+`)

// PhraseForm returns the form in which phrases are compared: lower case, without
// the possessive, its words stemmed by [Porter] and joined by one blank. It is ""
// for a phrase without a letter or digit.
func PhraseForm(phrase string) string {
	p := dropPossessive(strings.ReplaceAll(strings.ToLower(phrase), "’", "'"))
	words := wordRun.FindAllString(p, -1)
	for i, w := range words {
		words[i] = Porter(w)
	}
	return strings.Join(words, " ")
}

// dropPossessive takes out an apostrophe after a word sign that ends a word, and
// an s behind it that does.
func dropPossessive(p string) string {
	if !strings.Contains(p, "'") {
		return p
	}
	r := []rune(p)
	var b strings.Builder
	for i := 0; i < len(r); i++ {
		if r[i] != '\'' || i == 0 || !wordSign(r[i-1]) {
			b.WriteRune(r[i])
			continue
		}
		next := func(k int) bool { return i+k < len(r) && wordSign(r[i+k]) }
		switch {
		case i+1 < len(r) && r[i+1] == 's' && !next(2):
			i++
		case next(1):
			b.WriteRune('\'')
		}
	}
	return b.String()
}

func wordSign(r rune) bool { return r == '_' || wordRun.MatchString(string(r)) }

// PhraseForms returns the distinct forms of phrases in order of first appearance.
func PhraseForms(phrases []string) []string {
	var forms []string
	for _, p := range phrases {
		if f := PhraseForm(p); f != "" && !slices.Contains(forms, f) {
			forms = append(forms, f)
		}
	}
	return forms
}

// PhraseF1 returns the harmonic mean of precision and recall of the first k
// distinct predicted phrases, best first, against the gold ones. Both are lists
// of forms as [PhraseForms] gives them.
func PhraseF1(gold, predicted []string, k int) float64 {
	predicted = predicted[:min(k, len(predicted))]
	hits := 0
	for _, p := range predicted {
		if slices.Contains(gold, p) {
			hits++
		}
	}
	return f1(hits, len(predicted), len(gold))
}

func f1(hits, predicted, gold int) float64 {
	if hits == 0 {
		return 0
	}
	p, r := float64(hits)/float64(predicted), float64(hits)/float64(gold)
	return 2 * p * r / (p + r)
}
