// Package engine is the part of a search engine that does not depend on where the
// postings lie: the arithmetic of ranking, feedback, correction, suggestions,
// copies, explanations and the making of hits. A store adds small interfaces:
//
//	Dictionary  the terms of its fields and how many documents have each
//	Counter     how many documents a query finds
//	Library     the first document that has a term
//	Copies      the profiles of documents that share marks
//
// Packages archive and opensearch are such stores. The interfaces speak of fields
// and terms as package fields makes them, which change from one version of the
// library to the next; that is why this package is internal. An engine from
// outside implements [search.Engine] and is held to it by package searchtest.
package engine
