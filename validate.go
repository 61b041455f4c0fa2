package dateline

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// ErrInvalid is what every error of [Document.Validate] wraps.
var ErrInvalid = errors.New("dateline: invalid document")

// maxProblems is how many faults Validate names before it stops.
const maxProblems = 10

// Validate checks the document's invariants: the text is UTF-8; every span lies
// inside it, holds something and cuts no rune; blocks, sections, sentences, tokens
// and mentions are in order and do not overlap; sentences stay inside one block
// and tokens and mentions inside one sentence, parts inside their mention, exact
// words inside their quote; headline, kicker, dek, headings and keyphrases are equal
// to the words at their spans; scores are in 0..1; ids refer to entities that are
// there. Parts that are empty are not missed, so a document with text and entities
// alone is valid.
//
// The error wraps [ErrInvalid] and names the first faults, one a line. The cost
// is linear in the document.
func (d *Document) Validate() error {
	v := validator{doc: d}
	if d.Schema != Schema && d.Schema != 0 {
		v.fail("schema is %d, not %d", d.Schema, Schema)
	}
	if utf8.ValidString(d.Text) {
		v.blocks()
		v.sections()
		v.sentences()
		v.tokens()
		v.entities()
		v.concepts()
		v.mentions()
		v.countries()
		v.quotes()
		v.keyphrases()
		v.summary()
	} else {
		v.fail("text is not UTF-8")
	}
	if len(v.problems) == 0 {
		return nil
	}
	return fmt.Errorf("%w: %q: %s", ErrInvalid, d.ID, strings.Join(v.problems, "\n"))
}

// validator collects the faults of one document.
type validator struct {
	bare     bool // tokens may lie outside sentences where there are none
	doc      *Document
	problems []string
}

func (v *validator) fail(format string, args ...any) {
	if len(v.problems) < maxProblems {
		v.problems = append(v.problems, fmt.Sprintf(format, args...))
	}
}

// span checks one span by itself and reports whether its words may be read.
func (v *validator) span(s Span, format string, args ...any) bool {
	t := v.doc.Text
	switch {
	case s.Start < 0 || s.End > len(t) || s.Start >= s.End:
		v.fail("%s: span %v is empty or outside the text of %d bytes", fmt.Sprintf(format, args...), s, len(t))
	case !utf8.RuneStart(t[s.Start]) || s.End < len(t) && !utf8.RuneStart(t[s.End]):
		v.fail("%s: span %v cuts a rune", fmt.Sprintf(format, args...), s)
	default:
		return true
	}
	return false
}

// holds reports whether a span is one.
func (v *validator) holds(s Span) bool {
	t := v.doc.Text
	return s.Start >= 0 && s.End <= len(t) && s.Start < s.End &&
		utf8.RuneStart(t[s.Start]) && (s.End == len(t) || utf8.RuneStart(t[s.End]))
}

// ordered checks that a span comes after the end of the one before.
func (v *validator) ordered(s Span, end *int, format string, args ...any) {
	if s.Start < *end {
		v.fail("%s: span %v begins before the end of the one before, %d", fmt.Sprintf(format, args...), s, *end)
	}
	*end = max(*end, s.End)
}

// within walks along containers, which are in order, to the one that a span that
// comes later begins in; it reports whether the span lies inside it.
func within(containers []Span, at *int, s Span) bool {
	for *at < len(containers) && containers[*at].End <= s.Start {
		*at++
	}
	return *at < len(containers) && containers[*at].Contains(s)
}

func (v *validator) score(x float64, format string, args ...any) {
	if !(x >= 0 && x <= 1) { // also NaN
		v.fail("%s: %v is not in 0..1", fmt.Sprintf(format, args...), x)
	}
}

func (v *validator) blocks() {
	d, end := v.doc, 0
	whole := map[BlockKind]string{BlockHeadline: d.Headline, BlockKicker: d.Kicker, BlockDek: d.Dek}
	for i, b := range d.Blocks {
		if !knownBlock(b.Kind) {
			v.fail("blocks[%d]: unknown kind %q", i, b.Kind)
		}
		if !v.span(b.Span(), "blocks[%d]", i) {
			continue
		}
		v.ordered(b.Span(), &end, "blocks[%d]", i)
		if words, ok := whole[b.Kind]; ok && words != d.Words(b.Span()) {
			v.fail("blocks[%d]: %s is %q, the text has %q", i, b.Kind, words, d.Words(b.Span()))
		}
	}
}

func knownBlock(k BlockKind) bool {
	switch k {
	case BlockHeadline, BlockKicker, BlockDek, BlockDateline, BlockHeading,
		BlockParagraph, BlockQuote, BlockItem, BlockCaption:
		return true
	}
	return false
}

func (v *validator) sections() {
	end := 0
	for i, s := range v.doc.Sections {
		if !v.span(s.Span(), "sections[%d]", i) {
			continue
		}
		v.ordered(s.Span(), &end, "sections[%d]", i)
		if !strings.HasPrefix(v.doc.Words(s.Span()), s.Heading) {
			v.fail("sections[%d]: does not begin with its heading %q", i, s.Heading)
		}
	}
}

func (v *validator) sentences() {
	var blocks []Span
	for _, b := range v.doc.Blocks {
		blocks = append(blocks, b.Span())
	}
	end, at := 0, 0
	for i, s := range v.doc.Sentences {
		if !v.span(s, "sentences[%d]", i) {
			continue
		}
		v.ordered(s, &end, "sentences[%d]", i)
		if blocks != nil && !within(blocks, &at, s) {
			v.fail("sentences[%d]: %v is not inside one block", i, s)
		}
	}
}

func (v *validator) tokens() {
	end, at := 0, 0
	inside := func(s Span) bool { return v.bare && v.doc.Sentences == nil || within(v.doc.Sentences, &at, s) }
	for i, t := range v.doc.Tokens {
		// There are hundreds: what is right is told without the cost of a message.
		if v.holds(t.Span()) && t.Start >= end && inside(t.Span()) {
			end = t.End
			continue
		}
		if !v.span(t.Span(), "tokens[%d]", i) {
			continue
		}
		v.ordered(t.Span(), &end, "tokens[%d]", i)
		if !inside(t.Span()) {
			v.fail("tokens[%d]: %v is not inside one sentence", i, t.Span())
		}
	}
}

func (v *validator) keyphrases() {
	for i, k := range v.doc.Keyphrases {
		v.score(k.Score, "keyphrases[%d].score", i)
		end, found := 0, false
		for j, s := range k.Spans {
			if v.span(s, "keyphrases[%d].spans[%d]", i, j) {
				v.ordered(s, &end, "keyphrases[%d].spans[%d]", i, j)
				found = found || v.doc.Words(s) == k.Text
			}
		}
		if !found {
			v.fail("keyphrases[%d]: %q stands at none of its spans", i, k.Text)
		}
	}
}

func (v *validator) summary() {
	if len(v.doc.Summary) == 0 {
		return
	}
	starts, ends := make(map[int]bool, len(v.doc.Sentences)), make(map[int]bool, len(v.doc.Sentences))
	for _, s := range v.doc.Sentences {
		starts[s.Start], ends[s.End] = true, true
	}
	end := 0
	for i, s := range v.doc.Summary {
		v.score(s.Score, "summary[%d].score", i)
		if !v.span(s.Span(), "summary[%d]", i) {
			continue
		}
		v.ordered(s.Span(), &end, "summary[%d]", i)
		if len(starts) > 0 && !(starts[s.Start] && ends[s.End]) {
			v.fail("summary[%d]: %v cuts a sentence", i, s.Span())
		}
	}
}
