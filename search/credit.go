package search

import (
	"strings"

	"github.com/dateline-go/dateline"
)

// maxCredit is how far into a story the credit of an agency ends at the most, in
// bytes.
const maxCredit = 120

// creditOf returns where a wire story names the agency that sent it: the brackets
// of "MOSCOW, April 15 (Reuters) -". Who sent two stories says nothing of what they
// are about. Without a credit the span is empty.
func creditOf(doc *dateline.Document) dateline.Span {
	for _, b := range doc.Blocks {
		if b.Kind != dateline.BlockDateline && b.Kind != dateline.BlockParagraph {
			continue
		}
		head := doc.Text[b.Start:min(b.End, b.Start+maxCredit)]
		from := strings.IndexByte(head, '(')
		if from < 0 {
			return dateline.Span{}
		}
		n := strings.IndexByte(head[from:], ')')
		if n < 0 {
			return dateline.Span{}
		}
		to := from + n + 1
		if rest := strings.TrimLeft(head[to:], " \t\u00a0"); rest != "" && !startsWithDash(rest) {
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

// creditedOnly returns the ids of the organisations that a document names in a
// credit and nowhere else.
func creditedOnly(doc *dateline.Document, credit dateline.Span) map[string]bool {
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
