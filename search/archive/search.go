package archive

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

const (
	defaultLimit     = 10
	defaultFragments = 2
)

// Search answers a query. The order is that of the query; the same archive gives
// the same answer. An error about the query wraps [search.ErrQuery].
func (a *Archive) Search(ctx context.Context, q search.Query) (res search.Results, err error) {
	start := time.Now()
	if err := q.Validate(); err != nil {
		return res, fmt.Errorf("archive: %w", err)
	}
	if err := a.enter(ctx); err != nil {
		return res, err
	}
	defer a.leave()
	defer guard(&err)
	v, err := a.view(ctx)
	if err != nil {
		return res, err
	}
	defer v.close()
	if err := v.search(q, &res); err != nil {
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
		if res.DidYouMean, err = v.correct(q, res.Total); err != nil {
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
	var explained map[uint64]*search.Explanation
	if q.Explain {
		if explained, err = v.explain(defaultRanking, m.terms, top); err != nil {
			return err
		}
	}
	h := search.NewHighlighter(q, v.idf)
	for _, c := range top {
		hit, err := v.hit(q, h, c)
		if err != nil {
			return err
		}
		hit.Explanation = explained[c.doc]
		res.Hits = append(res.Hits, hit)
	}
	return nil
}

// match is what a query finds.
type match struct {
	found  *docs
	ranked docs // what has words of the text, or words that feedback added
	scores *scores
	terms  []weighted // what the scores are made of
}

// match returns what a query finds.
func (v *view) match(q search.Query) (*match, error) {
	m := &match{scores: new(scores)}
	if q.Text != "" {
		if err := v.widen(m, weigh(v.splitter.Terms(q.Text), search.MaxTerms)); err != nil {
			return nil, err
		}
	}
	terms, err := v.narrow(q, m)
	if err != nil {
		return nil, err
	}
	m.terms = append(m.terms, terms...)
	if err := v.rank(m.scores, defaultRanking, terms); err != nil || !q.Feedback {
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
func (v *view) widen(m *match, terms []weighted) error {
	m.scores.any = docs{}
	m.terms = append(m.terms, terms...)
	err := v.rank(m.scores, defaultRanking, terms)
	m.ranked.union(&m.scores.any)
	return err
}

// narrow finds what holds the conditions of a query among what its text ranked,
// and returns the words of the clauses, which are to rank too.
func (v *view) narrow(q search.Query, m *match) ([]weighted, error) {
	f := finder{view: v, expansions: search.MaxExpansions, scans: maxScans}
	if q.Text != "" {
		f.ranked = &docs{words: slices.Clone(m.ranked.words)}
	}
	var err error
	m.found, err = f.all(q.Where().All, true)
	return f.terms, err
}

// idf is the rarity of a term in the story, for highlights.
func (v *view) idf(term string) float64 {
	df, err := v.frequency(fieldBody, term)
	if err != nil {
		return 1 // the search itself has read the same postings
	}
	return math.Log(1 + (float64(v.count-df)+0.5)/(float64(df)+0.5))
}

// hit makes a hit. The whole document is read only where it is needed.
func (v *view) hit(q search.Query, h *search.Highlighter, c candidate) (search.Hit, error) {
	b, err := stored(v.r, c.id)
	if err != nil {
		return search.Hit{}, err
	}
	card, _, err := decodeCard(b)
	if err != nil {
		return search.Hit{}, fmt.Errorf("document %q: %w", c.id, err)
	}
	hit := search.Hit{ID: card.id, Score: c.score, Headline: card.headline, URL: card.url}
	if hit.Published, err = dateline.ParseDate(card.published); err != nil {
		return search.Hit{}, fmt.Errorf("%w: document %q: %w", ErrDamaged, c.id, err)
	}
	fragments := q.Fragments
	if fragments == 0 {
		fragments = defaultFragments
	}
	if fragments < 0 && !q.Documents {
		return hit, nil
	}
	doc, err := decode(b, !q.Documents && !h.Whole())
	if err != nil {
		return search.Hit{}, fmt.Errorf("document %q: %w", c.id, err)
	}
	hit.Fragments = h.Fragments(doc, fragments)
	if q.Documents {
		hit.Document = doc
	}
	return hit, nil
}
