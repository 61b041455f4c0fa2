package lang

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dateline-go/dateline/lang/pos"
)

// Errors of packs. They match with [errors.Is].
var (
	// ErrPack says that a pack cannot be used: it has no code, or no lexicon.
	ErrPack = errors.New("lang: not a usable pack")
	// ErrTwice says that two packs are of one language.
	ErrTwice = errors.New("lang: two packs of one language")
)

// Case says what a capital letter tells in a language.
type Case uint8

const (
	// CaseNames means that a capital inside a sentence speaks for a name: English, Spanish, French.
	CaseNames Case = iota
	// CaseNouns means that every noun has a capital, so that one says little: German.
	CaseNouns
	// CaseNone means that the script has no capitals: Arabic, Chinese.
	CaseNone
)

// Pack is what is known of one language. It is only read. A field left nil is a capability that the pack lacks.
type Pack struct {
	// Code is the language as a BCP 47 base tag in small letters: "en".
	Code string
	// Case says what a capital letter tells.
	Case Case
	// Lexicon says what the words of the language are. It is never nil in a usable pack; an empty one will do.
	Lexicon *Lexicon
	// Stem returns the stem of a word in small letters.
	Stem func(word string) string
	// Singular returns what the forms of a noun in small letters share, "election" for "elections", for concepts.
	Singular func(word string) string
	// NameRules says that the rules about names and titles, roles and concepts are written for the language. They need a
	// Tagger, and words of their classes.
	NameRules bool
	// ClauseRules says that the rules about clauses, which find statements without quotation marks, are written for the
	// language. Without them quotes are what stands between the marks.
	ClauseRules bool
	// Tagger, Names and Frequencies are the files of fitted models and tables: parts of speech, names, and document
	// frequencies of news words.
	Tagger, Names, Frequencies *Model
	// Values says how dates and amounts are written; nil means that none are read.
	Values *Values
	// Tagset says what the tags of Tagger, or of a tagger of the user's own, mean.
	Tagset *pos.Tagset
	// Clusters are the clusters of like words that the model of names was fitted with; nil means those of English.
	Clusters *Model
	// Places says what the language calls countries, peoples, towns and bodies that the library has an entry for; nil
	// means as in English. It is a table of rows, "entry TAB name | name".
	Places *Model
}

// Lacks names what the pack does not have, in the words of a warning; nil where it has all.
func (p *Pack) Lacks() []string {
	var lacks []string
	for _, c := range [...]struct {
		has  bool
		name string
	}{
		{p.Tagger != nil && p.Tagset != nil, "parts of speech"},
		{p.Names != nil, "names"},
		{p.Frequencies != nil, "word frequencies"},
		{p.Stem != nil, "stems"},
		{p.Lexicon.any(AttributingVerb), "verbs of saying"},
		{p.ClauseRules, "statements without quotation marks"},
		{p.Values != nil, "dates and amounts"},
	} {
		if !c.has {
			lacks = append(lacks, c.name)
		}
	}
	return lacks
}

// Base returns the base language of a BCP 47 tag in small letters: "en" for "en-GB", "" for "".
func Base(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return strings.ToLower(base)
}

// Packs are the languages that a program has, each once. The first is the one that text of an unknown language is read
// as.
type Packs struct {
	list []*Pack
}

// NewPacks checks packs and keeps them in their order. The error wraps [ErrPack] or [ErrTwice] and names the pack.
func NewPacks(packs ...*Pack) (Packs, error) {
	seen := map[string]bool{}
	for i, p := range packs {
		switch {
		case p == nil:
			return Packs{}, fmt.Errorf("%w: number %d is nil", ErrPack, i+1)
		case !isCode(p.Code):
			return Packs{}, fmt.Errorf("%w: number %d: code %q is no base language in small letters", ErrPack, i+1, p.Code)
		case p.Lexicon == nil:
			return Packs{}, fmt.Errorf("%w: %q has no lexicon", ErrPack, p.Code)
		case seen[p.Code]:
			return Packs{}, fmt.Errorf("%w: %q", ErrTwice, p.Code)
		}
		seen[p.Code] = true
	}
	return Packs{list: packs}, nil
}

// isCode reports whether a code is the base language of a BCP 47 tag: two letters or more, all of them small.
func isCode(code string) bool {
	const shortest, longest = 2, 8
	return len(code) >= shortest && len(code) <= longest && strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") == ""
}

// For returns the pack of a language by its BCP 47 tag; the first pack for "", which means that the
// language is unknown; nil where there is none.
func (p Packs) For(tag string) *Pack {
	base := Base(tag)
	for _, pack := range p.list {
		if base == "" || base == pack.Code {
			return pack
		}
	}
	return nil
}
