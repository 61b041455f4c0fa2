// Package pos says what a word is in its sentence, whatever tags a tagger writes for it.
//
// Every tagger has tags of its own: "VBD" in the Penn Treebank, "VVFIN" in STTS. A [Tagset] says once what each of them
// means, as a [Class]; the stages of the library ask for classes and know no tags.
package pos

// Class is a set of traits of a word: a plural proper noun is Proper|Plural|Noun. The zero value says nothing. Classes
// can be compared with ==, which tells Noun, a common noun in the singular, from all other nouns.
type Class uint64

// The traits. Most that narrow another stand before it, so that the lowest bit of a class tells the part of speech and
// the form of a verb.
const (
	Proper         Class = 1 << iota // of a noun that is a name
	Plural                           // of a noun for more than one thing
	Noun                             // a noun; by itself a common one in the singular
	Base                             // of a verb: the infinitive without "to", the imperative
	Past                             // of a verb in the past tense
	Gerund                           // of a verb in -ing
	Participle                       // of a verb as a past participle
	Third                            // of a verb in the third person singular of the present
	Present                          // of a verb in the present tense
	Modal                            // a modal verb, which is no Verb here: "will", "should"
	Verb                             // any other verb
	Adjective                        // an adjective
	Adverb                           // an adverb
	Compared                         // of an adjective or adverb: the comparative or superlative
	Possessive                       // of a pronoun that stands before a noun: "her", "whose"
	Existential                      // the subject that stands for nothing: "there is"
	Pronoun                          // a personal pronoun
	Relative                         // a pronoun that asks or opens a relative clause: "who", "which"
	RelativeAdverb                   // an adverb that does: "where", "when"
	Predeterminer                    // what stands before a determiner: "all the"
	Determiner                       // an article or another determiner
	Preposition                      // a preposition, or a conjunction that opens a clause
	Infinitive                       // the particle before an infinitive: "to"
	Conjunction                      // a conjunction that joins its like: "and"
	Number                           // a number in figures or words
	Genitive                         // the ending of a possessor where it is a token: "'s"
	Particle                         // the particle of a verb: "give up"
	Foreign                          // a word of another language
	Hyphen                           // a hyphen that is a token
	Sign                             // the sign of a currency, or of a number
	Comma                            // a comma
	Stop                             // what ends a sentence
	Colon                            // a colon, a semicolon, a dash, dots
	Opening                          // an opening quotation mark or bracket
	Closing                          // a closing one
)

// Owner is the whole class of a personal pronoun that stands before a noun: "her".
const Owner = Pronoun | Possessive

// Finite are the traits of a verb that can have a subject before it.
const Finite = Past | Present | Modal

// Bits is how many bits a Class has.
const Bits = 64

// Is reports whether a class has any of some traits.
func (c Class) Is(traits Class) bool { return c&traits != 0 }
