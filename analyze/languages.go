package analyze

import (
	"fmt"
	"strings"

	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// reader is what the stages need of one language.
type reader struct {
	rules  *token.Rules
	tagger token.Tagger // nil where the language has none
	// names says that names are found.
	names bool
	// lacks says what a Document in this language goes without, "" for nothing.
	lacks string
}

// loadLanguages makes a reader of each language and one for all others.
func (a *Analyzer) loadLanguages(o Options) (err error) {
	packs := o.Languages
	if packs == nil {
		packs = []*lang.Pack{en.Pack()}
	}
	if a.packs, err = lang.NewPacks(packs...); err != nil {
		return fmt.Errorf("%w: %w", ErrOptions, err)
	}
	a.languages = map[*lang.Pack]*reader{}
	for _, p := range packs {
		if a.languages[p], err = a.newReader(p, o.Tagger); err != nil {
			return fmt.Errorf("language %q: %w", p.Code, err)
		}
	}
	a.foreign = &reader{
		rules: token.NewRules(lang.NewLexicon()),
		lacks: "not among the languages that are read: no names; keyphrases and summary go by place and frequency",
	}
	return nil
}

// newReader makes the reader of a language, with the user's own tagger where it is English.
func (a *Analyzer) newReader(p *lang.Pack, own Tagger) (*reader, error) {
	r := &reader{rules: token.NewRules(p.Lexicon)}
	english := p.Code == en.Words().Code // names are found by rules for English alone so far
	r.names = english && p.Names != nil && p.Tagger != nil
	if lacks := p.Lacks(); lacks != nil {
		r.lacks = "its pack has no " + strings.Join(lacks, ", ")
	}
	if !a.stages.Has(Tokens) {
		return r, nil
	}
	if own != nil && english {
		r.tagger = own
		return r, nil
	}
	t, err := token.TaggerOf(p)
	if t != nil {
		r.tagger = t
	}
	return r, err
}

// readerOf returns the reader of a document's language. This is the one place that decides what a language is read as.
func (a *Analyzer) readerOf(language string) *reader {
	if p := a.packs.For(language); p != nil {
		return a.languages[p]
	}
	return a.foreign
}
