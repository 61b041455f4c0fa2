package values

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/lang"
)

// Whose is a country whose currency an amount names: "Swiss" of "5 million Swiss francs".
type Whose struct {
	Run
	Country string // its ISO 3166 code
}

// shared are the currencies whose code does not begin with that of every country that has them.
var shared = map[string]string{
	"BJ": "XOF", "BF": "XOF", "CI": "XOF", "GW": "XOF", "ML": "XOF", "NE": "XOF", "SN": "XOF", "TG": "XOF",
	"CM": "XAF", "CF": "XAF", "TD": "XAF", "CG": "XAF", "GQ": "XAF", "GA": "XAF",
	"AG": "XCD", "AI": "XCD", "DM": "XCD", "GD": "XCD", "KN": "XCD", "LC": "XCD", "MS": "XCD", "VC": "XCD",
	"PF": "XPF", "NC": "XPF", "WF": "XPF", "CW": "XCG", "SX": "XCG",
	"AT": "EUR", "BE": "EUR", "BG": "EUR", "CY": "EUR", "DE": "EUR", "EE": "EUR", "ES": "EUR", "FI": "EUR", "FR": "EUR",
	"GR": "EUR", "HR": "EUR", "IE": "EUR", "IT": "EUR", "LT": "EUR", "LU": "EUR", "LV": "EUR", "MT": "EUR", "NL": "EUR",
	"PT": "EUR", "SI": "EUR", "SK": "EUR", "AD": "EUR", "MC": "EUR", "ME": "EUR", "SM": "EUR", "XK": "EUR",
	"EC": "USD", "TL": "USD", "MH": "USD", "FM": "USD", "PW": "USD",
	"KI": "AUD", "NR": "AUD", "TV": "AUD", "CK": "NZD", "NU": "NZD",
	"FO": "DKK", "GL": "DKK", "LI": "CHF", "PS": "ILS", "GG": "GBP", "IM": "GBP", "JE": "GBP",
}

// isOf reports whether a country has a currency. The ISO 4217 code of most begins with that of the country.
func isOf(code, country string) bool {
	return country != "" && (strings.HasPrefix(code, country) || shared[country] == code)
}

// ofCountry chooses among codes the one of a country, "" for none.
func ofCountry(codes, country string) string {
	for code := range strings.FieldsSeq(codes) {
		if isOf(code, country) {
			return code
		}
	}
	return ""
}

// currencySign reads the sign of a currency that is a word of its own: "£", "Rs", "US$", "GBP". It returns the codes
// that the sign may stand for and the index after it, "" for no sign.
func (r *reader) currencySign(at, end int) (string, int) {
	if code, to := r.dollarOf(at, end); code != "" {
		return code, to
	}
	if text := r.words[at].Text; !lone(text) {
		if codes := r.signCodes(text); codes != "" {
			return codes, at + 1
		}
	}
	return "", 0
}

// dollarOf reads the sign of a dollar that says whose it is, in one word or two: "US$".
func (r *reader) dollarOf(at, end int) (string, int) {
	w := &r.words[at]
	if whose, ok := strings.CutSuffix(w.Fold, "$"); ok && whose != "" {
		return r.lex.Value(whose, lang.DollarOf), at + 1
	}
	if at+1 < end && r.words[at+1].Text == "$" && r.words[at+1].Glued {
		return r.lex.Value(w.Fold, lang.DollarOf), at + 2
	}
	return "", 0
}

// signCodes returns the codes that a sign before a figure may stand for. A short form that is a word elsewhere, such as
// "Le" in Sierra Leone, counts in a story about its country.
func (r *reader) signCodes(sign string) string {
	codes := r.lex.Value(sign, lang.CurrencySign)
	if codes == "" {
		if local := r.lex.Value(sign, lang.LocalCurrency); local != "" && r.isLocal(local) {
			return local
		}
	}
	return codes
}

// currencyBehind reads the name of a currency behind a figure, with the country whose it is and without: "francs",
// "Swiss francs", "new Taiwan dollars", "CFA francs". It returns the codes that it may stand for and the index after
// it, "" for none; scaled says that the figure has a scale.
func (r *reader) currencyBehind(at, end int, scaled bool) (string, int) {
	figure, country := at-1, ""
	if at+1 < end && r.role(r.words[at].Fold) == roleCoinKind && r.whoseAt(at).To == 0 {
		at++
	}
	if of := r.whoseAt(at); of.To > 0 && of.To < end {
		country, at = of.Country, of.To
	}
	codes := r.currencyOf(at, country)
	if codes == "" || country == "" && !scaled && r.isOtherwise(figure, at, codes) {
		return "", 0
	}
	to := at + 1
	if to < end && r.words[at].Capital && r.lex.Is(r.words[to].Fold, lang.Currency) { // "CFA francs"
		to++
	}
	return codes, to
}

// whoseAt returns the country that is named at a word, before its currency.
func (r *reader) whoseAt(at int) Whose {
	if i, ok := slices.BinarySearchFunc(r.whose, at, func(x Whose, at int) int { return x.From - at }); ok {
		return r.whose[i]
	}
	return Whose{}
}

// currencyOf returns the codes that the name of a currency may stand for, "" for what is none: one alone where its
// country stands before it.
func (r *reader) currencyOf(at int, country string) string {
	w := &r.words[at]
	codes := r.lex.Value(w.Fold, lang.Currency)
	if codes == "" {
		codes = r.lex.Value(w.Text, lang.Currency) // a code, in capitals
	}
	if code := ofCountry(codes, country); code != "" {
		return code
	}
	local := r.lex.Value(w.Fold, lang.LocalCurrency)
	if code := ofCountry(local, country); code != "" {
		return code
	}
	if codes == "" && r.isLocal(local) {
		return local
	}
	return codes
}

// isOtherwise reports whether a word behind a figure without a scale has its other meaning: the verb "won", which is
// money behind digits in a story about Korea, and the pounds that people weigh in America.
func (r *reader) isOtherwise(figure, at int, codes string) bool {
	w := &r.words[at]
	switch {
	case r.role(w.Fold) == roleVerb:
		return !r.isLocal(codes) || !r.words[figure].Digit || r.year(figure, at) > 0
	case r.lex.Is(w.Fold, lang.Unit):
		return r.isLocal(customary) && !r.isLocal(codes)
	}
	return false
}

// customary is the currency of the country that weighs by the pound.
const customary = "USD"

// isLocalSum reports whether a letter before a figure is the currency of the story's country,
// "R200" in South Africa, and no number of a road: "the R61", "the N1 highway".
func (r *reader) isLocalSum(at, end int, codes string) bool {
	if at > 0 && r.lex.Is(r.words[at-1].Fold, lang.Article) || at+1 < end && r.lex.Is(r.words[at+1].Fold, lang.WayHead) {
		return false
	}
	return r.isLocal(codes)
}

// isLocal reports whether the story is about a country of one of the currencies.
func (r *reader) isLocal(codes string) bool {
	for _, c := range r.countries {
		if c.Focus && ofCountry(codes, c.Code) != "" {
			return true
		}
	}
	return false
}

// localCurrency chooses among the currencies that an amount at a word may be in the one of the country that the story
// is about, else the one of the outlet's, and the first where neither has any of them.
func (r *reader) localCurrency(codes string, at int) string {
	usual, _, several := strings.Cut(codes, " ")
	if !several || r.converts(at) {
		return usual
	}
	for _, c := range r.countries {
		if c.Focus {
			if code := ofCountry(codes, c.Code); code != "" {
				return code
			}
		}
	}
	return cmp.Or(ofCountry(codes, r.home), usual)
}

// converts reports whether an amount stands in brackets right behind another, for readers elsewhere: "HK$39 million
// ($5 million)".
func (r *reader) converts(at int) bool {
	return at > 1 && r.words[at-1].Text == "(" && r.paid == at-1
}

// lone reports whether a sign is a single letter, which says little by itself.
func lone(sign string) bool { return len(sign) == 1 && 'A' <= sign[0] && sign[0] <= 'Z' }
