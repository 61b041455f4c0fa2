package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// money reads an amount of money; its value is the ISO 4217 code and the number,
// such as "USD 1500000".
func (s *story) money(at, end int) value {
	from := at
	code := ""
	if whose, ok := strings.CutSuffix(s.words[at].fold, "$"); ok && s.lex.Value(whose, lang.DollarOf) != "" { // US$
		code = s.lex.Value(whose, lang.DollarOf)
		at++
	} else if at+1 < end && s.lex.Value(s.words[at].fold, lang.DollarOf) != "" && s.words[at+1].text == "$" && s.words[at+1].glued {
		code = s.lex.Value(s.words[at].fold, lang.DollarOf)
		at += 2
	} else if s.lex.Value(s.words[at].text, lang.CurrencySign) != "" {
		code = s.lex.Value(s.words[at].text, lang.CurrencySign)
		at++
	}
	if code != "" {
		if at >= end {
			return value{}
		}
		if x, to := s.number(at, end); to > 0 {
			return value{from, to, dateline.Money, code + " " + format(x)}
		}
		return value{}
	}
	if sign := first(s.words[at].text); s.lex.Value(sign, lang.CurrencySign) != "" { // one token, "$50"
		rest, ok := strings.CutPrefix(s.words[at].fold, sign) // folding changes lengths
		x, number := s.figure(rest)
		if !ok || !number {
			return value{}
		}
		to := at + 1
		for to < min(end, at+4) && s.figureOf(s.words[to].fold, lang.Scale) != 0 {
			x *= s.figureOf(s.words[to].fold, lang.Scale)
			to++
		}
		return value{from, to, dateline.Money, s.lex.Value(sign, lang.CurrencySign) + " " + format(x)}
	}
	x, to := s.number(at, end)
	if to == 0 || to >= end {
		return value{}
	}
	unit := s.words[to].fold
	code = s.lex.Value(unit, lang.Currency)
	if code == "" || unit == "won" && to == at+1 {
		return value{}
	}
	if unit == "cent" || unit == "cents" || unit == "pence" {
		x /= 100
	}
	return value{from, to + 1, dateline.Money, code + " " + format(x)}
}

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
