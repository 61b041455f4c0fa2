package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/words"
)

// maxFragment is the longest fragment in bytes; a longer sentence is cut at
// spaces around its first match.
const maxFragment = 400

// Highlighter finds the sentences of a Document that show why a query found it.
// It is safe for concurrent use.
type Highlighter struct {
	query Query
	marks map[*words.Language]*marks // by the languages that were named
	whole bool
}

// marks are what a query looks for in Documents of one language.
type marks struct {
	language *words.Language
	weights  map[string]float64 // of the terms that count wherever they stand
	leaves   []leaf             // what else is looked for
	heads    []condition        // what is looked for in the headline
	whole    bool
}

// leaf is a leaf of a query and what a sentence gains by it.
type leaf struct {
	condition
	weight float64
}

// NewHighlighter makes one for the words that a query looks for in the story; a
// phrase counts only as a whole, and what a field narrows only there. The weight
// of a term says how much a sentence gains by it, such as its rarity in the
// archive; nil weighs all alike. Languages are BCP 47 tags of Documents that may come
// besides English: their terms are weighed too, those of other languages all alike.
func NewHighlighter(q Query, weight func(term string) float64, languages ...string) *Highlighter {
	if weight == nil {
		weight = alike
	}
	h := &Highlighter{query: q, marks: map[*words.Language]*marks{}}
	for _, tag := range append([]string{""}, languages...) {
		if l := words.LanguageOf(tag); h.marks[l] == nil {
			h.marks[l] = newMarks(q, weight, l)
		}
	}
	h.whole = h.marks[words.English].whole
	return h
}

// alike weighs every term the same.
func alike(string) float64 { return 1 }

// newMarks makes a query ready for Documents of a language.
func newMarks(q Query, weight func(term string) float64, l *words.Language) *marks {
	h := &marks{language: l, weights: map[string]float64{}}
	root := compile(q.Where(), l)
	root.leaves(func(k *condition) {
		if k.Field == Everywhere || k.Field == Title {
			h.heads = append(h.heads, *k)
		}
		switch k.Field {
		case Everywhere, Body, Heading, InQuote, InKeyphrase:
		default:
			return // of the headline and the dek, which are no fragments, and of names
		}
		h.whole = h.whole || k.Field == InQuote || k.Field == InKeyphrase
		plain := k.Field == Everywhere || k.Field == Body
		sum := 0.0
		for _, t := range k.terms {
			w := weight(t)
			if sum += w; plain && !k.isPhrase() {
				h.weights[t] = w
			}
		}
		if k.joined != "" {
			w := weight(k.joined)
			if sum = max(sum, w); plain && !k.isPhrase() {
				h.weights[k.joined] = w
			}
		}
		if k.expands() || sum == 0 { // of stop words alone
			sum = 1
		}
		if k.expands() || k.isPhrase() || !plain {
			h.leaves = append(h.leaves, leaf{*k, sum})
		}
	})
	return h
}

// of returns what is looked for in Documents of a language.
func (h *Highlighter) of(language string) *marks {
	l := words.LanguageOf(language)
	if m := h.marks[l]; m != nil {
		return m
	}
	return newMarks(h.query, alike, l)
}

// Whole reports whether Fragments reads more of a Document than its text, blocks,
// sentences and language: then one that was cut down to these gives less.
func (h *Highlighter) Whole() bool { return h.whole }

// Headline returns the words of a headline that the query looks for, in order. The
// headline is of a language by its BCP 47 tag, "" where that is not known.
func (h *Highlighter) Headline(headline, language string) []dateline.Span {
	if headline == "" {
		return nil
	}
	m := h.of(language)
	s := m.language.Get()
	defer words.Put(s)
	ws := s.Append(nil, headline)
	var spans []dateline.Span
	for i := range m.heads {
		spans = append(spans, m.heads[i].find(s, headline, ws)...)
	}
	return merged(spans)
}

// Fragments returns at most n fragments of the story in reading order: the
// sentences that hold most of what the query asks for. Where none but the
// headline does, or the query has no words, it is the first sentence of the
// story's body.
func (h *Highlighter) Fragments(doc *dateline.Document, n int) []Fragment {
	if n <= 0 {
		return nil
	}
	m := matcher{marks: h.of(doc.Language), doc: doc}
	m.splitter = m.language.Get()
	defer words.Put(m.splitter)
	var found []scored
	var first *dateline.Span
	for _, s := range body(doc) {
		if first == nil {
			first = &s
		}
		if spans, score := m.match(s); score > 0 {
			found = append(found, scored{s, spans, score})
		}
	}
	if len(found) == 0 {
		if first == nil {
			return nil
		}
		return []Fragment{cut(doc.Words(*first), nil)}
	}
	slices.SortStableFunc(found, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	found = found[:min(n, len(found))]
	slices.SortFunc(found, func(a, b scored) int { return cmp.Compare(a.sentence.Start, b.sentence.Start) })
	fragments := make([]Fragment, len(found))
	for i, f := range found {
		fragments[i] = cut(doc.Words(f.sentence), f.spans)
	}
	return fragments
}

// scored is a sentence with its matches.
type scored struct {
	sentence dateline.Span
	spans    []dateline.Span
	score    float64
}

// matcher is a Highlighter at work on a Document.
type matcher struct {
	*marks
	doc      *dateline.Document
	splitter *words.Splitter
	buf      []words.Word
	seen     []string
	regions  map[Field][]dateline.Span
}

// match finds what the query looks for in a sentence. Each word counts once.
func (m *matcher) match(sentence dateline.Span) (spans []dateline.Span, score float64) {
	text := m.doc.Words(sentence)
	m.buf, m.seen = m.splitter.Append(m.buf[:0], text), m.seen[:0]
	mark := func(w words.Word, term string) {
		if weight, ok := m.weights[term]; ok && term != "" && !w.Weak {
			spans = append(spans, dateline.Span{Start: w.Start, End: w.End})
			if !slices.Contains(m.seen, term) {
				m.seen = append(m.seen, term)
				score += weight
			}
		}
	}
	for i, w := range m.buf {
		mark(w, w.Term)
		if j, ok := m.splitter.Joined(text, m.buf, i); ok {
			mark(j, j.Term)
		}
		for _, c := range m.splitter.Characters(w) {
			mark(c, c.Term)
		}
	}
	for i := range m.leaves {
		k := &m.leaves[i]
		found := m.within(k.Field, sentence, k.find(m.splitter, text, m.buf))
		if len(found) > 0 {
			spans = append(spans, found...)
			score += k.weight
		}
	}
	return merged(spans), score
}

// within returns the spans of a sentence that lie where a field has words.
func (m *matcher) within(f Field, sentence dateline.Span, spans []dateline.Span) []dateline.Span {
	if f == Everywhere || f == Body {
		return spans
	}
	places, ok := m.regions[f]
	if !ok {
		places = regions(m.doc, f)
		if m.regions == nil {
			m.regions = map[Field][]dateline.Span{}
		}
		m.regions[f] = places
	}
	return slices.DeleteFunc(spans, func(s dateline.Span) bool {
		s.Start, s.End = s.Start+sentence.Start, s.End+sentence.Start
		return !slices.ContainsFunc(places, func(p dateline.Span) bool { return p.Contains(s) })
	})
}

// merged puts spans in order and makes one of those that overlap, as words of a
// script without spaces do.
func merged(spans []dateline.Span) []dateline.Span {
	slices.SortFunc(spans, func(a, b dateline.Span) int { return cmp.Compare(a.Start, b.Start) })
	var list []dateline.Span
	for _, s := range spans {
		if n := len(list); n > 0 && s.Start < list[n-1].End {
			list[n-1].End = max(list[n-1].End, s.End)
		} else {
			list = append(list, s)
		}
	}
	return list
}

// body returns the sentences of a story without its headline, kicker and dek;
// blocks where it has no sentences, and the whole text where it has neither.
func body(doc *dateline.Document) []dateline.Span {
	var spans []dateline.Span
	end := 0 // of the blocks above the body
	for _, b := range doc.Blocks {
		switch b.Kind {
		case dateline.BlockHeadline, dateline.BlockKicker, dateline.BlockDek, dateline.BlockDateline:
			end = max(end, b.End)
		default:
			spans = append(spans, b.Span())
		}
	}
	if len(doc.Sentences) > 0 {
		spans = doc.Sentences
	} else if len(spans) == 0 && end == 0 && doc.Text != "" {
		spans = []dateline.Span{{Start: 0, End: len(doc.Text)}}
	}
	i := 0
	for i < len(spans) && spans[i].End <= end {
		i++
	}
	return spans[i:]
}

// cut makes a fragment of a sentence, of a very long one the part around its
// first match.
func cut(sentence string, spans []dateline.Span) Fragment {
	if spans == nil {
		spans = []dateline.Span{}
	}
	if len(sentence) <= maxFragment {
		return Fragment{Text: sentence, Spans: spans}
	}
	start := 0
	if len(spans) > 0 && spans[0].Start > maxFragment/4 {
		start = spans[0].Start - maxFragment/4
		if i := strings.IndexByte(sentence[start:spans[0].Start], ' '); i >= 0 {
			start += i + 1
		}
	}
	end := min(start+maxFragment, len(sentence))
	if i := strings.LastIndexByte(sentence[start:end], ' '); i > 0 && end < len(sentence) {
		end = start + i
	}
	for start > 0 && !utf8.RuneStart(sentence[start]) {
		start--
	}
	for end < len(sentence) && !utf8.RuneStart(sentence[end]) {
		end--
	}
	f := Fragment{Text: sentence[start:end], Spans: []dateline.Span{}}
	for _, s := range spans {
		if start <= s.Start && s.End <= end {
			f.Spans = append(f.Spans, dateline.Span{Start: s.Start - start, End: s.End - start})
		}
	}
	return f
}
