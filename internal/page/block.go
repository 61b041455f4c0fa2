package page

import (
	"golang.org/x/net/html/atom"

	"github.com/dateline-go/dateline/internal/pace"
)

// block is a run of words that stands by itself on the page, with what is known
// about it. White space in its text is collapsed.
type block struct {
	text string
	role role
	// folded is the text as [fold] has it, once it was asked for.
	folded string
	// dated says that the text is a date or an age.
	dated bool
	// score is how much the block looks like the story: log odds.
	score float64
	// marked says that its words are those of furniture.
	marked bool

	// From markup. tag is that of the innermost block-level element; elem is its
	// index in the page's elements, -1 for a page of plain text.
	tag    atom.Atom
	elem   int32
	hints  hint // own and inherited
	own    hint // of the innermost elements only
	linked int  // bytes of the text inside links
	bold   int  // bytes of the text inside b and strong
	off    int  // where the text stands in that of the page
	links  int  // index of the first of its links in the page's anchors
	nLinks int

	// From lines. line is the number of the block's first line, from 0; blank is
	// how many blank lines stand before it; indent its columns of white space.
	line   int
	blank  int
	indent int
	gaps   []string // its parts where wide gaps divide it, nil for most lines
}

// fold returns the folded text, which several questions are about.
func (b *block) fold() string {
	if b.folded == "" {
		b.folded = fold(b.text)
	}
	return b.folded
}

// elem is an element of a web page that can hold blocks.
type elem struct {
	parent int32
	tag    atom.Atom
	own    hint
	all    hint   // own and inherited
	sig    uint32 // hash of tag and class: paragraphs of a story share it
	first  int32  // first block inside
	end    int32  // one past the last block inside
	hidden bool   // kept from view, by itself or by an element around it
}

// anchor is a link of a web page.
type anchor struct {
	start, end int // in the text of the page
	elem       int32
	href       string
}

// picture is an image of a web page.
type picture struct {
	src, alt string
	elem     int32
	block    int // how many blocks stand before it
}

// content is a page before it is judged: what html.go and plain.go hand on.
type content struct {
	pace       *pace.Pace // ends the work early; what is made of the page then is of no use
	text       string
	blocks     []block
	elems      []elem // in document order, parents first; elems[0] is the root
	anchors    []anchor
	pictures   []picture
	times      []timeMark
	cuts       []int // where in text inline elements of list items begin and end, in order
	meta       metadata
	warnings   []string
	plain      bool
	separators []string // lines of plain text that only divide it
	source     []byte   // of a web page, nil for plain text
}

// timeMark is a date that the markup gives: a time element or microdata.
type timeMark struct {
	value string
	words string
	elem  int32
	block int // how many blocks stand before it
	prop  string
}
