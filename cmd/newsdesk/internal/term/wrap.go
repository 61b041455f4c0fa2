package term

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Style is how words look where there is colour.
type Style string

// The styles, as the codes of ECMA-48 that set them.
const (
	Plain  Style = ""
	Bold   Style = "1"
	Dim    Style = "2"
	Red    Style = "31"
	Green  Style = "32"
	Yellow Style = "33"
	Blue   Style = "34"
	Cyan   Style = "36"
	Title  Style = "1;36" // bold and cyan
	Mark   Style = "1;33" // what a search was for
)

// Run is some text in one style. Its text is printed as [Clean] has it, except
// that blanks at its ends are kept as one.
type Run struct {
	Text  string
	Style Style
}

// Styled returns a text in a style, and as it is where there is no colour. It
// must be clean.
func (s Screen) Styled(text string, style Style) string {
	if !s.Colour || style == Plain || text == "" {
		return text
	}
	return "\x1b[" + string(style) + "m" + text + "\x1b[0m"
}

// Wrap sets runs in lines of at most a width, broken at blanks; a word longer
// than that is broken where it must be.
func (s Screen) Wrap(width int, runs ...Run) []string {
	var lines []string
	var line []Run
	used := 0
	for _, word := range words(runs, width) {
		w := 0
		for _, part := range word {
			w += Width(part.Text)
		}
		if used > 0 && used+1+w > width {
			lines = append(lines, s.join(line))
			line, used = line[:0], 0
		}
		if used > 0 {
			used++
			word[0].Text = " " + word[0].Text
		}
		line = append(line, word...)
		used += w
	}
	if used > 0 {
		lines = append(lines, s.join(line))
	}
	return lines
}

// join writes the runs of a line, those of one style that follow each other in one
// go. Blanks between two styles are plain.
func (s Screen) join(line []Run) string {
	var b strings.Builder
	for i := 0; i < len(line); {
		text, style := line[i].Text, line[i].Style
		for i++; i < len(line) && line[i].Style == style; i++ {
			text += line[i].Text
		}
		if rest, ok := strings.CutPrefix(text, " "); ok {
			b.WriteByte(' ')
			text = rest
		}
		b.WriteString(s.Styled(text, style))
	}
	return b.String()
}

// words splits runs at blanks into words. A word has a part for each style in
// it; one that is wider than a line becomes several.
func words(runs []Run, width int) [][]Run {
	var all [][]Run
	blank := true // whether a blank comes before the next part
	for _, r := range runs {
		text := Clean(r.Text)
		if text == "" {
			blank = blank || r.Text != ""
			continue
		}
		for i, field := range strings.Fields(text) {
			for j, part := range split(field, width) {
				if i > 0 || j > 0 || blank || hasBlank(r.Text[:1]) {
					all = append(all, nil)
				}
				blank = false
				all[len(all)-1] = append(all[len(all)-1], Run{part, r.Style})
			}
		}
		blank = hasBlank(r.Text[len(r.Text)-1:])
	}
	return all
}

// hasBlank reports whether a byte is white space.
func hasBlank(b string) bool { return strings.TrimSpace(b) == "" }

// split breaks a word into parts of at most a width.
func split(word string, width int) []string {
	if Width(word) <= width {
		return []string{word}
	}
	var parts []string
	start, used, at, state := 0, 0, 0, -1
	for rest := word; len(rest) > 0; {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if used > 0 && used+w > width {
			parts = append(parts, word[start:at])
			start, used = at, 0
		}
		at += len(cluster)
		used += w
	}
	return append(parts, word[start:])
}
