package values

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// money reads an amount of money; its value is the ISO 4217 code and the number, such as "USD 1500000". A range that is
// written with one sign has both ends: "USD 10000000/15000000".
func (r *reader) money(at, end int) Value {
	if codes, to := r.currencySign(at, end); codes != "" {
		if to >= end {
			return Value{}
		}
		text, to := r.grouped(to, end, r.words[to].Fold)
		return r.sum(at, to, end, text, codes)
	}
	if v := r.gluedMoney(at, end); v.To > 0 {
		return v
	}
	x, to := r.number(at, end)
	if to == 0 || to >= end {
		return Value{}
	}
	if r.form.Linked && to+1 < end && r.lex.Is(r.words[to].Fold, lang.OfWord) { // "dos millones de euros"
		to++
	}
	codes, to := r.currencyBehind(to, end, to > at+1)
	if codes == "" {
		return Value{}
	}
	if r.role(r.words[to-1].Fold) == roleCoin {
		x /= 100
	}
	return Value{at, to, dateline.Money, r.localCurrency(codes, at) + " " + format(x)}
}

// gluedMoney reads an amount whose sign and figure are one word: "$50", "Rs18.4bn", "N900 million".
func (r *reader) gluedMoney(at, end int) Value {
	text := r.words[at].Text
	i := strings.IndexAny(text, "0123456789")
	if i < 1 {
		return Value{}
	}
	codes := r.signCodes(text[:i])
	if codes == "" {
		return Value{}
	}
	if scaled := at+1 < end && r.lex.Is(r.words[at+1].Fold, lang.Scale); lone(text[:i]) && !scaled &&
		!strings.Contains(text, ",") && strings.Trim(text[i:], "0123456789.") == "" && !r.isLocalSum(at, end, codes) {
		return Value{} // the road "N1", the exercise "P5"
	}
	text, to := r.grouped(at, end, strings.ToLower(text[i:]))
	return r.sum(at, to, end, text, codes)
}

// grouped is joined for the figure behind the sign of a currency, whose groups spaces may part in every language:
// "R5 000".
func (r *reader) grouped(at, end int, text string) (string, int) {
	if r.form.SpaceGroups || len(text) > groupDigits || !isDigits(text) {
		return r.joined(at, end, text)
	}
	to := at + 1
	for to < end && len(r.words[to].Text) == groupDigits && isDigits(r.words[to].Text) {
		text += r.words[to].Text
		to++
	}
	return text, to
}

// sum reads the figure of an amount from its text and the scales that begin at a word: "5", "2.5bn", "640-million",
// "10-15" before "million".
func (r *reader) sum(from, at, end int, text, codes string) Value {
	low, high, dashed := strings.Cut(text, "-")
	x, ok := r.figure(low)
	if !ok {
		return Value{}
	}
	y := 0.0
	if dashed {
		if scale := r.figureOf(high, lang.Scale); scale != 0 {
			x *= scale
		} else if y, ok = r.figure(high); !ok || y <= x {
			return Value{}
		}
	}
	to := at
	for ; to < min(end, at+3) && r.figureOf(r.words[to].Fold, lang.Scale) != 0; to++ {
		x *= r.figureOf(r.words[to].Fold, lang.Scale)
		y *= r.figureOf(r.words[to].Fold, lang.Scale)
	}
	v := Value{from, to, dateline.Money, r.localCurrency(codes, from) + " " + format(x)}
	if y > 0 {
		v.Value += "/" + format(y)
	}
	return v
}

// percent reads "12.5 percent", "12 %", "5 percentage points"; the value is the number.
func (r *reader) percent(at, end int) Value {
	if n, ok := strings.CutSuffix(r.words[at].Text, "%"); ok {
		if x, ok := r.figure(n); ok {
			return Value{at, at + 1, dateline.Percent, format(x)}
		}
	}
	x, to := r.number(at, end)
	if to == 0 || to >= end {
		return Value{}
	}
	fold := r.words[to].Fold
	if r.role(fold) == rolePercent {
		return Value{at, to + 1, dateline.Percent, format(x)}
	}
	next := r.roleValue(fold, "percent-of")
	if next != "" && to+1 < end && strings.TrimSuffix(r.words[to+1].Fold, "s") == next {
		return Value{at, to + 2, dateline.Percent, format(x)}
	}
	return Value{}
}

// quantity reads a number with a unit of measure, "square" and "cubic" among
// them; the value is the number and the unit, such as "12 km".
func (r *reader) quantity(at, end int) Value {
	x, to := r.number(at, end)
	if to == 0 || to >= end {
		return Value{}
	}
	power := r.roleValue(r.words[to].Fold, "power")
	if r.words[to].Text == "-" {
		if to+1 < end && r.lex.Value(r.words[to+1].Fold, lang.Unit) != "" {
			return Value{at, to + 2, dateline.Quantity, format(x) + " " + r.lex.Value(r.words[to+1].Fold, lang.Unit)}
		}
	}
	if power != "" {
		if to++; to >= end {
			return Value{}
		}
	}
	unit := r.lex.Value(r.words[to].Fold, lang.Unit)
	if unit == "" {
		return Value{}
	}
	to++
	if r.form.Behind && power == "" && to < end { // "kilómetros cuadrados"
		if power = r.roleValue(r.words[to].Fold, "power"); power != "" {
			to++
		}
	}
	return Value{at, to, dateline.Quantity, format(x) + " " + unit + power}
}
