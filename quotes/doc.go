// Package quotes finds who said what in a story: direct speech between quotation
// marks, reported speech ("Lee cautioned that …", "according to the ministry"),
// and what lies between the two.
//
//	f, err := quotes.New(quotes.Options{})
//	err = f.Annotate(ctx, doc)                      // a Document with tagged tokens, mentions and entities
//	for _, q := range doc.Quotes {
//		fmt.Println(q.Speaker, q.Direct, doc.Words(q.Content[0]))
//	}
//
// Quotation marks are paired, then each verb, noun or phrase that may attribute
// something is looked at with what stands around it. Three small models of fewer
// than 300 published weights together choose which of these do, and where what was
// said begins and ends; docs/model-card.md lists them, docs/quotes.md says how
// good they are. Rules find the source, and the entity behind it through
// pronouns ("she said") and roles ("the ministry's spokeswoman").
//
// A statement is meant widely, as in the corpus that the weights were fitted on
// (PolNeAR): what somebody said, wrote, thinks, wants or is said to.
//
// # Limits
//
// English only. Words in quotation marks that nobody is said to have said (irony,
// titles, nicknames) are no statement of their own, but may be part of one. See
// [Finder] and, in the root package, Quote first.
package quotes
