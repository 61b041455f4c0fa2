package opensearch

import (
	"context"
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

const (
	// maxRanked is how many of the words that a beginning or a fuzzy word stands
	// for rank its articles: the most frequent.
	maxRanked = 64
	// maxStems is how many stems may be looked up beside forms.
	maxStems = 400
)

// forms finds what has a beginning of a word or a fuzzy word.
func (f *finder) forms(c search.Clause, scope fields.Scope, positive bool) (object, error) {
	forms := words.Forms(c.Text, f.languages)
	if f.standing {
		var found []object
		for _, form := range forms {
			found = append(found, f.standingForms(c, scope, form))
		}
		return either(found), nil
	}
	var list []engine.Expansion
	for _, form := range forms {
		more, err := f.expand(c, scope, form, positive)
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	cost := len(list)
	if scope.Stems {
		cost *= 4 // as in other archives
	}
	if f.expansions -= cost; f.expansions < 0 {
		return nil, errExpansions
	}
	if positive {
		f.rankByForms(list)
	}
	switch {
	case scope.Stems:
		return f.stemmed(list, scope)
	case c.Fuzzy > 0:
		return oneOf(scope.Forms, termsIn(list)), nil
	}
	var found []object
	for _, form := range forms {
		found = append(found, object{"prefix": object{scope.Forms: object{"value": form}}})
	}
	return either(found), nil
}

// expand returns what a form stands for, as far as the query needs it.
func (f *finder) expand(c search.Clause, scope fields.Scope, form string, positive bool) ([]engine.Expansion, error) {
	switch {
	case c.Fuzzy > 0:
		return f.near(f.ctx, scope.Forms, "", form, c.Fuzzy)
	case scope.Stems:
		return f.beginning(f.ctx, scope.Forms, form, search.MaxExpansions+1)
	case positive:
		return f.beginning(f.ctx, scope.Forms, form, maxRanked)
	}
	return nil, nil
}

func termsIn(list []engine.Expansion) []string {
	terms := make([]string, len(list))
	for i, e := range list {
		terms[i] = e.Term
	}
	return terms
}

// stemmed finds what has one of some forms anywhere and its stem in a scope.
func (f *finder) stemmed(list []engine.Expansion, scope fields.Scope) (object, error) {
	forms := map[string][]string{} // by stem
	for _, e := range list {
		for _, stem := range words.TermsOf(e.Term, f.languages) {
			forms[stem] = append(forms[stem], e.Term)
		}
	}
	if len(forms) > maxStems {
		return nil, errExpansions
	}
	if len(forms) == 0 {
		return none, nil
	}
	var found []object
	for _, stem := range slices.Sorted(maps.Keys(forms)) {
		found = append(found, both(oneOf(scope.Forms, forms[stem]), object{"term": object{scope.Fields[0]: stem}}))
	}
	return either(found), nil
}

// rankByForms adds the words that one stands for to those that rank, as one.
func (f *finder) rankByForms(list []engine.Expansion) {
	list = slices.SortedStableFunc(slices.Values(list), engine.OftenFirst)
	var stems []string
	for _, e := range list[:min(len(list), maxRanked)] {
		for _, t := range words.TermsOf(e.Term, f.languages) {
			if !slices.Contains(stems, t) {
				stems = append(stems, t)
			}
		}
	}
	if len(stems) > 0 {
		f.terms = append(f.terms, engine.Term{Text: stems[0], More: stems[1:], Weight: 1})
	}
}

// beginning returns the terms of a field that begin so, the most frequent first,
// at most n.
func (a *Archive) beginning(ctx context.Context, field, prefix string, n int) ([]engine.Expansion, error) {
	var res struct {
		Aggregations struct {
			Terms buckets `json:"terms"`
		} `json:"aggregations"`
	}
	err := a.post(ctx, a.searchPath(), url.Values{"ignore_unavailable": {"true"}}, object{
		"size": 0, "query": both(object{"prefix": object{field: object{"value": prefix}}}),
		"aggs": object{"terms": object{"terms": object{
			"field": field, "include": literal(prefix) + ".*", "size": n, "execution_hint": "map",
			"order": []object{{"_count": "desc"}, {"_key": "asc"}}}}}}, &res)
	if err != nil {
		return nil, err
	}
	var list []engine.Expansion
	for _, b := range res.Aggregations.Terms.Buckets {
		list = append(list, engine.Expansion{Term: b.Key, Count: b.Count})
	}
	return list, nil
}

// buckets are the values that an aggregation counted.
type buckets struct {
	Buckets []struct {
		Key   string `json:"key"`
		Count int    `json:"doc_count"`
	} `json:"buckets"`
}

// literal takes the meaning from every sign of a regular expression of Lucene.
func literal(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < utf8.RuneSelf && !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9') {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// near returns the terms of a field, all of which begin with kind, whose rest is
// within n changes of a text. The cluster's suggester finds them, at most
// MaxExpansions of each shard.
func (a *Archive) near(ctx context.Context, field, kind, text string, n int) ([]engine.Expansion, error) {
	var res struct {
		Suggest struct {
			Near []struct {
				Options []struct {
					Text string `json:"text"`
					Freq int    `json:"freq"`
				} `json:"options"`
			} `json:"near"`
		} `json:"suggest"`
	}
	err := a.post(ctx, a.searchPath(), url.Values{"ignore_unavailable": {"true"}}, object{
		"size": 0, "suggest": object{"near": object{"text": kind + text, "term": object{
			"field": field, "analyzer": "keyword", "size": search.MaxExpansions, "suggest_mode": "always",
			"max_edits": n, "prefix_length": utf8.RuneCountInString(kind) + 1, "min_word_length": 1, "accuracy": 0,
			"max_term_freq": 1 << 30, "string_distance": "damerau_levenshtein", "max_inspections": 1000}}}}, &res)
	if err != nil {
		return nil, err
	}
	counts, _, err := a.counts(ctx, field, []string{kind + text}) // which it does not name
	if err != nil {
		return nil, err
	}
	var list []engine.Expansion
	if c := counts[0]; c > 0 {
		list = append(list, engine.Expansion{Term: kind + text, Count: c})
	}
	for _, s := range res.Suggest.Near {
		for _, o := range s.Options {
			if rest, ok := strings.CutPrefix(o.Text, kind); ok && words.Near(text, rest, n) {
				list = append(list, engine.Expansion{Term: o.Text, Count: o.Freq})
			}
		}
	}
	return list, nil
}
