package names

import (
	"fmt"
	"strings"
	"sync"

	"github.com/dateline-go/dateline/internal/listed"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// cue is a set of things that a word beside a name tells about it.
type cue uint32

const (
	cueTitle    cue = 1 << iota // Mr, President: a person follows
	cueWhere                    // in, near: a place often follows
	cueSaid                     // said, told: a person often stands before
	cueOrg                      // Inc, University: what it belongs to is an organisation
	cuePlace                    // River, Street: what it belongs to is a place
	cueThe                      // the
	cueFunction                 // a word that a sentence begins with without being a name
	cueLink                     // of, de: joins the words of one name
	cueHeadline                 // a small word that headlines leave small
	cueHead                     // Ministry, Bank: heads the name of an organisation
	cueFirm                     // Holdings, plc: ends the name of a firm
	cueStart                    // Banco, Partido: begins the name of an organisation

	// Those of the reviewer, which the chain does not see.

	cueBody  // airline, party: a kind of body
	cueBuilt // Hotel, Street: ends the name of a building or a road
	cueSport // striker, half-time: the story may be one of sport
	cueLed   // cabinet, government: what is called so is led by whom it is called after
)

// cueClasses says which class of words is which cue.
var cueClasses = [...]struct {
	class lang.Class
	cue   cue
}{
	{lang.TaggerTitle, cueTitle}, {lang.TaggerWhere, cueWhere}, {lang.TaggerSaid, cueSaid}, {lang.TaggerOrg, cueOrg},
	{lang.TaggerPlace, cuePlace}, {lang.TaggerThe, cueThe}, {lang.TaggerFunction, cueFunction}, {lang.TaggerLink, cueLink},
	{lang.TaggerHeadline, cueHeadline}, {lang.OrgHead, cueHead}, {lang.OrgSuffix, cueFirm}, {lang.FirmTail, cueFirm},
	{lang.OrgStart, cueStart},
}

// reviewClasses are those that only the reviewer asks for: a model stays what it is when their words change.
var reviewClasses = [...]struct {
	class lang.Class
	cue   cue
}{
	{lang.BodyNoun, cueBody}, {lang.FirmNoun, cueBody}, {lang.SportWord, cueSport}, {lang.LedBody, cueLed},
	{lang.BuiltHead, cueBuilt}, {lang.FacHead, cueBuilt}, {lang.ShopHead, cueBuilt},
}

// fineClasses says which class of words gives a name which finer label.
var fineClasses = [...]struct {
	class lang.Class
	fine  fine
}{
	{lang.KindNature, fineNature}, {lang.KindRegion, fineRegion}, {lang.KindBuilt, fineBuilt}, {lang.KindEvent, fineEvent},
	{lang.KindLaw, fineLaw}, {lang.KindPeople, finePeople},
}

// Vocabulary is what the words of a language tell the tagger, by the hashes that it reads words as.
// It is only read, and so safe for concurrent use.
type Vocabulary struct {
	lexicon     *lang.Lexicon
	cues        map[uint64]cue
	fine        map[uint64]fine
	governed    map[uint64]bool // by the pair of two words
	america     uint64
	demonymEnds map[uint64]bool // of the last three letters
	pluralEnds  map[uint64]bool // of the last two letters
	fingerprint string
	listed      *listed.Table // for the reviewer
	known       *listed.Table // the same for the chain; nil for a model that was trained without
	unread      error         // why the list could not be read
}

// featureVersion is counted up whenever the tagger reads anything else of a text. A model of the
// version before it is read without the list of names.
const (
	featureVersion    = "names 3"
	withoutListed     = "names 2"
	cuesWithoutListed = 9
)

// Fingerprint is that of the words that the tagger asks for, as [Model.Fingerprint] keeps it.
func (v *Vocabulary) Fingerprint() string { return v.fingerprint }

// NewVocabulary takes from a lexicon what the tagger asks of words.
func NewVocabulary(l *lang.Lexicon) *Vocabulary {
	v := &Vocabulary{lexicon: l, cues: map[uint64]cue{}, fine: map[uint64]fine{}, governed: map[uint64]bool{},
		demonymEnds: hashes(l.Words(lang.EndDemonym)), pluralEnds: hashes(l.Words(lang.EndPlural))}
	for _, c := range cueClasses {
		for _, w := range l.Words(c.class) {
			v.cues[hashOf(w)] |= c.cue
		}
	}
	for _, c := range reviewClasses {
		for _, w := range l.Words(c.class) {
			v.cues[hashOf(w)] |= c.cue
		}
	}
	for _, c := range fineClasses {
		for _, w := range l.Words(c.class) {
			v.fine[hashOf(w)] = c.fine
		}
	}
	for _, name := range l.Words(lang.KindGoverned) {
		if a, b, ok := strings.Cut(name, " "); ok {
			v.governed[pair(hashOf(a), hashOf(b))] = true
		}
	}
	for _, w := range l.Words(lang.KindAmerica) {
		v.america = hashOf(w)
	}
	v.listed, v.unread = listed.Default()
	v.known = v.listed
	v.fingerprint = l.Fingerprint([]string{featureVersion}, classes(len(cueClasses))...)
	return v
}

// classes are those that the tagger asks for, of the cues only so many.
func classes(cues int) []lang.Class {
	all := []lang.Class{lang.EndDemonym, lang.EndPlural, lang.KindGoverned, lang.KindAmerica}
	for _, c := range cueClasses[:cues] {
		all = append(all, c.class)
	}
	for _, c := range fineClasses {
		all = append(all, c.class)
	}
	return all
}

// fitting returns the vocabulary as a model with a fingerprint was trained with it.
func (v *Vocabulary) fitting(fingerprint string) (*Vocabulary, error) {
	switch {
	case v.unread != nil:
		return nil, v.unread
	case fingerprint == "" || fingerprint == v.fingerprint:
		return v, nil
	case fingerprint == v.lexicon.Fingerprint([]string{withoutListed}, classes(cuesWithoutListed)...):
		older := *v
		older.known = nil
		return &older, nil
	}
	return nil, fmt.Errorf("%w: %w: fitted on other words (%s) than the pack has (%s): "+
		"fit it anew with internal/train/names", ErrModel, lang.ErrFile, fingerprint, v.fingerprint)
}

func hashes(words []string) map[uint64]bool {
	m := make(map[uint64]bool, len(words))
	for _, w := range words {
		m[hashOf(w)] = true
	}
	return m
}

// English returns the vocabulary of English, which is made once.
var English = sync.OnceValue(func() *Vocabulary { return NewVocabulary(en.Words().Lexicon) })
