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

// tags are the parts of speech of the Penn Treebank.
var tags = map[string]tag{
	"NN": tNoun, "NNS": tNoun,
	"NNP": tName, "NNPS": tName,
	"VB":  tBase,
	"VBD": tPast,
	"VBG": tIng,
	"VBN": tPart,
	"VBP": tPres, "VBZ": tPres,
	"MD": tModal,
	"TO": tTo,
	"IN": tPrep,
	"DT": tDet, "PDT": tDet,
	"JJ": tAdj, "JJR": tAdj, "JJS": tAdj,
	"RB": tAdv, "RBR": tAdv, "RBS": tAdv,
	"PRP": tPron, "EX": tPron,
	"PRP$": tPoss, "WP$": tPoss,
	"WP": tWho, "WDT": tWho,
	"WRB": tWrb,
	"CC":  tConj,
	"CD":  tNum, "$": tNum, "#": tNum,
	"POS": tApos,
	"RP":  tRP,
	",":   tComma,
	".":   tStop,
	":":   tColon,
	"``":  tOpen, "-LRB-": tOpen,
	"''": tClose, "-RRB-": tClose,
}

// slots is how many places there are for the names of tags, several times as many as names.
const slots = 128

// namedTag is a tag with its name; the zero value is an empty place.
type namedTag struct {
	name string
	tag  tag
}

// tagSlots holds the tags by a cheap hash of their names, because every token of a story is looked up.
var tagSlots = func() (table [slots]namedTag) {
	for name, t := range tags {
		i := tagSlot(name)
		for table[i].name != "" {
			i = (i + 1) % slots
		}
		table[i] = namedTag{name, t}
	}
	return table
}()

// tagSlot returns where the search for the name of a tag, which is not empty, begins.
func tagSlot(name string) int {
	return (int(name[0])*3 + int(name[len(name)-1])*17 + len(name)*29) % slots
}

// tagOf returns the tag of a name, tOther for one that is not known.
func tagOf(name string) tag {
	if name == "" {
		return tOther
	}
	for i := tagSlot(name); tagSlots[i].name != ""; i = (i + 1) % slots {
		if tagSlots[i].name == name {
			return tagSlots[i].tag
		}
	}
	return tOther
}

// verb reports whether it is a verb's, modals apart; finite one that may have a
// subject before it.
func (t tag) verb() bool   { return tBase <= t && t <= tPres }
func (t tag) finite() bool { return t == tPast || t == tPres || t == tModal }
func (t tag) noun() bool   { return t == tNoun || t == tName }

// tagSet is a set of tags, one bit each: 1<<tNoun | 1<<tName.
type tagSet uint32

// in reports whether it is one of a set.
func (t tag) in(set tagSet) bool { return set>>t&1 != 0 }
