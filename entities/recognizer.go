package entities

import (
	"cmp"
	"context"
	"fmt"
	"sync"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/authority"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/resolve"
	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// Options says how names are found. The zero value is the best default.
type Options struct {
	// Names are names of the user's own, which [ReadNames] reads from a file: they
	// win over what is found without them. nil means none.
	Names *Names
	// Model is a model of names of the user's own, which [ReadModel] reads. nil means
	// that of the language.
	Model *Model
	// Language is what is known of the language of the Documents. nil means English. By a pack without NameRules or
	// without a model of parts of speech, names are what the model of names finds, without the rules that mend their
	// borders and kinds.
	Language *lang.Pack
	// Home is where the outlet is at home, an ISO 3166 code of a country or of a region
	// in it: "IE", "US-ME". A town whose name says nothing else is looked for there
	// first. "" means that the site of a Document's URL says it, where it is a known one;
	// New returns an error that wraps [dateline.ErrOptions] for a code that is none.
	Home string
	// Outlets say where the sites of Documents' URLs are at home, before what the library knows of them;
	// [ReadOutlets] reads them. Home goes before them. nil means none.
	Outlets *Outlets
	// Without are the ids of rules to leave out, which [Rules] lists; New returns an error that wraps
	// [dateline.ErrOptions] for one that is none. nil means none.
	Without []string
}

// Recognizer finds names. It is safe for concurrent use.
type Recognizer struct {
	names  *gazetteer.Gazetteer
	lang   *lang.Pack
	lex    *lang.Lexicon
	tagger *names.Tagger
	out    without
	plain  bool // no rules are written for the names of the language
	own    *Names
	places *resolve.Resolver
	home   resolve.Home
	sites  *authority.Outlets // the user's own; nil for none
	bodies *knowledge.Organisations
	// officials are people who hold or held a public office.
	officials *knowledge.Officials
	// frequencies tell how common the words of a name are; nil where the language has none.
	frequencies *stats.Frequencies
	stems       *sync.Pool // of *token.Stems
}

// New makes a Recognizer. The first call in a program reads the gazetteers,
// which takes some twenty milliseconds; later ones share them.
func New(o Options) (*Recognizer, error) {
	var t *names.Tagger
	var frequencies *stats.Frequencies
	var failed, unread error
	pack := o.Language
	if pack == nil {
		pack = en.Pack()
	}
	var wg sync.WaitGroup // side by side they are ready sooner
	wg.Go(func() { t, failed = o.tagger(pack) })
	wg.Go(func() { frequencies, unread = stats.Of(pack) })
	g, err := gazetteerOf(pack)
	places, closed := resolve.New(pack.Lexicon)
	bodies, none := knowledge.DefaultOrganisations()
	officials, nobody := knowledge.DefaultOfficials()
	wg.Wait()
	if err := cmp.Or(err, failed, unread, closed, none, nobody); err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	home, ok := places.HomeOf(o.Home)
	if !ok {
		return nil, fmt.Errorf("entities: %w: Home %q is no ISO 3166 code", dateline.ErrOptions, o.Home)
	}
	out, err := leaveOut(o.Without)
	if err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	var sites *authority.Outlets
	if o.Outlets != nil {
		sites = o.Outlets.sites
	}
	return &Recognizer{sites: sites, names: g, lang: pack, lex: pack.Lexicon, tagger: t, plain: !hasRules(pack), out: out,
		own: o.Names, places: places, home: home, bodies: bodies, officials: officials, frequencies: frequencies,
		stems: &sync.Pool{New: func() any { return token.NewStems(pack) }}}, nil
}

// hasRules reports whether the rules about names fit a language, which needs its parts of speech for them.
func hasRules(p *lang.Pack) bool { return p.NameRules && p.Tagger != nil && p.Singular != nil }

// tagger returns the user's own tagger of names, or else that of the language.
func (o *Options) tagger(p *lang.Pack) (*names.Tagger, error) {
	if o.Model != nil {
		return o.Model.taggerOf(p)
	}
	t, err := names.TaggerOf(p)
	if t == nil && err == nil && p.Places == nil {
		err = fmt.Errorf("%w: the pack of %q has no model of names", dateline.ErrOptions, p.Code)
	}
	return t, err
}

// gazetteerOf returns the names of the world, with those that a language has of its own.
func gazetteerOf(p *lang.Pack) (*gazetteer.Gazetteer, error) {
	g, err := gazetteer.Default()
	if err != nil || p.Places == nil {
		return g, err
	}
	return lang.Load(p.Places, func(table []byte) (*gazetteer.Gazetteer, error) { return g.With(string(table)) })
}

// Annotate sets Mentions, Entities and Countries of a Document that has its Text,
// Blocks, Sentences and Tokens with their tags; Published, where it is known, is
// what "last year" counts from. What was in the three fields is replaced. The
// error wraps [dateline.ErrInvalid] for sentences or tokens that are not inside
// the text or not in order, and that of ctx when it ends; then the fields are in no
// useful state. The cost is linear in the document.
func (r *Recognizer) Annotate(ctx context.Context, doc *dateline.Document) error {
	if err := r.annotate(ctx, doc, nil); err != nil {
		return fmt.Errorf("entities: %q: %w", doc.ID, err)
	}
	return nil
}
