package search

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/words"
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
	// MinScore is the lowest score, 0..1; 0 means 0.1, negative none.
	MinScore float64
}

// Related is an article that has to do with another one.
type Related struct {
	ID string `json:"id"`
	// Score is how much it has to do with it, 0..1.
	Score     float64       `json:"score"`
	Headline  string        `json:"headline,omitempty"`
	Published dateline.Date `json:"published,omitzero"`
	// Reasons are what the two share, the weightiest first. There is one at least.
	Reasons []Reason `json:"reasons"`
	// Days is how many days lie between the two, -1 where a date is not known.
	Days int `json:"days"`
}

// Reason is one thing that two articles share.
type Reason struct {
	// Kind is one of the Kind constants.
	Kind string `json:"kind"`
	// Text names the thing: an entity's canonical name, else words of the article
	// that was asked about.
	Text string `json:"text"`
	// Weight is the part of the score, before age, that comes from it, 0..1.
	Weight float64 `json:"weight"`
}

// The kinds of reason.
const (
	KindPerson       = "person"
	KindOrganisation = "organisation"
	KindPlace        = "place"
	KindCountry      = "country"
	KindGroup        = "group" // a nationality, religion or party
	KindEvent        = "event"
	KindWork         = "work"
	KindProduct      = "product"
	KindLaw          = "law"
	KindKeyphrase    = "keyphrase"
	KindWord         = "word"
)

// Source is what [Relate] asks of an archive.
type Source interface {
	// Size returns how many articles there are.
	Size() int
	// Frequency returns how many articles have a feature.
	Frequency(f Feature) (int, error)
	// Candidates returns at most n articles that have the weightiest of the
	// features, in an order that depends on the articles alone.
	Candidates(ctx context.Context, features []Feature, n int) ([]*dateline.Document, error)
}

const (
	defaultK     = 5
	maxK         = 100
	minRelated   = 0.1
	perK         = 6  // candidates looked at for each article that is wanted
	leastLooked  = 40 // and at least so many
	maxReasons   = 6
	wordReasons  = 3 // words are given as reasons only up to so many in all
	diversity    = 0.3
	longer       = 0.5 // see asked.length
	hoursPerDay  = 24
	worthAsking  = 0.25 // of the features in common: with less, no copy is looked for
	neutralDecay = 0.5
)

// shares is what each kind of feature makes of a score.
var shares = map[string]float64{FeatureWord: 0.5, FeatureEntity: 0.3, FeaturePhrase: 0.2}

// Relate returns the articles of an archive that have most to do with a document,
// which may be in it or not: the best first, then by id. Entities count by their
// ids, everything by how rare it is in the archive and how much both stories are
// about it. The document itself is never among them, nor a copy of it, and of
// articles that are copies of each other there is one at most. Among the rest
// those that repeat what an earlier one says count less.
func Relate(ctx context.Context, doc *dateline.Document, src Source, o RelatedOptions) ([]Related, error) {
	if o.K < 0 || o.K > maxK || o.HalfLife < 0 || math.IsNaN(o.MinScore) {
		return nil, fmt.Errorf("search: related: k %d is not within 0 and %d, or half-life %v or lowest score %v is wrong",
			o.K, maxK, o.HalfLife, o.MinScore)
	}
	o.K = cmp.Or(o.K, defaultK)
	o.MinScore = cmp.Or(o.MinScore, minRelated)
	splitter := words.Get()
	defer words.Put(splitter)
	r := relater{src: src, options: o, profiler: &asker{splitter: splitter}}
	about, err := r.ask(doc)
	if err != nil || len(about.features) == 0 {
		return nil, err
	}
	found, err := src.Candidates(ctx, about.features, max(perK*o.K, leastLooked))
	if err != nil {
		return nil, err
	}
	var list []*rival
	for _, d := range found {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if d.ID == doc.ID {
			continue
		}
		c := r.score(about, d)
		if len(c.related.Reasons) > 0 && c.related.Score >= o.MinScore && !r.copyOf(about, c) {
			list = append(list, c)
		}
	}
	slices.SortFunc(list, byScore)
	return r.choose(about, list), nil
}

// rival is a candidate with what choosing needs.
type rival struct {
	related Related
	doc     *dateline.Document
	has     []float64 // how much it is about each feature
	whole   *Profile  // made when it is needed
}

func byScore(a, b *rival) int {
	return cmp.Or(cmp.Compare(b.related.Score, a.related.Score), cmp.Compare(a.related.ID, b.related.ID))
}

// choose takes the k best, each next one by its score less what it repeats of
// those taken, without copies.
func (r *relater) choose(about *asked, list []*rival) []Related {
	var taken []*rival
	repeats := make([]float64, len(list))
	gone := make([]bool, len(list))
	for len(taken) < r.options.K {
		best := -1
		value := func(i int) float64 { return list[i].related.Score * (1 - diversity*repeats[i]) }
		for i := range list {
			if !gone[i] && (best < 0 || value(i) > value(best)) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		gone[best] = true
		taken = append(taken, list[best])
		for i := range list {
			if gone[i] {
				continue
			}
			alike := about.overlap(list[i].has, list[best].has)
			if alike >= worthAsking && r.signed(list[i]).share(r.signed(list[best])) >= copyShare {
				gone[i] = true
			}
			repeats[i] = max(repeats[i], alike)
		}
	}
	slices.SortFunc(taken, byScore)
	related := make([]Related, len(taken))
	for i, t := range taken {
		related[i] = t.related
	}
	return related
}

// relater scores candidates for one document.
type relater struct {
	src      Source
	options  RelatedOptions
	profiler *asker
}

// copyOf reports whether a candidate is the document again, or one a large part
// of the other.
func (r *relater) copyOf(about *asked, c *rival) bool {
	return about.overlap(c.has, about.strength) >= worthAsking && r.signed(c).share(&about.whole.signature) >= copyShare
}

func (r *relater) signed(c *rival) *signature {
	if c.whole == nil {
		var err error
		if c.whole, err = NewProfile(c.doc); err != nil {
			c.whole = new(Profile) // the tables were read for the first article
		}
	}
	return &c.whole.signature
}

// overlap is which part two documents share of the features that one of them
// has, by weight, 0..1.
func (a *asked) overlap(x, y []float64) float64 {
	both, either := 0.0, 0.0
	for i, f := range a.features {
		switch {
		case x[i] > 0 && y[i] > 0:
			both += f.Weight
			either += f.Weight
		case x[i] > 0 || y[i] > 0:
			either += f.Weight
		}
	}
	if either == 0 {
		return 0
	}
	return both / either
}

// score compares a candidate with what was asked about: for each kind of
// feature, the weight of what both have in proportion to what the first has; less
// for a longer one.
func (r *relater) score(about *asked, d *dateline.Document) *rival {
	has := r.profiler.compare(about, d)
	out := Related{ID: d.ID, Headline: d.Headline, Published: d.Published, Days: daysApart(about.doc.Published, d.Published)}
	whole := 0.0
	for _, kind := range featureKinds {
		if about.total[kind] > 0 {
			whole += shares[kind]
		}
	}
	length := about.length(d)
	var reasons []Reason
	for i, f := range about.features {
		if has[i] == 0 {
			continue
		}
		reason := about.reasons[i]
		reason.Weight = length * shares[f.Kind] / whole * f.Weight / about.total[f.Kind] *
			min(has[i], about.strength[i]) / about.strength[i]
		out.Score += reason.Weight
		reasons = append(reasons, reason)
	}
	out.Reasons = trimReasons(reasons)
	out.Score = min(out.Score, 1) * r.decay(about.doc.Published, d.Published)
	return &rival{related: out, doc: d, has: has}
}

// decay is what age leaves of a score.
func (r *relater) decay(a, b dateline.Date) float64 {
	switch {
	case r.options.HalfLife == 0:
		return 1
	case a.IsZero() || b.IsZero():
		return neutralDecay
	}
	return math.Exp2(-a.Time.Sub(b.Time).Abs().Hours() / r.options.HalfLife.Hours())
}

// daysApart returns how many days lie between two dates, -1 where one is missing.
func daysApart(a, b dateline.Date) int {
	if a.IsZero() || b.IsZero() {
		return -1
	}
	day := func(d dateline.Date) time.Time { return d.Time.UTC().Truncate(hoursPerDay * time.Hour) }
	return int(day(a).Sub(day(b)).Abs().Hours() / hoursPerDay)
}

// trimReasons keeps the weightiest reasons; words only where little else is shared.
func trimReasons(reasons []Reason) []Reason {
	slices.SortStableFunc(reasons, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(b2i(a.Kind == KindWord), b2i(b.Kind == KindWord)), cmp.Compare(b.Weight, a.Weight))
	})
	var kept []Reason
	seen := map[string]bool{}
	for _, r := range reasons {
		if len(kept) == maxReasons || r.Kind == KindWord && len(kept) >= wordReasons {
			break
		}
		if !seen[r.Text] {
			seen[r.Text] = true
			kept = append(kept, r)
		}
	}
	return kept
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
