package opensearch

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/content"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// maxID is the longest id in bytes, OpenSearch's own bound.
const maxID = 512

// placed are the fields that hold terms at their places.
var placed = []string{fieldBody, fieldHead,
	fields.Headline, fields.Dek, fields.Headings, fields.Quotes, fields.Keyphrases}

// card is what a hit shows of a document.
type card struct {
	Headline  string        `json:"headline,omitempty"`
	Published dateline.Date `json:"published,omitzero"`
	URL       string        `json:"url,omitempty"`
}

// builder makes the lines of bulk requests. It is not safe for concurrent use.
type builder struct {
	line
	meta     *meta
	splitter *words.Splitter
	ranking  ranking

	// What the document of the last call of look holds, and its digest.
	content []byte
	digest  string
	stored  []byte
}

// look makes ready what it takes to see whether the archive has a document
// already. The error names it.
func (b *builder) look(doc *dateline.Document) error {
	if err := doc.Validate(); err != nil {
		return fmt.Errorf("opensearch: %w", err)
	}
	content, digest, err := content.Append(b.content[:0], doc)
	if err != nil {
		return fmt.Errorf("opensearch: document %q: %w", doc.ID, err)
	}
	b.content, b.digest = content, hex.EncodeToString(digest[:])
	return nil
}

// add writes the lines of the document that look had. The error names it, and
// then nothing is written.
func (b *builder) add(doc *dateline.Document, index string) error {
	start := len(b.b)
	b.action("index", index, doc.ID)
	if err := b.document(doc); err != nil {
		b.b = b.b[:start]
		return fmt.Errorf("opensearch: document %q: %w", doc.ID, err)
	}
	return nil
}

// document writes a document in one line.
func (b *builder) document(doc *dateline.Document) (err error) {
	if b.stored, err = encode(b.stored[:0], b.content); err != nil {
		return err
	}
	shown, err := json.Marshal(card{doc.Headline, doc.Published, doc.URL})
	if err != nil {
		return err
	}
	b.b = append(b.b, '{')
	b.key(fieldID)
	b.text(doc.ID)
	b.key("card")
	b.b = append(b.b, shown...)
	b.key("doc")
	b.base64(b.stored)
	b.key(fieldDigest)
	b.text(b.digest)
	b.fields(doc)
	profile, err := search.NewProfile(doc) // after the fields, whose splitter knows the story
	if err != nil {
		return err
	}
	b.key("profile")
	b.base64(profile.Encode())
	b.key(fieldMarks)
	b.texts(profile.Marks())
	b.b = append(b.b, "}\n"...)
	return nil
}

// fields writes the fields by which a document is found.
func (b *builder) fields(doc *dateline.Document) {
	b.splitter = words.LanguageOf(doc.Language).Get()
	if !doc.Published.IsZero() {
		b.key(fieldPublished)
		b.number(doc.Published.Time.Unix())
	}
	b.words(doc)
	b.names(doc)
	words.Put(b.splitter)
	b.splitter = nil
}

// words writes the fields that hold words.
func (b *builder) words(doc *dateline.Document) {
	of := fields.Of(doc, b.splitter)
	b.key(fieldRank)
	b.rank(of, &b.meta.Averages)
	for _, f := range of {
		switch f.Name {
		case fieldBody:
			all := f.Placed()
			i := slices.IndexFunc(all, func(p fields.Posting) bool { return p.Place >= fields.Head })
			if i < 0 {
				i = len(all)
			}
			below := slices.IndexFunc(f.Joined, func(p fields.Posting) bool { return p.Place >= fields.Head })
			if below < 0 {
				below = len(f.Joined)
			}
			b.key(fieldBody)
			b.placed(all[:i], 1, f.Joined[:below])
			b.key(fieldHead)
			b.placed(all[i:], fields.Head, f.Joined[below:])
		case fieldForms, fieldTitles:
			b.key(f.Name)
			b.b = append(b.b, '[')
			for i, p := range f.Postings {
				if i > 0 {
					b.b = append(b.b, ',')
				}
				b.text(p.Term)
			}
			b.b = append(b.b, ']')
		case fields.Names: // ranks only
		default:
			b.key(f.Name)
			b.placed(f.Placed(), 1, f.Joined)
		}
	}
}

// placed writes terms so that each has its place among words that are split at
// spaces; first is the place of the first word. Joined words, which have their places
// with others, come last.
func (b *builder) placed(postings []fields.Posting, first int, joined []fields.Posting) {
	b.b = append(b.b, '"')
	at := first
	for _, p := range postings {
		if at > first {
			b.b = append(b.b, ' ')
		}
		for ; at < p.Place; at++ {
			b.b = append(b.b, hole+" "...)
		}
		b.part(p.Term)
		at++
	}
	for _, p := range joined {
		b.b = append(b.b, " "+hole+" "...)
		b.part(p.Term)
	}
	b.b = append(b.b, '"')
}

// names writes the fields that hold names and codes.
func (b *builder) names(doc *dateline.Document) {
	b.key(fieldKeys)
	b.texts(fields.Keys(doc))
	var ids, phrases []string
	for e := range fields.Indexed(doc) {
		ids = append(ids, e.ID)
	}
	for _, k := range doc.Keyphrases {
		phrases = append(phrases, b.splitter.Key(k.Text))
	}
	b.key(fieldEntities)
	b.texts(ids)
	b.key(fieldPhrases)
	b.texts(phrases)
	facets := fields.Facets(doc)
	b.key("facets")
	b.b = append(b.b, '{')
	for _, name := range search.Facets() {
		if len(facets[name]) > 0 {
			b.key(name)
			b.texts(facets[name])
		}
	}
	b.b = append(b.b, '}')
}

// admit looks at what a document needs before it is read.
func admit(doc *dateline.Document) error {
	switch {
	case doc == nil:
		return fmt.Errorf("opensearch: %w: no document", dateline.ErrInvalid)
	case doc.ID == "":
		return fmt.Errorf("opensearch: %w: document %q has no id", dateline.ErrInvalid, doc.Headline)
	case len(doc.ID) > maxID || !utf8.ValidString(doc.ID):
		return fmt.Errorf("opensearch: %w: %.40q: id is longer than %d bytes or not UTF-8",
			dateline.ErrInvalid, doc.ID, maxID)
	}
	return nil
}
