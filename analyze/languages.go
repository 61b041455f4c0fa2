package analyze

import (
	"cmp"
	"fmt"
	"sync"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
	"github.com/dateline-go/dateline/quotes"
)

// reader is what the stages need of one language.
type reader struct {
	rules  *token.Rules
	tagger token.Tagger         // nil where the language has none
	names  *entities.Recognizer // nil where no names are found
	quotes *quotes.Finder       // nil where the stage is left out
	// lacks says what a Document in this language goes without, a warning each.
	lacks []string
}

// loadLanguages makes a reader of the first language, says how to make those of the others, and makes one for text in
// none of them.
func (a *Analyzer) loadLanguages(o Options) (err error) {
	packs := o.Languages
	if len(packs) == 0 {
		if a.stages.Has(Names) {
			go gazetteer.Default() // while the words of English are read; who needs it waits, and gets its error
		}
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
	a.foreign, err = a.newForeign(o.Quotes)
	return err
}

// newForeign makes the reader of text in none of the languages. No word of another language is asked for, so that none
// of their rules is applied.
func (a *Analyzer) newForeign(o quotes.Options) (r *reader, err error) {
	none := &lang.Pack{Lexicon: lang.NewLexicon()}
	r = &reader{rules: token.NewRules(none.Lexicon), lacks: []string{
		"not among the languages that are read: no names; keyphrases and summary go by place and frequency",
	}}
	r.quotes, err = a.newFinder(none, o)
	return r, err
}

// newFinder makes what finds quotes by the words of a language; nil where the stage is left out.
func (a *Analyzer) newFinder(p *lang.Pack, o quotes.Options) (*quotes.Finder, error) {
	if !a.stages.Has(Quotes) {
		return nil, nil
	}
	o.Language = p
	return quotes.New(o)
}

// newReader makes the reader of a language, with the user's own tagger where it is English. The models of names and of
// parts of speech are read side by side.
func (a *Analyzer) newReader(p *lang.Pack, o *Options) (*reader, error) {
	r := &reader{rules: token.NewRules(p.Lexicon)}
	for _, capability := range p.Lacks() {
		r.lacks = append(r.lacks, "its pack has no "+capability)
	}
	named := make(chan error, 1)
	go func() {
		var err error
		if a.stages.Has(Names) {
			r.names, err = newRecognizer(p, o.Entities)
		}
		named <- err
	}()
	finder, unquoted := a.newFinder(p, o.Quotes)
	r.quotes = finder
	untagged := a.setTagger(r, p, o.Tagger)
	return r, cmp.Or(<-named, untagged, unquoted)
}

// newRecognizer makes what finds the names of a language; nil where the pack has neither a model
// of names nor what the language calls places.
func newRecognizer(p *lang.Pack, o entities.Options) (*entities.Recognizer, error) {
	if p.Code != en.Words().Code {
		o.Model = nil // the user's own is of English
	}
	if p.Names == nil && p.Places == nil && o.Model == nil {
		return nil, nil
	}
	o.Language = p
	return entities.New(o)
}

// setTagger sets the tagger of parts of speech of a language.
func (a *Analyzer) setTagger(r *reader, p *lang.Pack, own Tagger) error {
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

// readerOf returns the reader of a Document's language.
func (a *Analyzer) readerOf(language string) (*reader, error) {
	if p := a.packs.For(language); p != nil {
		return a.languages[p]()
	}
	return a.foreign, nil
}
