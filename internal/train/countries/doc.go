// Command countries fits the weights by which package internal/focus says which countries a story
// is about, and prints figures by 5-fold cross-validation over stories. Same input, same bytes.
//
//	go run ./internal/train/countries            figures only
//	go run ./internal/train/countries -write     figures and weights
//
// It is fitted on the development sets of places below the folder that DATELINE_EVAL names, where a
// story is about the country of at least half of its places, and on the articles of eval/articles
// and testdata/gold, whose countries a person has marked. Reuters-21578 is for research only:
// nothing is fitted on it, "go run ./internal/eval countries" measures it.
package main
