package archive

import (
	"fmt"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// maxID is the longest id in bytes.
const maxID = 4096

// entry is a document made ready for the index.
type entry struct {
	id      string
	doc     *document.Document
	lengths lengths
	bytes   int
}

// build makes a document ready. The error names the document.
func build(doc *dateline.Document) (*entry, error) {
	switch {
	case doc == nil:
		return nil, fmt.Errorf("archive: no document")
	case doc.ID == "":
		return nil, fmt.Errorf("archive: document %q has no id", doc.Headline)
	case len(doc.ID) > maxID || !utf8.ValidString(doc.ID):
		return nil, fmt.Errorf("archive: document %.40q: id is longer than %d bytes or not UTF-8", doc.ID, maxID)
	}
	if err := doc.Validate(); err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	s := words.Get()
	defer words.Put(s)
	b := builder{splitter: s, entry: &entry{id: doc.ID, doc: document.NewDocument(doc.ID)}}
	b.story(doc)
	b.terms(doc)
	if err := b.profile(doc); err != nil {
		return nil, fmt.Errorf("archive: document %q: %w", doc.ID, err)
	}
	stored, err := encode(doc, b.entry.lengths)
	if err != nil {
		return nil, fmt.Errorf("archive: document %q: %w", doc.ID, err)
	}
	b.entry.doc.AddField(document.NewTextFieldCustom(fieldStored, nil, stored, index.StoreField, nil))
	b.entry.bytes = len(stored) + 40*b.entry.lengths[0]
	return b.entry, nil
}

// builder makes the fields of one document.
type builder struct {
	splitter *words.Splitter
	entry    *entry
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

// story makes the fields that hold words.
func (b *builder) story(doc *dateline.Document) {
	for _, f := range fields.Of(doc, b.splitter) {
		b.add(f.Name, optionsOf[f.Name], f.Postings)
	}
}

// optionsOf says how a field of words is kept.
var optionsOf = map[string]index.FieldIndexingOptions{
	fieldBody: withPlaces, fieldHeadline: withPlaces, fieldDek: withPlaces, fieldHeadings: withPlaces,
	fieldQuotes: withPlaces, fieldNames: withCounts, fieldKeyphrases: withPlaces,
	fieldForms: termsOnly, fieldTitleForms: termsOnly,
}

// set returns terms as postings, each once.
func set(terms []string) []posting {
	seen := make(map[string]bool, len(terms))
	var dst []posting
	for _, t := range terms {
		if t != "" && !seen[t] {
			seen[t] = true
			dst = append(dst, posting{Term: t})
		}
	}
	return dst
}

// terms makes the fields that hold names, codes and dates.
func (b *builder) terms(doc *dateline.Document) {
	b.add(fieldKeys, termsOnly, set(fields.Keys(doc)))
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
		b.add(fieldPublished, withColumn, []posting{{Term: moment(doc.Published.Time.Unix())}})
	}
}
