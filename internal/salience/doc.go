// Package salience says how much a story is about each of its entities and
// concepts.
//
//	salience.Set(doc, concepts, frequencies, stems, pack)   // a Document with its Mentions and Entities
//
// A logistic model over a few plain numbers, such as where an entity is first
// named and how often, gives the chance that readers find it salient. Its weights
// (weights.go) were fitted by the program in internal/train/salience. See [Set] and
// [Features] first.
package salience

//go:generate go run ../train/salience -root ../.. -write
