package page

import (
	"strings"

	"github.com/dateline-go/dateline/internal/page/dates"
	"github.com/dateline-go/dateline/internal/paragraph"
	"golang.org/x/net/html/atom"
)

// namer gives each block its role, once the blocks of the story and the headline are
// known.
type namer struct {
	c        *content
	headline int    // index of its block, -1 for none
	title    string // folded
	deks     map[string]bool
	first    int // the first block of the story
	last     int // the last block of the story
	compared int // how many blocks were looked at as pull quotes
}

// nameRoles sets the role of every block.
func nameRoles(c *content, headline int, title string, arts []article) {
	n := &namer{c: c, headline: headline, title: fold(title), deks: map[string]bool{}, first: len(c.blocks), last: -1}
	for _, d := range c.meta.deks {
		n.deks[fold(d)] = true
	}
	for _, a := range arts {
		if a.description != "" {
			n.deks[fold(a.description)] = true
		}
	}
	for i := range c.blocks {
		if c.pace.Stop(blockUnits) {
			return
		}
		b := &c.blocks[i]
		if i == headline {
			b.role = roleHeadline
			continue
		}
		if b.score > 0 && b.role == roleNone {
			b.role = n.besideRole(i)
		}
		if b.score > 0 && b.role == roleNone && !n.repeats(b) && !n.isPlainDek(i) {
			b.role = n.storyRole(i)
			n.first, n.last = min(n.first, i), i
		}
	}
	n.tailLinks()
	n.furniture()
	n.above()
}

// leadsAway reports whether a block between the paragraphs is a link to another story
// behind a word and a colon: "READ: Masks that work".
func leadsAway(b *block) bool {
	at := strings.IndexByte(b.text, ':')
	return at > 0 && at < 25 && len(b.text) < 200 && b.linked > 0 && len(b.text)-b.linked <= at+3
}

// repeats reports whether a block repeats the headline, or is a byline.
func (n *namer) repeats(b *block) bool {
	if len(b.text) > 300 {
		return false
	}
	return b.fold() == n.title || bylineOf(b.text) != ""
}

// storyRole says what a block of the story is.
func (n *namer) storyRole(i int) role {
	b := &n.c.blocks[i]
	switch {
	case isHeading(b.tag):
		return roleHeading
	case b.tag == atom.Figcaption:
		return roleCaption
	case b.hints&hintQuote != 0:
		return roleQuote
	case b.tag == atom.Li || b.tag == atom.Dt || b.tag == atom.Dd:
		return roleItem
	}
	if n.looksLikeHeading(i) {
		return roleHeading
	}
	return roleParagraph
}

// leads reports whether a block of the story stands before a longer one, as a
// heading does.
func (n *namer) leads(i int) bool {
	if n.c.plain && n.c.blocks[i].blank == 0 && i > 0 && n.c.blocks[i-1].score > 0 {
		return false
	}
	return i+1 < len(n.c.blocks) && n.c.blocks[i+1].score > 0 && len(n.c.blocks[i+1].text) > len(n.c.blocks[i].text)
}

// furniture names what is not the story. A line that opens a part of the page, such
// as "Most Read", gives its role to what stands under it.
func (n *namer) furniture() {
	under := roleNone
	for i := range n.c.blocks {
		b := &n.c.blocks[i]
		switch opens := n.opens(b); {
		case b.role != roleNone:
			under = roleNone
		case opens != roleNone:
			b.role, under = opens, roleNone
			if opens == roleMostRead || opens == roleAuthorBox || opens == roleRelated && !n.c.plain {
				under = opens
			}
		case n.standsUnder(b, under):
			b.role = under
			if under == roleAuthorBox && len(b.text) > 100 {
				under = roleNone
			}
		default:
			b.role, under = n.byHints(b), roleNone
		}
	}
}

// opens returns the part of the page that a block opens, roleNone for most.
func (n *namer) opens(b *block) role {
	opens := b.opener()
	if opens == roleNone && (aboutName(b.text) != "" || b.own&hintBio != 0) {
		return roleAuthorBox
	}
	return opens
}

// standsUnder reports whether a block goes on with the part of the page that the one before it opened.
func (n *namer) standsUnder(b *block, under role) bool {
	switch under {
	case roleAuthorBox:
		return b.blank < 3 && len(b.text) < 1500 || !n.c.plain && b.hints&hintBio != 0
	case roleMostRead:
		return len(b.text) <= 200 && !endsList(b)
	case roleRelated:
		return b.linked > len(b.text)/2
	}
	return false
}

// byHints names a block by its markup and its words alone.
func (n *namer) byHints(b *block) role {
	switch h := b.hints; {
	case bylineOf(b.text) != "":
		return roleByline
	case b.dated:
		return roleDate
	case h&hintComment != 0:
		return roleComments
	case h&hintCookie != 0:
		return roleCookies
	case h&hintMostRead != 0:
		return roleMostRead
	case h&hintBio != 0:
		return roleAuthorBox
	case h&hintNewsletter != 0:
		return roleNewsletter
	case h&hintShare != 0:
		return roleFollow
	case h&(hintNav|hintMenu|hintFooter) != 0:
		return roleNavigation
	case h&hintAdvert != 0:
		return roleAdvert
	case h&hintByline != 0 && len(b.text) < 200:
		return roleByline
	case h&hintRelated != 0, h&(hintTeaser|hintList2) != 0 && b.linked > 0:
		return roleRelated
	}
	return roleOther
}

// isDateLine reports whether a line is a date, an age, or one of them behind a word
// such as "Published".
func isDateLine(text string) bool {
	if len(text) > 60 {
		return false
	}
	if _, ok := dates.Age(text); ok {
		return true
	}
	_, ok := wholeDate(text)
	return ok
}

// above finds kicker and dek among the blocks around the headline.
func (n *namer) above() {
	kicker, dek := -1, -1
	if n.c.plain {
		n.bareNames()
		kicker, dek = n.linesBelow()
	} else {
		dek = n.bestDek()
		kicker = n.kickerBeside(dek)
	}
	if dek >= 0 {
		n.c.blocks[dek].role = roleDek
	}
	if kicker >= 0 {
		n.c.blocks[kicker].role = roleKicker
	}
}

// linesBelow takes short lines right under a pasted headline for kicker and dek.
func (n *namer) linesBelow() (kicker, dek int) {
	kicker, dek = -1, -1
	if n.headline < 0 {
		return kicker, dek
	}
	for i := n.headline + 1; i < min(n.first, len(n.c.blocks), n.headline+4); i++ {
		b := &n.c.blocks[i]
		if !b.isUnnamed() || b.fold() == n.title || b.indent > 0 {
			continue
		}
		switch m := shapeOf(b.text); {
		case saysWhoOrWhen(b.text, &m):
		case kicker < 0 && dek < 0 && m.words <= 4 && !m.endMark && (m.lower > 0 || n.leadsDek(i)):
			kicker = i
		case dek < 0 && m.words >= 5:
			dek = i
		}
	}
	if i := n.headline - 1; kicker < 0 && i > 0 && n.standsAlone(i) {
		kicker = i
	}
	return kicker, dek
}

// isUnnamed reports whether nothing but its place has said what a block beside the story is.
func (b *block) isUnnamed() bool { return b.role == roleOther || b.role == roleNavigation }

// saysWhoOrWhen reports whether a line under a headline is rather a byline, a date, a label or a bar of links.
func saysWhoOrWhen(text string, m *shape) bool {
	switch {
	case m.colon, m.first >= '0' && m.first <= '9', m.words < 8 && strings.ContainsAny(text, ":|·"):
		return true
	}
	return isCredited(text) || m.words <= 4 && namesPost(text)
}

// isPlainDek reports whether a line that looks like the story is rather the dek of a
// pasted page: some words that end no sentence, between headline and first paragraph.
func (n *namer) isPlainDek(i int) bool {
	if !n.c.plain || n.headline < 0 || i < n.headline || i > n.headline+3 || n.last >= 0 || i+1 >= len(n.c.blocks) {
		return false
	}
	m := shapeOf(n.c.blocks[i].text)
	return m.words >= 5 && m.runes < 160 && !m.endMark && n.c.blocks[i+1].score > 0
}

// leadsDek reports whether the line behind a word is a dek: longer, and right under it.
func (n *namer) leadsDek(i int) bool {
	if i+1 >= n.first {
		return false
	}
	next := &n.c.blocks[i+1]
	return next.blank == 0 && shapeOf(next.text).words >= 6 && !strings.Contains(n.c.blocks[i].text, " ")
}

// standsAlone reports whether the line over a headline is a word or two between blank
// lines: a rubric, not the last of a menu.
func (n *namer) standsAlone(i int) bool {
	b := &n.c.blocks[i]
	if !b.isUnnamed() || b.marked || len(b.text) > 30 ||
		b.blank == 0 && !n.underMenu(i) || n.c.blocks[i+1].blank == 0 {
		return false
	}
	m := shapeOf(b.text)
	return m.words <= 3 && m.digits == 0 && !m.endMark && !m.colon && !strings.ContainsAny(b.text, "|/>»·•@©")
}

// underMenu reports whether a line stands right under the name of the paper, the first
// line of the page, or under a menu that is written in one line.
func (n *namer) underMenu(i int) bool {
	above := &n.c.blocks[i-1]
	return i == 1 || strings.Count(above.text, "|") > 1 || len(above.gaps) > 2 || shapeOf(above.text).words > 4
}

// isCredited reports whether a line under a headline says who wrote it or when,
// rather than what the story is.
func isCredited(text string) bool {
	low := strings.ToLower(paragraph.Short(text, 20))
	for _, by := range vocab().inner {
		if strings.HasPrefix(" "+low, by) {
			return true
		}
	}
	if containsAny(low, vocab().credited) || hasCredit(text) {
		return true
	}
	_, ok := dates.Parse(text)
	return ok
}

// kickerBeside finds the short line that the markup puts beside the headline.
func (n *namer) kickerBeside(dek int) int {
	if n.headline < 0 {
		return -1
	}
	for _, i := range []int{n.headline - 1, n.headline + 1} {
		if i < 0 || i >= len(n.c.blocks) || i == dek {
			continue
		}
		b := &n.c.blocks[i]
		above := hint(0)
		if i < n.headline && strings.Count(b.text, " ") <= 2 { // a topic over the headline
			above = hintTags
		}
		if b.own&(hintKicker|above) != 0 && b.score <= 0 && mayBeKicker(b) {
			return i
		}
	}
	return -1
}

// mayBeKicker reports whether a block is short and neither a byline nor a bar of links.
func mayBeKicker(b *block) bool {
	return len(b.text) < 80 && b.role != roleDate && b.role != roleByline && !strings.Contains(b.text, "|")
}
