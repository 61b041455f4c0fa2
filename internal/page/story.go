package page

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/charset"
	"github.com/dateline-go/dateline/internal/paragraph"
)

// readStory takes the body as the story, to the byte. Blocks are the paragraphs
// between blank lines, or the lines where no line is blank.
func readStory(p dateline.Page, o Options) (*dateline.Document, error) {
	text, err := charset.Plain(p.Body)
	if err != nil {
		return nil, err
	}
	doc := &dateline.Document{
		URL: p.URL, Headline: collapse(p.Title), Published: p.Date, Text: text, Blocks: paragraph.Blocks(text, o.MaxBlocks),
	}
	if len(doc.Blocks) == 0 {
		return nil, ErrEmpty
	}
	whole := dateline.Section{Start: doc.Blocks[0].Start, End: doc.Blocks[len(doc.Blocks)-1].End}
	doc.Sections = []dateline.Section{whole}
	setLanguage(doc, "")
	return doc, nil
}
