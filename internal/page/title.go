package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/dateline-go/dateline/internal/paragraph"
)

// headline chooses the page's headline among what the page offers and returns it
// with the index of the block that shows it, -1 where none does.
func headline(c *content, arts []article, given, host string) (string, int) {
	if given = paragraph.Short(collapse(given), maxTitle); given != "" {
		return given, blockWith(c, fold(given))
	}
	if c.plain {
		return plainHeadline(c)
	}
	given, title := named(c, arts, host)
	best := shownTitle(c, given, title)
	switch {
	case best.sure:
		return best.text, best.at
	case best.at >= 0 && !leads(arts) && frames(given, best.text):
		return best.text, best.at
	case given != "":
		return given, best.at
	}
	if t, i := headingIn(c, title); i >= 0 {
		return t, i
	}
	if best.text == "" {
		if _, rest, ok := strings.Cut(title, ": "); ok { // "The Lantern: Bakers warn"
			if at := blockWith(c, fold(rest)); at >= 0 && len(rest) >= minTitle {
				return rest, at
			}
		}
		return title, blockWith(c, fold(title))
	}
	return best.text, best.at
}

// leads reports whether the page's JSON-LD gives the headline of an article, which an editor wrote for that.
func leads(arts []article) bool {
	return slices.ContainsFunc(arts, func(a article) bool { return a.strength == 2 && a.headline != "" })
}

// frames reports whether a title holds all of a heading and more before or behind it: the section or the kicker, the
// site.
func frames(title, heading string) bool {
	title, heading = fold(title), fold(heading)
	return strings.Contains(heading, " ") &&
		(strings.HasPrefix(title, heading+" ") || strings.HasSuffix(title, " "+heading))
}

// shown is a heading on the page that may be its headline; sure where the page's data or title say so too.
type shown struct {
	text string
	at   int
	sure bool
}

// shownTitle looks for the heading that shows the headline: the one that the page's data give, else that of its title,
// else the longest of the highest rank.
func shownTitle(c *content, given, title string) shown {
	foldedGiven, foldedTitle := fold(given), fold(title)
	best := shown{at: -1}
	for i := range c.blocks {
		b := &c.blocks[i]
		if b.tag != atom.H1 && !(b.own&hintHeadline != 0 && isHeading(b.tag)) || len(b.text) < 8 || len(b.text) > 400 {
			continue
		}
		switch f := b.fold(); {
		case given != "" && (f == foldedGiven || f == foldedTitle):
			return shown{given, i, true}
		case given == "" && f == foldedTitle:
			return shown{b.text, i, true}
		}
		if b.tag == atom.H1 && len(b.text) > len(best.text) && b.hints&(hintNav|hintAside|hintMenu|hintFooter) == 0 {
			best = shown{text: b.text, at: i}
		}
	}
	return best
}

// headingIn returns the longest heading on the page that is part of its title, for
// pages whose first heading is the name of the site.
func headingIn(c *content, title string) (string, int) {
	folded, best, at := fold(title), "", -1
	for i := range c.blocks {
		b := &c.blocks[i]
		if !isHeading(b.tag) || len(b.text) <= len(best) || len(b.text) > len(title) {
			continue
		}
		if f := b.fold(); strings.Count(f, " ") > 2 && strings.Contains(folded, f) {
			best, at = b.text, i
		}
	}
	return best, at
}

// named returns the headline that the page's data give: that of the JSON-LD article,
// or of OpenGraph; and its title. Editors put the same words into the data and on
// the page, or shorter ones into the data; a heading on the page is often that of the
// section or of a live ticker.
func named(c *content, arts []article, host string) (given, title string) {
	m := &c.meta
	for _, a := range arts {
		if a.strength == 2 && a.headline != "" {
			given = cutSite(a.headline, m.site, host, false)
			break
		}
	}
	for _, t := range []string{m.ogTitle, m.twTitle} {
		if given == "" {
			given = cutSite(t, m.site, host, false)
		}
	}
	return given, cutSite(m.title, m.site, host, true)
}

// firstBody returns the index of the first block of the story, the number of blocks
// where there is none.
func firstBody(c *content) int {
	for i := range c.blocks {
		if c.blocks[i].score > 0 {
			return i
		}
	}
	return len(c.blocks)
}

// blockWith returns the first block whose folded text is given, -1 for none.
func blockWith(c *content, folded string) int {
	if folded == "" {
		return -1
	}
	for i := range c.blocks {
		if b := &c.blocks[i]; len(b.text) < 2*len(folded)+20 && b.fold() == folded {
			return i
		}
	}
	return -1
}

// separators stand between a title and the name of the site.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · ", " • ", " ‹ ", " › ", " // "}

// cutSite drops the name of the site from the end or the beginning of a title. Where
// loose is set, short words behind a bar count as such even if they are not known.
func cutSite(title, site, host string, loose bool) string {
	title = collapse(title)
	siteFold := strings.ReplaceAll(fold(site), " ", "")
	for range 3 {
		cut := false
		for _, sep := range separators {
			at := strings.LastIndex(title, sep)
			if at <= 0 {
				continue
			}
			head, tail := title[:at], title[at+len(sep):]
			isSite := sameSite(tail, siteFold) || sameSite(tail, host)
			words := len(strings.Fields(tail))
			bar := (loose || sep == " | " && words <= 2) && (sep == " | " || sep == " » " || sep == " :: ") && words <= 4
			if (isSite || bar) && len(head) >= 12 {
				title, cut = strings.TrimSpace(head), true
				break
			}
			at = strings.Index(title, sep)
			head, tail = title[:at], title[at+len(sep):]
			if sameSite(head, siteFold) && len(tail) >= 12 {
				title, cut = strings.TrimSpace(tail), true
				break
			}
		}
		if !cut {
			break
		}
	}
	return title
}

// sameSite reports whether words name the site, with or without its domain's ending.
func sameSite(words, siteFold string) bool {
	if siteFold == "" {
		return false
	}
	f := strings.ReplaceAll(fold(words), " ", "")
	return f != "" && (f == siteFold || len(f) > 3 && strings.HasPrefix(siteFold, f) ||
		len(siteFold) > 3 && strings.HasPrefix(f, siteFold))
}

// isHeading reports whether a tag is one of h1 to h6.
func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}
