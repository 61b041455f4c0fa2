package search

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/dateline-go/dateline"
)

// RelatedOptions say which related articles are wanted. The zero value asks for
// the five that have most to do with an article, whatever their age.
type RelatedOptions struct {
	// K is how many articles at most; 0 means 5. It must not be above 100.
	K int
	// HalfLife is the distance in time of publication at which an article counts
	// half; 0 means that age does not matter. Articles without a date count as if
	// they were one half-life away.
	HalfLife time.Duration
	// MinScore is the lowest score, 0..1; 0 means 0.22, negative none.
	MinScore float64
	// Filter says which articles may be among them; its order and window say
	// nothing here. The zero Query allows each.
	Filter Query
}

// Validate checks the options. The error wraps [ErrOptions], or [ErrQuery] where
// the filter is wrong.
func (o RelatedOptions) Validate() error {
	if o.K < 0 || o.K > maxK || o.HalfLife < 0 || math.IsNaN(o.MinScore) {
		return fmt.Errorf("%w: related: k %d is not within 0 and %d, or half-life %v or lowest score %v is wrong",
			ErrOptions, o.K, maxK, o.HalfLife, o.MinScore)
	}
	if err := o.Filter.Validate(); err != nil {
		return fmt.Errorf("search: related: %w", err)
	}
	return nil
}

// Related is an article that has to do with another one.
type Related struct {
	ID string `json:"id"`
	// Score is how much it has to do with it, 0..1: see [Similarity], less for age.
	Score     float64       `json:"score"`
	Headline  string        `json:"headline,omitempty"`
	Published dateline.Date `json:"published,omitzero"`
	// Language is the base of the article's language in small letters, "de", where that is another one than that of
	// the article that was asked about; else "".
	Language string `json:"language,omitempty"`
	// Reasons are what the two share, the weightiest first, words and numbers last. There is
	// one at least.
	Reasons []Reason `json:"reasons"`
	// Days is how many days lie between the two, -1 where a date is not known.
	Days int `json:"days"`
}

// Source is what [Relate] asks of an archive.
type Source interface {
	// Candidates returns the profiles of at most n articles that the filter allows
	// and that have the features with the highest sum of weights, in any order.
	Candidates(ctx context.Context, features []Feature, filter Query, n int) ([]*Profile, error)
	// Document returns the article with an id.
	Document(ctx context.Context, id string) (*dateline.Document, error)
}

const (
	defaultK     = 5
	maxK         = 100
	minRelated   = 0.22
	perK         = 8  // candidates looked at for each article that is wanted
	leastLooked  = 80 // and at least so many
	diversity    = 0.3
	hoursPerDay  = 24
	neutralDecay = 0.5
)

// Relate returns the articles of an archive that have most to do with a document,
// which may be in it or not: the best first, then by id. Entities count by their
// ids, everything by how rare it is in the news and how much both stories are
// about it. The document itself is never among them, nor a copy of it, and of
// articles that are copies of each other there is one at most. Among the rest
// those that repeat what an earlier one says count less.
func Relate(ctx context.Context, doc *dateline.Document, src Source, o RelatedOptions) ([]Related, error) {
	if doc == nil {
		return nil, fmt.Errorf("search: related: %w: no document", dateline.ErrInvalid)
	}
	if err := o.Validate(); err != nil {
		return nil, err
	}
	o.K = cmp.Or(o.K, defaultK)
	o.MinScore = cmp.Or(o.MinScore, minRelated)
	m, err := getProfiler()
	if err != nil {
		return nil, err
	}
	defer putProfiler(m)
	about := m.profile(doc)
	features := m.ask(doc)
	if len(features) == 0 {
		return nil, nil
	}
	found, err := candidates(ctx, src, about, features, o.Filter, max(perK*o.K, leastLooked))
	if err != nil {
		return nil, err
	}
	r := relater{ctx: ctx, src: src, profiler: m, comparer: newComparer(m), k: o.K, about: about, traces: m.trace(doc)}
	for _, p := range found {
		if p.ID == doc.ID || about.tells.copyOf(&p.tells) {
			continue
		}
		score := r.comparer.similarity(about, p) * decay(o.HalfLife, about.Published, p.Published)
		if score > 0 && score >= o.MinScore {
			r.rivals = append(r.rivals, &rival{profile: p, score: score})
		}
	}
	slices.SortFunc(r.rivals, byScore)
	return r.choose()
}

// relater chooses among the candidates for one document.
type relater struct {
	ctx      context.Context
	src      Source
	profiler *profiler
	comparer *comparer
	k        int
	about    *Profile
	traces   *traces
	rivals   []*rival // the best first
}

// rival is a candidate.
type rival struct {
	profile *Profile
	score   float64
	repeats float64 // how much it is like one that was taken
	seen    int     // how many of those taken that is about
	gone    bool
}

func byScore(a, b *rival) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.profile.ID, b.profile.ID))
}

// choose takes the k best, each next one by its score less what it repeats of
// those taken, without copies and those that share nothing to point at.
func (r *relater) choose() ([]Related, error) {
	var taken []*Profile
	var list []Related
	for len(taken) < r.k {
		best := r.next(taken)
		if best == nil {
			break
		}
		best.gone = true
		reasons, err := r.reasons(best)
		if err != nil {
			return nil, err
		}
		if len(reasons) == 0 {
			continue
		}
		p := best.profile
		taken = append(taken, p)
		one := Related{ID: p.ID, Score: best.score, Headline: p.Headline, Published: p.Published,
			Reasons: reasons, Days: daysApart(r.about.Published, p.Published)}
		if p.language != r.about.language {
			one.Language = cmp.Or(p.language, english)
		}
		list = append(list, one)
	}
	slices.SortFunc(list, func(a, b Related) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
	})
	return list, nil
}

// next returns the candidate that is worth most beside those taken, nil where none
// is left. None is worth more than its score, so the search ends early.
func (r *relater) next(taken []*Profile) *rival {
	var best *rival
	for _, c := range r.rivals {
		if best != nil && c.score <= best.value() {
			break
		}
		for ; !c.gone && c.seen < len(taken); c.seen++ {
			c.gone = c.profile.tells.copyOf(&taken[c.seen].tells)
			c.repeats = max(c.repeats, r.comparer.similarity(c.profile, taken[c.seen]))
		}
		if !c.gone && (best == nil || c.value() > best.value()) {
			best = c
		}
	}
	return best
}

// value is what a candidate is worth beside those that were taken.
func (c *rival) value() float64 { return c.score * (1 - diversity*c.repeats) }

// reasons says what a candidate shares with the document.
func (r *relater) reasons(c *rival) ([]Reason, error) {
	doc, err := r.src.Document(r.ctx, c.profile.ID)
	if err != nil {
		return nil, err
	}
	there := r.profiler.trace(doc)
	if c.profile.language != r.about.language {
		score, gains := r.comparer.across(r.about, c.profile)
		return acrossReasons(score, gains, r.traces, there), nil
	}
	return reasons(r.about, c.profile, r.traces, there), nil
}

// decay is what age leaves of a score.
func decay(halfLife time.Duration, a, b dateline.Date) float64 {
	switch {
	case halfLife == 0:
		return 1
	case a.IsZero() || b.IsZero():
		return neutralDecay
	}
	return math.Exp2(-a.Time.Sub(b.Time).Abs().Hours() / halfLife.Hours())
}

// daysApart returns how many days lie between two dates, -1 where one is missing.
func daysApart(a, b dateline.Date) int {
	if a.IsZero() || b.IsZero() {
		return -1
	}
	return int(day0(a).Sub(day0(b)).Abs().Hours() / hoursPerDay)
}

// day0 is the beginning of the day of a date in UTC.
func day0(d dateline.Date) time.Time { return d.Time.UTC().Truncate(hoursPerDay * time.Hour) }

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
