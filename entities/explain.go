package entities

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
)

// mostDecisions bounds what [Recognizer.Explain] returns for one Document.
const mostDecisions = 100_000

// Explain does what [Recognizer.Annotate] does and returns why: for each name what the tagger said
// and which rules changed it, for each place which candidates were weighed by which features, what
// linked a mention to what was named before and from which others it was kept apart, and on what
// the countries and the salience of the story rest. The decisions stand in the order of the text,
// those about the whole story first, those about one span in the order in which they were made;
// where a mention was kept, Entity is its entity. At most 100,000 are returned. The errors
// are those of Annotate.
func (r *Recognizer) Explain(ctx context.Context, doc *dateline.Document) ([]dateline.Decision, error) {
	var list []dateline.Decision
	say := func(d dateline.Decision) {
		if len(list) < mostDecisions {
			list = append(list, d)
		}
	}
	if err := r.annotate(ctx, doc, say); err != nil {
		return nil, fmt.Errorf("entities: %q: %w", doc.ID, err)
	}
	entity := make(map[dateline.Span]string, len(doc.Mentions))
	for _, m := range doc.Mentions {
		entity[m.Span()] = m.Entity
	}
	for i := range list {
		if d := &list[i]; d.Entity == "" {
			d.Entity = entity[d.Span()]
		}
	}
	slices.SortStableFunc(list, func(a, b dateline.Decision) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return list, nil
}
