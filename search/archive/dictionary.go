package archive

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// maxCompletions is how many terms of each kind are looked at for a suggestion, in
// the order of the alphabet; of one letter there may be more.
const maxCompletions = 20_000

// store is a view as package engine asks it, for one call.
type store struct {
	finder
}

func (v *view) store() *store {
	return &store{finder{view: v, expansions: search.MaxExpansions, scans: maxScans}}
}

// Languages returns the languages of the archive's documents.
func (s *store) Languages(context.Context) ([]*words.Language, error) { return s.languages() }

// Frequencies returns how many documents have each of some terms. Of the ranked
// fields the story counts, which holds nearly all words of the others.
func (s *store) Frequencies(_ context.Context, field string, terms []string) ([]int, int, error) {
	names := []string{field}
	if field == engine.Ranked {
		names = fields.ScopeOf("").Fields
	}
	counts := make([]int, len(terms))
	for i, t := range terms {
		for _, name := range names {
			var err error
			if counts[i], err = s.frequency(name, t); err != nil {
				return nil, 0, err
			}
			if counts[i] > 0 {
				break
			}
		}
	}
	return counts, s.count, nil
}

// Beginning returns the most frequent terms of a field that begin so.
func (s *store) Beginning(_ context.Context, field, prefix string, n int) ([]engine.Expansion, error) {
	f := finder{view: s.view, expansions: maxCompletions, scans: maxCompletions}
	list, err := f.scan(field, prefix, func(string) bool { return true })
	if err != nil && !errors.Is(err, errExpansions) {
		return nil, err
	}
	slices.SortFunc(list, engine.OftenFirst)
	list = list[:min(len(list), n)]
	for i := range list { // the dictionary counts deleted documents too
		if list[i].Count, err = s.frequency(field, list[i].Term); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// Near returns the terms of a field that are within some changes of a text, the
// first letter kept.
func (s *store) Near(_ context.Context, field, kind, text string, changes int) ([]engine.Expansion, error) {
	return s.near(field, kind, text, changes)
}

func (f *finder) near(field, kind, text string, changes int) ([]engine.Expansion, error) {
	_, first := utf8.DecodeRuneInString(text)
	return f.scan(field, kind+text[:first], func(term string) bool {
		return words.Near(text, strings.TrimPrefix(term, kind), changes)
	})
}

// Total returns how many documents a query finds.
func (s *store) Total(_ context.Context, q search.Query) (int, error) {
	m, err := s.match(q)
	if err != nil {
		return 0, err
	}
	return len(m.found.list()), nil
}

// First returns the first document that has each term.
func (s *store) First(ctx context.Context, terms []engine.FieldTerm) ([]engine.Bearer, error) {
	bearers := make([]engine.Bearer, len(terms))
	for i, t := range terms {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		set, err := s.having(t.Field, t.Term)
		if err != nil {
			return nil, err
		}
		list := set.list()
		if len(list) == 0 {
			continue
		}
		bearers[i], err = s.bearer(list[0], t)
		if err != nil {
			return nil, err
		}
		bearers[i].Count = len(list)
	}
	return bearers, nil
}

// bearer returns how a document writes a term, or the document where that is not known.
func (s *store) bearer(doc uint64, t engine.FieldTerm) (b engine.Bearer, err error) {
	parts, err := s.segments()
	if err != nil {
		return b, err
	}
	key := spelling{doc: doc, FieldTerm: t}
	for _, p := range parts {
		if key.segment = p.id; key.doc < uint64(p.size) {
			break
		}
		key.doc -= uint64(p.size)
	}
	if b.Written, b.Known = s.cache.spellings.get(key); b.Known {
		return b, nil
	}
	b.Remember = func(written string) { s.cache.spellings.put(key, written) }
	id, err := s.id(doc)
	if err == nil {
		b.Document, err = fetch(s.r, id)
	}
	return b, err
}

// Sharing returns the profiles of the documents that share the most of some marks, and so many at least.
func (s *store) Sharing(_ context.Context, marks []string, least, n int) ([]*search.Profile, error) {
	sum := s.newScores()
	for _, m := range marks {
		err := s.postings(fieldMarks, m, false, func(doc, _ uint64, _ float64) {
			sum.grow(doc)
			sum.total[doc]++
			sum.any.add(doc)
		})
		if err != nil {
			return nil, err
		}
	}
	list := slices.DeleteFunc(sum.any.list(), func(doc uint64) bool { return sum.total[doc] < float64(least) })
	return s.profiles(list, sum, n)
}

// profiles returns the profiles of the n documents with the highest scores.
func (v *view) profiles(list []uint64, sum *scores, n int) ([]*search.Profile, error) {
	top, err := v.highest(list, sum, n)
	if err != nil {
		return nil, err
	}
	profiles := make([]*search.Profile, len(top))
	for i, c := range top {
		if profiles[i], err = v.profile(c); err != nil {
			return nil, err
		}
	}
	return profiles, nil
}
