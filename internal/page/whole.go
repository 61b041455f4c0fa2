package page

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/dateline-go/dateline/internal/paragraph"
)

// The classifier looks at each block, and a short one says little by itself. What follows takes into the story what
// belongs together with its paragraphs, and out of it what no reader sees.

// completeStory takes lists, quotations and short paragraphs into the story as a whole.
func completeStory(c *content) {
	if c.plain {
		c.keepLead()
		c.keepRefrains()
		c.keepBullets()
		c.keepLastLines()
		return
	}
	c.dropHidden()
	c.keepGroups()
	c.keepParagraphs()
}

// dropHidden takes out what markup hides, unless that is most of the story: some pages show it only
// once a script has run.
func (c *content) dropHidden() {
	hidden, all := 0, 0
	for i := range c.blocks {
		if b := &c.blocks[i]; b.score > 0 {
			all += len(b.text)
			if c.isHidden(b) {
				hidden += len(b.text)
			}
		}
	}
	if 2*hidden > all {
		return
	}
	for i := range c.blocks {
		if b := &c.blocks[i]; b.score > 0 && c.isHidden(b) {
			b.score = -1
		}
	}
}

// isHidden reports whether an element around a block hides it.
func (c *content) isHidden(b *block) bool { return c.elems[b.elem].hidden }

// besideStory are the hints of lists that are none of the story's.
const besideStory = hintNav | hintFooter | hintRelated | hintMostRead | hintShare | hintComment | hintMenu |
	hintAdvert | hintTags | hintNewsletter | hintTeaser | hintSidebar | hintTool | hintHidden | hintBio |
	hintByline | hintForm

// keepGroups takes in the whole of a list or quotation that stands between paragraphs of the story.
func (c *content) keepGroups() {
	for i := 0; i < len(c.blocks); {
		group := c.groupOf(&c.blocks[i])
		j := i + 1
		for j < len(c.blocks) && group > 0 && c.holds(group, c.blocks[j].elem) {
			j++
		}
		if group > 0 && c.belongs(group, i, j) {
			for ; i < j; i++ {
				if b := &c.blocks[i]; b.role == roleNone {
					b.score = max(b.score, 0.01)
				}
			}
		}
		i = j
	}
}

// groupOf returns the outermost list or quotation around a block, 0 for none.
func (c *content) groupOf(b *block) int32 {
	group := int32(0)
	for e := b.elem; e > 0; e = c.elems[e].parent {
		switch c.elems[e].tag {
		case atom.Ul, atom.Ol, atom.Dl, atom.Blockquote:
			group = e
		}
	}
	return group
}

// holds reports whether an element lies inside another, or is it.
func (c *content) holds(outer, e int32) bool {
	for e > outer {
		e = c.elems[e].parent
	}
	return e == outer
}

// maxGroup is how many blocks a list of the story has at most.
const maxGroup = 60

// belongs reports whether the blocks from i to j, which are one list or quotation, are the story's:
// between paragraphs of it, without furniture, and no list of links.
func (c *content) belongs(group int32, i, j int) bool {
	e, beside := &c.elems[group], hint(besideStory)
	if e.tag == atom.Blockquote { // a post is often one
		beside &^= hintShare | hintBio | hintByline | hintTool
	}
	if j-i > maxGroup || i == 0 || c.blocks[i-1].score <= 0 || e.all&beside != 0 || e.hidden {
		return false
	}
	size, linked, inside := 0, 0, 0
	for k := i; k < j; k++ {
		b := &c.blocks[k]
		if b.role != roleNone || b.opener() != roleNone {
			return false
		}
		size, linked = size+len(b.text), linked+b.linked
		if b.score > 0 {
			inside++
		}
	}
	if 3*linked > size && e.tag != atom.Blockquote {
		return false
	}
	return 2*inside > j-i || j < len(c.blocks) && c.blocks[j].score > 0
}

// keepParagraphs takes in short paragraphs between others of the story, and the last one, where they stand side by side
// in one element.
func (c *content) keepParagraphs() {
	for i := 1; i < len(c.blocks); i++ {
		b, prev := &c.blocks[i], c.beforePictures(i)
		if b.score > 0 || prev.score <= 0 || !c.areSiblings(b, prev) || !isPlainSentence(b) {
			continue
		}
		if next := i + 1; next >= len(c.blocks) || !c.areSiblings(b, &c.blocks[next]) || c.nextInStory(next) {
			b.score = 0.01
		}
	}
}

// maxPictures is how many blocks of pictures are passed over between two paragraphs.
const maxPictures = 3

// beforePictures returns the block before another one, and before the pictures and links to other stories between them.
func (c *content) beforePictures(i int) *block {
	for j := i - 1; j > max(0, i-1-maxPictures); j-- {
		if b := &c.blocks[j]; b.hints&(hintFigure|hintCaption|hintRelated) == 0 && !leadsAway(b) {
			return b
		}
	}
	return &c.blocks[i-1]
}

// nextInStory reports whether one of the next two blocks is the story.
func (c *content) nextInStory(i int) bool {
	for j := i; j < min(len(c.blocks), i+2); j++ {
		if c.blocks[j].score > 0 {
			return true
		}
	}
	return false
}

// areSiblings reports whether two blocks are paragraphs in one element.
func (c *content) areSiblings(a, b *block) bool {
	return a.tag == atom.P && b.tag == atom.P && c.elems[a.elem].parent == c.elems[b.elem].parent
}

// isPlainSentence reports whether a block reads as the story does: it ends as a sentence, and neither its words nor its
// markup speak of something else.
func isPlainSentence(b *block) bool {
	m := shapeOf(b.text)
	switch {
	case !m.endMark, m.words < 4, b.linked > 0, b.role != roleNone, b.dated:
		return false
	case b.own&(furnitureHints&^hintQuote) != 0, b.hints&(hintNav|hintFooter|hintComment|hintHidden) != 0:
		return false
	case m.digits >= 7 && m.words < 12: // a telephone number
		return false
	case unicode.IsLower(m.first), m.at, strings.Contains(b.text, "http"), strings.Contains(b.text, "©"):
		return false
	}
	return b.opener() == roleNone && !b.isJunk(m.words) && bylineOf(b.text) == "" && !hasCredit(b.text) &&
		!isBio(unquoted(b.text)) && !isStub(b)
}

// unquoted leaves out of a text what stands in quotation marks: a source who says "I" is no author.
func unquoted(text string) string {
	var b strings.Builder
	inside := false
	for _, r := range text {
		switch {
		case r == '“' || r == '"' && !inside:
			inside = true
		case r == '”' || r == '"':
			inside = false
		case !inside:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// leadWords is how many words a first paragraph has at least that only its place tells, and
// leadSlack how far below zero its score may be.
const (
	leadWords = 10
	leadSlack = -2
)

// keepLead takes in a first paragraph that stands between a date, byline or credit of a picture and
// the rest of a pasted story, set as the rest is, or that a dateline opens, wherever it stands: wire
// copy is pasted without its headline.
func (c *content) keepLead() {
	first := firstBody(c)
	if first < 1 || first >= len(c.blocks) {
		return
	}
	b := &c.blocks[first-1]
	if shapeOf(b.text).words < leadWords {
		return
	}
	if opensWithDateline(b) {
		b.score = 0.01
		return
	}
	if first < 2 || b.score < leadSlack || styleOf(b) != styleOf(&c.blocks[first]) {
		return
	}
	above := &c.blocks[first-2]
	dated := above.dated || bylineOf(above.text) != "" || isCreditLine(above.text) || isStampText(above.text)
	if dated && isPlainSentence(b) {
		b.score = 0.01
	}
}

// opensWithDateline reports whether a block is a sentence behind a dateline: "OSLO, May 3 (Reuters) - Rain fell."
func opensWithDateline(b *block) bool {
	n := paragraph.Dateline(b.text)
	if n == 0 || b.role != roleNone {
		return false
	}
	rest := *b
	rest.text = strings.TrimLeft(b.text[n:], " -–—") // its agency in brackets is no credit of a picture
	return isPlainSentence(&rest)
}

// bullets are the signs that a pasted item of a list begins with.
var bullets = []string{"- ", "– ", "— ", "• ", "* ", "· ", "▪ "}

// maxBullets is how many items a pasted list of the story has at most.
const maxBullets = 20

func isBullet(text string) bool {
	return slices.ContainsFunc(bullets, func(sign string) bool { return strings.HasPrefix(text, sign) })
}

// keepBullets takes in the items of a pasted list that a colon leads to, or that are sentences
// between paragraphs of the story.
func (c *content) keepBullets() {
	for i := 1; i < len(c.blocks); {
		j, clean, ended := i, true, 0
		for ; j < len(c.blocks) && isBullet(c.blocks[j].text); j++ {
			b := &c.blocks[j]
			clean = clean && b.role == roleNone && b.opener() == roleNone && !b.isJunk(shapeOf(b.text).words)
			if m := lastMark(b.text); m == '.' || m == ';' {
				ended++
			}
		}
		between := j < len(c.blocks) && c.blocks[j].score > 0 && 2*ended > j-i
		leads := lastMark(c.blocks[i-1].text) == ':'
		if j > i && j-i <= maxBullets && clean && c.blocks[i-1].score > 0 && (leads || between) {
			for k := i; k < j; k++ {
				c.blocks[k].score = max(c.blocks[k].score, 0.01)
			}
		}
		i = max(j, i+1)
	}
}

// maxLast is how many last lines are taken in, maxLastLine how long they are at most, and maxSignedLine so where the
// line behind them ends the page's story, in bytes.
const (
	maxLast       = 5
	maxLastLine   = 200
	maxSignedLine = 600
)

// keepLastLines takes in the last lines of a pasted story: sentences that follow its last paragraph as that one follows
// the one before it. Behind a line of the site such as "Also read: Bus fares rise" they must stand right before what
// ends a story: the author's address, a note on the author, an advertisement.
func (c *content) keepLastLines() {
	last := -1
	for i := range c.blocks {
		if c.blocks[i].score > 0 {
			last = i
		}
	}
	if last < 3 || !c.joinsOn(last) {
		return
	}
	from := last + 1
	aside := c.isAside(from)
	if aside {
		from++
	}
	to := from
	for to < min(len(c.blocks), from+maxLast) && c.goesOn(last, to) {
		to++
	}
	signed := to < len(c.blocks) && c.blocks[to].blank > 0 && endsStory(&c.blocks[to])
	for i := from; i < to; i++ {
		b := &c.blocks[i]
		if !signed && (aside || len(b.text) > maxLastLine || lastMark(b.text) != '.') {
			return
		}
		b.score = 0.01
	}
}

// joinsOn reports whether the last block of a story follows the one before it. It takes a lone sentence between two
// paragraphs in, so that one doubtful line does not part the end from the story; a very short one may be a message of
// a player or a form.
func (c *content) joinsOn(last int) bool {
	prev := &c.blocks[last-1]
	if prev.score <= 0 && c.blocks[last-2].score > 0 && shapeOf(prev.text).words > junkLine && c.goesOn(last, last-1) {
		prev.score = 0.01
	}
	return prev.score > 0
}

// isAside reports whether a block is a line of the site that stands alone between two paragraphs, as a link to another
// story does, and opens no list.
func (c *content) isAside(i int) bool {
	if i+1 >= len(c.blocks) || c.blocks[i].blank == 0 || c.blocks[i+1].blank == 0 {
		return false
	}
	b := &c.blocks[i]
	return strings.Contains(b.text, ": ") && (b.opener() == roleRelated || siteLine(b) == roleRelated) ||
		isAdvertLine(b)
}

// isAdvertLine reports whether a line says that an advertisement stands here.
func isAdvertLine(b *block) bool { return b.opener() == roleAdvert || siteLine(b) == roleAdvert }

// goesOn reports whether a sentence may follow the last paragraph of a pasted story: set apart as that one is, by blank
// lines or, on a page that has none, by an end of line.
func (c *content) goesOn(last, i int) bool {
	b, blank := &c.blocks[i], c.blocks[last].blank
	return b.blank == blank && (blank > 0 || c.isCloseSet()) && b.indent == c.blocks[last].indent &&
		len(b.text) <= maxSignedLine && isPlainSentence(b)
}

// isCloseSet reports whether no blank line stands on a page.
func (c *content) isCloseSet() bool {
	return !slices.ContainsFunc(c.blocks, func(b block) bool { return b.blank > 0 })
}

// endsStory reports whether a line stands right behind the end of a story: the author's address, a note on the author,
// an advertisement.
func endsStory(b *block) bool {
	return isAddressLine(b.text) || isAdvertLine(b) || isAuthorNote(b.text)
}

// isAuthorNote reports whether a short line begins with a name and speaks of one who writes.
func isAuthorNote(text string) bool {
	words := strings.Fields(paragraph.Short(text, 80))
	return len(text) < 400 && len(words) > 3 && isPersonal(strings.Join(words[:2], " ")) && isBio(text)
}
