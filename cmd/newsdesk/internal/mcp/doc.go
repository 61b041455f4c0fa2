// Package mcp answers the questions of language models about an archive, over the Model Context Protocol. Each tool
// only reads. Each answer names the articles that it rests on, by id, headline, date and address, and the words in
// them, with their places as bytes of the article's text: what is not there need not be made up. Answers are
// bounded, and say what they left out.
package mcp
