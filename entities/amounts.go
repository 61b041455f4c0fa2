package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// money reads an amount of money; its value is the ISO 4217 code and the number, such as "USD 1500000". A range that is
// written with one sign has both ends: "USD 10000000/15000000".
func (s *story) money(at, end int) value {
	if codes, to := s.currencySign(at, end); codes != "" {
		if to >= end {
			return value{}
		}
		return s.sum(at, to, end, s.words[to].fold, codes)
	}
	if v := s.gluedMoney(at, end); v.to > 0 {
		return v
	}
	x, to := s.number(at, end)
	if to == 0 || to >= end {
		return value{}
	}
	unit := s.words[to].fold
	codes := s.lex.Value(unit, lang.Currency)
	if codes == "" {
		codes = s.lex.Value(s.words[to].text, lang.Currency) // a code, in capitals
	}
	if codes == "" || unit == "won" && to == at+1 {
		return value{}
	}
	if unit == "cent" || unit == "cents" || unit == "pence" {
		x /= 100
	}
	return value{at, to + 1, dateline.Money, s.localCurrency(codes) + " " + format(x)}
}

// currencySign reads the sign of a currency that is a word of its own: "£", "Rs", "US$", "GBP". It returns the codes
// that the sign may stand for and the index after it, "" for no sign.
func (s *story) currencySign(at, end int) (string, int) {
	w := &s.words[at]
	if whose, ok := strings.CutSuffix(w.fold, "$"); ok && s.lex.Value(whose, lang.DollarOf) != "" { // US$
		return s.lex.Value(whose, lang.DollarOf), at + 1
	}
	if at+1 < end && s.words[at+1].text == "$" && s.words[at+1].glued && s.lex.Value(w.fold, lang.DollarOf) != "" {
		return s.lex.Value(w.fold, lang.DollarOf), at + 2
	}
	if s.lex.Is(w.text, lang.CurrencySign) && !lone(w.text) {
		return s.lex.Value(w.text, lang.CurrencySign), at + 1
	}
	return "", 0
}

// gluedMoney reads an amount whose sign and figure are one word: "$50", "Rs18.4bn", "N900 million".
func (s *story) gluedMoney(at, end int) value {
	text := s.words[at].text
	i := strings.IndexAny(text, "0123456789")
	if i < 1 {
		return value{}
	}
	codes := s.lex.Value(text[:i], lang.CurrencySign)
	if codes == "" {
		return value{}
	}
	if scaled := at+1 < end && s.lex.Is(s.words[at+1].fold, lang.Scale); lone(text[:i]) && !scaled &&
		!strings.Contains(text, ",") && strings.Trim(text[i:], "0123456789.") == "" {
		return value{} // the road "N1", the exercise "P5"
	}
	return s.sum(at, at, end, strings.ToLower(text[i:]), codes)
}

// sum reads the figure of an amount from the text of a word and the scales behind it: "5", "2.5bn", "640-million",
// "10-15" before "million".
func (s *story) sum(from, at, end int, text, codes string) value {
	low, high, dashed := strings.Cut(text, "-")
	x, ok := s.figure(low)
	if !ok {
		return value{}
	}
	y := 0.0
	if dashed {
		if scale := s.figureOf(high, lang.Scale); scale != 0 {
			x *= scale
		} else if y, ok = s.figure(high); !ok || y <= x {
			return value{}
		}
	}
	to := at + 1
	for ; to < min(end, at+4) && s.figureOf(s.words[to].fold, lang.Scale) != 0; to++ {
		x *= s.figureOf(s.words[to].fold, lang.Scale)
		y *= s.figureOf(s.words[to].fold, lang.Scale)
	}
	v := value{from, to, dateline.Money, s.localCurrency(codes) + " " + format(x)}
	if y > 0 {
		v.value += "/" + format(y)
	}
	return v
}

// localCurrency chooses among the currencies of one name or sign the one of the country that the story is about, and
// the first where it is about none of theirs. An ISO 4217 code begins with that of its country.
func (s *story) localCurrency(codes string) string {
	usual, others, several := strings.Cut(codes, " ")
	if !several {
		return usual
	}
	for _, c := range s.doc.Countries {
		if !c.Focus {
			continue
		}
		if strings.HasPrefix(usual, c.Code) {
			return usual
		}
		for code := range strings.FieldsSeq(others) {
			if strings.HasPrefix(code, c.Code) {
				return code
			}
		}
	}
	return usual
}

// lone reports whether a sign is a single letter, which says little by itself.
func lone(sign string) bool { return len(sign) == 1 && 'A' <= sign[0] && sign[0] <= 'Z' }

// percent reads "12.5 percent", "12 %", "5 percentage points"; the value is the
// number.
func (s *story) percent(at, end int) value {
	if n, ok := strings.CutSuffix(s.words[at].text, "%"); ok {
		if x, ok := s.figure(n); ok {
			return value{at, at + 1, dateline.Percent, format(x)}
		}
	}
	x, to := s.number(at, end)
	if to == 0 || to >= end {
		return value{}
	}
	switch s.words[to].fold {
	case "%", "percent", "pct":
		return value{at, to + 1, dateline.Percent, format(x)}
	case "per", "percentage":
		if to+1 < end && (s.words[to+1].fold == "cent" || s.words[to+1].fold == "points" || s.words[to+1].fold == "point") {
			return value{at, to + 2, dateline.Percent, format(x)}
		}
	}
	return value{}
}

// quantity reads a number with a unit of measure, "square" and "cubic" among
// them; the value is the number and the unit, such as "12 km".
func (s *story) quantity(at, end int) value {
	x, to := s.number(at, end)
	if to == 0 || to >= end {
		return value{}
	}
	power := ""
	switch s.words[to].fold {
	case "square":
		power = "2"
	case "cubic":
		power = "3"
	case "-":
		if to+1 < end && s.lex.Value(s.words[to+1].fold, lang.Unit) != "" {
			return value{at, to + 2, dateline.Quantity, format(x) + " " + s.lex.Value(s.words[to+1].fold, lang.Unit)}
		}
	}
	if power != "" {
		if to++; to >= end {
			return value{}
		}
	}
	unit := s.lex.Value(s.words[to].fold, lang.Unit)
	if unit == "" {
		return value{}
	}
	return value{at, to + 1, dateline.Quantity, format(x) + " " + unit + power}
}
