package archive

import (
	"fmt"
	"runtime"
	"slices"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/content"
	"github.com/dateline-go/dateline/search/internal/engine"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// maxID is the longest id in bytes.
const maxID = 4096

// longText is how many bytes of text make a long one.
const longText = 1 << 20

// entry is a document made ready for the index.
type entry struct {
	id, source string
	digest     content.Digest
	known      *known // what the archive has of it
	repeated   bool   // the batch has another of this id, so known is not looked up

	// The rest is not there for a document that needs no writing.
	doc     *document.Document
	stored  []byte
	lengths lengths
}

// build makes the fields of a document. body is its content.
func (e *entry) build(doc *dateline.Document, body []byte) (err error) {
	if len(doc.Text) > longText {
		runtime.GC() // what made the Document is many times its size
	}
	s := words.LanguageOf(doc.Language).Get()
	defer words.Put(s)
	e.doc = document.NewDocument(doc.ID)
	b := builder{splitter: s, entry: e}
	b.story(doc)
	b.terms(doc)
	if err := b.profile(doc); err != nil {
		return fmt.Errorf("archive: document %q: %w", doc.ID, err)
	}
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
}

// add adds a field. Small are postings that count for no length.
func (b *builder) add(name string, options index.FieldIndexingOptions, postings []posting, small ...posting) {
	if len(postings)+len(small) > 0 {
		all := slices.Concat(postings, small)
		b.entry.doc.AddField(&field{name: name, options: options, postings: all, length: max(len(postings), 1)})
	}
	for i, f := range engine.Scored {
		if f.Name == name {
			b.entry.lengths[i] = len(postings)
		}
	}
}

// story makes the fields that hold words.
func (b *builder) story(doc *dateline.Document) {
	for _, f := range fields.Of(doc, b.splitter) {
		b.add(f.Name, optionsOf[f.Name], f.Postings, slices.Concat(f.Small, f.Joined)...)
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
	for e := range fields.Indexed(doc) {
		ids = append(ids, e.ID)
	}
	for _, k := range doc.Keyphrases {
		phrases = append(phrases, b.splitter.Key(k.Text))
	}
	b.add(fieldEntities, termsOnly, set(ids))
	b.add(fieldPhrases, termsOnly, set(phrases))
	facets := fields.Facets(doc)
	for _, name := range search.Facets() {
		b.add(name, withColumn, set(facets[name]))
	}
	if !doc.Published.IsZero() {
		b.add(fieldPublished, withColumn, []posting{{Term: moment(doc.Published.Time.Unix())}})
	}
}
