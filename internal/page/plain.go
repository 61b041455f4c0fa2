package page

import (
	"strings"

	"github.com/dateline-go/dateline/internal/paragraph"
)

// linesOf makes a block of each line that is not blank.
func linesOf(text string, o Options) *content {
	c := &content{plain: true}
	if len(text) > o.MaxText {
		text = paragraph.Short(text, o.MaxText)
		c.warnings = append(c.warnings, "text after the first "+itoa(o.MaxText)+" bytes was left out")
	}
	text = strings.TrimPrefix(text, "\uFEFF")
	blank := 0
	for line := 0; len(text) > 0 && !o.Pace.Stop(8); line++ {
		raw := text
		if at := strings.IndexAny(text, "\n\r"); at >= 0 {
			raw = text[:at]
			skip := 1
			if text[at] == '\r' && at+1 < len(text) && text[at+1] == '\n' {
				skip = 2
			}
			text = text[at+skip:]
		} else {
			text = ""
		}
		words := collapse(raw)
		if words == "" {
			blank++
			continue
		}
		if len(c.blocks) == o.MaxBlocks {
			c.warnings = append(c.warnings, "text after the first "+itoa(o.MaxBlocks)+" blocks was left out")
			break
		}
		c.blocks = append(c.blocks, block{
			text: words, elem: -1, line: line, blank: blank, indent: indentOf(raw), gaps: gapsOf(raw),
		})
		blank = 0
	}
	c.dropSeparators()
	c.blocks = joinWrapped(c.blocks)
	return c
}

// gapsOf splits a line at runs of two or more spaces, nil where there are none.
func gapsOf(line string) []string {
	line = strings.TrimSpace(line)
	if !strings.Contains(line, "  ") {
		return nil
	}
	var parts []string
	for part := range strings.SplitSeq(line, "  ") {
		if part = collapse(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// indentOf counts the columns of white space that a line begins with.
func indentOf(line string) int {
	n := 0
	for _, r := range line {
		switch r {
		case ' ', '\u00a0', '\u3000':
			n++
		case '\t':
			n += 8 - n%8
		default:
			return n
		}
	}
	return n
}

// The width of lines that were wrapped by a program, in bytes.
const (
	minWrap = 55
	maxWrap = 100
)

// joinWrapped makes one block of lines that a mail program or an old wire wrapped:
// three or more without a blank line between, all nearly as long as the longest,
// but for the last one.
func joinWrapped(blocks []block) []block {
	out := blocks[:0]
	for i := 0; i < len(blocks); {
		j := i + 1
		for j < len(blocks) && blocks[j].blank == 0 {
			j++
		}
		if isWrapped(blocks[i:j]) {
			var b strings.Builder
			for k := i; k < j; k++ {
				if k > i {
					b.WriteByte(' ')
				}
				b.WriteString(blocks[k].text)
			}
			joined := blocks[i]
			joined.text = b.String()
			out = append(out, joined)
		} else {
			out = append(out, blocks[i:j]...)
		}
		i = j
	}
	return out
}

// isWrapped reports whether the lines of a run are one paragraph.
func isWrapped(run []block) bool {
	if len(run) < 3 {
		return false
	}
	width, inside := 0, 0
	for _, b := range run {
		width = max(width, len(b.text))
	}
	if width < minWrap || width > maxWrap {
		return false
	}
	for _, b := range run[:len(run)-1] {
		if len(b.text) < width-18 {
			return false
		}
		if lastMark(b.text) != '.' {
			inside++
		}
	}
	return 2*inside > len(run)-1
}
