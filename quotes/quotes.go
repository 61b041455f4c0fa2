package quotes

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/quotes/internal/find"
)

// ErrOptions is what [New] wraps where an option is out of its range.
var ErrOptions = errors.New("quotes: options")

// Options says which statements are kept. The zero value is the best default.
type Options struct {
	// MinConfidence is the least confidence of a quote, 0..1. 0 means 0.3, at
	// which precision and recall of all statements together are best.
	MinConfidence float64
}

// defaultConfidence is where F1 is highest on the train part, by cross-validation.
const defaultConfidence = 0.3

// Finder finds quotes. It is safe for concurrent use.
type Finder struct {
	least   float64
	names   *gazetteer.Gazetteer
	buffers sync.Pool // of *find.Finder
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
	f := &Finder{least: o.MinConfidence, names: g}
	if f.least == 0 {
		f.least = defaultConfidence
	}
	f.buffers.New = func() any { return &find.Finder{Model: find.Fitted()} }
	return f, nil
}

// Annotate sets the Quotes of a Document that has its Text and Tokens with their
// tags; Blocks, Sentences, Mentions and Entities are used where there are any.
// What was in the field is replaced. The error wraps [dateline.ErrInvalid] for
// spans that are not inside the text or not in order. The cost is linear in the
// document.
func (f *Finder) Annotate(doc *dateline.Document) error {
	if err := check(doc); err != nil {
		return fmt.Errorf("quotes: %q: %w", doc.ID, err)
	}
	d := f.buffers.Get().(*find.Finder)
	defer f.buffers.Put(d)
	found := d.Find(doc, f.least)
	r := newResolver(doc, &d.Story, f.names)
	quotes := make([]dateline.Quote, 0, len(found))
	spoken := make([]dateline.Quote, len(found))
	turns := map[int]bool{}
	for i := range found {
		if q, ok := r.quote(&found[i]); ok {
			if k := found[i].Follows; k > 0 {
				q.Speaker, q.Entity = spoken[k-1].Speaker, spoken[k-1].Entity
			}
			spoken[i] = q
			quotes = append(quotes, q)
			if found[i].Turn {
				turns[q.Content[0].Start] = true
			}
		}
	}
	slices.SortStableFunc(quotes, func(a, b dateline.Quote) int { return a.Content[0].Start - b.Content[0].Start })
	r.voices(quotes, turns)
	for i := range quotes {
		if q := &quotes[i]; q.Speaker != "" {
			q.Speakers = []dateline.Speaker{{Name: q.Speaker, Entity: q.Entity}}
		}
	}
	doc.Quotes = slices.Clip(quotes)
	if len(quotes) == 0 {
		doc.Quotes = nil
	}
	return nil
}

// check checks what the steps rely on: spans in order and inside the text.
func check(doc *dateline.Document) error {
	end := 0
	for i, s := range doc.Sentences {
		if s.Start < end || s.End <= s.Start || s.End > len(doc.Text) {
			return fmt.Errorf("%w: sentence %d: %v is not inside the text or not in order", dateline.ErrInvalid, i, s)
		}
		end = s.End
	}
	end = 0
	for i, t := range doc.Tokens {
		if t.Start < end || t.End <= t.Start || t.End > len(doc.Text) {
			return fmt.Errorf("%w: token %d: %v is not inside the text or not in order", dateline.ErrInvalid, i, t.Span())
		}
		end = t.End
	}
	end = 0
	for i, m := range doc.Mentions {
		if m.Start < end || m.End <= m.Start || m.End > len(doc.Text) {
			return fmt.Errorf("%w: mention %d: %v is not inside the text or not in order", dateline.ErrInvalid, i, m.Span())
		}
		end = m.End
	}
	return nil
}
