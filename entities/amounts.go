package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
)

// symbols are the signs of currencies with their ISO 4217 codes.
var symbols = map[string]string{"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
	"₦": "NGN", "₺": "TRY", "₴": "UAH", "₪": "ILS"}

// dollars are what stands before "$", with the code that it makes of it.
var dollars = map[string]string{"us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "can": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD"}

// currencies are their names after an amount.
var currencies = map[string]string{"dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP",
	"yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB",
	"rupee": "INR", "rupees": "INR", "naira": "NGN", "rand": "ZAR", "shekel": "ILS", "shekels": "ILS", "lira": "TRY",
	"franc": "CHF", "francs": "CHF", "zloty": "PLN", "hryvnia": "UAH", "hryvnias": "UAH", "won": "KRW", "baht": "THB",
	"ringgit": "MYR", "rupiah": "IDR", "dirham": "AED", "dirhams": "AED", "riyal": "SAR", "riyals": "SAR", "usd": "USD",
	"eur": "EUR", "gbp": "GBP", "cent": "USD", "cents": "USD", "pence": "GBP"}

// money reads an amount of money; its value is the ISO 4217 code and the number,
// such as "USD 1500000".
func (s *story) money(at, end int) value {
	from := at
	code := ""
	if whose, ok := strings.CutSuffix(s.words[at].fold, "$"); ok && dollars[whose] != "" { // US$
		code = dollars[whose]
		at++
	} else if at+1 < end && dollars[s.words[at].fold] != "" && s.words[at+1].text == "$" && s.words[at+1].glued {
		code = dollars[s.words[at].fold]
		at += 2
	} else if symbols[s.words[at].text] != "" {
		code = symbols[s.words[at].text]
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
	if sign := first(s.words[at].text); symbols[sign] != "" { // one token, "$50"
		rest, ok := strings.CutPrefix(s.words[at].fold, sign) // folding changes lengths
		x, number := figure(rest)
		if !ok || !number {
			return value{}
		}
		to := at + 1
		for to < min(end, at+4) && scales[s.words[to].fold] != 0 {
			x *= scales[s.words[to].fold]
			to++
		}
		return value{from, to, dateline.Money, symbols[sign] + " " + format(x)}
	}
	x, to := s.number(at, end)
	if to == 0 || to >= end {
		return value{}
	}
	unit := s.words[to].fold
	code = currencies[unit]
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
		if x, ok := figure(n); ok {
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

// units are what quantities are counted in, with the name that a value has.
var units = map[string]string{"km": "km", "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km",
	"m": "m", "metre": "m", "metres": "m", "meter": "m", "meters": "m", "cm": "cm", "centimetres": "cm", "centimeters": "cm",
	"mm": "mm", "millimetres": "mm", "millimeters": "mm", "mile": "mi", "miles": "mi", "foot": "ft", "feet": "ft", "ft": "ft",
	"inch": "in", "inches": "in", "yard": "yd", "yards": "yd", "kg": "kg", "kilogram": "kg", "kilograms": "kg", "kilos": "kg",
	"gram": "g", "grams": "g", "ton": "t", "tons": "t", "tonne": "t", "tonnes": "t", "pound": "lb", "lb": "lb", "lbs": "lb", "ounces": "oz",
	"litre": "l", "litres": "l", "liter": "l", "liters": "l", "gallon": "gal", "gallons": "gal", "barrel": "bbl", "barrels": "bbl",
	"hectare": "ha", "hectares": "ha", "acre": "acre", "acres": "acre", "degrees": "deg", "mph": "mph", "kph": "km/h",
	"knots": "kn", "megawatts": "MW", "mw": "MW", "gigawatts": "GW", "kilowatts": "kW", "bushels": "bu"}

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
		if to+1 < end && units[s.words[to+1].fold] != "" {
			return value{at, to + 2, dateline.Quantity, format(x) + " " + units[s.words[to+1].fold]}
		}
	}
	if power != "" {
		if to++; to >= end {
			return value{}
		}
	}
	unit := units[s.words[to].fold]
	if unit == "" {
		return value{}
	}
	return value{at, to + 1, dateline.Quantity, format(x) + " " + unit + power}
}
