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
	weights  map[string]float64 // by term
	prefixes []string
}

// NewHighlighter makes one for the words of a query: its Text and those clauses
// that look for words. The weight of a term says how much a sentence gains by
// it, such as its rarity in the archive; nil weighs all alike.
func NewHighlighter(q Query, weight func(term string) float64) *Highlighter {
	h := &Highlighter{weights: map[string]float64{}}
	text := []string{q.Text}
	for _, c := range q.Clauses {
		switch {
		case c.Not || !c.Field.HasWords():
		case c.Match == Prefix:
			h.prefixes = append(h.prefixes, strings.ToLower(words.Fold(c.Text)))
		default:
			text = append(text, c.Text)
		}
	}
	splitter := words.Get()
	defer words.Put(splitter)
	for _, t := range text {
		for _, term := range splitter.Terms(t) {
			h.weights[term] = 1
			if weight != nil {
				h.weights[term] = weight(term)
			}
		}
	}
	return h
}

// Fragments returns at most n fragments of the story in reading order: the
// sentences that hold most of what the query asks for. Where none but the
// headline does, or the query has no words, it is the first sentence of the
// story's body.
func (h *Highlighter) Fragments(doc *dateline.Document, n int) []Fragment {
	if n <= 0 {
		return nil
	}
	m := matcher{Highlighter: h, splitter: words.Get()}
	defer words.Put(m.splitter)
	var found []scored
	var first *dateline.Span
	for _, s := range body(doc) {
		if first == nil {
			first = &s
		}
		if spans, score := m.match(doc.Words(s)); score > 0 {
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

// matcher is a Highlighter at work.
type matcher struct {
	*Highlighter
	splitter *words.Splitter
	buf      []words.Word
}

// match finds the query's words in a sentence; each counts once.
func (h *matcher) match(sentence string) (spans []dateline.Span, score float64) {
	h.buf = h.splitter.Append(h.buf[:0], sentence)
	var seen []string
	for _, w := range h.buf {
		weight, ok := h.weights[w.Term]
		if !ok && len(h.prefixes) > 0 {
			lower := strings.ToLower(words.Fold(sentence[w.Start:w.End]))
			for _, p := range h.prefixes {
				if strings.HasPrefix(lower, p) {
					weight, ok = 1, true
				}
			}
		}
		if !ok || w.Term == "" {
			continue
		}
		if n := len(spans); n > 0 && w.Start < spans[n-1].End {
			spans[n-1].End = w.End // pairs of a script without spaces overlap
		} else {
			spans = append(spans, dateline.Span{Start: w.Start, End: w.End})
		}
		if !slices.Contains(seen, w.Term) {
			seen = append(seen, w.Term)
			score += weight
		}
	}
	return spans, score
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
