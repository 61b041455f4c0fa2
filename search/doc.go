// Package search holds what an archive of news is asked and what it answers:
// the query and its language, hits with highlights, related articles with their
// reasons, duplicates, and alerts, which are queries that wait for new articles. It
// has no engine: package archive beside it is one, and package searchtest says
// what another must answer.
//
//	q, err := search.Parse(`"press freedom" country:RU after:2021-04 -sport`)
//	res, err := ix.Search(ctx, q)
//	for _, h := range res.Hits {
//		fmt.Println(h.Headline, h.Fragments[0].Text)
//	}
//
// The fields of the query language are title, dek, heading, body, quote and keyphrase
// for words; country, person, org, place, name and id for what an article names;
// section, site, author, lang, date, after and before for what is known of it. The facets
// that results are counted by are the constants that [Facets] lists.
//
// Articles are compared by their [Profile]s, which an engine keeps: [Relate] finds
// related ones with reasons, [DuplicateIndex] copies, [Stories] those of one event,
// and [Trends] what is more frequent than before.
//
// It takes [dateline.Document]s that are already analysed and does not know how
// they were made. Read [Query], [Parse] and [Results] first.
//
// # Limits
//
// Words are compared by the stems of the Document's language, without accents and
// case; a query is read in each of the languages that the archive has. Stop
// words keep their place in a phrase but are not looked up. The beginning of a
// word and a fuzzy word are compared with whole words; in dek, heading, body,
// quote and keyphrase such a word must stand somewhere in the story and its stem
// in the field.
package search
