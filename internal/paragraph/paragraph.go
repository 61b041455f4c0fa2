// Package paragraph finds the paragraphs of a bare text, and the dateline that one begins with.
package paragraph

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// Blocks returns the paragraphs of a bare story, between blank lines, or its lines where no line is
// blank. The dateline that the first begins with is a block of its own. There are at most so many
// paragraphs, and the last goes on to the end.
func Blocks(text string, most int) []dateline.Block {
	blocks := paragraphs(text, most)
	if len(blocks) == 0 {
		return nil
	}
	return slices.Replace(blocks, 0, 1, SplitDateline(text, blocks[0], margin+"\n-–—")...)
}

func paragraphs(text string, most int) []dateline.Block {
	anyBlank := hasBlankLine(text)
	var blocks []dateline.Block
	open := false
	eachLine(text, func(l dateline.Span) {
		switch {
		case l.Len() == 0:
			open = open && len(blocks) == most
		case open || len(blocks) == most:
			blocks[len(blocks)-1].End = l.End
		default:
			blocks = append(blocks, dateline.Block{Kind: dateline.BlockParagraph, Start: l.Start, End: l.End})
			open = anyBlank
		}
	})
	return blocks
}

// hasBlankLine reports whether a blank line stands between others.
func hasBlankLine(text string) bool {
	begun, blank, found := false, false, false
	eachLine(text, func(l dateline.Span) {
		found = found || blank && l.Len() > 0
		begun = begun || l.Len() > 0
		blank = begun && l.Len() == 0
	})
	return found
}

// margin is the white space that is not part of a line's words.
const margin = " \t\r\f\v\u00a0\ufeff"

// eachLine calls f for each line without the white space around it; the span of a
// blank line is empty.
func eachLine(text string, f func(dateline.Span)) {
	for start := 0; start < len(text); {
		end, next := len(text), len(text)
		if at := strings.IndexByte(text[start:], '\n'); at >= 0 {
			end, next = start+at, start+at+1
		}
		from, to := start, end
		if from < to && !isPlain(text[from]) {
			from = end - len(strings.TrimLeft(text[from:end], margin))
		}
		if from < to && !isPlain(text[to-1]) {
			to = from + len(strings.TrimRight(text[from:to], margin))
		}
		f(dateline.Span{Start: from, End: to})
		start = next
	}
}

// isPlain reports whether a byte is surely no white space.
func isPlain(c byte) bool { return ' ' < c && c < 0x7f }
