package archive

import (
	"fmt"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// profile makes the fields by which articles are compared: the profile is stored
// beside the document, so that comparing reads no story, and its marks are terms.
func (b *builder) profile(doc *dateline.Document) error {
	p, err := search.NewProfile(doc)
	if err != nil {
		return err
	}
	b.add(fieldMarks, termsOnly, set(p.Marks()))
	b.entry.doc.AddField(document.NewTextFieldCustom(fieldProfile, nil, p.Encode(), index.StoreField, nil))
	return nil
}

// profile returns the profile of a document.
func (v *view) profile(c candidate) (p *search.Profile, err error) {
	err = ErrNotFound
	visitErr := v.visit(c.doc, fieldProfile, func(value []byte) { p, err = search.DecodeProfile(value) })
	if visitErr != nil {
		return nil, visitErr
	}
	if err != nil {
		return nil, fmt.Errorf("%w: document %q: %w", ErrDamaged, c.id, err)
	}
	return p, nil
}
