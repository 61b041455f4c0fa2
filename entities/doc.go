// Package entities finds the names in a story, says which of them mean the same
// thing, and which countries the story is about.
//
//	r, err := entities.New(entities.Options{})
//	err = r.Annotate(ctx, doc)                      // a Document with tagged tokens
//	for _, e := range doc.Entities {
//		fmt.Println(e.Label, e.Name, e.Country, e.Salience)
//	}
//
// or, for a bare text, [Recognize]. Annotate works in steps, each in a file of
// its own: the trained tagger says where names are and of what kind, rules over
// gazetteers find their titles and finer kinds, sure names are found again
// wherever they stand, the user's own names ([ReadNames]) are put in, values such
// as dates are read, places are resolved, mentions of one thing are merged, and
// salience and countries follow from those. What the story speaks of without a
// name, such as an earthquake, stands among its entities as a concept; Names of the
// Document leaves those out.
//
// # Limits
//
// English only. Mentions never overlap: in "Bank of Ghana" there is one, and Ghana
// is among the parts that it holds inside. See [Recognizer] and, in the root package, Mention and Entity first.
package entities
