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
		var text string
		text, to = r.joined(at, end, w.Fold)
		if x, ok = r.figure(text); !ok {
			return 0, 0
		}
	} else {
		x = r.figureOf(w.Fold, lang.Number)
		if x == 0 && to < end && r.figureOf(r.words[to].Fold, lang.Scale) != 0 && r.isOne(at) {
			x = 1 // "a million dollars"
		}
		if x == 0 {
			return 0, 0
		}
	}
	for to < min(end, at+4) && r.figureOf(r.words[to].Fold, lang.Scale) != 0 {
		x *= r.figureOf(r.words[to].Fold, lang.Scale)
		to++
	}
	return x, to
}

// isOne reports whether an indefinite article stands for one of what follows: not in "half a million", "a quarter of a
// million".
func (r *reader) isOne(at int) bool {
	if r.role(r.words[at].Fold) != roleOne {
		return false
	}
	return at == 0 || !r.lex.Is(r.words[at-1].Fold, lang.OfWord) && r.role(r.words[at-1].Fold) != rolePart
}

// joined returns the text of a figure that begins with a text in a word, and the index behind it: with the fraction
// behind a comma, and with groups of digits behind spaces, where the language writes figures so.
func (r *reader) joined(at, end int, text string) (string, int) {
	to := at + 1
	if r.form.SpaceGroups && len(text) <= groupDigits && isDigits(text) {
		for to < end && len(r.words[to].Text) == groupDigits && isDigits(r.words[to].Text) {
			text += r.words[to].Text
			to++
		}
	}
	if to+1 < end && r.words[to].Glued && r.words[to+1].Glued && r.words[to].Text == "," && r.form.Decimal == "," &&
		r.words[to+1].Digit {
		text, to = text+","+r.words[to+1].Fold, to+2
	}
	return text, to
}

// groupDigits is how many digits a group of a figure has.
const groupDigits = 3

// isDigits reports whether a text is nothing but digits.
func isDigits(text string) bool { return strings.Trim(text, "0123456789") == "" }

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
	plain, ok := r.ungrouped(text)
	if !ok {
		return 0, false
	}
	x, err := strconv.ParseFloat(plain, 64)
	if err != nil || len(text) > 24 {
		return 0, false
	}
	return x * scale, true
}

// ungrouped returns a figure without the marks between its groups of digits and with a point before its fraction;
// false for what is none: other characters, or groups of other lengths.
func (r *reader) ungrouped(text string) (string, bool) {
	decimal, group := r.form.Decimal, r.form.Group
	if r.form.LoosePoint && isLoosePoint(text) {
		decimal, group = ".", ","
	}
	whole, fraction, broken := text, "", false
	if decimal != "" {
		whole, fraction, broken = strings.Cut(text, decimal)
	}
	if group != "" {
		parts := strings.Split(whole, group)
		for i, part := range parts {
			if i > 0 && len(part) != groupDigits && !(r.form.LooseGroups && len(part) == groupDigits-1) || part == "" {
				return "", false
			}
		}
		whole = strings.Join(parts, "")
	}
	if whole == "" || !isDigits(whole) || !isDigits(fraction) {
		return "", false
	}
	if broken {
		whole += "." + fraction
	}
	return whole, true
}

// isLoosePoint reports whether a figure has one point, and one or two digits behind it.
func isLoosePoint(text string) bool {
	_, fraction, ok := strings.Cut(text, ".")
	return ok && isDigits(fraction) && (len(fraction) == 1 || len(fraction) == 2)
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
