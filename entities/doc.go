// Package entities finds the names in a story, says which of them mean the same
// thing, and which countries the story is about.
//
//	r, err := entities.New(entities.Options{})
//	err = r.Annotate(ctx, doc)                      // a Document with tagged tokens
//	for _, e := range doc.Entities {
//		fmt.Println(e.Label, e.Name, e.Country, e.Salience)
//	}
//
// or, for a bare text, [Recognize]. Annotate runs passes, which [Passes] lists with what each needs and sets: a trained
// tagger finds names, sure names are found again wherever they stand, the user's own names ([ReadNames]) are put in,
// places are resolved, mentions of one thing are linked, and countries, values, concepts and salience follow.
//
// # Limits
//
// English only. Mentions never overlap: in "Bank of Ghana" there is one, and Ghana
// is among the parts that it holds inside. See [Recognizer] and, in the root package, Mention and Entity first.
package entities
