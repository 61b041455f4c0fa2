package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// maxDateline is the longest dateline, in bytes.
const maxDateline = 90

// Dateline returns how many bytes of a paragraph are its dateline, such as
// "MOSCOW, April 15 (Reuters)" before a dash; 0 for none.
func Dateline(text string) int {
	head := Short(text, maxDateline)
	end, width := -1, 0
	for _, sep := range []string{" — ", " – ", " -- ", " - ", "— ", ") -"} {
		if at := strings.Index(head, sep); at > 0 && (end < 0 || at < end) {
			end, width = at, len(sep)
			if sep[0] == ')' {
				end++
			}
		}
	}
	if end < 0 || end+width >= len(text) {
		return 0
	}
	if slug(text[end+width:]) {
		return 0
	}
	line := text[:end]
	word, _, _ := strings.Cut(line, " ")
	word = strings.Trim(word, ",.")
	if utf8.RuneCountInString(word) < 2 {
		return 0
	}
	for _, r := range word {
		if !unicode.IsUpper(r) && r != '-' && r != '\'' && r != '’' && r != '.' {
			// A city in small letters counts when an agency or a date stands behind it.
			if strings.HasSuffix(line, ")") && strings.Contains(line, " (") && len(strings.Fields(line)) <= 5 &&
				unicode.IsUpper([]rune(word)[0]) {
				return end
			}
			return 0
		}
	}
	return end
}

// slug reports whether what stands behind the dash is in capitals, as in "SOCCER -
// LATE GOAL SINKS ROVERS": a headline with its subject before it.
func slug(rest string) bool {
	n := 0
	for w := range strings.FieldsSeq(Short(rest, maxDateline)) {
		if strings.ToUpper(w) != w || strings.ToLower(w) == w {
			return false
		}
		if n++; n == 3 {
			return true
		}
	}
	return false
}

// SplitDateline makes the dateline that a paragraph begins with a block of its own. The
// signs of gap behind it, the dash among them, belong to neither. A paragraph without a
// dateline, or with nothing behind it, stays as it is.
func SplitDateline(text string, b dateline.Block, gap string) []dateline.Block {
	words := text[b.Start:b.End]
	n := Dateline(words)
	rest := strings.TrimLeft(words[n:], gap)
	if n == 0 || rest == "" {
		return []dateline.Block{b}
	}
	line := dateline.Block{Kind: dateline.BlockDateline, Start: b.Start, End: b.Start + n}
	b.Start = b.End - len(rest)
	return []dateline.Block{line, b}
}

// Short cuts a text after n bytes, between two characters.
func Short(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
