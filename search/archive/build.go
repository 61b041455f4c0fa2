package archive

import (
	"fmt"
	"strings"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/words"
)

const (
	// gap is how far apart in positions two blocks of the story are: no phrase
	// runs across them.
	gap = 10
	// maxID is the longest id in bytes.
	maxID = 4096
)

// entry is a document made ready for the index.
type entry struct {
	id, source string
	digest     [digestSize]byte
	known      *known // what the archive has of it
	repeated   bool   // the batch has another of this id, so known is not looked up

	// The rest is not there for a document that needs no writing.
	doc     *document.Document
	stored  []byte
	lengths lengths
}

// build makes the fields of a document. body is its content.
func (e *entry) build(doc *dateline.Document, body []byte) (err error) {
	s := words.Get()
	defer words.Put(s)
	e.doc = document.NewDocument(doc.ID)
	b := builder{splitter: s, entry: e}
	b.story(doc)
	b.terms(doc)
	b.add(fieldSource, termsOnly, sourceOf(e.source))
	if e.stored, err = encode(doc, e.source, e.lengths, body); err != nil {
		return fmt.Errorf("archive: document %q: %w", doc.ID, err)
	}
	e.doc.AddField(document.NewTextFieldCustom(fieldStored, nil, e.stored, index.StoreField, nil))
	return nil
}

// builder makes the fields of one document.
type builder struct {
	splitter *words.Splitter
	entry    *entry
	buf      []words.Word
}

func (b *builder) add(name string, options index.FieldIndexingOptions, postings []posting) {
	if len(postings) > 0 {
		b.entry.doc.AddField(&field{name: name, options: options, postings: postings})
	}
	for i, f := range scored {
		if f == name {
			b.entry.lengths[i] = len(postings)
		}
	}
}

// append appends the terms of a text; next is the position of its first word.
func (b *builder) append(dst []posting, text string, next int) ([]posting, int) {
	b.buf = b.splitter.Append(b.buf[:0], text)
	for _, w := range b.buf {
		if w.Term != "" {
			dst = append(dst, posting{w.Term, next})
		}
		next++
	}
	return dst, next
}

// postings returns the terms of some texts, a gap between each.
func (b *builder) postings(texts ...string) []posting {
	var dst []posting
	next := 1
	for _, t := range texts {
		dst, next = b.append(dst, t, next)
		next += gap
	}
	return dst
}

// story makes the fields that hold words.
func (b *builder) story(doc *dateline.Document) {
	var body, headings []string
	if !hasBlock(doc, dateline.BlockHeadline) {
		body = append(body, doc.Headline) // came beside the story, not in it
	}
	end := 0
	for _, blk := range doc.Blocks {
		if between := doc.Text[end:blk.Start]; strings.TrimSpace(between) != "" {
			body = append(body, between)
		}
		end = blk.End
		body = append(body, doc.Words(blk.Span()))
		if blk.Kind == dateline.BlockHeading {
			headings = append(headings, doc.Words(blk.Span()))
		}
	}
	body = append(body, doc.Text[end:])
	var names, phrases []string
	for _, e := range doc.Entities {
		names = append(names, e.Name)
	}
	for _, k := range doc.Keyphrases {
		phrases = append(phrases, k.Text)
	}
	b.add(fieldBody, withPlaces, b.postings(body...))
	b.add(fieldHeadline, withPlaces, b.postings(doc.Headline))
	b.add(fieldDek, withCounts, b.postings(doc.Kicker, doc.Dek))
	b.add(fieldHeadings, withCounts, b.postings(headings...))
	b.add(fieldNames, withCounts, b.postings(names...))
	b.add(fieldKeyphrases, withCounts, b.postings(phrases...))
	b.add(fieldForms, termsOnly, b.forms(body...))
	b.add(fieldTitleForms, termsOnly, b.forms(doc.Headline))
}

func hasBlock(doc *dateline.Document, k dateline.BlockKind) bool {
	for _, b := range doc.Blocks {
		if b.Kind == k {
			return true
		}
	}
	return false
}

// forms returns the words of some texts in lower case, each once.
func (b *builder) forms(texts ...string) []posting {
	var forms []string
	for _, t := range texts {
		b.buf = b.splitter.Append(b.buf[:0], t)
		for _, w := range b.buf {
			if w.Term != "" {
				forms = append(forms, b.splitter.Form(t[w.Start:w.End]))
			}
		}
	}
	return set(forms)
}

// set returns terms as postings, each once.
func set(terms []string) []posting {
	seen := make(map[string]bool, len(terms))
	var dst []posting
	for _, t := range terms {
		if t != "" && !seen[t] {
			seen[t] = true
			dst = append(dst, posting{term: t})
		}
	}
	return dst
}

// terms makes the fields that hold names, codes and dates.
func (b *builder) terms(doc *dateline.Document) {
	b.add(fieldKeys, termsOnly, set(keysOf(doc)))
	var ids, phrases []string
	for _, e := range doc.Entities {
		ids = append(ids, e.ID)
	}
	for _, k := range doc.Keyphrases {
		phrases = append(phrases, b.splitter.Key(k.Text))
	}
	b.add(fieldEntities, termsOnly, set(ids))
	b.add(fieldPhrases, termsOnly, set(phrases))
	facets := facetsOf(doc)
	for _, name := range search.Facets() {
		b.add(name, withColumn, set(facets[name]))
	}
	if !doc.Published.IsZero() {
		b.add(fieldPublished, withColumn, []posting{{term: moment(doc.Published.Time.Unix())}})
	}
}
