// Package dateline holds the document model of Dateline, a library that turns
// the raw page of a news article into something a newsroom can file, link and
// find.
//
// A [Page] goes in, a [Document] comes out:
//
//	a, err := analyze.New(analyze.Options{})
//	doc, err := a.Page(ctx, dateline.Page{Form: dateline.HTML, Body: body, URL: url})
//	for _, e := range doc.Entities {
//		fmt.Println(e.Label, e.Name, e.Country)
//	}
//
// This package is the bottom layer: it imports the standard library only and
// every other package imports it. The work is done above it, in packages
// analyze (the facade), entities, summarize and search.
//
// # Spans
//
// A Document's Text is the story and nothing else. Every other part points into
// it by half-open byte spans: doc.Text[s.Start:s.End] is exactly the words
// meant. [Offsets] converts them to runes and UTF-16 units. [Document.Validate]
// checks a Document that was built by hand or read from JSON.
//
// # Limits
//
// A Document is made once and then only read; it is safe for concurrent use as
// long as nobody writes to it. The schema is version 1.
package dateline
