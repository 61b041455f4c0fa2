package opensearch

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

const (
	// maxSuggestions is the most that Suggest returns.
	maxSuggestions = 100
	// maxTyped is the longest input in bytes that is completed.
	maxTyped = 200
)

// Suggest completes what somebody is typing, from the words of headlines, the
// names of entities and the keyphrases: what more articles have comes first, then
// by text. Case and accents do not matter. At most 100 are returned, none for an
// empty or a very long input.
func (a *Archive) Suggest(ctx context.Context, typed string, n int) ([]search.Suggestion, error) {
	n = min(n, maxSuggestions)
	folded := fields.Fold(typed)
	if folded == "" || n <= 0 || len(typed) > maxTyped {
		return nil, ctx.Err()
	}
	if err := a.enter(ctx); err != nil {
		return nil, err
	}
	defer a.leave()
	m, err := a.begun(ctx)
	var list []search.Suggestion
	if m != nil && err == nil {
		list, err = a.suggest(ctx, typed, folded, n)
	}
	if err != nil {
		return nil, fmt.Errorf("opensearch: suggest: %w", err)
	}
	return list, nil
}

// completion is a term that completes what was typed.
type completion struct {
	expansion
	kind search.SuggestionKind
}

// dictionary is a field with terms to complete from.
type dictionary struct {
	kind          search.SuggestionKind
	field, prefix string
}

func (a *Archive) suggest(ctx context.Context, typed, folded string, n int) ([]search.Suggestion, error) {
	s := words.Get()
	defer words.Put(s)
	last := folded[strings.LastIndexByte(folded, ' ')+1:]
	from := []dictionary{{search.SuggestWord, fieldTitles, s.Form(last)}, {search.SuggestKeyphrase, fieldPhrases, folded}}
	if key := s.Key(typed); key != folded {
		from = append(from, dictionary{search.SuggestKeyphrase, fieldPhrases, key}) // a keyphrase is kept by its stems
	}
	for _, kind := range fields.KindsOf(fields.OtherName) {
		from = append(from, dictionary{search.SuggestionKind(kind), fieldKeys, fields.Key(kind, folded)})
	}
	var all []completion
	for _, d := range from {
		if d.prefix == "" {
			continue
		}
		list, err := a.beginning(ctx, d.field, d.prefix, 2*n) // several may turn out to be the same
		if err != nil {
			return nil, err
		}
		for _, e := range list {
			all = append(all, completion{e, d.kind})
		}
	}
	slices.SortStableFunc(all, func(a, b completion) int { return cmp.Compare(b.count, a.count) })
	return a.written(ctx, all, strings.Fields(typed), n)
}

// written makes suggestions of completions: names and keyphrases as a story
// writes them, each once.
func (a *Archive) written(ctx context.Context, all []completion, typed []string, n int) ([]search.Suggestion, error) {
	var list []search.Suggestion
	seen := map[string]bool{}
	for len(all) > 0 && len(list) < n {
		some := all[:min(n, len(all))]
		all = all[len(some):]
		texts, err := a.asWritten(ctx, some)
		if err != nil {
			return nil, err
		}
		for i, one := range texts {
			if c := some[i]; c.kind == search.SuggestWord {
				one = search.Suggestion{Text: strings.Join(append(slices.Clone(typed[:len(typed)-1]), c.term), " "), Kind: c.kind, Count: c.count}
			}
			if key := string(one.Kind) + ":" + one.Text; one.Text != "" && !seen[key] && len(list) < n {
				seen[key] = true
				list = append(list, one)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b search.Suggestion) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	})
	return list, nil
}

// asWritten returns names and keyphrases as the first story that has each writes
// it; the text of one that is none is "".
func (a *Archive) asWritten(ctx context.Context, all []completion) ([]search.Suggestion, error) {
	list := make([]search.Suggestion, len(all))
	var requests []object
	var at []int
	for i, c := range all {
		field := fieldKeys
		switch c.kind {
		case search.SuggestWord:
			continue
		case search.SuggestKeyphrase:
			field = fieldPhrases
		}
		at = append(at, i)
		requests = append(requests, object{"size": 1, "sort": []object{{fieldID: "asc"}}, "track_total_hits": true, "_source": []string{"doc"},
			"query": both(oneOf(field, []string{c.term}))})
	}
	answers, err := multi[page](ctx, a, requests)
	if err != nil {
		return nil, err
	}
	s := words.Get()
	defer words.Put(s)
	for j, f := range answers {
		c := all[at[j]]
		if len(f.Hits.Hits) == 0 {
			continue
		}
		h := f.Hits.Hits[0]
		doc, err := decode(h.ID, h.Source.Doc)
		if err != nil {
			return nil, err
		}
		list[at[j]] = search.Suggestion{Text: nameIn(doc, c, s), Kind: c.kind, Count: f.Hits.Total.Value}
	}
	return list, nil
}

// nameIn finds in a document the name or keyphrase that a term stands for.
func nameIn(doc *dateline.Document, c completion, s *words.Splitter) string {
	if c.kind == search.SuggestKeyphrase {
		for _, k := range doc.Keyphrases {
			if s.Key(k.Text) == c.term {
				return k.Text
			}
		}
		return ""
	}
	kind, value, _ := strings.Cut(c.term, ":")
	switch kind {
	case fields.Section:
		return doc.Section
	case fields.Site:
		return doc.Site
	case fields.Author:
		for _, a := range doc.Byline {
			if fields.Fold(a.Name) == value {
				return a.Name
			}
		}
	}
	for e := range doc.Names() {
		if fields.KindOf(e.Label) != kind {
			continue
		}
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			if fields.Fold(name) == value {
				return e.Name
			}
		}
	}
	return "" // an id
}
