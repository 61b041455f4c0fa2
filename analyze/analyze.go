package analyze

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/page"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/summarize"
)

// maxWorkers bounds [Options.Workers]: more than a machine has is waste, and far
// more is a mistake.
const maxWorkers = 1024

// Tagger sets parts of speech. [prosetag.New] gives that of prose/v2.
//
// [prosetag.New]: https://pkg.go.dev/github.com/dateline-go/dateline/analyze/prosetag#New
type Tagger interface {
	// Tag sets the Tag of each token of one sentence of the text, in the Penn
	// Treebank's set. It must be safe for concurrent use. After an error the tags
	// are undefined.
	Tag(text string, sentence []dateline.Token) error
}

// Options set how pages are analysed. The zero value is the best default.
type Options struct {
	// Workers is how many pages [Analyzer.Stream] analyses at a time. 0 means one
	// for each processor that Go uses, 1024 is the most. The output is the same
	// for any number.
	Workers int
	// Tagger sets the parts of speech. nil means our own, the more accurate and
	// the faster one.
	Tagger Tagger
	// Entities sets how names are found.
	Entities entities.Options
	// Quotes sets which statements are kept.
	Quotes quotes.Options
	// Summarize sets how keyphrases and the summary are chosen.
	Summarize summarize.Options
}

// Analyzer turns pages into Documents. It is safe for concurrent use.
type Analyzer struct {
	workers    int
	tagger     Tagger
	recognizer *entities.Recognizer
	quotes     *quotes.Finder
	summarizer *summarize.Summarizer
	buffers    sync.Pool // of *token.Buffer
}

// New makes an Analyzer and loads its models. The error is [ErrOptions], or that
// of a stage whose options are wrong.
func New(o Options) (*Analyzer, error) {
	if o.Workers < 0 || o.Workers > maxWorkers {
		return nil, fmt.Errorf("%w: %d workers", ErrOptions, o.Workers)
	}
	a := &Analyzer{workers: o.Workers, tagger: o.Tagger}
	if a.workers == 0 {
		a.workers = runtime.GOMAXPROCS(0)
	}
	var untagged error
	var wg sync.WaitGroup // side by side they are ready sooner
	if a.tagger == nil {
		wg.Go(func() { a.tagger, untagged = token.NewTagger() })
	}
	var err error
	a.recognizer, err = entities.New(o.Entities)
	wg.Wait()
	if err := cmp.Or(untagged, err); err != nil {
		return nil, fmt.Errorf("analyze: %w", err)
	}
	if a.quotes, err = quotes.New(o.Quotes); err != nil {
		return nil, fmt.Errorf("analyze: %w", err)
	}
	if a.summarizer, err = summarize.New(o.Summarize); err != nil {
		return nil, fmt.Errorf("analyze: %w", err)
	}
	a.buffers.New = func() any { return new(token.Buffer) }
	return a, nil
}

// Page analyses one page. The error is a [*PageError], or that of ctx.
func (a *Analyzer) Page(ctx context.Context, p dateline.Page) (*dateline.Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	doc, err := a.page(p)
	if err != nil {
		return nil, &PageError{Page: p, Err: err}
	}
	return doc, nil
}

// Stream analyses pages with the Analyzer's workers and yields their Documents
// in the order of pages. A page that fails yields its [*PageError] in its place,
// an error of pages passes through as it is, and the rest go on; only the end of
// ctx ends the stream early, with its error. At most a few pages for each worker
// are held at a time. Use [Pages] for pages that are all there.
func (a *Analyzer) Stream(ctx context.Context, pages iter.Seq2[dateline.Page, error]) iter.Seq2[*dateline.Document, error] {
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
func (a *Analyzer) page(p dateline.Page) (doc *dateline.Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("%w: %v", ErrInternal, r)
		}
	}()
	doc, err = page.Read(p, page.Options{})
	if err != nil {
		return nil, err
	}
	english := isEnglish(doc.Language)
	if err := a.tokens(doc, english); err != nil {
		return nil, err
	}
	if !english {
		doc.Warnings = append(doc.Warnings, fmt.Sprintf("language %q: no names, which are for English only; "+
			"keyphrases and summary go by place and frequency", doc.Language))
	} else if err := a.recognizer.Annotate(doc); err != nil {
		return nil, err
	}
	if err := a.quotes.Annotate(doc); err != nil {
		return nil, err
	}
	if err := a.summarizer.Annotate(doc); err != nil {
		return nil, err
	}
	return doc, nil
}

// tokens adds sentences and tokens, tagged if the text is English.
func (a *Analyzer) tokens(doc *dateline.Document, english bool) error {
	var tagger token.Tagger // the tags are those of English
	if english {
		tagger = a.tagger
	}
	buf := a.buffers.Get().(*token.Buffer)
	defer a.buffers.Put(buf)
	return buf.Annotate(doc, tagger)
}

// isEnglish reports whether a BCP 47 tag is English or not known.
func isEnglish(lang string) bool {
	base, _, _ := strings.Cut(lang, "-")
	return base == "" || strings.EqualFold(base, "en")
}
