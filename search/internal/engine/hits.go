package engine

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// Hits makes the hits of one query.
type Hits struct {
	Query       search.Query
	Highlighter *search.Highlighter
	Explainer   *Explainer // nil where the query asks for no explanation
}

// Wanted says what of a document a hit is made of: nothing, its story alone, or
// all of it.
type Wanted int

// What a hit may be made of.
const (
	Nothing Wanted = iota
	Story
	Whole
)

// Wants says what of each document is needed.
func (h *Hits) Wants() Wanted {
	switch {
	case h.Query.Documents || h.Explainer != nil:
		return Whole
	case Fragments(h.Query) < 0:
		return Nothing
	case h.Highlighter.Whole():
		return Whole
	}
	return Story
}

// Fill adds to a hit what is made of its document, which is nil where nothing of
// it is wanted.
func (h *Hits) Fill(hit *search.Hit, doc *dateline.Document) {
	language := ""
	if doc != nil {
		language = doc.Language
	}
	if Fragments(h.Query) >= 0 {
		hit.HeadlineSpans = h.Highlighter.Headline(hit.Headline, language)
	}
	if doc == nil {
		return
	}
	hit.Fragments = h.Highlighter.Fragments(doc, Fragments(h.Query))
	if h.Explainer != nil {
		hit.Explanation = h.Explainer.Explain(doc)
		hit.Score = hit.Explanation.Score // the same, without what a store rounds
	}
	if h.Query.Documents {
		hit.Document = doc
	}
}
