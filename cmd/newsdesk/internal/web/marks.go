package web

import (
	"cmp"
	"html/template"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// piece is a run of text: plain, a word that was searched for, or a name.
type piece struct {
	Text string
	Hit  bool
	Mark *mark
}

type pieces []piece

// mark is a name or value in the text.
type mark struct {
	Kind  string // one of [kindOf]
	Label string // for people
	ID    string // of the entity, "" for a value
	Tip   string
	// Speaks is the attribute of the label, which is not in the language of the text; "" where it is.
	Speaks template.HTMLAttr
}

// piecesOf cuts a fragment at the words that matched.
func piecesOf(f search.Fragment) pieces {
	var p pieces
	at := 0
	for _, s := range f.Spans {
		if s.Start < at || s.End > len(f.Text) {
			continue
		}
		p = p.add(f.Text[at:s.Start])
		p = append(p, piece{Text: f.Text[s.Start:s.End], Hit: true})
		at = s.End
	}
	return p.add(f.Text[at:])
}

// add appends plain text, if there is any.
func (p pieces) add(text string) pieces {
	if text == "" {
		return p
	}
	return append(p, piece{Text: text})
}

// block is a block of the story with its names marked.
type block struct {
	Kind   dateline.BlockKind
	N      int // for its anchor
	Pieces pieces
}

// kindOf puts labels into the few kinds that are told apart by look.
func kindOf(label dateline.Label) string {
	switch label {
	case dateline.Person:
		return "person"
	case dateline.Org:
		return "org"
	case dateline.GPE, dateline.Loc, dateline.Fac:
		return "place"
	}
	if label.IsValue() {
		return "value"
	}
	return "other"
}

// blocksOf cuts a story into blocks and these at their names. A text without blocks
// is one.
func (in speech) blocksOf(doc *dateline.Document) []block {
	list := doc.Blocks
	if len(list) == 0 && doc.Text != "" {
		list = []dateline.Block{{Kind: dateline.BlockParagraph, End: len(doc.Text)}}
	}
	tips := map[string]string{}
	for _, e := range doc.Entities {
		tips[e.ID] = in.tip(e)
	}
	own := template.HTMLAttr("")
	if in.speaks(doc.Language) != "" {
		own = template.HTMLAttr(` lang="` + in.Code + `"`)
	}
	var out []block
	next := 0
	for i, b := range list {
		one := block{Kind: b.Kind, N: i}
		at := b.Start
		for next < len(doc.Mentions) && doc.Mentions[next].Start < b.Start {
			next++
		}
		for ; next < len(doc.Mentions) && doc.Mentions[next].End <= b.End; next++ {
			m := doc.Mentions[next]
			one.Pieces = one.Pieces.add(doc.Text[at:m.Start])
			one.Pieces = append(one.Pieces, piece{Text: doc.Words(m.Span()), Mark: &mark{
				Kind: kindOf(m.Label), Label: cmp.Or(in.label(m.Label), strings.ToLower(string(m.Label))), ID: m.Entity,
				Tip: cmp.Or(tips[m.Entity], m.Value), Speaks: own}})
			at = m.End
		}
		one.Pieces = one.Pieces.add(doc.Text[at:b.End])
		out = append(out, one)
	}
	return out
}

// tip says in a line who or what an entity is.
func (in speech) tip(e dateline.Entity) string {
	parts := []string{in.name(e)}
	if len(e.Roles) > 0 {
		parts = append(parts, e.Roles[0].String())
	}
	if e.Country != "" && !in.isCountry(e) {
		parts = append(parts, in.country(e.Country))
	}
	return strings.Join(parts, " · ")
}

// blockAt returns the number of the block that holds a place of the text.
func blockAt(doc *dateline.Document, at int) int {
	for i, b := range doc.Blocks {
		if at < b.End {
			return i
		}
	}
	return 0
}

// firstWords returns the beginning of a story without a headline.
func firstWords(doc *dateline.Document) string {
	const most = 80
	t := strings.Join(strings.Fields(doc.Text[:min(len(doc.Text), 4*most)]), " ")
	if utf8.RuneCountInString(t) <= most {
		return cmp.Or(strings.ToValidUTF8(t, ""), doc.ID)
	}
	return string([]rune(t)[:most]) + "…"
}
