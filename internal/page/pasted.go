package page

import "golang.org/x/net/html/atom"

// Rendering says how a web page becomes a pasted one: as a browser copies it, or as a
// program that keeps the nesting as indents; whole, or without what its tags call
// navigation, header and footer.
type Rendering struct {
	Indents bool
	Bare    bool
}

// AsText returns the page as it looks once it was pasted as text, for a model that
// must read such pages. Its blocks are the lines.
func (t *Trial) AsText(r Rendering) *Trial {
	c := &content{plain: true}
	line, first := 0, true
	for i := range t.c.blocks {
		b := &t.c.blocks[i]
		if r.Bare && b.hints&(hintNav|hintHeader|hintFooter) != 0 || !r.Indents && b.hints&hintHidden != 0 {
			continue
		}
		n := block{text: b.text, elem: -1, blank: 1}
		switch b.tag {
		case atom.Li, atom.Td, atom.Th, atom.Option, atom.Dd, atom.Dt:
			n.blank = 0
		case atom.Div, atom.Section, atom.Article:
			if r.Indents && i > 0 && t.c.blocks[i-1].tag == b.tag {
				n.blank = 0
			}
		}
		if r.Indents {
			n.indent = t.c.indentIn(b.elem)
			if b.tag == atom.Li {
				n.text = "* " + n.text
			}
		}
		if first {
			n.blank, first = 0, false
		}
		line += n.blank
		n.line = line
		line++
		c.blocks = append(c.blocks, n)
	}
	c.dropSeparators()
	findBios(c)
	return &Trial{t.page, c}
}

// indentIn counts the columns that the elements around a block make.
func (c *content) indentIn(e int32) int {
	n := 0
	for ; e > 0; e = c.elems[e].parent {
		switch c.elems[e].tag {
		case atom.Div:
			n += 2
		case atom.Ul, atom.Ol:
			n += 4
		}
	}
	return n
}

// Plain reports whether the page is plain text.
func (t *Trial) Plain() bool { return t.c.plain }

// Len returns how many blocks the page has.
func (t *Trial) Len() int { return len(t.c.blocks) }
