package search

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// maxSpans is how many spans a matched clause has.
const maxSpans = 20

func compareIDs(a, b string) int { return strings.Compare(a, b) }

// matched returns the leaves of a condition that the Document has.
func (m *content) matched(k *condition) []MatchedClause {
	list := []MatchedClause{}
	k.leaves(func(leaf *condition) {
		if !m.has(leaf) {
			return
		}
		name := leaf.Clause.inner()
		if !slices.ContainsFunc(list, func(c MatchedClause) bool { return c.Clause == name }) {
			spans := m.spans(leaf)
			list = append(list, MatchedClause{Clause: name, Spans: spans[:min(len(spans), maxSpans)]})
		}
	})
	return list
}

// spans returns where the story has what a leaf looks for, in order.
func (m *content) spans(k *condition) []dateline.Span {
	spans := []dateline.Span{}
	switch {
	case k.Field == Published:
	case !k.Field.HasWords():
		for _, n := range m.doc.Mentions {
			if e := m.doc.Entity(n.Entity); e != nil && k.meets(e) {
				spans = append(spans, n.Span())
			}
		}
	default:
		for _, region := range regions(m.doc, k.Field) {
			text := m.doc.Words(region)
			for _, s := range k.find(m.splitter, text, m.splitter.Append(nil, text)) {
				spans = append(spans, dateline.Span{Start: region.Start + s.Start, End: region.Start + s.End})
			}
		}
		slices.SortFunc(spans, func(a, b dateline.Span) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
		})
		spans = slices.Compact(spans)
	}
	return spans
}

// meets reports whether an entity is one that a leaf looks for.
func (k *condition) meets(e *dateline.Entity) bool {
	if k.Field == ByCountry {
		return e.Country == k.Text
	}
	return slices.ContainsFunc(fields.Keys(&dateline.Document{Entities: []dateline.Entity{*e}}), k.names)
}

// regions returns the parts of the story that a field of words stands for.
func regions(doc *dateline.Document, f Field) []dateline.Span {
	var list []dateline.Span
	switch f {
	case InQuote:
		for _, q := range doc.Quotes {
			list = append(list, q.Content...)
		}
		return list
	case InKeyphrase:
		for _, k := range doc.Keyphrases {
			list = append(list, k.Spans...)
		}
		return list
	}
	end := 0
	for _, b := range doc.Blocks {
		if between := (dateline.Span{Start: end, End: b.Start}); between.Len() > 0 && (f == Everywhere || f == Body) {
			list = append(list, between)
		}
		end = b.End
		if inField(b.Kind, f) {
			list = append(list, b.Span())
		}
	}
	if f == Everywhere || f == Body {
		list = append(list, dateline.Span{Start: end, End: len(doc.Text)})
	}
	return list
}

// inField reports whether a block of a kind belongs to a field of words.
func inField(k dateline.BlockKind, f Field) bool {
	switch k {
	case dateline.BlockHeadline:
		return f == Title || f == Everywhere
	case dateline.BlockKicker, dateline.BlockDek:
		return f == Dek || f == Everywhere
	case dateline.BlockHeading:
		return f == Heading || f == Body || f == Everywhere
	}
	return f == Body || f == Everywhere
}

// find returns where a text has the words of a leaf; ws are the text's words.
func (k *condition) find(s *words.Splitter, text string, ws []words.Word) []dateline.Span {
	var spans []dateline.Span
	for i, w := range ws {
		switch {
		case k.joined != "" && w.Term == k.joined && !w.Weak:
			spans = append(spans, dateline.Span{Start: w.Start, End: w.End})
		case k.isPhrase():
			if n := len(k.words); k.begins(ws[i:]) {
				spans = append(spans, dateline.Span{Start: w.Start, End: ws[i+n-1].End})
			}
		case w.Term == "" || w.Weak:
		case k.expands():
			if k.fits(s.Form(text[w.Start:w.End]), k.form) {
				spans = append(spans, dateline.Span{Start: w.Start, End: w.End})
			}
		case slices.Contains(k.terms, w.Term):
			spans = append(spans, dateline.Span{Start: w.Start, End: w.End})
		default:
			for _, c := range s.Characters(w) {
				if slices.Contains(k.terms, c.Term) {
					spans = append(spans, dateline.Span{Start: c.Start, End: c.End})
				}
			}
		}
		if j, ok := s.Joined(text, ws, i); ok && k.isJoined(j.Term) {
			spans = append(spans, dateline.Span{Start: j.Start, End: j.End})
		}
	}
	return spans
}

// isJoined reports whether two words of a text that a hyphen ties are, as one, what a
// leaf looks for.
func (k *condition) isJoined(term string) bool {
	return k.joined == term || !k.isPhrase() && !k.expands() && slices.Contains(k.terms, term)
}

// begins reports whether words begin with the phrase of a leaf.
func (k *condition) begins(ws []words.Word) bool {
	if len(ws) < len(k.words) {
		return false
	}
	for i, w := range k.words {
		if w.Term != ws[i].Place() {
			return false
		}
	}
	return true
}
