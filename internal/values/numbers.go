package values

import (
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/lang"
)

// number reads a number with its scale: "1,200", "2.5 million", "three", "$5bn"
// without its symbol. It returns the number and the index after it, 0 for none.
func (r *reader) number(at, end int) (float64, int) {
	w := &r.words[at]
	x, to := 0.0, at+1
	if w.Digit {
		var ok bool
		if x, ok = r.figure(w.Fold); !ok {
			return 0, 0
		}
	} else {
		if x = r.figureOf(w.Fold, lang.Number); x == 0 {
			return 0, 0
		}
	}
	for to < min(end, at+4) && r.figureOf(r.words[to].Fold, lang.Scale) != 0 {
		x *= r.figureOf(r.words[to].Fold, lang.Scale)
		to++
	}
	return x, to
}

// figure reads a number in figures, with a scale glued to it or not.
func (r *reader) figure(text string) (float64, bool) {
	i := strings.LastIndexAny(text, "0123456789") + 1
	scale := 1.0
	if unit := text[i:]; unit != "" {
		if scale = r.figureOf(unit, lang.Scale); scale == 0 {
			return 0, false
		}
	}
	text = text[:i]
	if !grouped(text) {
		return 0, false
	}
	x, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	if err != nil || len(text) > 24 {
		return 0, false
	}
	return x * scale, true
}

// grouped reports whether a figure is made of digits, commas before three of
// them, and one point at most.
func grouped(text string) bool {
	whole, _, _ := strings.Cut(text, ".")
	for i, part := range strings.Split(whole, ",") {
		if i > 0 && len(part) != 3 && len(part) != 2 || part == "" {
			return false
		}
	}
	return strings.Trim(text, "0123456789,.") == ""
}

// format writes a number without exponent and without needless zeros.
func format(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// figureOf returns the number that a word stands for as a member of a class, 0 for none.
func (r *reader) figureOf(fold string, c lang.Class) float64 {
	value := r.lex.Value(fold, c)
	if value == "" {
		return 0
	}
	x, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return 0
	}
	return x
}
