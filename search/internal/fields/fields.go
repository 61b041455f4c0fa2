// Package fields says which words and names of a Document are found under which
// field. An archive indexes them and an alert looks them up in one Document, so
// that both find the same.
package fields

import (
	"cmp"
	"iter"
	"slices"
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
	// Small are stop words at their places, with terms of words.Small: what phrases
	// read besides. They count for no length and no rank.
	Small []Posting
	// Joined are words that a hyphen ties, as if it were not there, at the place of the
	// first. They are found and ranked, and count for no length.
	Joined []Posting
}

// Placed returns what a phrase reads, in the order of the places.
func (f Field) Placed() []Posting {
	if len(f.Small) == 0 {
		return f.Postings
	}
	all := slices.Concat(f.Postings, f.Small)
	slices.SortStableFunc(all, func(a, b Posting) int { return cmp.Compare(a.Place, b.Place) })
	return all
}

// Of returns the fields of a Document that hold words, in a fixed order, empty
// ones too.
func Of(doc *dateline.Document, s *words.Splitter) []Field {
	m := maker{splitter: s, seen: map[string]bool{}}
	m.text = doc.Text
	if !words.IsLong(doc.Text) {
		m.words = s.Story(doc.Text)
	}
	head, body, headings := parts(doc)
	var names, phrases []string
	var quotes []part
	for e := range Indexed(doc) {
		names = append(names, e.Name)
	}
	for _, k := range doc.Keyphrases {
		phrases = append(phrases, k.Text)
	}
	for _, q := range doc.Quotes {
		for _, c := range q.Content {
			quotes = append(quotes, within(c))
		}
	}
	m.wanted = true
	m.forms = make([]Posting, 0, len(doc.Text)/usualForm)
	story := Field{Name: Body, Postings: make([]Posting, 0, len(doc.Text)/usualWord)}
	m.append(&story, 1, body...)
	m.append(&story, Head, head...)
	forms := m.collect()
	headline := m.field(Headline, texts(doc.Headline)...)
	titleForms := m.collect()
	m.wanted = false
	ranked := m.field(Names, texts(names...)...)
	ranked.Small = nil // no phrase is looked for in them
	return []Field{
		story,
		headline,
		m.field(Dek, texts(doc.Kicker, doc.Dek)...),
		m.field(Headings, headings...),
		m.field(Quotes, quotes...),
		ranked,
		m.field(Keyphrases, texts(phrases...)...),
		{Name: Forms, Postings: forms},
		{Name: TitleForms, Postings: titleForms},
	}
}

// part is a part of the story, or a text beside it.
type part struct {
	text string
	span dateline.Span // empty for a text beside the story
}

func within(s dateline.Span) part { return part{span: s} }

func texts(list ...string) []part {
	parts := make([]part, len(list))
	for i, t := range list {
		parts[i].text = t
	}
	return parts
}

// parts returns the parts of the story: those above it, those of its body, and
// of the latter the headings. A headline, kicker or dek that came beside the
// text is above it as well.
func parts(doc *dateline.Document) (head, body, headings []part) {
	for _, h := range []struct {
		kind dateline.BlockKind
		text string
	}{{dateline.BlockHeadline, doc.Headline}, {dateline.BlockKicker, doc.Kicker}, {dateline.BlockDek, doc.Dek}} {
		if h.text != "" && !hasBlock(doc, h.kind) {
			head = append(head, part{text: h.text})
		}
	}
	end := 0
	for _, b := range doc.Blocks {
		if strings.TrimSpace(doc.Text[end:b.Start]) != "" {
			body = append(body, within(dateline.Span{Start: end, End: b.Start}))
		}
		end = b.End
		p := within(b.Span())
		switch b.Kind {
		case dateline.BlockHeadline, dateline.BlockKicker, dateline.BlockDek:
			head = append(head, p)
			continue
		case dateline.BlockHeading:
			headings = append(headings, p)
		}
		body = append(body, p)
	}
	if end < len(doc.Text) {
		body = append(body, within(dateline.Span{Start: end, End: len(doc.Text)}))
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
	text     string       // the story
	words    []words.Word // of the story, nil where it is long
	// forms are those of the words that went by since collect was called, each once,
	// where they are wanted.
	forms  []Posting
	seen   map[string]bool
	wanted bool
	pairs  int // of Chinese or Japanese that went by
}

// mostPairs is how many pairs of Chinese or Japanese characters of a document are indexed: each makes three postings.
const mostPairs = 1 << 17

// usualWord is how many bytes of a story there are to a word that is looked up,
// usualForm to one that did not stand before.
const usualWord, usualForm = 10, 16

// collect returns the forms that went by and begins anew.
func (m *maker) collect() []Posting {
	forms := m.forms
	m.forms = nil
	clear(m.seen)
	return forms
}

// field makes a field of some parts, a gap between each.
func (m *maker) field(name string, parts ...part) Field {
	f := Field{Name: name}
	m.append(&f, 1, parts...)
	return f
}

// append adds parts to a field; place is that of the first word.
func (m *maker) append(f *Field, place int, parts ...part) {
	for _, p := range parts {
		for text, ws := range m.wordsOf(p) {
			place = m.add(f, place, text, ws)
		}
		place += gap
	}
}

// add adds words of a text to a field and returns the place behind them.
func (m *maker) add(f *Field, place int, text string, ws []words.Word) int {
	for i, w := range ws {
		if j, ok := m.splitter.Joined(text, ws, i); ok {
			f.Joined = append(f.Joined, Posting{j.Term, place})
			m.pass(j.Form)
		}
		switch {
		case w.Term != "" && !w.Weak && m.isTooMany(w):
		case w.Term != "" && !w.Weak:
			f.Postings = append(f.Postings, Posting{w.Term, place})
			m.characters(f, w, place)
			m.pass(w.Form)
		case w.Form != "":
			f.Small = append(f.Small, Posting{words.Small + w.Form, place})
		}
		place++
	}
	return place
}

// isTooMany reports whether a word is a pair of Chinese or Japanese behind those that are indexed.
func (m *maker) isTooMany(w words.Word) bool {
	if !words.IsPair(w.Form) {
		return false
	}
	m.pairs++
	return m.pairs > mostPairs
}

// characters adds the characters of a pair of Chinese or Japanese, by which a query
// for one alone finds it.
func (m *maker) characters(f *Field, w words.Word, place int) {
	for i, c := range m.splitter.Characters(w) {
		p := Posting{c.Term, place + i}
		if k := len(f.Postings); k < 2 || f.Postings[k-2] != p { // the second one of the pair before
			f.Postings = append(f.Postings, p)
		}
	}
}

// wordsOf gives the words of a part, each time with the text that they are places of.
// They stand until the next.
func (m *maker) wordsOf(p part) iter.Seq2[string, []words.Word] {
	if p.span.Len() > 0 {
		if m.words != nil {
			if ws, ok := words.Within(m.words, m.text, p.span.Start, p.span.End); ok {
				return func(yield func(string, []words.Word) bool) { yield(m.text, ws) }
			}
		}
		p.text = m.text[p.span.Start:p.span.End]
	}
	return m.splitter.Pieces(p.text)
}

// pass keeps the form of a word where forms are wanted.
func (m *maker) pass(form string) {
	if m.wanted && form != "" && !m.seen[form] {
		m.seen[form] = true
		m.forms = append(m.forms, Posting{Term: form})
	}
}
