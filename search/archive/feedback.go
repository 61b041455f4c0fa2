package archive

import (
	"cmp"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
	"github.com/dateline-go/dateline/search/internal/words"
)

// feedback returns the words that the best hits of a query add to its own.
func (v *view) feedback(m *match) ([]engine.Term, error) {
	how := cmp.Or(v.archive.learning, engine.UsualLearning())
	top, err := v.top(search.Query{Limit: how.Hits}, m.found.list(), m.scores)
	if err != nil {
		return nil, err
	}
	hits := make([]engine.Sample, len(top))
	for i, c := range top {
		hits[i].Score = c.score
		if hits[i].Terms, err = v.termsOf(c.id); err != nil {
			return nil, err
		}
	}
	return engine.Feedback(v.ctx, v.store(), hits, how)
}

// termsOf returns the terms of a stored story.
func (v *view) termsOf(id string) ([]string, error) {
	b, err := stored(v.r, id)
	if err != nil {
		return nil, err
	}
	card, _, err := decodeCard(b)
	if err != nil {
		return nil, err
	}
	doc, err := decode(b, true)
	if err != nil {
		return nil, err
	}
	s := words.LanguageOf(card.language).Get()
	defer words.Put(s)
	return append(s.Terms(card.headline), s.Terms(doc.Text)...), nil
}
