// Package export writes Documents in the forms that others read: schema.org JSON-LD,
// IPTC ninjs 3.1, Markdown, plain text, CSV of entities, and a stand-alone web page
// with the names marked.
//
//	w, err := export.New(os.Stdout, export.Markdown)
//	for doc, err := range analyzer.Stream(ctx, pages) {
//		err = w.Add(doc)
//	}
//	err = w.Close()
//
// The same Documents give the same bytes. The types to read first are [Format] and
// [Writer]; docs/formats.md says which field becomes what.
//
// # Foreign words
//
// What a page says is escaped in every form. Addresses other than http and https are
// left out, so that none is javascript. The forms for people to read are without
// control characters and without signs that turn the direction of the text over; the
// JSON forms keep the words as they are, with < > and & escaped so that they can stand
// in a script element. A cell of CSV that a spreadsheet would take for a formula has
// an apostrophe before it.
//
// # Limits
//
// ninjs and schema.org want moments: a day of which the time is not known is written
// as its midnight in UTC in ninjs, and as the day in JSON-LD.
package export
