// Package search holds what an archive of news is asked and what it answers:
// the query and its language, hits with highlights, related articles with their
// reasons, duplicates. It has no engine: package archive beside it is one.
//
//	q, err := search.Parse(`"press freedom" country:RU after:2021-04 -sport`)
//	res, err := ix.Search(ctx, q)
//	for _, h := range res.Hits {
//		fmt.Println(h.Headline, h.Fragments[0].Text)
//	}
//
// It takes [dateline.Document]s that are already analysed and does not know how
// they were made. Read [Query] and [Results] first.
//
// # Limits
//
// Words are compared by their English stems, without accents and case. Stop
// words keep their place in a phrase but are not looked up.
package search
