// Package source reads pages for analysis: from files, folders, globs, streams,
// JSON lines, feeds, web archives and gzip, one at a time and in bounded memory.
//
//	pages := source.Files(ctx, []string{"articles/", "wire.jsonl.gz"}, source.Options{})
//	for doc, err := range analyzer.Stream(ctx, pages) {
//		// an *Error is one article or file that could not be read; the rest go on
//	}
//
// A line of JSON holds one article: "id", "url", "title", "date" and "retrieved"
// where they are known, and one of "html" (a web page), "page" (a whole page as
// plain text) and "text" (the story alone, taken verbatim). A file ending in .txt
// is a page as plain text, one in .html, .htm or .xhtml a web page, one in .jsonl or
// .ndjson such lines, one in .json such an object or a list of them, one in .csv or
// .tsv a table whose header names these fields; each may have .gz behind it, and
// what is gzip by its first bytes is unpacked whatever its name. Standard input is
// known by its looks; text in UTF-8 is a page. Nothing is fetched from the web.
//
// A file ending in .xml, .rss or .atom is a feed: each of its items is a page. One
// in .warc or .wet is a web archive: each page in it is one.
//
// [Documents] reads what was analysed before.
//
// What fails is kept by [Rejects] in lines that this package reads again, so that
// it can be mended and fed in.
//
// The types to read first are [Options] and [Error].
//
// # Limits
//
// A line longer than [Options.MaxLine], and a page larger than [Options.MaxPage],
// is an error that says how long it is; so is a feed larger than [Options.MaxFeed].
// What a page of an archive unpacks to is cut off at the limit of a page. Memory is
// one line, page or feed, and the time is linear in what is read; a gzip file unpacks
// to at most about a thousand times its size. Folders are walked without following
// links to other folders.
package source
