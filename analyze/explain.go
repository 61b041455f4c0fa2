package analyze

import (
	"context"

	"github.com/dateline-go/dateline"
)

// A stage annotates Documents.
type stage interface {
	Annotate(ctx context.Context, doc *dateline.Document) error
}

// An explainer is a stage that annotates a Document exactly as its Annotate does, and says
// why each thing is as it is.
type explainer interface {
	Explain(ctx context.Context, doc *dateline.Document) ([]dateline.Decision, error)
}

// Explain analyses a page as [Analyzer.Page] does, and returns with the Document why its
// names, places and quotes are as they are: the decisions of the stages, in the order in
// which they run. It takes longer than Page. The errors are those of Page.
func (a *Analyzer) Explain(ctx context.Context, p dateline.Page) (*dateline.Document, []dateline.Decision, error) {
	decisions := []dateline.Decision{}
	doc, err := a.finish(ctx, p, &decisions)
	if err != nil {
		return nil, nil, err
	}
	return doc, decisions, nil
}

// run runs a stage over a document. Where decisions are wanted they are added to the list.
func run(ctx context.Context, s stage, doc *dateline.Document, decisions *[]dateline.Decision) error {
	if e, ok := s.(explainer); ok && decisions != nil {
		list, err := e.Explain(ctx, doc)
		*decisions = append(*decisions, list...)
		return err
	}
	return s.Annotate(ctx, doc)
}
