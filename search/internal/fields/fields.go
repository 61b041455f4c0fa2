// Package fields says which words and names of a Document are found under which
// field. An archive indexes them and an alert looks them up in one Document, so
// that both find the same.
package fields

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/words"
)

// The fields that hold words.
const (
	Body       = "body" // the whole story; what stands above it has places from Head
	Headline   = "headline"
	Dek        = "dek" // kicker and dek
	Headings   = "headings"
	Quotes     = "quotes"
	Names      = "names"      // the canonical names of entities
	Keyphrases = "keyphrases" // their words
	Forms      = "forms"      // words of the story before stemming, each once
	TitleForms = "titleforms" // those of the headline
)

const (
	// Head is the first place of the headline, kicker and dek in Body.
	Head = 1 << 27
	// gap is how far apart two blocks of the story are: no phrase runs across them.
	gap = 10
)

// Posting is one term at its place.
type Posting struct {
	Term string
	// Place counts words from 1, stop words too; 0 in fields that keep no places.
	Place int
}

// Field is a field with what a Document has in it.
type Field struct {
	Name     string
	Postings []Posting
}

// Of returns the fields of a Document that hold words, in a fixed order, empty
// ones too.
func Of(doc *dateline.Document, s *words.Splitter) []Field {
	m := maker{splitter: s}
	head, body, headings := parts(doc)
	var names, phrases, quotes []string
	for e := range doc.Names() {
		names = append(names, e.Name)
	}
	for _, k := range doc.Keyphrases {
		phrases = append(phrases, k.Text)
	}
	for _, q := range doc.Quotes {
		for _, c := range q.Content {
			quotes = append(quotes, doc.Words(c))
		}
	}
	m.collect()
	story := m.append(m.postings(1, body...), Head, head...)
	forms := m.collect()
	headline := m.postings(1, doc.Headline)
	titleForms := m.collect()
	m.seen = nil
	return []Field{
		{Body, story},
		{Headline, headline},
		{Dek, m.postings(1, doc.Kicker, doc.Dek)},
		{Headings, m.postings(1, headings...)},
		{Quotes, m.postings(1, quotes...)},
		{Names, m.postings(1, names...)},
		{Keyphrases, m.postings(1, phrases...)},
		{Forms, forms},
		{TitleForms, titleForms},
	}
}

// parts returns the texts of the story: those above it, those of its body, and
// of the latter the headings. A headline, kicker or dek that came beside the
// text is above it as well.
func parts(doc *dateline.Document) (head, body, headings []string) {
	for _, h := range []struct {
		kind dateline.BlockKind
		text string
	}{{dateline.BlockHeadline, doc.Headline}, {dateline.BlockKicker, doc.Kicker}, {dateline.BlockDek, doc.Dek}} {
		if h.text != "" && !hasBlock(doc, h.kind) {
			head = append(head, h.text)
		}
	}
	end := 0
	for _, b := range doc.Blocks {
		if between := doc.Text[end:b.Start]; strings.TrimSpace(between) != "" {
			body = append(body, between)
		}
		end = b.End
		text := doc.Words(b.Span())
		switch b.Kind {
		case dateline.BlockHeadline, dateline.BlockKicker, dateline.BlockDek:
			head = append(head, text)
			continue
		case dateline.BlockHeading:
			headings = append(headings, text)
		}
		body = append(body, text)
	}
	if rest := doc.Text[end:]; rest != "" {
		body = append(body, rest)
	}
	return head, body, headings
}

func hasBlock(doc *dateline.Document, k dateline.BlockKind) bool {
	for _, b := range doc.Blocks {
		if b.Kind == k {
			return true
		}
	}
	return false
}

// maker makes postings.
type maker struct {
	splitter *words.Splitter
	buf      []words.Word
	// forms are those of the words that went by since collect was called, each once.
	forms []Posting
	seen  map[string]bool // nil where they are not wanted
}

// collect returns the forms that went by and begins anew.
func (m *maker) collect() []Posting {
	forms := m.forms
	m.forms, m.seen = nil, map[string]bool{}
	return forms
}

// postings returns the terms of some texts, a gap between each; place is that of
// the first word.
func (m *maker) postings(place int, texts ...string) []Posting { return m.append(nil, place, texts...) }

func (m *maker) append(dst []Posting, place int, texts ...string) []Posting {
	for _, t := range texts {
		m.buf = m.splitter.Append(m.buf[:0], t)
		for _, w := range m.buf {
			if w.Term != "" {
				dst = append(dst, Posting{w.Term, place})
				m.pass(t[w.Start:w.End])
			}
			place++
		}
		place += gap
	}
	return dst
}

// pass keeps the form of a word where forms are wanted.
func (m *maker) pass(word string) {
	if m.seen == nil {
		return
	}
	if form := m.splitter.Form(word); form != "" && !m.seen[form] {
		m.seen[form] = true
		m.forms = append(m.forms, Posting{Term: form})
	}
}
