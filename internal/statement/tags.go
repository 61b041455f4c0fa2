// Package statement finds statements in a story: who said what, by the words that
// attribute it. [Finder.Find] goes through the story once: quotation marks and noun
// phrases first (story.go, chunks.go), then each cue with its source and the side
// on which its content stands (frame.go, place.go, left.go, others.go), whether it
// attributes at all (cuefeatures.go), and the borders of the content on its right
// (bounds.go, ends.go).
package statement

import (
	"math/bits"

	"github.com/dateline-go/dateline/lang/pos"
)

// tag is a part of speech, or a sign, as the steps tell them apart: each token has one.
type tag uint8

const (
	tOther tag = iota
	tNoun
	tName // a proper noun
	tBase // the infinitive, the imperative
	tPast
	tIng  // the gerund
	tPart // the past participle
	tPres
	tModal
	tTo // "to" before an infinitive
	tPrep
	tDet
	tAdj
	tAdv
	tPron
	tPoss // "her", "whose"
	tWho
	tWrb // "where", "when"
	tConj
	tNum  // a number, the sign of a currency
	tApos // "'s"
	tRP   // "up" in "give up"
	tComma
	tStop
	tColon
	tOpen  // an opening mark, or a bracket
	tClose // a closing one
)

// tagOfTrait has the tag of a class by its lowest bit, which tells the part of speech; the last one is that of no bit.
var tagOfTrait = func() (table [pos.Bits + 1]tag) {
	for traits, t := range map[pos.Class]tag{
		pos.Proper:                         tName,
		pos.Plural | pos.Noun:              tNoun,
		pos.Base:                           tBase,
		pos.Past:                           tPast,
		pos.Gerund:                         tIng,
		pos.Participle:                     tPart,
		pos.Third | pos.Present | pos.Verb: tPres,
		pos.Modal:                          tModal,
		pos.Infinitive:                     tTo,
		pos.Preposition:                    tPrep,
		pos.Predeterminer | pos.Determiner: tDet,
		pos.Adjective:                      tAdj,
		pos.Adverb:                         tAdv,
		pos.Existential | pos.Pronoun:      tPron,
		pos.Possessive:                     tPoss,
		pos.Relative:                       tWho,
		pos.RelativeAdverb:                 tWrb,
		pos.Conjunction:                    tConj,
		pos.Number | pos.Sign:              tNum,
		pos.Genitive:                       tApos,
		pos.Particle:                       tRP,
		pos.Comma:                          tComma,
		pos.Stop:                           tStop,
		pos.Colon:                          tColon,
		pos.Opening:                        tOpen,
		pos.Closing:                        tClose,
	} {
		for bit := range pos.Bits {
			if traits>>bit&1 != 0 {
				table[bit] = t
			}
		}
	}
	return table
}()

// tagOf returns the tag of a class, tOther for one that the steps do not ask for.
func tagOf(c pos.Class) tag { return tagOfTrait[bits.TrailingZeros64(uint64(c))] }

// verb reports whether it is a verb's, modals apart; finite one that may have a
// subject before it.
func (t tag) verb() bool   { return tBase <= t && t <= tPres }
func (t tag) finite() bool { return t == tPast || t == tPres || t == tModal }
func (t tag) noun() bool   { return t == tNoun || t == tName }

// tagSet is a set of tags, one bit each: 1<<tNoun | 1<<tName.
type tagSet uint32

// in reports whether it is one of a set.
func (t tag) in(set tagSet) bool { return set>>t&1 != 0 }
