// Package analyze is the facade of Dateline: a page goes in, a finished
// [dateline.Document] comes out.
//
//	a, err := analyze.New(analyze.Options{}) // loads once
//	doc, err := a.Page(ctx, dateline.Page{Form: dateline.HTML, URL: url, Body: body})
//
// and for many, on all cores and in input order:
//
//	for doc, err := range a.Stream(ctx, pages) {
//		if err != nil {
//			log.Print(err) // this page failed; the rest go on
//			continue
//		}
//		fmt.Println(doc.ID, doc.Headline)
//	}
//
// The types to read first are [Analyzer] and [dateline.Document]. Package
// analyze/source reads pages from files, folders and JSONL.
//
// # Limits
//
// Names, quotes and summaries go furthest in English. [Options].Languages says which languages are read; what the pack
// of one lacks is said in Document.Warnings, a warning for each capability. Text in any other language is read into its
// parts and sentences, with keyphrases and a summary by place and frequency, and the Warnings say so.
package analyze
