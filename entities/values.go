package entities

import (
	"slices"
	"sort"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/values"
	"github.com/dateline-go/dateline/lang"
)

// values finds the dates and amounts that lie between the names.
func (s *story) values(names []mention, home string) []values.Value {
	text := values.Story{
		Words:     make([]values.Word, len(s.words)),
		Sentences: make([]values.Run, len(s.sentences)),
		Names:     make([]values.Run, len(names)),
		Published: s.doc.Published.Time,
		Countries: s.doc.Countries,
		Home:      home,
		Whose:     s.currencies,
	}
	for i := range s.words {
		w := &s.words[i]
		text.Words[i] = values.Word{Text: w.text, Fold: s.accented(w), Pos: w.pos, Capital: w.capital, Letter: w.letter,
			Digit: w.digit, First: w.first, Glued: w.glued}
	}
	for i, x := range s.sentences {
		text.Sentences[i] = values.Run{From: x.from, To: x.to}
	}
	for i := range names {
		text.Names[i] = values.Run{From: names[i].from, To: names[i].to}
	}
	return values.Find(text, s.lang)
}

// ofCurrencies finds the countries and peoples that stand between a figure and their currency, in order: "Swiss" of "5
// million Swiss francs".
func (s *story) ofCurrencies() []values.Whose {
	var list []values.Whose
	for i := 2; i < len(s.words); i++ {
		if w := &s.words[i]; !w.is(lang.Currency) && !w.is(lang.LocalCurrency) || !s.words[i-1].letter {
			continue
		}
		to := i
		if s.lex.Is(s.words[i-1].text, lang.CurrencySign) { // "Senegalese CFA francs"
			to--
		}
		for from := max(1, to-mostOfCountry); from < to; from++ {
			e, n := s.placeAt(from, to)
			if e != nil && n == to-from && e.Country != "" && s.isFigure(from-1) {
				list = append(list, values.Whose{Run: values.Run{From: from, To: to}, Country: e.Country})
				break
			}
		}
	}
	return list
}

// mostOfCountry is how many words the name of a country has at most before its currency: "Papua New Guinean kina".
const mostOfCountry = 4

// coinKind is the role of "new" in "5 new Taiwan dollars".
const coinKind = "coin-kind"

// isFigure reports whether a word is a figure, its scale, or what stands between these and a currency.
func (s *story) isFigure(i int) bool {
	w := &s.words[i]
	return w.digit || w.is(lang.Number) || w.is(lang.Scale) || s.lex.Value(w.fold, lang.ValueWord) == coinKind
}

// withoutCurrencies leaves out the names that are part of an amount of money: countries before their currency, and a
// code beside a figure, such as NPR, which is a broadcaster elsewhere.
func (s *story) withoutCurrencies(names []mention) []mention {
	s.currencies = s.ofCurrencies()
	return slices.DeleteFunc(names, func(m mention) bool {
		at := sort.Search(len(s.currencies), func(i int) bool { return s.currencies[i].To >= m.to })
		return s.isCode(&m) || at < len(s.currencies) && m.from >= s.currencies[at].From
	})
}

// isCode reports whether a name is the code of a currency beside a figure, or its sign before one: "Dhs 600".
func (s *story) isCode(m *mention) bool {
	if m.to-m.from != 1 {
		return false
	}
	word, before := s.words[m.from].text, m.to < len(s.words) && s.words[m.to].digit
	return before && s.lex.Is(word, lang.CurrencySign) ||
		s.lex.Is(word, lang.Currency) && (before || m.from > 0 && s.isFigure(m.from-1))
}

// accented returns a folded word, with its accents where the language knows the word by them: "märz".
func (s *story) accented(w *word) string {
	if len(w.text) == len(w.fold) {
		return w.fold // it has none
	}
	if low := strings.ToLower(w.text); s.lex.Has(low) {
		return low
	}
	return w.fold
}

// valueConfidence is that of every value: the rules that read them do not weigh.
const valueConfidence = 0.9

// mentions puts names and values together in the order of the text.
func (s *story) mentions(all things, names []mention, found []values.Value) []dateline.Mention {
	var list []dateline.Mention
	in := s.insider(all, names)
	k := 0
	take := func(before int) {
		for ; k < len(found) && found[k].From < before; k++ {
			v := &found[k]
			list = append(list, dateline.Mention{Start: s.words[v.From].start, End: s.words[v.To-1].end,
				Label: v.Label, Confidence: valueConfidence, Value: v.Value})
		}
	}
	for i := range names {
		m := &names[i]
		take(m.from)
		span := s.span(m)
		list = append(list, dateline.Mention{Start: span.Start, End: span.End, Label: m.label,
			Confidence: m.confidence, Entity: all[m.entity].ID, Inside: in.parts(m)})
	}
	take(len(s.words))
	return list
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
