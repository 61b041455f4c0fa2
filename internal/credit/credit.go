// Package credit finds who sent a wire story: the agency in the brackets of its
// dateline. Who sent it is not what it is about.
//
//	c := credit.Of(doc)         // the span of "(Reuters)" in "MOSCOW, April 15 (Reuters) -"
//	only := credit.Only(doc, c) // the organisations that are named there and nowhere else
package credit

import "github.com/dateline-go/dateline"

// Of returns where a wire story names the agency that sent it, see
// [dateline.Document.Credit].
func Of(doc *dateline.Document) dateline.Span { return doc.Credit() }

// Only returns the ids of the organisations that a document names in a
// credit and nowhere else. The cost is that of going through its mentions.
func Only(doc *dateline.Document, credit dateline.Span) map[string]bool {
	if credit.Len() == 0 {
		return nil
	}
	only := map[string]bool{}
	for _, m := range doc.Mentions {
		if m.Start >= credit.Start && m.End <= credit.End && m.Label == dateline.Org {
			only[m.Entity] = true
		}
	}
	for _, m := range doc.Mentions {
		if m.Start < credit.Start || m.End > credit.End {
			delete(only, m.Entity)
		}
	}
	return only
}
