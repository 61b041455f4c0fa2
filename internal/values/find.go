package values

import (
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// dateWords are the classes of the words by which a date may begin, beside numbers.
var dateWords = lang.ClassesOf(lang.Month, lang.Weekday, lang.DayOff, lang.ValueWord)

// Find returns the dates and amounts that lie between the names of a story, in order; none in a language whose pack
// does not say how they are written. The cost is linear.
func Find(s Story, pack *lang.Pack) []Value {
	if pack.Values == nil {
		return nil
	}
	r := &reader{words: s.Words, sentences: s.Sentences, published: s.Published, countries: s.Countries,
		home: s.Home, whose: s.Whose,
		lex: pack.Lexicon, form: pack.Values, tagged: pack.Tagset != nil}
	var found []Value
	at := 0
	for _, x := range s.Sentences {
		r.free = x.From
		for k := x.From; k < x.To; {
			for at < len(s.Names) && s.Names[at].To <= k {
				at++
			}
			end := x.To
			if at < len(s.Names) {
				if s.Names[at].From <= k {
					k = s.Names[at].To
					r.free = k
					continue
				}
				end = min(end, s.Names[at].From)
			}
			v := r.value(k, end)
			if v.To == 0 {
				k++
				continue
			}
			found = append(found, v)
			k = v.To
			r.free = k
			if v.Label == dateline.Money {
				r.paid = k
			}
		}
	}
	return found
}

// value reads a value that begins at a word and ends before another, if there is one.
func (r *reader) value(at, end int) Value {
	w := &r.words[at]
	kinds := r.lex.Of(w.Fold)
	if r.mayBeAmount(w, &kinds) {
		for _, read := range []func(at, end int) Value{r.money, r.percent, r.clock, r.date, r.quantity} {
			if v := read(at, end); v.To > 0 {
				return v
			}
		}
		return Value{}
	}
	if w.Letter && kinds.Any(&dateWords) {
		return r.date(at, end)
	}
	return Value{}
}

// mayBeAmount reports whether an amount may begin with a word of some classes: a number, the sign of a currency,
// or "a".
func (r *reader) mayBeAmount(w *Word, kinds *lang.Classes) bool {
	return w.Digit || r.beginsWithSign(w.Text) || strings.HasSuffix(w.Text, "$") || kinds.Is(lang.DollarOf) ||
		r.lex.Is(w.Text, lang.CurrencySign) || r.lex.Is(w.Text, lang.LocalCurrency) ||
		kinds.Is(lang.Number) && r.figureOf(w.Fold, lang.Number) != 0 ||
		kinds.Is(lang.ValueWord) && r.role(w.Fold) == roleOne
}

// beginsWithSign reports whether the first character of a word is the sign of a currency.
func (r *reader) beginsWithSign(text string) bool {
	if text == "" || text[0] >= utf8.RuneSelf {
		return r.lex.Is(first(text), lang.CurrencySign)
	}
	known := &r.signs[text[0]]
	if *known == notAsked {
		*known = isOther
		if r.lex.Is(text[:1], lang.CurrencySign) {
			*known = isCurrency
		}
	}
	return *known == isCurrency
}

// first returns the first character of a word.
func first(text string) string {
	for i := range text {
		if i > 0 {
			return text[:i]
		}
	}
	return text
}
