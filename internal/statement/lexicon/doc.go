// Package lexicon gives the words by which statements are attributed the form that the steps read:
// verbs, nouns and adjectives in classes of meaning, and the small words that a clause is made of.
// The words are the language's own, from the tables of its pack.
//
// The classes of verbs follow those of Levin's English Verb Classes and Alternations (1993), on
// which VerbNet is built (say, tell, manner of speaking, promise, judgment, conjecture …); their
// members were written down by hand from general knowledge. No text was counted for them.
package lexicon
