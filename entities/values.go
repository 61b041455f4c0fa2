package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/values"
)

// values finds the dates and amounts that lie between the names.
func (s *story) values(names []mention) []values.Value {
	text := values.Story{
		Words:     make([]values.Word, len(s.words)),
		Sentences: make([]values.Run, len(s.sentences)),
		Names:     make([]values.Run, len(names)),
		Published: s.doc.Published.Time,
		Countries: s.doc.Countries,
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
