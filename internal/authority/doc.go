// Package authority reads a newsroom's own file of names: what things are called, which of them are one, where they
// are, which ids they have and which words are no names. docs/names-file.md describes the file.
//
//	list, err := authority.Read(file)
//	row := list.Row(articleID, "Kestrel Foods")
//
// [List] and [Row] are the types to read first. Package entities applies the rows to a story.
package authority
