package source

import (
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline"
)

// Extensions is what the names of files end in that a folder is searched for, to
// be read to people.
const Extensions = ".txt, .html, .htm, .xhtml, .json, .jsonl, .ndjson, .csv, .tsv, .xml, .rss, .atom, .warc, .wet, " +
	"each also with .gz"

// kindOf tells the kind of a file by its name, "" where it is not known.
func kindOf(name string) Kind {
	name = strings.ToLower(name)
	switch filepath.Ext(strings.TrimSuffix(name, ".gz")) {
	case ".txt":
		return Page
	case ".html", ".htm", ".xhtml", ".xht":
		return HTML
	case ".jsonl", ".ndjson":
		return Lines
	case ".json":
		return Object
	case ".csv", ".tsv":
		return Table
	case ".xml", ".rss", ".atom":
		return Items
	case ".warc", ".wet":
		return Records
	}
	return ""
}

// form tells how the one page of a file is to be read.
func (k Kind) form() dateline.Form {
	switch k {
	case HTML:
		return dateline.HTML
	case Story:
		return dateline.Story
	}
	return dateline.PlainPage
}
