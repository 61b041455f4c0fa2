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
// Names, keyphrases and summaries are made for English. A page in another
// language is read into its parts and sentences, and says so in its Warnings.
package analyze
