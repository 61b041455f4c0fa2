package quotes

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/pace"
	"github.com/dateline-go/dateline/internal/speaker"
	"github.com/dateline-go/dateline/internal/statement"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// ErrOptions is what [New] wraps where an option is out of its range.
var ErrOptions = fmt.Errorf("quotes: %w", dateline.ErrOptions)

// Options says which statements are kept. The zero value is the best default.
type Options struct {
	// MinConfidence is the least confidence that something is a statement, 0..1. 0 means 0.3, at which precision
	// and recall of all statements in the widest sense are best, and without All 0.4 for those that have no
	// quotation marks.
	MinConfidence float64
	// All keeps also what is a statement only in the widest sense: refusals ("declined to comment"), names that are
	// given, what somebody does to a thing ("welcomed the plan"), and reported words whose speaker nobody names.
	All bool
	// Language gives the words by which statements are attributed; nil is English. By a pack without them only what
	// stands between quotation marks beside a verb is found.
	Language *lang.Pack
}

// defaultConfidence is where F1 of all statements in the widest sense is highest on the train part, by
// cross-validation. Of those without quotation marks below indirectConfidence nearly all are objects of verbs
// ("expects a strong year").
const (
	defaultConfidence  = 0.3
	indirectConfidence = 0.4
)

// Finder finds quotes. It is safe for concurrent use.
type Finder struct {
	least    float64
	indirect float64 // the least of what has no quotation marks
	all      bool
	direct   bool // the language has no rules about clauses, so that only words in quotation marks are sure
	names    *gazetteer.Gazetteer
	buffers  sync.Pool // of *statement.Finder
}

// New makes a Finder. The first call in a program may read the gazetteers, which
// takes some twenty milliseconds; package entities shares them. The error wraps
// [ErrOptions].
func New(o Options) (*Finder, error) {
	if !(o.MinConfidence >= 0 && o.MinConfidence <= 1) {
		return nil, fmt.Errorf("%w: confidence %v is not within 0 and 1", ErrOptions, o.MinConfidence)
	}
	g, err := gazetteer.Default()
	if err != nil {
		return nil, fmt.Errorf("quotes: %w", err)
	}
	pack := o.Language
	if pack == nil {
		pack = en.Words()
	}
	words := lexicon.New(pack.Lexicon)
	f := &Finder{least: o.MinConfidence, all: o.All, direct: !pack.ClauseRules, names: g}
	if f.least == 0 {
		f.least = defaultConfidence
		if !o.All {
			f.indirect = indirectConfidence
		}
	}
	f.buffers.New = func() any {
		return &statement.Finder{Model: statement.Fitted(), Words: words, Tagset: pack.Tagset, Case: pack.Case,
			MarksOnly: f.direct}
	}
	return f, nil
}

// Annotate sets the Quotes of a Document that has its Text and Tokens with their
// tags; Blocks, Sentences, Mentions and Entities are used where there are any.
// What was in the field is replaced. The error wraps [dateline.ErrInvalid] for
// spans that are not inside the text or not in order, and that of ctx when it ends;
// the document is then unchanged. The cost is linear in the document.
func (f *Finder) Annotate(ctx context.Context, doc *dateline.Document) error {
	found, err := f.find(ctx, doc, nil)
	if err != nil {
		return fmt.Errorf("quotes: %q: %w", doc.ID, err)
	}
	doc.Quotes = found
	return nil
}

// find finds the quotes of a document, and notes why where a recorder is given.
func (f *Finder) find(ctx context.Context, doc *dateline.Document, why *recorder) ([]dateline.Quote, error) {
	index, err := doc.Index()
	if err != nil {
		return nil, err
	}
	d := f.buffers.Get().(*statement.Finder)
	defer f.buffers.Put(d)
	d.Observe = why.observer(d)
	p := pace.New(ctx)
	found := d.Find(doc, f.least, p)
	if err := p.Now(); err != nil {
		return nil, err
	}
	cast := speaker.NewCast(doc, index, &d.Story, f.names)
	if err := p.Now(); err != nil {
		return nil, err
	}
	quotes := make([]dateline.Quote, 0, len(found))
	places := make([]int, len(found)) // of each statement's quote, from 1; 0 for none
	turns := map[int]bool{}
	for i := range found {
		q, ok := quoteOf(&d.Story, &found[i])
		if !ok || !f.all && !found[i].Said() || !found[i].Direct && found[i].Chance < f.indirect || f.direct && !q.Direct {
			why.leftOut(&d.Story, &found[i])
			continue
		}
		var before dateline.Quote
		if k := found[i].Follows; k > 0 && places[k-1] > 0 {
			before = quotes[places[k-1]-1]
		}
		attribute(&q, &found[i], cast, &before, why)
		quotes = append(quotes, q)
		places[i] = len(quotes)
		if found[i].Turn {
			turns[q.Content[0].Start] = true
		}
	}
	if len(quotes) == 0 {
		return nil, nil
	}
	slices.SortStableFunc(quotes, func(a, b dateline.Quote) int { return a.Content[0].Start - b.Content[0].Start })
	cast.Voices(quotes, turns)
	return slices.Clip(quotes), nil
}

// quoteOf makes a quote of a statement, without its speaker, and reports whether it has content.
func quoteOf(story *statement.Story, x *statement.Statement) (dateline.Quote, bool) {
	q := dateline.Quote{Confidence: dateline.Round(x.Chance)}
	end := 0
	var kept [][2]int
	for _, run := range x.Content {
		s := story.Span(run)
		if s.Start < end || s.Len() <= 0 { // a run before the last one, such as a frame inside the words, is left out
			continue
		}
		q.Content, kept, end = append(q.Content, s), append(kept, run), s.End
	}
	if len(q.Content) == 0 {
		return q, false
	}
	q.Exact, q.Direct = story.Exact(kept)
	if cue := story.Span([2]int{x.Start, x.End}); apart(cue, q.Content) {
		q.Cue = cue
	}
	if source := story.Span(x.Source); source.Len() > 0 && apart(source, q.Content) {
		q.Source = source
	}
	return q, true
}

// attribute gives a quote its speakers: those of its source, or those of the quote before where the
// statement goes on with that.
func attribute(
	q *dateline.Quote, x *statement.Statement, cast *speaker.Cast, before *dateline.Quote, why *recorder,
) {
	if x.Follows > 0 {
		q.Speaker, q.Entity, q.Speakers = before.Speaker, before.Entity, before.Speakers
		why.follows(q)
		return
	}
	if q.Source.Len() == 0 {
		return
	}
	a := cast.Speaker(x)
	if x.Chance*a.Sure < leastSpeaker {
		a.Speakers = nil // better nobody than a guess
	}
	q.Speaker = a.Words
	if len(a.Speakers) > 0 {
		q.Speaker, q.Entity = a.Speakers[0].Name, a.Speakers[0].Entity
		q.Speakers = a.Speakers
		q.Confidence = dateline.Round(x.Chance * a.Sure)
	} else if a.Words != "" {
		q.Speakers = []dateline.Speaker{{Name: a.Words}}
	}
	why.speaker(q, &a)
}

// leastSpeaker is how sure a statement and its speaker must be together for the speaker to be given.
const leastSpeaker = 0.3

// apart reports whether a span shares nothing with the others.
func apart(s dateline.Span, others []dateline.Span) bool {
	for _, o := range others {
		if s.Overlaps(o) {
			return false
		}
	}
	return true
}
