package gold

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/dateline-go/dateline"
)

// text is a story in which strings are looked up with some freedom: any run of white
// space is any other, the marks of one kind are one, the dashes are one. Case counts.
type text struct {
	raw   string
	runes []rune // folded
	at    []int  // where each begins in raw, and where the last one ends
	words []dateline.Span
}

// newText folds a story.
func newText(raw string) *text {
	t := &text{raw: raw}
	space := false
	for i, r := range raw {
		if unicode.IsSpace(r) {
			if !space {
				t.runes, t.at = append(t.runes, ' '), append(t.at, i)
			}
			space = true
			continue
		}
		space = false
		t.runes, t.at = append(t.runes, foldMark(r)), append(t.at, i)
	}
	t.at = append(t.at, len(raw))
	t.splitWords()
	return t
}

// foldMark makes quotation marks and dashes of one kind one.
func foldMark(r rune) rune {
	switch {
	case strings.ContainsRune("“”„‟«»", r):
		return '"'
	case strings.ContainsRune("‘’‛`´", r):
		return '\''
	case strings.ContainsRune("‐‑‒–—―−", r):
		return '-'
	}
	return r
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// splitWords finds the words, those with an apostrophe inside whole.
func (t *text) splitWords() {
	for i := 0; i < len(t.runes); {
		if !isWord(t.runes[i]) {
			i++
			continue
		}
		start := i
		for i < len(t.runes) && (isWord(t.runes[i]) || t.joins(i)) {
			i++
		}
		t.words = append(t.words, dateline.Span{Start: t.at[start], End: t.at[i]})
	}
}

// joins reports whether an apostrophe stands between letters.
func (t *text) joins(i int) bool {
	r := t.raw[t.at[i]:t.at[i+1]]
	return (r == "'" || r == "’") && i+1 < len(t.runes) && isWord(t.runes[i+1])
}

// foldWords folds a string as the text is folded.
func foldWords(s string) []rune {
	return []rune(strings.Map(foldMark, strings.Join(strings.Fields(norm.NFC.String(s)), " ")))
}

// find returns the places where a string stands in the text or a part of it, as whole
// words where it begins or ends in one. They do not overlap.
func (t *text) find(s string, within dateline.Span) []dateline.Span {
	sought := foldWords(s)
	if len(sought) == 0 {
		return nil
	}
	var found []dateline.Span
	for i := 0; i+len(sought) <= len(t.runes); {
		if t.at[i] < within.Start || t.at[i+len(sought)] > within.End || !t.standsAt(sought, i) {
			i++
			continue
		}
		end := i + len(sought)
		found = append(found, dateline.Span{Start: t.at[i], End: t.at[end-1] + len(t.last(end-1))})
		i = end
	}
	return found
}

// last is a rune of the text as it is written.
func (t *text) last(i int) string { return t.raw[t.at[i]:t.at[i+1]] }

func (t *text) standsAt(sought []rune, i int) bool {
	for k, r := range sought {
		if t.runes[i+k] != r {
			return false
		}
	}
	end := i + len(sought)
	if isAlnum(sought[0]) && i > 0 && isWord(t.runes[i-1]) {
		return false
	}
	return !isAlnum(sought[len(sought)-1]) || end == len(t.runes) || !isWord(t.runes[end])
}

func isAlnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// all is the place of the whole text.
func (t *text) all() dateline.Span { return dateline.Span{Start: 0, End: len(t.raw)} }

// locate returns the places of a form. Of one written in its surroundings, "the younger
// [[Holt]] said", it is only that place, and given is true.
func (t *text) locate(form string) (spans []dateline.Span, given bool) {
	before, inner, after, ok := surrounded(form)
	if !ok {
		return t.find(form, t.all()), false
	}
	for _, s := range t.find(before+inner+after, t.all()) {
		from := s.Start
		if head := t.find(before, s); len(head) > 0 {
			from = head[0].End
		}
		if at := t.find(inner, dateline.Span{Start: from, End: s.End}); len(at) > 0 {
			spans = append(spans, at[0])
		}
	}
	return spans, true
}

// surrounded splits "the younger [[Holt]] said".
func surrounded(form string) (before, inner, after string, ok bool) {
	open := strings.LastIndex(form, "[[")
	if open < 0 {
		return "", "", "", false
	}
	inner, after, ok = strings.Cut(form[open+2:], "]]")
	return form[:open], inner, after, ok && inner != ""
}

// bare is a form without its surroundings.
func bare(form string) string {
	if _, inner, _, ok := surrounded(form); ok {
		return inner
	}
	return form
}

// wordSet is a set of words of the text by their number.
type wordSet map[int]bool

// inside returns the words that lie in a span by half or more.
func (t *text) inside(s dateline.Span) wordSet {
	set := wordSet{}
	for i, w := range t.words {
		if w.Start >= s.End {
			break
		}
		if over := min(w.End, s.End) - max(w.Start, s.Start); 2*over >= w.End-w.Start && over > 0 {
			set[i] = true
		}
	}
	return set
}

func (a wordSet) shared(b wordSet) int {
	n := 0
	for i := range a {
		if b[i] {
			n++
		}
	}
	return n
}

func (a wordSet) add(b wordSet) {
	for i := range b {
		a[i] = true
	}
}
