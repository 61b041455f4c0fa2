// Package credit finds who sent a wire story: the agency in the brackets of its
// dateline. Who sent it is not what it is about.
//
//	c := credit.Of(doc)         // the span of "(Reuters)" in "MOSCOW, April 15 (Reuters) -"
//	only := credit.Only(doc, c) // the organisations that are named there and nowhere else
package credit

import (
	"strings"

	"github.com/dateline-go/dateline"
)

// maxCredit is how far into a story the credit of an agency ends at the most,
// maxPlace how far it begins, in bytes: a place and a day stand before it.
const (
	maxCredit = 120
	maxPlace  = 70
)

// Of returns where a wire story names the agency that sent it: the brackets
// of "MOSCOW, April 15 (Reuters) -". Who sent two stories says nothing of what they
// are about. Without a credit the span is empty.
func Of(doc *dateline.Document) dateline.Span {
	for _, b := range doc.Blocks {
		if b.Kind != dateline.BlockDateline && b.Kind != dateline.BlockParagraph {
			continue
		}
		head := doc.Text[b.Start:min(b.End, b.Start+maxCredit)]
		from := strings.IndexByte(head, '(')
		if from < 0 || from > maxPlace {
			return dateline.Span{}
		}
		n := strings.IndexByte(head[from:], ')')
		if n < 0 {
			return dateline.Span{}
		}
		to := from + n + 1
		rest := strings.TrimLeft(head[to:], " \t\u00a0")
		if !startsWithDash(rest) && (rest != "" || b.Kind != dateline.BlockDateline) {
			return dateline.Span{} // brackets as any others
		}
		return dateline.Span{Start: b.Start + from, End: b.Start + to}
	}
	return dateline.Span{}
}

// startsWithDash reports whether a text begins with the dash behind a dateline.
func startsWithDash(s string) bool {
	return strings.HasPrefix(s, "-") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "—")
}

// Only returns the ids of the organisations that a document names in a
// credit and nowhere else. The cost is that of going through its mentions.
func Only(doc *dateline.Document, credit dateline.Span) map[string]bool {
	if credit.Len() == 0 {
		return nil
	}
	only := map[string]bool{}
	for _, m := range doc.Mentions {
		if m.Start >= credit.Start && m.End <= credit.End && m.Label == dateline.Org {
			only[m.Entity] = true
		}
	}
	for _, m := range doc.Mentions {
		if m.Start < credit.Start || m.End > credit.End {
			delete(only, m.Entity)
		}
	}
	return only
}
