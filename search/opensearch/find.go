package opensearch

import (
	"context"
	"strings"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// finder makes the queries of one search.
type finder struct {
	*Archive
	ctx       context.Context
	languages []*words.Language // that the query is read in
	// ranked stands for the query's text: the terms that find, feedback's too.
	ranked []engine.Term
	// expansions is how many words beginnings and fuzzy words may still stand for.
	expansions int
	// terms are those that the clauses rank by, besides the text.
	terms []engine.Term
	// standing says that the query is for documents to come, see standing.go, and
	// negated that what is looked for must not be there.
	standing, negated bool
	// asked is how many clauses the leaves of a standing query have so far.
	asked int
}

// query is a search as it is asked of the cluster.
type query struct {
	body  object        // the query
	terms []engine.Term // what the scores are made of
}

// compile makes the query of a search, with words that feedback adds.
func (a *Archive) compile(ctx context.Context, q search.Query, more []engine.Term) (query, error) {
	languages, err := a.languages(ctx)
	if err != nil {
		return query{}, err
	}
	f := finder{Archive: a, ctx: ctx, languages: languages, expansions: search.MaxExpansions}
	text := q.Text
	if text != "" || len(more) > 0 {
		f.ranked = append(engine.Weigh(words.Read(text, languages), search.MaxTerms), more...)
	}
	where := q.Where().All
	if text != "" {
		where = where[1:] // the text, which ranks and is looked up at once
	}
	b := object{}
	terms := f.ranked
	if len(where) > 0 {
		match, err := f.all(where, true)
		if err != nil {
			return query{}, err
		}
		b["filter"] = []object{match}
		terms = append(terms, f.terms...)
	}
	if list := ranks(terms); len(list) > 0 {
		b["should"] = list
	}
	switch {
	case text == "":
	case len(f.ranked) == 0:
		b = object{"filter": []object{none}} // stop words alone
	case len(f.terms) == 0:
		b["minimum_should_match"] = 1
	default:
		b["filter"] = append(b["filter"].([]object), ofAny(f.ranked))
	}
	if len(b) == 0 {
		b["filter"] = []object{everything}
	}
	return query{object{"bool": b}, terms}, nil
}

var (
	everything = object{"match_all": object{}}
	none       = object{"match_none": object{}}
)

// ofAny finds what has one of some words.
func ofAny(terms []engine.Term) object {
	var all []string
	for _, t := range terms {
		all = append(all, t.All()...)
	}
	return oneOf(fieldRank, all)
}

// oneOf finds what has one of some terms in a field.
func oneOf(field string, terms []string) object {
	if len(terms) == 0 {
		return none
	}
	return object{"terms": object{field: terms}}
}

// either finds what one of some queries does.
func either(list []object) object {
	if len(list) == 1 {
		return list[0]
	}
	return object{"bool": object{"should": list, "minimum_should_match": 1}}
}

// both finds what each of some queries does.
func both(list ...object) object { return object{"bool": object{"filter": list}} }

// find finds what a tree of clauses asks for, whether the tree itself is negated
// or not. Positive says that it is not, so that its words rank.
func (f *finder) find(c search.Clause, positive bool) (object, error) {
	switch {
	case len(c.Any) > 0:
		return f.any(c.Any, positive)
	case len(c.All) > 0:
		return f.all(c.All, positive)
	}
	found, err := f.leaf(c, positive)
	if err != nil || !f.standing {
		return found, err
	}
	if !f.affords(found, maxStanding) {
		return f.unknown(), nil
	}
	f.asked += clausesOf(found)
	return found, nil
}

// leaf finds what a leaf asks for.
func (f *finder) leaf(c search.Clause, positive bool) (object, error) {
	switch {
	case c.Field == search.Published:
		return dated(c), nil
	case c.Field.HasWords():
		return f.words(c, positive)
	}
	return f.named(c)
}

// inner finds what a clause of a bracket asks for, without its not.
func (f *finder) inner(c search.Clause, positive bool) (object, error) {
	if c.Not {
		f.negated = !f.negated
		defer func() { f.negated = !f.negated }()
	}
	return f.find(c, positive && !c.Not)
}

func (f *finder) any(clauses []search.Clause, positive bool) (object, error) {
	var list []object
	for _, c := range clauses {
		found, err := f.inner(c, positive)
		if err != nil {
			return nil, err
		}
		if c.Not {
			found = object{"bool": object{"must_not": []object{found}}}
		}
		list = append(list, found)
	}
	return either(list), nil
}

func (f *finder) all(clauses []search.Clause, positive bool) (object, error) {
	var must, not []object
	for _, c := range clauses {
		found, err := f.inner(c, positive)
		switch {
		case err != nil:
			return nil, err
		case c.Not:
			not = append(not, found)
		default:
			must = append(must, found)
		}
	}
	b := object{}
	if len(must) > 0 {
		b["filter"] = must
	}
	if len(not) > 0 {
		b["must_not"] = not
	}
	return object{"bool": b}, nil
}

// dated finds what was published in a range.
func dated(c search.Clause) object {
	r := object{}
	if !c.After.IsZero() {
		r["gte"] = c.After.Unix()
	}
	if !c.Before.IsZero() {
		end := c.Before.Unix()
		if c.Before.Nanosecond() > 0 {
			end++ // a moment is the whole of its second
		}
		r["lt"] = end
	}
	return object{"range": object{fieldPublished: r}}
}

// named finds what has a name or code.
func (f *finder) named(c search.Clause) (object, error) {
	var keys []string
	var list []object
	for _, kind := range fields.KindsOf(string(c.Field)) {
		switch {
		case c.Match == search.Exact:
			keys = append(keys, fields.ExactKey(kind, c.Text))
		case c.Match == search.Prefix:
			list = append(list, object{"prefix": object{fieldKeys: object{"value": fields.Key(kind, c.Text)}}})
		case c.Fuzzy > 0 && f.standing:
			list = append(list, f.standingFuzzy(fieldKeys, fields.Key(kind, ""), fields.Fold(c.Text), c.Fuzzy))
		case c.Fuzzy > 0:
			near, err := f.near(f.ctx, fieldKeys, fields.Key(kind, ""), fields.Fold(c.Text), c.Fuzzy)
			if err != nil {
				return nil, err
			}
			for _, e := range near {
				keys = append(keys, e.Term)
			}
		default:
			keys = append(keys, fields.Key(kind, c.Text))
		}
	}
	if len(list) > 0 {
		return either(list), nil
	}
	return oneOf(fieldKeys, keys), nil
}

// words finds what has words.
func (f *finder) words(c search.Clause, positive bool) (object, error) {
	scope := fields.ScopeOf(string(c.Field))
	if c.Match == search.Prefix || c.Fuzzy > 0 {
		return f.forms(c, scope, positive)
	}
	readings := words.Read(c.Text, f.languages)
	if positive {
		for _, t := range engine.Distinct(readings, search.MaxTerms) {
			t.Weight = min(t.Weight, 1)
			f.terms = append(f.terms, t)
		}
	}
	var list []object
	var enough []string // terms of which one will do, in whatever language
	for _, r := range readings {
		found, terms := in(c, r, scope)
		enough = append(enough, terms...)
		if found != nil {
			list = append(list, found)
		}
	}
	if f.standing && len(list) > 0 && !f.affords(either(list), maxExact) {
		list = []object{f.loosely(c, readings, scope)}
	}
	if len(enough) > 0 {
		list = append(list, oneOf(termsOf(c.Field, scope), enough))
	}
	if len(list) == 0 {
		return none, nil
	}
	return either(list), nil
}

// in finds what has words as one language reads them, and returns the terms any one
// of which is enough: these take one clause for all languages together. Either is nil
// where there is none.
func in(c search.Clause, r words.Reading, scope fields.Scope) (found object, enough []string) {
	if t := r.Joined(); t != "" && c.Match != search.AnyWord {
		enough = []string{t}
	}
	if c.Match == search.Phrase && r.IsPhrase() {
		var list []object
		for _, field := range placesOf(c.Field, scope) {
			list = append(list, object{"match_phrase": object{field: object{"query": phraseText(r.Phrase())}}})
		}
		return either(list), enough
	}
	terms := words.Distinct(r.Words, search.MaxTerms)
	if c.Match == search.AnyWord {
		terms = r.Any(search.MaxTerms)
	}
	if len(terms) < 2 || c.Match == search.AnyWord {
		return nil, append(enough, terms...)
	}
	var list []object
	for _, t := range terms {
		list = append(list, object{"term": object{termsOf(c.Field, scope): t}})
	}
	return both(list...), enough
}

// termsOf returns the field that has the words of a scope. What ranks has those
// of everywhere.
func termsOf(f search.Field, scope fields.Scope) string {
	if f == search.Everywhere {
		return fieldRank
	}
	return scope.Fields[0]
}

// placesOf returns the fields that have the places of the words of a scope.
func placesOf(f search.Field, scope fields.Scope) []string {
	if f == search.Everywhere {
		return []string{fieldBody, fieldHead}
	}
	return scope.Fields[:1]
}

// phraseText writes words as placed does.
func phraseText(ws []words.Word) string {
	var terms []string
	for _, w := range ws {
		terms = append(terms, w.Term)
	}
	return strings.Join(terms, " ")
}
