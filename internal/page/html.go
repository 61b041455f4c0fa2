package page

import (
	"bytes"
	"errors"
	"fmt"
	"hash/maphash"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/dateline-go/dateline/internal/paragraph"
)

// maxDepth is how many elements may be open. What is nested deeper is read as if
// it stood in the deepest of them.
const maxDepth = 512

// maxToken is the longest tag, text or script that is read as a whole, in bytes.
const maxToken = 2 << 20

// maxTitle is the longest headline, in bytes; what is longer is cut.
const maxTitle = 1000

// walker makes blocks of the tokens of a web page.
type walker struct {
	opt Options
	z   *html.Tokenizer
	c   *content

	text  []byte // of all blocks, one after the other
	spans []blockSpan
	stack []open
	count map[atom.Atom]int // of open elements by tag
	skip  int               // depth of the element whose contents are passed over, 0 for none

	start   int // of the current block in text
	space   bool
	breaks  int // line breaks in a row
	link    int // index of the open anchor, -1 for none
	linked  int // bytes of the current block inside links
	bold    int
	inline  hint // what inline elements say of the current block
	links   int  // first anchor of the current block
	inBold  int  // how many b and strong are open
	inTime  int  // index of the open time mark, -1 for none
	tstart  int
	full    bool // a limit was reached
	tags    int  // how many were read
	anyTag  bool
	capture capture
	classes classCache
	attr    attr // of the current tag
}

// open is an element on the stack.
type open struct {
	tag  atom.Atom
	elem int32
}

// blockSpan is a block while its words are still in the walker's buffer.
type blockSpan struct {
	start, end   int
	elem         int32
	linked, bold int
	own          hint // of inline elements
	links        int
	nLinks       int
}

// capture says what becomes of the next raw text.
type capture int

const (
	captureNone capture = iota
	captureTitle
	captureJSON
)

// parseHTML makes the content of a web page in UTF-8.
func parseHTML(src []byte, o Options) *content {
	w := &walker{
		opt: o, c: &content{}, count: map[atom.Atom]int{}, link: -1, inTime: -1,
		text: make([]byte, 0, min(len(src)/6, 1<<20)),
	}
	w.c.elems = make([]elem, 1, 64+len(src)/150)
	w.c.elems[0] = elem{parent: -1, tag: atom.Body}
	w.stack = append(w.stack, open{atom.Body, 0})
	for len(src) > 0 && !w.full && o.Pace.Err() == nil {
		src = w.run(src)
	}
	w.flush()
	w.finish()
	return w.c
}

// run reads tokens until the end, or until one that is too long; it returns what
// stands behind that one.
func (w *walker) run(src []byte) []byte {
	in := &rawText{src: src, chunk: minChunk}
	w.z = html.NewTokenizer(in)
	w.z.SetMaxBuf(maxToken)
	from, at, raw, last := 0, 0, "", html.ErrorToken
	for !w.full && !w.opt.Pace.Stop(1) {
		t := w.z.Next()
		in.token()
		if t == html.ErrorToken {
			if errors.Is(w.z.Err(), html.ErrBufferExceeded) { // the beginning of that token was the one before
				return w.afterLong(src, from, at, last, raw)
			}
			return nil
		}
		from, at, last = at, at+len(w.z.Raw()), t
		if t != html.TextToken {
			w.tag()
			raw = ""
		}
		switch t {
		case html.TextToken:
			w.textToken()
		case html.StartTagToken, html.SelfClosingTagToken:
			raw = w.startTag(t == html.SelfClosingTagToken)
			if raw != "" && w.skip > 0 && w.capture == captureNone {
				at += in.pass(raw, at)
			}
		case html.EndTagToken:
			name, _ := tagName(w.z, w.z.Raw())
			w.endTag(tagOf(name))
		}
	}
	return nil
}

// afterLong returns what stands behind a token that is too long, of which the bytes between from
// and to were read: behind the comment or the tag, at the end tag of the element whose contents are
// raw text, else at once, since text can be cut anywhere.
func (w *walker) afterLong(src []byte, from, to int, last html.TokenType, raw string) []byte {
	rest := src[to:]
	switch {
	case last == html.TextToken && raw == "":
		return rest
	case last == html.TextToken:
		rest = src[max(from, to-len(raw)-2):] // the end tag may have begun
		rest = rest[endTagIn(rest, raw):]
	case last == html.CommentToken && bytes.HasPrefix(src[from:], []byte("<!--")):
		_, rest, _ = bytes.Cut(src[max(from, to-2):], []byte("-->"))
	default:
		_, rest, _ = bytes.Cut(rest, []byte(">"))
	}
	w.warn("a tag or script of more than %d bytes was left out", maxToken)
	return rest
}

// endTagIn returns where the end tag of an element begins, the length of the text where it has none.
func endTagIn(text []byte, name string) int {
	for at := 0; ; at += 2 {
		next := bytes.Index(text[at:], []byte("</"))
		if next < 0 {
			return len(text)
		}
		at += next
		if end := at + 2 + len(name); end <= len(text) && bytes.EqualFold(text[at+2:end], []byte(name)) {
			return at
		}
	}
}

// tag counts a tag, opening or closing.
func (w *walker) tag() {
	w.tags++
	if w.tags > 2*w.opt.MaxNodes {
		w.full = true
		w.warn("what stands after the first %d tags was left out", w.tags)
	}
}

func (w *walker) warn(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	for _, have := range w.c.warnings {
		if have == s {
			return
		}
	}
	w.c.warnings = append(w.c.warnings, s)
}

// tagOf interns the name of an element; one that HTML does not know gets a number
// of its own.
func tagOf(name []byte) atom.Atom {
	if a := atom.Lookup(name); a != 0 {
		return a
	}
	return atom.Atom(1<<31 | uint32(maphash.Bytes(tagSeed, name))>>1)
}

// tagSeed only decides which numbers unknown tags get, never what comes out.
var tagSeed = maphash.MakeSeed()

// textToken appends the words of a text token to the current block.
func (w *walker) textToken() {
	switch w.capture {
	case captureTitle:
		if w.c.meta.title == "" {
			w.c.meta.title = paragraph.Short(collapse(paragraph.Short(string(w.z.Text()), maxMeta)), maxTitle)
		}
		w.capture = captureNone
		return
	case captureJSON:
		w.c.meta.addJSON(w.z.Raw())
		w.capture = captureNone
		return
	}
	if w.skip > 0 {
		return
	}
	before := len(w.text)
	w.words(w.z.Text())
	n := len(w.text) - before
	if w.link >= 0 {
		w.linked += n
	}
	if w.inBold > 0 {
		w.bold += n
	}
	if len(w.text) >= w.opt.MaxText {
		w.full = true
		w.warn("text after the first %d bytes was left out", w.opt.MaxText)
	}
}

// words appends text with its white space collapsed and without what cannot be seen.
func (w *walker) words(b []byte) {
	for i := 0; i < len(b); {
		c := b[i]
		if ' ' < c && c < 0x7f { // most of it is words of ASCII
			from := i
			for i < len(b) && ' ' < b[i] && b[i] < 0x7f {
				i++
			}
			w.gap()
			w.text = append(w.text, b[from:i]...)
			continue
		}
		if c < utf8.RuneSelf {
			i++
			switch c {
			case ' ', '\n', '\t', '\r', '\f':
				w.space = true
			}
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
			w.space = true
		case invisible(r):
		default:
			w.gap()
			w.text = append(w.text, b[i:i+n]...)
		}
		i += n
	}
}

// invisible reports whether a rune only steers how text is laid out.
func invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u2060', '\ufeff':
		return true
	}
	return 0x80 <= r && r < 0xa0
}

// gap writes the space that stands before the next word.
func (w *walker) gap() {
	if w.space && len(w.text) > w.start {
		w.text = append(w.text, ' ')
	}
	w.space, w.breaks = false, 0
}

// flush ends the current block.
func (w *walker) flush() {
	w.space, w.breaks = false, 0
	if len(w.text) == w.start {
		return
	}
	if len(w.spans) >= w.opt.MaxBlocks {
		w.full = true
		w.warn("text after the first %d blocks was left out", w.opt.MaxBlocks)
		w.text = w.text[:w.start]
		return
	}
	w.spans = append(w.spans, blockSpan{
		start: w.start, end: len(w.text), elem: w.stack[len(w.stack)-1].elem,
		linked: w.linked, bold: w.bold, own: w.inline, links: w.links, nLinks: len(w.c.anchors) - w.links,
	})
	w.start, w.linked, w.bold, w.inline, w.links = len(w.text), 0, 0, 0, len(w.c.anchors)
	if w.link >= 0 { // a link that runs on into the next block counts there as well
		w.c.anchors[w.link].end = len(w.text)
		rest := anchor{start: len(w.text), elem: w.top().elem, href: w.c.anchors[w.link].href}
		w.c.anchors = append(w.c.anchors, rest)
		w.link = len(w.c.anchors) - 1
	}
}

// finish turns the collected spans into blocks and closes the elements' ranges.
func (w *walker) finish() {
	all := string(w.text)
	c := w.c
	c.blocks = make([]block, len(w.spans))
	for i, s := range w.spans {
		c.blocks[i] = block{
			text: all[s.start:s.end], elem: s.elem, tag: c.elems[s.elem].tag,
			off:    s.start,
			linked: s.linked, bold: s.bold, own: s.own, links: s.links, nLinks: s.nLinks,
		}
	}
	for i := range c.elems {
		c.elems[i].first, c.elems[i].end = int32(len(c.blocks)), 0
	}
	for i := range c.blocks { // the innermost elements, then upwards
		e := &c.elems[c.blocks[i].elem]
		e.first, e.end = min(e.first, int32(i)), max(e.end, int32(i+1))
	}
	for i := len(c.elems) - 1; i > 0; i-- {
		e := &c.elems[i]
		p := &c.elems[e.parent]
		p.first, p.end = min(p.first, e.first), max(p.end, e.end)
	}
	for i := range c.anchors {
		a := &c.anchors[i]
		a.end = min(max(a.end, a.start), len(all))
	}
	c.text = all
	if !w.anyTag {
		c.plain = true
	}
}
