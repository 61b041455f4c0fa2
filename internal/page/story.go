package page

import (
	"strings"

	"github.com/dateline-go/dateline"
)

// readStory takes the body as the story, to the byte. Blocks are the paragraphs
// between blank lines, or the lines where no line is blank.
func readStory(p dateline.Page) (*dateline.Document, error) {
	text, err := plainText(p.Body)
	if err != nil {
		return nil, err
	}
	doc := &dateline.Document{
		URL: p.URL, Headline: collapse(p.Title), Published: p.Date, Text: text, Blocks: paragraphs(text),
	}
	if len(doc.Blocks) == 0 {
		return nil, ErrEmpty
	}
	whole := dateline.Section{Start: doc.Blocks[0].Start, End: doc.Blocks[len(doc.Blocks)-1].End}
	doc.Sections = []dateline.Section{whole}
	setLanguage(doc, "")
	return doc, nil
}

// paragraphs finds the blocks of a bare story.
func paragraphs(text string) []dateline.Block {
	lines := lineSpans(text)
	anyBlank := false
	for i, l := range lines {
		inside := i > 0 && i < len(lines)-1
		anyBlank = anyBlank || inside && l.Len() == 0
	}
	var blocks []dateline.Block
	open := false
	for _, l := range lines {
		switch {
		case l.Len() == 0:
			open = false
		case open:
			blocks[len(blocks)-1].End = l.End
		default:
			blocks = append(blocks, dateline.Block{Kind: dateline.BlockParagraph, Start: l.Start, End: l.End})
			open = anyBlank
		}
	}
	return blocks
}

// lineSpans returns the lines of a text without the white space around them; that
// of a blank line is empty. Blank lines at the ends are left out.
func lineSpans(text string) []dateline.Span {
	var spans []dateline.Span
	for start := 0; start < len(text); {
		end := len(text)
		next := end
		if at := strings.IndexByte(text[start:], '\n'); at >= 0 {
			end = start + at
			next = end + 1
		}
		line := text[start:end]
		from := start + len(line) - len(strings.TrimLeft(line, " \t\r\f\v\u00a0\ufeff"))
		to := from + len(strings.TrimRight(text[from:end], " \t\r\f\v\u00a0\ufeff"))
		if from < to || len(spans) > 0 {
			spans = append(spans, dateline.Span{Start: from, End: max(from, to)})
		}
		start = next
	}
	for len(spans) > 0 && spans[len(spans)-1].Len() == 0 {
		spans = spans[:len(spans)-1]
	}
	return spans
}
