package archive

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// maxRanked is how many of the words that a beginning or a fuzzy word stands for
// rank its articles: the most frequent.
const maxRanked = 64

// forms returns the documents of a leaf that looks for a beginning of a word or
// a fuzzy word.
func (f *finder) forms(c search.Clause, scope fields.Scope, positive bool) (*docs, error) {
	languages, err := f.languages()
	if err != nil {
		return nil, err
	}
	var list []engine.Expansion
	for _, form := range words.Forms(c.Text, languages) {
		more, err := f.expand(scope.Forms, "", form, c)
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	if scope.Stems {
		// Each costs some look-ups more, and places where the body is meant.
		if f.expansions -= 3 * len(list); f.expansions < 0 {
			return nil, errExpansions
		}
	}
	set := new(docs)
	for _, e := range list {
		if !scope.Stems {
			if err := f.into(set, scope.Forms, e.Term); err != nil {
				return nil, err
			}
			continue
		}
		found, err := f.having(scope.Forms, e.Term)
		if err != nil {
			return nil, err
		}
		in := new(docs)
		for _, stem := range words.TermsOf(e.Term, languages) {
			having, err := f.term(scope, stem)
			if err != nil {
				return nil, err
			}
			in.union(having)
		}
		found.intersect(in)
		set.union(found)
	}
	if positive {
		f.rankByForms(list, languages)
	}
	return set, nil
}

// rankByForms adds the words that one stands for to those that rank, as one.
func (f *finder) rankByForms(list []engine.Expansion, languages []*words.Language) {
	slices.SortStableFunc(list, func(a, b engine.Expansion) int { return cmp.Compare(b.Count, a.Count) })
	var stems []string
	for _, e := range list[:min(len(list), maxRanked)] {
		for _, t := range words.TermsOf(e.Term, languages) {
			if !slices.Contains(stems, t) {
				stems = append(stems, t)
			}
		}
	}
	if len(stems) > 0 {
		f.terms = append(f.terms, engine.Term{Text: stems[0], More: stems[1:], Weight: 1})
	}
}

// named returns the documents of a leaf that looks for a name or code.
func (f *finder) named(c search.Clause) (*docs, error) {
	set := new(docs)
	for _, kind := range fields.KindsOf(string(c.Field)) {
		switch {
		case c.Match == search.Exact:
			if err := f.into(set, fieldKeys, fields.ExactKey(kind, c.Text)); err != nil {
				return nil, err
			}
		case c.Match == search.Prefix || c.Fuzzy > 0:
			list, err := f.expand(fieldKeys, fields.Key(kind, ""), fields.Fold(c.Text), c)
			if err != nil {
				return nil, err
			}
			for _, e := range list {
				if err := f.into(set, fieldKeys, e.Term); err != nil {
					return nil, err
				}
			}
		default:
			if err := f.into(set, fieldKeys, fields.Key(kind, c.Text)); err != nil {
				return nil, err
			}
		}
	}
	return set, nil
}

// expand returns the terms of a field, all of which begin with kind, that a
// beginning or a fuzzy word stands for behind it.
func (f *finder) expand(field, kind, text string, c search.Clause) ([]engine.Expansion, error) {
	if c.Fuzzy == 0 {
		return f.scan(field, kind+text, func(string) bool { return true })
	}
	return f.near(field, kind, text, c.Fuzzy)
}

// scan returns the terms of a field that begin so and are wanted.
func (f *finder) scan(field, prefix string, want func(string) bool) ([]engine.Expansion, error) {
	dict, err := f.r.FieldDictPrefix(field, []byte(prefix))
	if err != nil {
		return nil, err
	}
	defer dict.Close()
	var list []engine.Expansion
	for n := 1; ; n++ {
		if n%checkEvery == 0 && f.ctx.Err() != nil {
			return nil, f.ctx.Err()
		}
		e, err := dict.Next()
		if err != nil || e == nil {
			return list, err
		}
		if f.scans--; f.scans < 0 {
			return nil, errExpansions
		}
		if !want(e.Term) {
			continue
		}
		if f.expansions--; f.expansions < 0 {
			return nil, errExpansions
		}
		list = append(list, engine.Expansion{Term: e.Term, Count: int(e.Count)})
	}
}

// maxScans is how many terms a query may have looked at to find those that its
// beginnings and fuzzy words stand for.
const maxScans = 1 << 17

var errExpansions = fmt.Errorf("%w: its beginnings of words and fuzzy words stand for more than %d words, "+
	"or too many must be looked at: write more letters", search.ErrQuery, search.MaxExpansions)
