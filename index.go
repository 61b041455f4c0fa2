package dateline

import (
	"fmt"
	"sort"
	"strings"
)

// Index finds the parts of a Document by id and by byte. It is made once, checks the
// spans that it goes by, and is then read-only, so that stages need no checks of their
// own. It is good as long as nobody changes the Document's blocks, sentences, tokens and
// entities.
type Index struct {
	// Headline is the block of the headline, the zero Span where the text has none.
	Headline Span
	// Dateline is the block that says where and when the story was written, such as
	// "MOSCOW, April 15 (Reuters) -"; the zero Span where none is marked.
	Dateline Span
	// Credit is the agency in brackets in the dateline, see [Document.Credit].
	Credit Span

	doc      *Document
	entities map[string]int
}

// Index makes the index of a document. The error wraps [ErrInvalid] for blocks,
// sentences, tokens or mentions that are not in order inside the text; the cost is
// linear in them.
func (d *Document) Index() (*Index, error) {
	v := validator{doc: d, bare: true}
	end, at := 0, 0
	for i, b := range d.Blocks {
		if v.span(b.Span(), "blocks[%d]", i) {
			v.ordered(b.Span(), &end, "blocks[%d]", i)
		}
	}
	v.sentences()
	v.tokens()
	end = 0
	for i, m := range d.Mentions {
		if v.span(m.Span(), "mentions[%d]", i) {
			v.ordered(m.Span(), &end, "mentions[%d]", i)
			if d.Sentences != nil && !within(d.Sentences, &at, m.Span()) {
				v.fail("mentions[%d]: %v is not inside one sentence", i, m.Span())
			}
		}
	}
	if len(v.problems) > 0 {
		return nil, fmt.Errorf("%w: %q: %s", ErrInvalid, d.ID, strings.Join(v.problems, "\n"))
	}
	x := &Index{doc: d, entities: make(map[string]int, len(d.Entities)), Credit: d.Credit()}
	for i := range d.Entities {
		x.entities[d.Entities[i].ID] = i
	}
	for _, b := range d.Blocks {
		switch {
		case b.Kind == BlockHeadline && x.Headline == Span{}:
			x.Headline = b.Span()
		case b.Kind == BlockDateline && x.Dateline == Span{}:
			x.Dateline = b.Span()
		}
	}
	return x, nil
}

// Entity returns the entity with an ID, or nil. It is the document's own.
func (x *Index) Entity(id string) *Entity {
	if i, ok := x.entities[id]; ok {
		return &x.doc.Entities[i]
	}
	return nil
}

// Block returns the index of the block that a byte of the text lies in, -1 for none.
func (x *Index) Block(at int) int {
	return find(len(x.doc.Blocks), at, func(i int) Span { return x.doc.Blocks[i].Span() })
}

// Sentence returns the index of the sentence that a byte of the text lies in, -1 for
// none.
func (x *Index) Sentence(at int) int {
	return find(len(x.doc.Sentences), at, func(i int) Span { return x.doc.Sentences[i] })
}

// Token returns the index of the token that a byte of the text lies in, -1 for none.
func (x *Index) Token(at int) int {
	return find(len(x.doc.Tokens), at, func(i int) Span { return x.doc.Tokens[i].Span() })
}

// Tokens returns the tokens that share a byte with a span, as the range [from, to) of
// their indexes.
func (x *Index) Tokens(s Span) (from, to int) {
	tokens := x.doc.Tokens
	from = sort.Search(len(tokens), func(i int) bool { return tokens[i].End > s.Start })
	to = from + sort.Search(len(tokens)-from, func(i int) bool { return tokens[from+i].Start >= s.End })
	return from, to
}

// find returns which of n spans, in order and apart, a byte lies in, -1 for none.
func find(n, at int, span func(int) Span) int {
	i := sort.Search(n, func(i int) bool { return span(i).End > at })
	if i == n || span(i).Start > at {
		return -1
	}
	return i
}
