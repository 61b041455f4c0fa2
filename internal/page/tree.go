package page

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"
)

// isBlock reports whether an element begins a block of its own. Unknown elements
// are inline, as in a browser.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Button, atom.Caption, atom.Center,
		atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption,
		atom.Figure, atom.Footer, atom.Form, atom.Frameset, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Listing, atom.Main, atom.Menu,
		atom.Nav, atom.Ol, atom.Optgroup, atom.Option, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table,
		atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Head:
		return true
	}
	return false
}

// isVoid reports whether an element has no content and no end tag.
func isVoid(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Keygen, atom.Link,
		atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// isUnread reports whether the content of an element is not text of the page.
func isUnread(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Canvas, atom.Iframe,
		atom.Object, atom.Select, atom.Textarea, atom.Video, atom.Audio, atom.Noembed, atom.Noframes, atom.Datalist,
		atom.Map, atom.Title:
		return true
	}
	return false
}

// endsAtBlock reports whether an unread element ends where a block begins, for
// pages that forget its end tag.
func endsAtBlock(a atom.Atom) bool { return a == atom.Svg || a == atom.Math || a == atom.Select }

// attributes are those of a tag that are looked at. They are valid until the next
// token.
type attributes struct {
	class, id, role, itemprop, rel     []byte
	href, src, srcset, alt             []byte
	name, property, content, typ, lang []byte
	datetime, style                    []byte
	hidden, ariaHidden                 bool
}

// read collects the attributes of the current tag, of which rest stands behind its name.
func (a *attributes) read(w *walker, rest []byte) {
	w.attr.read(w.z, rest)
	for {
		k, v, ok := w.attr.next()
		if !ok {
			return
		}
		switch string(k) {
		case "class":
			a.class = v
		case "id":
			a.id = v
		case "role":
			a.role = v
		case "itemprop":
			a.itemprop = v
		case "rel":
			a.rel = v
		case "href":
			a.href = v
		case "src":
			a.src = v
		case "data-src", "data-original", "data-lazy-src":
			if len(v) > 0 {
				a.srcset = v
			}
		case "alt":
			a.alt = v
		case "style":
			a.style = v
		case "hidden":
			a.hidden = true
		case "aria-hidden":
			a.ariaHidden = string(v) == "true"
		default:
			a.readData(k, v)
		}
	}
}

// readData keeps an attribute that says something of the page rather than of the element.
func (a *attributes) readData(k, v []byte) {
	switch string(k) {
	case "name", "http-equiv":
		a.name = v
	case "property":
		a.property = v
	case "content":
		a.content = v
	case "type":
		a.typ = v
	case "lang", "xml:lang":
		a.lang = v
	case "datetime":
		a.datetime = v
	}
}

// hints gathers what the tag says.
func (a *attributes) hints(w *walker, tag atom.Atom) hint {
	h := tagHints(tag)
	if tag == atom.Body || tag == atom.Html {
		return 0
	}
	if len(a.class) > 0 {
		h |= w.classes.hints(a.class)
	}
	if len(a.id) > 0 {
		h |= w.classes.hints(a.id)
	}
	if len(a.role) > 0 {
		h |= roleHints(a.role)
	}
	if len(a.itemprop) > 0 {
		h |= itempropHints(a.itemprop)
	}
	if bytes.Equal(a.rel, []byte("author")) {
		h |= hintByline
	}
	if a.hidden || a.ariaHidden || len(a.style) > 0 && hidesItself(a.style) {
		h |= hintHidden
	}
	return h
}

// ampImage stands for the element that AMP pages have in place of img.
const ampImage = atom.Atom(1<<31 | 1)

// startTag reads a start tag. It returns the name of an element whose contents are raw text, "" for the others.
func (w *walker) startTag(selfClosing bool) (raw string) {
	w.anyTag = true
	words := w.z.Raw()
	name, end := tagName(w.z, words)
	tag := tagOf(name)
	if hasRawText(tag) {
		raw = string(name)
	}
	if string(name) == "amp-img" {
		tag = ampImage
	}
	w.capture = captureNone
	if w.isSkipped(tag) {
		return raw
	}
	var a attributes
	a.read(w, words[end:])
	if !w.head(tag, &a) && !w.skipInside(tag, selfClosing) {
		w.open(tag, &a)
	}
	return raw
}

// hasRawText reports whether tags inside an element are text.
func hasRawText(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Textarea, atom.Title, atom.Iframe, atom.Noembed, atom.Noframes, atom.Xmp:
		return true
	}
	return false
}

// open begins a block, an element of text, or what an inline tag stands for.
func (w *walker) open(tag atom.Atom, a *attributes) {
	if isBlock(tag) {
		w.flush()
		w.closeImplied(tag)
	}
	w.cut(tag)
	h := a.hints(w, tag)
	if w.skipHidden(tag, a) || w.inlineTag(tag, a, h) || isVoid(tag) {
		return
	}
	o := open{tag, w.top().elem}
	if isBlock(tag) {
		o.elem = w.element(tag, h, a)
	} else if h != 0 {
		w.inline |= h
	}
	w.push(o)
}

// isSkipped reports whether a tag stands inside an element whose contents are passed over.
func (w *walker) isSkipped(tag atom.Atom) bool {
	if w.skip > 0 && isBlock(tag) && endsAtBlock(w.stack[w.skip-1].tag) {
		for w.skip > 0 {
			w.pop()
		}
	}
	if w.skip > 0 && !isVoid(tag) && isUnread(tag) {
		w.push(open{tag, 0})
	}
	return w.skip > 0
}

// skipInside begins to pass over the contents of an element that are no text of the page.
func (w *walker) skipInside(tag atom.Atom, selfClosing bool) bool {
	if !isUnread(tag) {
		return false
	}
	if selfClosing && (tag == atom.Svg || tag == atom.Math) {
		return true
	}
	if w.push(open{tag, w.top().elem}) {
		w.skip = len(w.stack)
	}
	return true
}

// hides reports whether the element itself is kept from view.
func (a *attributes) hides() bool {
	return a.hidden || len(a.style) > 0 && (hidesItself(a.style) || isClipped(a.style))
}

// skipHidden passes over the contents of an inline element that is kept from view: words for screen readers inside a
// sentence, such as ", opens new tab".
func (w *walker) skipHidden(tag atom.Atom, a *attributes) bool {
	if isBlock(tag) || isVoid(tag) || !a.hides() && !(tag == atom.Span && isUnseen(a.class)) {
		return false
	}
	if w.push(open{tag, w.top().elem}) {
		w.skip = len(w.stack)
	}
	return true
}

// inlineTag reads a tag that does something by itself: a line break, an image, a link, bold type, a time. It reports
// whether that is all there is to it.
func (w *walker) inlineTag(tag atom.Atom, a *attributes, h hint) bool {
	switch tag {
	case atom.Br:
		w.lineBreak()
		return true
	case atom.Img, ampImage:
		w.picture(a)
		return true
	case atom.A:
		w.closeLink()
		w.openLink(a)
	case atom.B, atom.Strong:
		w.inBold++
	case atom.Time:
		w.openTime(a.datetime, a.itemprop)
	default:
		if len(a.itemprop) > 0 && h&hintDate != 0 {
			w.itemTime(a)
		}
	}
	return false
}

// lineBreak reads a br; two in a row end a block.
func (w *walker) lineBreak() {
	w.breaks++
	w.space = true
	if n := w.breaks; n > 1 {
		w.flush()
		w.breaks = n
	}
}

func (w *walker) top() open { return w.stack[len(w.stack)-1] }

// push opens an element, unless too many are open.
func (w *walker) push(o open) bool {
	if len(w.stack) >= maxDepth {
		return false
	}
	w.stack = append(w.stack, o)
	w.count[o.tag]++
	return true
}

// pop closes the innermost element.
func (w *walker) pop() {
	o := w.top()
	w.stack = w.stack[:len(w.stack)-1]
	w.count[o.tag]--
	switch o.tag {
	case atom.A:
		w.closeLink()
	case atom.B, atom.Strong:
		w.inBold = max(0, w.inBold-1)
	case atom.Time:
		w.closeTime()
	}
	if w.skip > len(w.stack) {
		w.skip = 0
	}
}

// element records an element that can hold blocks.
func (w *walker) element(tag atom.Atom, h hint, a *attributes) int32 {
	if len(w.c.elems) >= w.opt.MaxNodes {
		w.full = true
		w.warn("what stands after the first %d elements was left out", w.opt.MaxNodes)
		return w.top().elem
	}
	parent := w.top().elem
	sig := uint32(2166136261) ^ uint32(tag)
	for _, c := range a.class {
		sig = (sig ^ uint32(c)) * 16777619
	}
	hidden := w.c.elems[parent].hidden || a.hides()
	w.c.elems = append(w.c.elems, elem{parent: parent, tag: tag, own: h, sig: sig, hidden: hidden})
	return int32(len(w.c.elems) - 1)
}

// endTag closes the element that an end tag belongs to; an end tag without one is
// passed over. An inline end tag does not reach beyond the block that it stands in.
func (w *walker) endTag(tag atom.Atom) {
	w.capture = captureNone
	if tag == atom.P && w.skip == 0 && w.count[tag] == 0 {
		w.flush() // as an empty paragraph
		return
	}
	if tag == atom.Br && w.skip == 0 {
		w.space = true
		return
	}
	if w.count[tag] == 0 || tag == atom.Body || tag == atom.Html {
		return
	}
	block := isBlock(tag)
	if block && w.skip == 0 {
		w.flush()
	}
	w.cut(tag)
	for i := len(w.stack) - 1; i > 0 && i >= w.skip-1; i-- {
		if w.stack[i].tag == tag {
			for len(w.stack) > i {
				w.pop()
			}
			return
		}
		if !block && isBlock(w.stack[i].tag) || block && isScope(w.stack[i].tag) && !isTablePart(tag) {
			return
		}
	}
}

// isScope reports whether end tags of blocks do not reach out of an element.
func isScope(a atom.Atom) bool { return a == atom.Td || a == atom.Th || a == atom.Caption }

func isTablePart(a atom.Atom) bool {
	switch a {
	case atom.Table, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Tfoot, atom.Caption:
		return true
	}
	return false
}

// closeImplied closes what a start tag ends without saying so: a paragraph by any
// block, an entry of a list by the next, a cell by the next cell or row.
func (w *walker) closeImplied(tag atom.Atom) {
	if w.count[atom.P] > 0 {
		w.closeUpTo(atom.P, func(a atom.Atom) bool { return isBlock(a) && a != atom.P })
	}
	switch tag {
	case atom.Li:
		w.closeOpen(tag, isList)
	case atom.Dd, atom.Dt:
		w.closeOpen(atom.Dd, isList)
		w.closeOpen(atom.Dt, isList)
	case atom.Td, atom.Th:
		w.closeOpen(atom.Td, isTable)
		w.closeOpen(atom.Th, isTable)
	case atom.Tr:
		w.closeOpen(tag, isTable)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		switch t := w.top().tag; t {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			w.pop()
		}
	}
}

func isList(a atom.Atom) bool {
	return a == atom.Ul || a == atom.Ol || a == atom.Dl || a == atom.Menu || a == atom.Dir || isTable(a)
}

func isTable(a atom.Atom) bool { return a == atom.Table }

// closeOpen closes the innermost open element of a tag inside the nearest element
// for which stop holds.
func (w *walker) closeOpen(tag atom.Atom, stop func(atom.Atom) bool) {
	if w.count[tag] > 0 {
		w.closeUpTo(tag, stop)
	}
}

func (w *walker) closeUpTo(tag atom.Atom, stop func(atom.Atom) bool) {
	for i := len(w.stack) - 1; i > 0; i-- {
		if w.stack[i].tag == tag {
			for len(w.stack) > i {
				w.pop()
			}
			return
		}
		if stop(w.stack[i].tag) {
			return
		}
	}
}

// openLink begins a link with an address.
func (w *walker) openLink(a *attributes) {
	if len(a.href) == 0 || a.href[0] == '#' || len(a.href) > 2000 || len(w.c.anchors) >= w.opt.MaxBlocks ||
		bytes.HasPrefix(a.href, []byte("javascript:")) {
		return
	}
	w.link = len(w.c.anchors)
	w.c.anchors = append(w.c.anchors, anchor{start: len(w.text), elem: w.top().elem, href: string(a.href)})
}

// closeLink ends the open link, if any.
func (w *walker) closeLink() {
	if w.link >= 0 {
		w.c.anchors[w.link].end = len(w.text)
		w.link = -1
	}
}

// picture records an image.
func (w *walker) picture(a *attributes) {
	src := a.src
	if len(a.srcset) > 0 {
		src = a.srcset
	}
	if len(src) == 0 || len(src) > 2000 || bytes.HasPrefix(src, []byte("data:")) || len(w.c.pictures) >= 2000 {
		return
	}
	w.c.pictures = append(w.c.pictures, picture{
		src: string(src), alt: string(a.alt), elem: w.top().elem, block: len(w.spans),
	})
}

// openTime begins a time element.
func (w *walker) openTime(datetime, prop []byte) {
	if len(w.c.times) >= 500 {
		return
	}
	w.space = true // pages set dates side by side without one
	w.inTime, w.tstart = len(w.c.times), len(w.text)
	w.c.times = append(w.c.times, timeMark{
		value: string(datetime), prop: string(prop), elem: w.top().elem, block: len(w.spans),
	})
}

// closeTime ends it, with its words.
func (w *walker) closeTime() {
	if w.inTime >= 0 && w.tstart <= len(w.text) {
		w.c.times[w.inTime].words = strings.ToValidUTF8(string(w.text[w.tstart:min(len(w.text), w.tstart+80)]), "")
	}
	w.inTime, w.space = -1, true
}

// itemTime records a date given by microdata.
func (w *walker) itemTime(a *attributes) {
	v := a.content
	if len(v) == 0 {
		v = a.datetime
	}
	if len(v) > 0 && len(v) < 80 && len(w.c.times) < 500 {
		w.c.times = append(w.c.times, timeMark{
			value: string(v), prop: string(a.itemprop), elem: w.top().elem, block: len(w.spans),
		})
	}
}
