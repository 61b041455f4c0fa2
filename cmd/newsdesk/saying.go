package main

import "regexp"

// packageNames are what errors of the library begin with, which tell a programmer where they come from and an editor
// nothing. A folder may be called archive: of what begins so only the library's own errors are meant.
var packageNames = regexp.MustCompile(`(^|: |\n)(?:` +
	`(?:search|opensearch|web|dateline|analyze|entities|quotes|summarize|corrections|source|mcp): |` +
	`archive: (open|check|document|search|related|duplicates|profiles|write|load|backup|` +
	`restore|purge|deleted?|count|no such document|closed|damaged|not an archive|made by|an )\b)`)

// saying is what an error says, without the names of packages.
func saying(err error) string {
	text := err.Error()
	for {
		shorter := packageNames.ReplaceAllString(text, "$1$2")
		if shorter == text {
			return text
		}
		text = shorter
	}
}
