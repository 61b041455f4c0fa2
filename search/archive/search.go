package archive

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
)

// Search answers a query. The order is that of the query; the same archive gives
// the same answer. An error about the query wraps [search.ErrQuery].
func (a *Archive) Search(ctx context.Context, q search.Query) (res search.Results, err error) {
	start := time.Now()
	if err := q.Validate(); err != nil {
		return res, fmt.Errorf("archive: %w", err)
	}
	if err := a.read(ctx, func(v *view) error { return v.search(q, &res) }); err != nil {
		return search.Results{}, fmt.Errorf("archive: search: %w", err)
	}
	res.Took = time.Since(start)
	return res, nil
}

func (v *view) search(q search.Query, res *search.Results) error {
	m, err := v.match(q)
	if err != nil {
		return err
	}
	list := m.found.list()
	res.Total = len(list)
	if q.Facets {
		if res.Facets, err = v.facets(list); err != nil {
			return err
		}
	}
	if q.Corrections {
		if res.DidYouMean, err = engine.Correct(v.ctx, v.store(), q, res.Total); err != nil {
			return err
		}
	}
	top, more, err := v.page(q, list, m.scores)
	if err != nil {
		return err
	}
	if more {
		res.Next = cursorAfter(q, top[len(top)-1])
	}
	hits, err := v.hits(q, m)
	if err != nil {
		return err
	}
	for _, c := range top {
		hit, err := v.hit(hits, c)
		if err != nil {
			return err
		}
		res.Hits = append(res.Hits, hit)
	}
	return nil
}

// match is what a query finds.
type match struct {
	found  *docs
	ranked docs // what has words of the text, or words that feedback added
	scores *scores
	terms  []engine.Term // what the scores are made of
	counts []int         // how many documents have each
}

// match returns what a query finds.
func (v *view) match(q search.Query) (*match, error) {
	m := &match{scores: v.newScores()}
	if q.Text != "" {
		text, err := v.readings(q.Text)
		if err != nil {
			return nil, err
		}
		if err := v.widen(m, engine.Weigh(text, search.MaxTerms)); err != nil {
			return nil, err
		}
	}
	terms, err := v.narrow(q, m)
	if err != nil {
		return nil, err
	}
	if err := v.add(m, terms); err != nil || !q.Feedback {
		return m, err
	}
	if terms, err = v.feedback(m); err != nil || len(terms) == 0 {
		return m, err
	}
	if err := v.widen(m, terms); err != nil || q.Text == "" {
		return m, err
	}
	_, err = v.narrow(q, m) // what has none of the text's own words is found too
	return m, err
}

// widen ranks by some more words.
func (v *view) widen(m *match, terms []engine.Term) error {
	m.scores.any = docs{}
	err := v.add(m, terms)
	m.ranked.union(&m.scores.any)
	return err
}

// add adds the scores of some terms.
func (v *view) add(m *match, terms []engine.Term) error {
	counts, err := v.rank(m.scores, terms)
	m.terms, m.counts = append(m.terms, terms...), append(m.counts, counts...)
	return err
}

// narrow finds what holds the conditions of a query among what its text ranked,
// and returns the words of the clauses, which are to rank too.
func (v *view) narrow(q search.Query, m *match) ([]engine.Term, error) {
	f := finder{view: v, expansions: search.MaxExpansions, scans: maxScans}
	if q.Text != "" {
		f.ranked = &docs{words: slices.Clone(m.ranked.words)}
	}
	var err error
	m.found, err = f.all(q.Where().All, true)
	return f.terms, err
}

// hits is what the hits of a query are made by.
func (v *view) hits(q search.Query, m *match) (*engine.Hits, error) {
	h, err := engine.Highlighter(v.ctx, q, v.store())
	if err != nil {
		return nil, err
	}
	hits := &engine.Hits{Query: q, Highlighter: h}
	if q.Explain {
		hits.Explainer = &engine.Explainer{Terms: m.terms, Counts: m.counts, Documents: v.count, Averages: v.averages()}
	}
	return hits, nil
}

// hit makes a hit. The whole document is read only where it is needed.
func (v *view) hit(hits *engine.Hits, c candidate) (hit search.Hit, err error) {
	e := v.visit(c.doc, fieldStored, func(b []byte) { hit, err = v.hitOf(hits, c, b) })
	if err = cmp.Or(err, e); err == nil && hit.ID == "" {
		err = fmt.Errorf("%w: document %q: no stored form", ErrDamaged, c.id)
	}
	return hit, err
}

// hitOf makes a hit of a stored form.
func (v *view) hitOf(hits *engine.Hits, c candidate, b []byte) (search.Hit, error) {
	card, body, err := decodeCard(b)
	if err != nil {
		return search.Hit{}, fmt.Errorf("document %q: %w", c.id, err)
	}
	hit := search.Hit{ID: card.id, Score: c.score, Headline: card.headline, URL: card.url}
	if hit.Published, err = dateline.ParseDate(card.published); err != nil {
		return search.Hit{}, fmt.Errorf("%w: document %q: %w", ErrDamaged, c.id, err)
	}
	wants := hits.Wants()
	if wants == engine.Nothing {
		return hit, nil
	}
	doc, err := card.read(body, wants == engine.Story)
	if err != nil {
		return search.Hit{}, fmt.Errorf("document %q: %w", c.id, err)
	}
	hits.Fill(&hit, doc)
	return hit, nil
}
