// Package concept finds the things without a name that a story speaks of: an
// earthquake, nuclear weapons, the general election.
//
//	list := concept.Find(doc, stems, pack)   // a Document with tagged tokens and its Mentions
//
// Candidates are noun phrases outside of names and values, without the participles
// that are verbs ("by hiding bribes"), the verbs of headlines and titles before a
// name. What is one thing comes together: singular and plural, "the vote" after "a
// conscience vote" where the story has no other vote. See [Find] and [Concept] first.
//
// # Limits
//
// English only. Synonyms ("quake", "earthquake") stay apart.
package concept
