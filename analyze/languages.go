package analyze

import (
	"cmp"
	"fmt"
	"strings"
	"sync"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// reader is what the stages need of one language.
type reader struct {
	rules  *token.Rules
	tagger token.Tagger         // nil where the language has none
	names  *entities.Recognizer // nil where no names are found
	// lacks says what a Document in this language goes without, "" for nothing.
	lacks string
}

// loadLanguages makes a reader of the first language, says how to make those of the others, and makes one for text in
// none of them.
func (a *Analyzer) loadLanguages(o Options) (err error) {
	packs := o.Languages
	if packs == nil {
		packs = []*lang.Pack{en.Pack()}
	}
	if a.packs, err = lang.NewPacks(packs...); err != nil {
		return fmt.Errorf("%w: %w", ErrOptions, err)
	}
	a.languages = map[*lang.Pack]func() (*reader, error){}
	for i, p := range packs {
		a.languages[p] = sync.OnceValues(func() (*reader, error) { return a.newReader(p, &o) })
		if i > 0 {
			continue // its models are read when the first text in the language comes
		}
		if _, err := a.languages[p](); err != nil {
			return fmt.Errorf("language %q: %w", p.Code, err)
		}
	}
	a.foreign = &reader{
		rules: token.NewRules(lang.NewLexicon()),
		lacks: "not among the languages that are read: no names; keyphrases and summary go by place and frequency",
	}
	return nil
}

// newReader makes the reader of a language, with the user's own tagger where it is English. The models of names and of
// parts of speech are read side by side.
func (a *Analyzer) newReader(p *lang.Pack, o *Options) (*reader, error) {
	r := &reader{rules: token.NewRules(p.Lexicon)}
	named := make(chan error, 1)
	go func() {
		var err error
		if a.stages.Has(Names) {
			r.names, err = newRecognizer(p, o.Entities)
		}
		named <- err
	}()
	err := a.setTagger(r, p, o.Tagger)
	return r, cmp.Or(<-named, err)
}

// newRecognizer makes the finder of names of a language, nil where the pack has no model for it. A model of the user's
// own is one of English.
func newRecognizer(p *lang.Pack, o entities.Options) (*entities.Recognizer, error) {
	english := p.Code == en.Words().Code
	if p.Names == nil || english && p.Tagger == nil { // the rules for English names ask for parts of speech
		return nil, nil
	}
	if !english {
		o.Language, o.Model = p, nil
	}
	return entities.New(o)
}

// setTagger sets the tagger of parts of speech, and what the language lacks.
func (a *Analyzer) setTagger(r *reader, p *lang.Pack, own Tagger) error {
	if lacks := p.Lacks(); lacks != nil {
		r.lacks = "its pack has no " + strings.Join(lacks, ", ")
	}
	if !a.stages.Has(Tokens) {
		return nil
	}
	if own != nil && p.Code == en.Words().Code {
		r.tagger = own
		return nil
	}
	t, err := token.TaggerOf(p)
	if t != nil {
		r.tagger = t
	}
	return err
}

// readerOf returns the reader of a document's language. This is the one place that decides what a language is read as.
func (a *Analyzer) readerOf(language string) (*reader, error) {
	if p := a.packs.For(language); p != nil {
		return a.languages[p]()
	}
	return a.foreign, nil
}
