package page

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/paragraph"
)

func itoa(n int) string { return strconv.Itoa(n) }

// judge scores the blocks of a page; it returns what its JSON-LD says, the page's
// headline and the block that shows it.
func judge(p dateline.Page, c *content, m *Model, each recorder) (arts []article, title string, at int) {
	arts = readJSONLD(c.meta.rawJSON)
	at = -1
	if !c.plain {
		title, at = headline(c, arts, p.Title, hostFold(p.URL))
	}
	classify(c, m, arts, title, at, each)
	if c.plain {
		title, at = headline(c, arts, p.Title, hostFold(p.URL))
	}
	return arts, title, at
}

// blockUnits is how much work one block is, as [pace.Pace] counts it.
const blockUnits = 16

// assemble makes the Document of a page's content.
func assemble(p dateline.Page, c *content, m *Model) (*dateline.Document, error) {
	inherit(c)
	findBios(c)
	arts, title, at := judge(p, c, m, nil)
	if err := c.pace.Now(); err != nil {
		return nil, err
	}
	if len(c.blocks) == 0 && title == "" {
		return nil, ErrEmpty
	}
	takeData(c, arts)
	promoteHeadings(c)
	completeStory(c)
	ensureStory(c, at)
	nameRoles(c, at, title, arts)
	if err := c.pace.Now(); err != nil {
		return nil, err
	}
	if warning := paywall(c, arts); warning != "" {
		c.warnings = append(c.warnings, warning)
	}
	if c.isIndex(arts) {
		c.warnings = append(c.warnings, warnIndex)
	}
	d := &dateline.Document{Warnings: c.warnings}
	d.URL = canonical(c, p.URL)
	d.Site = siteName(c, arts, title)
	d.Section = sectionName(c, arts, at)
	d.Byline = byline(c, arts, d.Site)
	d.Published, d.Modified = publication(c, p, arts)
	tailBio(c, d.Byline)
	w := writer{doc: d, c: c}
	w.story(unescapeTwice(title))
	w.furniture()
	w.links(p)
	w.images()
	addBio(d, c)
	setLanguage(d, declaredLanguage(c, arts))
	if d.Text == "" {
		return nil, ErrEmpty
	}
	return d, nil
}

// unescapeTwice resolves the character references that are left in a headline when its page escaped them twice.
func unescapeTwice(title string) string {
	if strings.Contains(title, "&amp;") || strings.Contains(title, "&quot;") || strings.Contains(title, "&#") {
		return clean(title)
	}
	return title
}

// ensureStory takes the longest block as the story, and what stands in the same
// element, where no story was found.
func ensureStory(c *content, headline int) {
	best := -1
	for i := range c.blocks {
		if c.blocks[i].score > 0 && i != headline {
			return
		}
		if i != headline && (best < 0 || len(c.blocks[i].text) > len(c.blocks[best].text)) {
			best = i
		}
	}
	if best < 0 {
		return
	}
	c.blocks[best].score = 1
	c.warnings = append(c.warnings, "no story was found; the longest block was taken for it")
	if c.plain {
		return
	}
	for i := range c.blocks {
		if i != headline && c.blocks[i].elem == c.blocks[best].elem {
			c.blocks[i].score = 1
		}
	}
}

// writer writes the story of a page and what stands beside it.
type writer struct {
	doc *dateline.Document
	c   *content
	b   strings.Builder
	at  []int // start of each block in the text, -1 for what is not in it
}

// put appends a block to the text.
func (w *writer) put(kind dateline.BlockKind, text string) {
	if w.b.Len() > 0 {
		w.b.WriteString("\n\n")
	}
	start := w.b.Len()
	w.b.WriteString(text)
	w.doc.Blocks = append(w.doc.Blocks, dateline.Block{Kind: kind, Start: start, End: w.b.Len()})
}

// story writes headline, kicker and dek, then the rest in order.
func (w *writer) story(title string) {
	d, c := w.doc, w.c
	if title != "" {
		d.Headline = title
		w.put(dateline.BlockHeadline, title)
	}
	for _, r := range []role{roleKicker, roleDek} {
		for i := range c.blocks {
			if c.blocks[i].role != r {
				continue
			}
			if r == roleKicker {
				d.Kicker = c.blocks[i].text
			} else {
				d.Dek = c.blocks[i].text
			}
			w.put(r.block(), c.blocks[i].text)
			break
		}
	}
	w.at = make([]int, len(c.blocks))
	for i := range c.blocks {
		b := &c.blocks[i]
		w.at[i] = -1
		if !b.role.isBody() {
			continue
		}
		w.put(b.role.block(), b.text)
		last := &d.Blocks[len(d.Blocks)-1]
		w.at[i] = last.Start
		heading := ""
		if b.role == roleHeading {
			heading = b.text
		}
		if heading != "" || len(d.Sections) == 0 {
			d.Sections = append(d.Sections, dateline.Section{Heading: heading, Start: last.Start})
		}
		d.Sections[len(d.Sections)-1].End = last.End
		if b.role == roleParagraph && len(d.Sections) == 1 {
			last := len(d.Blocks) - 1
			d.Blocks = append(d.Blocks[:last], paragraph.SplitDateline(w.b.String(), d.Blocks[last], " -–—:")...)
		}
	}
	d.Text = w.b.String()
}

// furniture keeps the words beside the story; blocks of one kind in a row are one.
func (w *writer) furniture() {
	blocks := w.c.blocks
	for i := 0; i < len(blocks); {
		if !isFurniture(blocks[i].role) {
			i++
			continue
		}
		kind := blocks[i].role.furniture()
		var words strings.Builder
		words.WriteString(blocks[i].text)
		for i++; i < len(blocks) && isFurniture(blocks[i].role) && blocks[i].role.furniture() == kind; i++ {
			words.WriteByte('\n')
			words.WriteString(blocks[i].text)
		}
		w.doc.Furniture = append(w.doc.Furniture, dateline.Furniture{Kind: kind, Text: words.String()})
	}
	for _, s := range w.c.separators {
		w.doc.Furniture = append(w.doc.Furniture, dateline.Furniture{Kind: dateline.FurnitureOther, Text: s})
	}
}

// isFurniture reports whether a role stands beside the story.
func isFurniture(r role) bool { return r >= roleByline }

// canonical returns the page's address: the one it declares, resolved, else the one
// it was found at.
func canonical(c *content, found string) string {
	for _, u := range []string{c.meta.canonical, c.meta.ogURL} {
		if abs := resolve(found, c.meta.base, u); abs != "" && !isFront(abs, found) {
			return abs
		}
	}
	return found
}

// isFront reports whether an address is the front page of a site, which pages of
// articles declare by mistake.
func isFront(abs, found string) bool {
	u, err := url.Parse(abs)
	if err != nil {
		return true
	}
	f, err := url.Parse(found)
	return err == nil && (u.Path == "" || u.Path == "/") && u.RawQuery == "" && f.Path != "" && f.Path != "/"
}

// resolve returns an address as an absolute one, "" where it cannot be one of a page.
func resolve(found, base, ref string) string {
	ref = strings.TrimSpace(ref)
	if ref == "" || strings.HasPrefix(ref, "javascript:") || strings.HasPrefix(ref, "mailto:") {
		return ""
	}
	u, err := url.Parse(ref)
	if err != nil {
		return ""
	}
	for _, b := range []string{base, found} {
		if u.IsAbs() || b == "" {
			continue
		}
		if bu, err := url.Parse(b); err == nil {
			u = bu.ResolveReference(u)
		}
	}
	if !u.IsAbs() || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// hostFold returns the name in an address's host: "example" of "www.example.co.uk".
func hostFold(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	labels := strings.Split(u.Hostname(), ".")
	n := len(labels) - 1
	if n > 1 && len(labels[n-1]) <= 3 && len(labels[n]) == 2 { // co.uk
		n--
	}
	return strings.ReplaceAll(fold(labels[max(0, n-1)]), " ", "")
}

// siteName returns the name of the publication.
func siteName(c *content, arts []article, headline string) string {
	if c.meta.site != "" {
		return c.meta.site
	}
	for _, a := range arts {
		if a.publisher != "" {
			return a.publisher
		}
	}
	return siteInTitle(c.meta.title, headline)
}

// siteInTitle returns what stands behind the headline in the page's title.
func siteInTitle(title, headline string) string {
	rest, ok := strings.CutPrefix(title, headline)
	if !ok || headline == "" {
		return ""
	}
	for _, sep := range separators {
		name, ok := strings.CutPrefix(rest, sep)
		if name, _, _ = strings.Cut(name, sep); ok && len(strings.Fields(name)) <= 4 {
			return name
		}
	}
	return ""
}

// sectionName returns the part of the publication.
func sectionName(c *content, arts []article, headline int) string {
	if c.meta.section != "" {
		return c.meta.section
	}
	for _, a := range arts {
		if a.section != "" {
			return a.section
		}
	}
	return shownSection(c, headline)
}
