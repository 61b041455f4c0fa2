package entities

import (
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/authority"
	"github.com/dateline-go/dateline/internal/concept"
	"github.com/dateline-go/dateline/internal/token"
)

// concepts returns what the story speaks of besides names. What the user's names
// suppress is no concept either.
func (r *Recognizer) concepts(doc *dateline.Document, s *token.Stems) []concept.Concept {
	list := concept.Find(doc, s, r.lang)
	own := r.own
	if own.Len() == 0 {
		return list
	}
	suppressed := func(text string) bool {
		row := own.list.Row(doc.ID, text)
		return row != nil && row.Action == authority.Suppress
	}
	list = slices.DeleteFunc(list, func(c concept.Concept) bool { return suppressed(c.Name) })
	for i := range list {
		list[i].Aliases = slices.DeleteFunc(list[i].Aliases, suppressed)
	}
	return list
}
