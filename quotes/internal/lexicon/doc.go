// Package lexicon knows the words by which statements are attributed: verbs,
// nouns and adjectives in classes of meaning, and the small words that a clause
// is made of.
//
// The classes of verbs follow those of Levin's English Verb Classes and
// Alternations (1993), on which VerbNet is built (say, tell, manner of speaking,
// promise, judgment, conjecture …); their members were written down by hand from
// general knowledge. No text was counted for them.
package lexicon
