package analyze

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/pace"
	"github.com/dateline-go/dateline/internal/page"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/summarize"
)

// maxWorkers bounds [Options.Workers]: more than a machine has is waste, and far
// more is a mistake.
const maxWorkers = 1024

// maxTokens is what [Limits.Tokens] is by default.
const maxTokens = 1_000_000

// Tagger sets parts of speech. [prosetag.New] gives that of prose/v2.
//
// [prosetag.New]: https://pkg.go.dev/github.com/dateline-go/dateline/analyze/prosetag#New
type Tagger interface {
	// Tag sets the Tag of each token of one sentence of the text, in the Penn
	// Treebank's set. It must be safe for concurrent use. After an error the tags
	// are undefined.
	Tag(text string, sentence []dateline.Token) error
}

// Options set how pages are analysed. The zero value is the best default. In all
// options of this library zero stands for the default, and a negative number is an
// error that wraps [dateline.ErrOptions].
type Options struct {
	// Workers is how many pages [Analyzer.Stream] analyses at a time. 0 means one
	// for each processor that Go uses, 1024 is the most. The output is the same
	// for any number.
	Workers int
	// Stages says what is done with a page. 0 means all; what a stage needs is added.
	// The models of stages that are left out are not loaded.
	Stages Stages
	// Limits bound what is read of one page.
	Limits Limits
	// Languages are the languages whose text is read, each once; text of an unknown
	// language is read as the first. The models of the first are loaded by New, those of
	// another when the first text in it comes. Text in any other language gets its parts,
	// keyphrases and a summary, and a warning that says what it lacks. nil means
	// English alone.
	Languages []*lang.Pack
	// Tagger sets the parts of speech of English. nil means our own, the more accurate
	// and the faster one.
	Tagger Tagger
	// Entities sets how names are found.
	Entities entities.Options
	// Quotes sets which statements are kept.
	Quotes quotes.Options
	// Summarize sets how keyphrases and the summary are chosen.
	Summarize summarize.Options
}

// Limits bound what is read of one page, so that no page takes more memory or time
// than it is worth. Zero stands for the default.
type Limits struct {
	// Bytes is the longest body of a page; a longer one is [dateline.ErrTooLarge].
	// 0 means 64 MiB.
	Bytes int
	// Text is the most bytes of visible text. The rest of a page is left out, with a
	// warning; a longer [dateline.Story], which is taken verbatim or not at all, is
	// [dateline.ErrTooLarge]. 0 means 4 MiB.
	Text int
	// Blocks is the most blocks of text. The rest is left out, with a warning; the last
	// block of a Story goes to its end instead. 0 means 50,000.
	Blocks int
	// Elements is the most elements of a web page. The rest is left out, with a
	// warning. 0 means 200,000.
	Elements int
	// Tokens is the most tokens, words and signs, of a text; a page with more, or a
	// long one with more than a token to each three bytes, is [dateline.ErrTooLarge]: no
	// prose is like that, and what it would take in memory is many times its size.
	// 0 means 1,000,000, which prose of five megabytes has.
	Tokens int
	// Links is the most links that a Document has. The rest is left out, with a
	// warning. 0 means 2,000.
	Links int
}

// Analyzer turns pages into Documents. It is safe for concurrent use.
type Analyzer struct {
	workers    int
	stages     Stages
	limits     page.Options
	tokensMost int // of a text
	// The stages; nil where they are left out.
	packs      lang.Packs
	languages  map[*lang.Pack]func() (*reader, error)
	foreign    *reader // for text in none of the languages
	summarizer *summarize.Summarizer
	buffers    sync.Pool // of *token.Buffer
}

// New makes an Analyzer and loads its models. The error wraps [ErrOptions], or that
// of a stage whose options are wrong; both wrap [dateline.ErrOptions].
func New(o Options) (*Analyzer, error) {
	if o.Workers < 0 || o.Workers > maxWorkers {
		return nil, fmt.Errorf("%w: %d workers", ErrOptions, o.Workers)
	}
	stages, err := o.Stages.complete()
	if err != nil {
		return nil, err
	}
	a := &Analyzer{workers: o.Workers, stages: stages}
	if a.workers == 0 {
		a.workers = runtime.GOMAXPROCS(0)
	}
	if err := a.limit(o.Limits); err != nil {
		return nil, err
	}
	if err := a.load(o); err != nil {
		return nil, fmt.Errorf("analyze: %w", err)
	}
	a.buffers.New = func() any { return new(token.Buffer) }
	return a, nil
}

// limit sets the limits of pages.
func (a *Analyzer) limit(l Limits) error {
	for _, x := range [...]int{l.Bytes, l.Text, l.Blocks, l.Elements, l.Tokens, l.Links} {
		if x < 0 {
			return fmt.Errorf("%w: limits %+v", ErrOptions, l)
		}
	}
	a.limits = page.Options{
		MaxBytes: l.Bytes, MaxText: l.Text, MaxBlocks: l.Blocks, MaxNodes: l.Elements, MaxLinks: l.Links}
	a.tokensMost = cmp.Or(l.Tokens, maxTokens)
	return nil
}

// load makes the stages, side by side where they read models. Those that are
// left out are not made.
func (a *Analyzer) load(o Options) (err error) {
	read := make(chan error, 1)
	go func() { read <- a.loadLanguages(o) }()
	if err := <-read; err != nil {
		return err
	}
	if a.stages.Has(Summary) {
		if o.Summarize.Languages == nil {
			o.Summarize.Languages = o.Languages
		}
		a.summarizer, err = summarize.New(o.Summarize)
	}
	return err
}

// Page analyses one page. The error is a [*PageError], or that of ctx, which also
// ends the work inside a page: after a few milliseconds, whatever its length. The
// reason in a PageError wraps one of [dateline.ErrEmpty], [dateline.ErrBinary],
// [dateline.ErrUTF8], [dateline.ErrTooLarge] and [dateline.ErrForm] for what is
// wrong with the page, and [ErrInternal] for what is wrong with us.
func (a *Analyzer) Page(ctx context.Context, p dateline.Page) (*dateline.Document, error) {
	return a.finish(ctx, p, nil)
}

// finish analyses one page and puts its error in the form that users get. Decisions are
// noted where there is a list for them.
func (a *Analyzer) finish(
	ctx context.Context, p dateline.Page, decisions *[]dateline.Decision,
) (*dateline.Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	doc, err := a.page(ctx, p, decisions)
	switch {
	case err == nil:
		return doc, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	}
	return nil, &PageError{Page: p, Err: err}
}

// Stream analyses pages with the Analyzer's workers and yields their Documents
// in the order of pages. A page that fails yields its [*PageError] in its place,
// an error of pages passes through as it is, and the rest go on; only the end of
// ctx ends the stream early, with its error. At most a few pages for each worker
// are held at a time. Use [Pages] for pages that are all there.
func (a *Analyzer) Stream(
	ctx context.Context, pages iter.Seq2[dateline.Page, error],
) iter.Seq2[*dateline.Document, error] {
	return ordered(ctx, a.workers, pages, a.Page)
}

// Pages gives a list of pages as the stream that [Analyzer.Stream] takes.
func Pages(list ...dateline.Page) iter.Seq2[dateline.Page, error] {
	return func(yield func(dateline.Page, error) bool) {
		for _, p := range list {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// page runs the stages. A panic in one is a fault of ours or of a dependency; it
// must not take down the other pages of a long run, so it becomes an error.
func (a *Analyzer) page(
	ctx context.Context, p dateline.Page, decisions *[]dateline.Decision,
) (doc *dateline.Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("%w: %v", ErrInternal, r)
		}
	}()
	limits := a.limits
	limits.Pace = pace.New(ctx)
	doc, err = page.Read(p, limits)
	if err != nil {
		return nil, err
	}
	if err := a.annotate(ctx, doc, decisions); err != nil {
		return nil, err
	}
	return doc, nil
}

// annotate adds to the parts of a page what the other stages find.
func (a *Analyzer) annotate(ctx context.Context, doc *dateline.Document, decisions *[]dateline.Decision) error {
	r, err := a.readerOf(doc.Language)
	if err != nil {
		return fmt.Errorf("language %q: %w", doc.Language, err)
	}
	if a.stages.Has(Tokens) {
		if err := a.tokens(ctx, doc, r); err != nil {
			return err
		}
	}
	tidy(doc)
	if r.names != nil {
		if err := run(ctx, r.names, doc, decisions); err != nil {
			return err
		}
		tidy(doc)
	}
	for _, lack := range r.lacks {
		doc.Warnings = append(doc.Warnings, fmt.Sprintf("language %q: %s", doc.Language, lack))
	}
	if r.quotes != nil {
		if err := run(ctx, r.quotes, doc, decisions); err != nil {
			return err
		}
	}
	if a.stages.Has(Summary) {
		return a.summarizer.Annotate(ctx, doc)
	}
	return nil
}

// longText is how many bytes of text make a long one.
const longText = 1 << 20

// tidy lets go of what the last stage needed for a long text before the next one
// takes its own, which halves the most memory of both. Beside the seconds that such
// a text takes it costs nothing.
func tidy(doc *dateline.Document) {
	if len(doc.Text) > longText {
		runtime.GC()
	}
}

// tokens adds sentences and tokens, tagged where the language has a tagger.
func (a *Analyzer) tokens(ctx context.Context, doc *dateline.Document, r *reader) error {
	buf := a.buffers.Get().(*token.Buffer)
	defer a.buffers.Put(buf)
	buf.Rules, buf.Most = r.rules, a.tokensMost
	return buf.Annotate(ctx, doc, r.tagger)
}
