package authority

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Row returns the row of a text in an article, nil for none: the one about this article before
// that of all.
func (n *List) Row(article, text string) *Row {
	if n == nil {
		return nil
	}
	text = oneLine(text)
	if n.scoped {
		if row := n.rowFor(article, text); row != nil {
			return row
		}
	}
	return n.rowFor("", text)
}

// rowFor returns the row whose text this is, else the row whose text it is but for case. What is
// written small is no name that is written with a capital: "arc" is not Arc, as ARC is.
func (n *List) rowFor(article, text string) *Row {
	first, ok := n.first[key{article, strings.ToLower(text)}]
	if !ok {
		return nil
	}
	for at := first; ; at = n.texts[at].next {
		if x := &n.texts[at]; x.text == text {
			return &n.rows[x.row]
		} else if x.next == 0 {
			break
		}
	}
	if beginsSmall(text) && !beginsSmall(n.texts[first].text) {
		return nil
	}
	return &n.rows[n.texts[first].row]
}

// beginsSmall reports whether a text begins with a small letter.
func beginsSmall(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// oneLine is a text with spaces for its line breaks and tabs.
func oneLine(text string) string {
	if strings.ContainsAny(text, "\n\r\t") {
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}

// Lengths returns how long the texts are that begin as a text does, the longest first, in bytes.
func (n *List) Lengths(text string) []int { return n.lengths[strings.ToLower(beginning(text))] }
