package dateline

import "strings"

// maxCredit is how far into a story the credit of an agency ends at the most,
// maxPlace how far it begins, in bytes: a place and a day stand before it.
const (
	maxCredit = 120
	maxPlace  = 70
)

// Credit returns where a wire story names the agency that sent it: the brackets of
// "MOSCOW, April 15 (Reuters) -". Who sent two stories says nothing of what they are
// about. Without a credit the span is empty. The blocks must lie inside the text.
func (d *Document) Credit() Span {
	for _, b := range d.Blocks {
		if b.Kind != BlockDateline && b.Kind != BlockParagraph {
			continue
		}
		head := d.Text[b.Start:min(b.End, b.Start+maxCredit)]
		from := strings.IndexByte(head, '(')
		if from < 0 || from > maxPlace {
			return Span{}
		}
		n := strings.IndexByte(head[from:], ')')
		if n < 0 {
			return Span{}
		}
		to := from + n + 1
		rest := strings.TrimLeft(head[to:], " \t\u00a0")
		if !startsWithDash(rest) && (rest != "" || b.Kind != BlockDateline) {
			return Span{} // brackets as any others
		}
		return Span{Start: b.Start + from, End: b.Start + to}
	}
	return Span{}
}

// startsWithDash reports whether a text begins with the dash behind a
func startsWithDash(s string) bool {
	return strings.HasPrefix(s, "-") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "—")
}
