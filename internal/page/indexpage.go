package page

// warnIndex is the warning of a page that leads to articles and is none.
const warnIndex = "looks like a list of articles, not like one"

// minTeasers is how many headings of a list of articles are links, and minPart how long the paragraphs of an
// article are of which two follow one another, in bytes.
const (
	minTeasers = 4
	minPart    = 60
)

// isIndex reports whether a page is a list of articles: headings that are links with a line of words behind
// each, and neither two paragraphs in a row nor data of an article.
func (c *content) isIndex(arts []article) bool {
	if c.plain || c.meta.ogType == "article" {
		return false
	}
	for _, a := range arts {
		if a.strength == 2 && a.headline != "" {
			return false
		}
	}
	teasers, inRow := 0, 0
	for i := range c.blocks {
		b := &c.blocks[i]
		if !b.role.isBody() || isHeading(b.tag) || len(b.text) < minPart {
			inRow = 0
		} else if inRow++; inRow > 1 {
			return false
		}
		if isHeading(b.tag) && 10*b.linked >= 9*len(b.text) && b.hints&(hintNav|hintAside|hintFooter) == 0 {
			teasers++
		}
	}
	return teasers >= minTeasers
}
