// Package phrase finds the phrases of a story that could stand in a list of
// keyphrases, and ranks them.
//
//	cs := phrase.Find(s)
//	for _, k := range phrase.Rank(s, cs, 10) { … }
//
// [Candidate] is the type to read first. Candidates need part-of-speech tags in
// the Penn Treebank's set.
package phrase
