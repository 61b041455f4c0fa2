package entities

import (
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// value is a date or amount in the text.
type value struct {
	from, to int // words
	label    dateline.Label
	value    string
}

// values finds the dates and amounts that lie between the names.
func (s *story) values(names []mention) []value {
	var found []value
	at := 0
	for i := range s.sentences {
		x := &s.sentences[i]
		for k := x.from; k < x.to; {
			for at < len(names) && names[at].to <= k {
				at++
			}
			end := x.to
			if at < len(names) {
				if names[at].from <= k {
					k = names[at].to
					continue
				}
				end = min(end, names[at].from)
			}
			v := s.value(k, end)
			if v.to == 0 {
				k++
				continue
			}
			found = append(found, v)
			k = v.to
		}
	}
	return found
}

// value reads a value that begins at a word and ends before another, if there is
// one.
func (s *story) value(at, end int) value {
	w := &s.words[at]
	switch {
	case w.digit || s.lex.Is(first(w.text), lang.CurrencySign) || s.lex.Is(w.text, lang.CurrencySign) || s.figureOf(w.fold, lang.Number) != 0 || s.lex.Is(w.fold, lang.DollarOf) || strings.HasSuffix(w.text, "$") || w.fold == "a" || w.fold == "half":
		for _, read := range []func(at, end int) value{s.money, s.percent, s.clock, s.date, s.quantity} {
			if v := read(at, end); v.to > 0 {
				return v
			}
		}
	case w.letter:
		return s.date(at, end)
	}
	return value{}
}

// mentions puts names and values together in the order of the text.
func (s *story) mentions(all things, names []mention, values []value) []dateline.Mention {
	var list []dateline.Mention
	in := s.insider(all, names)
	k := 0
	take := func(before int) {
		for ; k < len(values) && values[k].from < before; k++ {
			v := &values[k]
			list = append(list, dateline.Mention{Start: s.words[v.from].start, End: s.words[v.to-1].end,
				Label: v.label, Confidence: 0.9, Value: v.value})
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

// number reads a number with its scale: "1,200", "2.5 million", "three", "$5bn"
// without its symbol. It returns the number and the index after it, 0 for none.
func (s *story) number(at, end int) (float64, int) {
	w := &s.words[at]
	x, to := 0.0, at+1
	if w.digit {
		var ok bool
		if x, ok = s.figure(w.fold); !ok {
			return 0, 0
		}
	} else {
		if x = s.figureOf(w.fold, lang.Number); x == 0 {
			return 0, 0
		}
	}
	for to < min(end, at+4) && s.figureOf(s.words[to].fold, lang.Scale) != 0 {
		x *= s.figureOf(s.words[to].fold, lang.Scale)
		to++
	}
	return x, to
}

// figure reads a number in figures, with a scale glued to it or not.
func (s *story) figure(text string) (float64, bool) {
	i := strings.LastIndexAny(text, "0123456789") + 1
	scale := 1.0
	if unit := text[i:]; unit != "" {
		if scale = s.figureOf(unit, lang.Scale); scale == 0 {
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
