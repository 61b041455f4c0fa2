package page

import (
	"strings"

	"github.com/dateline-go/dateline"
)

// minTitle is the shortest text of a link, in bytes, that is taken for the title of
// an article.
const minTitle = 20

// links collects the links of the story and of the lists beside it, in page order.
func (w *writer) links(p dateline.Page) {
	c := w.c
	for i := 0; i < len(c.blocks); i++ {
		b := &c.blocks[i]
		switch {
		case b.role.isBody():
			for _, a := range w.anchors(b) {
				title := strings.TrimSpace(c.text[a.start:a.end])
				if u := resolve(p.URL, c.meta.base, a.href); u != "" && title != "" {
					w.doc.Links = append(w.doc.Links, dateline.Link{Kind: dateline.LinkStory, Title: title, URL: u})
				}
			}
		case b.role == roleMostRead:
			j := i
			for j < len(c.blocks) && c.blocks[j].role == roleMostRead {
				j++
			}
			w.list(p, c.blocks[i:j])
			i = j - 1
		case b.role == roleRelated:
			w.related(p, b)
		}
	}
}

// anchors returns the links of a block.
func (w *writer) anchors(b *block) []anchor { return w.c.anchors[b.links : b.links+b.nLinks] }

// list reads a ranked list.
func (w *writer) list(p dateline.Page, run []block) {
	if openerOf(run[0].text) == roleMostRead {
		run = run[1:]
	}
	address := func(b block) string {
		for _, a := range w.anchors(&b) {
			if u := resolve(p.URL, w.c.meta.base, a.href); u != "" {
				return u
			}
		}
		return ""
	}
	lines := cells(run)
	if !w.c.plain {
		lines = w.c.divide(run)
	}
	for _, e := range readList(lines, address) {
		if w.c.plain || e.url != "" {
			w.doc.Links = append(w.doc.Links, e.link(dateline.LinkMostRead, p.Retrieved))
		}
	}
}

// related takes the links of a block of related articles.
func (w *writer) related(p dateline.Page, b *block) {
	for _, a := range w.anchors(b) {
		title := strings.TrimSpace(w.c.text[a.start:a.end])
		if u := resolve(p.URL, w.c.meta.base, a.href); u != "" && len(title) >= minTitle {
			w.doc.Links = append(w.doc.Links, dateline.Link{Kind: dateline.LinkRelated, Title: title, URL: u})
		}
	}
	if !w.c.plain {
		return
	}
	if at := strings.IndexByte(b.text, ':'); at > 0 { // "Read more: Title"
		if title := strings.TrimSpace(b.text[at+1:]); len(title) >= minTitle && openerOf(b.text[:at]) == roleRelated {
			w.doc.Links = append(w.doc.Links, dateline.Link{Kind: dateline.LinkRelated, Title: title})
		}
	}
}

// images keeps the pictures that stand inside the story, and the page's own.
func (w *writer) images() {
	c := w.c
	first, last := len(c.blocks), -1
	for i := range c.blocks {
		if c.blocks[i].role.isBody() || c.blocks[i].role == roleHeadline {
			first, last = min(first, i), i
		}
	}
	seen := map[string]bool{}
	add := func(src, caption string) {
		u := resolve(w.doc.URL, c.meta.base, src)
		if u == "" || seen[u] || len(w.doc.Images) >= 100 {
			return
		}
		seen[u] = true
		w.doc.Images = append(w.doc.Images, dateline.Image{URL: u, Caption: caption})
	}
	for _, p := range c.pictures {
		e := c.elems[p.elem]
		if p.block < first || p.block > last || e.all&besideHints != 0 {
			continue
		}
		add(p.src, w.caption(p))
	}
	if c.meta.image != "" && len(w.doc.Images) == 0 {
		add(c.meta.image, "")
	}
}

// besideHints are the hints of pictures that are none of the story's.
const besideHints = hintNav | hintMenu | hintRelated | hintMostRead | hintTeaser | hintAdvert | hintShare | hintBio |
	hintSidebar | hintAside

// caption returns the words under a picture, else what the page says in its place.
func (w *writer) caption(p picture) string {
	c := w.c
	for at := p.elem; at > 0; at = c.elems[at].parent {
		e := c.elems[at]
		if e.own&hintFigure == 0 {
			if c.elems[e.parent].own&hintFigure == 0 {
				break
			}
			continue
		}
		for i := e.first; i < e.end; i++ {
			if b := &c.blocks[i]; b.hints&(hintCaption|hintFigure) != 0 {
				return b.text
			}
		}
	}
	return collapse(p.alt)
}
