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
	readings, err := f.readings(c.Text)
	if err != nil {
		return nil, err
	}
	if positive {
		f.rankBy(readings)
	}
	set := new(docs)
	for _, r := range readings {
		found, err := f.in(r, c.Match, scope)
		if err != nil {
			return nil, err
		}
		set.union(found)
	}
	return set, nil
}

// in returns the documents of a language that a leaf finds. Two words that a hyphen
// ties are found as one as well.
func (f *finder) in(r words.Reading, match search.Match, scope fields.Scope) (*docs, error) {
	set, err := f.apart(r, match, scope)
	if t := r.Joined(); err == nil && t != "" && match != search.AnyWord {
		var joined *docs
		if joined, err = f.term(scope, t); err == nil {
			set.union(joined)
		}
	}
	return set, err
}

// apart returns the documents that have the words of a leaf as they stand.
func (f *finder) apart(r words.Reading, match search.Match, scope fields.Scope) (*docs, error) {
	if match == search.Phrase && r.IsPhrase() {
		return f.phrase(scope.Fields[0], r.Phrase(), scope.Below)
	}
	terms := words.Distinct(r.Words, search.MaxTerms)
	if match == search.AnyWord {
		terms = r.Any(search.MaxTerms)
	}
	var set *docs
	for _, t := range terms {
		found, err := f.term(scope, t)
		switch {
		case err != nil:
			return nil, err
		case set == nil:
			set = found
		case match == search.AnyWord:
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
func (f *finder) rankBy(readings []words.Reading) {
	for _, t := range engine.Distinct(readings, search.MaxTerms) {
		t.Weight = min(t.Weight, 1)
		f.terms = append(f.terms, t)
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
