package archive

import (
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// words returns the documents of a leaf that looks for words.
func (f *finder) words(c search.Clause, positive bool) (*docs, error) {
	scope := fields.ScopeOf(string(c.Field))
	if c.Match == search.Prefix || c.Fuzzy > 0 {
		return f.forms(c, scope, positive)
	}
	if c.Match == search.AnyWord && c.Field == search.Everywhere && f.ranked != nil {
		set := f.ranked
		f.ranked = nil
		return set, nil
	}
	ws := f.splitter.Append(nil, c.Text)
	if c.Match == search.Phrase && words.IsPhrase(ws) {
		f.rankBy(ws, positive)
		return f.phrase(scope.Fields[0], ws, scope.Below)
	}
	terms := words.Distinct(ws, search.MaxTerms)
	f.rankBy(ws, positive)
	var set *docs
	for _, t := range terms {
		found, err := f.term(scope, t)
		switch {
		case err != nil:
			return nil, err
		case set == nil:
			set = found
		case c.Match == search.AnyWord:
			set.union(found)
		default:
			set.intersect(found)
		}
	}
	if set == nil {
		set = new(docs)
	}
	return set, nil
}

// rankBy adds the words of a clause to those that rank.
func (f *finder) rankBy(ws []words.Word, positive bool) {
	if positive {
		for _, t := range words.Distinct(ws, search.MaxTerms) {
			f.terms = append(f.terms, engine.Term{Text: t, Weight: 1})
		}
	}
}

// term returns the documents that have a term in a scope.
func (f *finder) term(scope fields.Scope, term string) (*docs, error) {
	if scope.Below {
		return f.phrase(scope.Fields[0], []words.Word{{Term: term}}, true)
	}
	set := new(docs)
	for _, field := range scope.Fields {
		if err := f.into(set, field, term); err != nil {
			return nil, err
		}
	}
	return set, nil
}
