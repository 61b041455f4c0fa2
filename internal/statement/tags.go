// Package statement finds statements in a story: who said what, by the words that
// attribute it. [Finder.Find] goes through the story once: quotation marks and noun
// phrases first (story.go, chunks.go), then each cue with its source and the side
// on which its content stands (frame.go, place.go, left.go, others.go), whether it
// attributes at all (cuefeatures.go), and the borders of the content on its right
// (bounds.go, ends.go).
package statement

// tag is a part of speech, or a sign, of the Penn Treebank's set.
type tag uint8

const (
	tOther tag = iota
	tNoun      // NN NNS
	tName      // NNP NNPS
	tBase      // VB
	tPast      // VBD
	tIng       // VBG
	tPart      // VBN
	tPres      // VBP VBZ
	tModal     // MD
	tTo        // TO
	tPrep      // IN
	tDet       // DT PDT
	tAdj       // JJ JJR JJS
	tAdv       // RB RBR RBS
	tPron      // PRP EX
	tPoss      // PRP$ WP$
	tWho       // WP WDT
	tWrb       // WRB
	tConj      // CC
	tNum       // CD
	tApos      // POS
	tRP        // RP
	tComma
	tStop
	tColon
	tOpen  // an opening mark, or a bracket
	tClose // a closing one
)

func tagOf(s string) tag {
	switch s {
	case "NN", "NNS":
		return tNoun
	case "NNP", "NNPS":
		return tName
	case "VB":
		return tBase
	case "VBD":
		return tPast
	case "VBG":
		return tIng
	case "VBN":
		return tPart
	case "VBP", "VBZ":
		return tPres
	case "MD":
		return tModal
	case "TO":
		return tTo
	case "IN":
		return tPrep
	case "DT", "PDT":
		return tDet
	case "JJ", "JJR", "JJS":
		return tAdj
	case "RB", "RBR", "RBS":
		return tAdv
	case "PRP", "EX":
		return tPron
	case "PRP$", "WP$":
		return tPoss
	case "WP", "WDT":
		return tWho
	case "WRB":
		return tWrb
	case "CC":
		return tConj
	case "CD", "$", "#":
		return tNum
	case "POS":
		return tApos
	case "RP":
		return tRP
	case ",":
		return tComma
	case ".":
		return tStop
	case ":":
		return tColon
	case "``", "-LRB-":
		return tOpen
	case "''", "-RRB-":
		return tClose
	}
	return tOther
}

// verb reports whether it is a verb's, modals apart; finite one that may have a
// subject before it.
func (t tag) verb() bool   { return tBase <= t && t <= tPres }
func (t tag) finite() bool { return t == tPast || t == tPres || t == tModal }
func (t tag) noun() bool   { return t == tNoun || t == tName }
