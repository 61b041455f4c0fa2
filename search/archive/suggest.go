package archive

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/fields"
)

const (
	// maxSuggestions is the most that Suggest returns.
	maxSuggestions = 100
	// maxTyped is the longest input in bytes that is completed.
	maxTyped = 200
	// maxCompletions is how many terms of each kind are looked at, in the order of
	// the alphabet; of one letter there may be more.
	maxCompletions = 20_000
)

// Suggest completes what somebody is typing, from the words of headlines, the
// names of entities and the keyphrases: what more articles have comes first, then
// by text. Case and accents do not matter. At most 100 are returned, none for an
// empty or a very long input.
func (a *Archive) Suggest(ctx context.Context, typed string, n int) (list []search.Suggestion, err error) {
	n = min(n, maxSuggestions)
	folded := fields.Fold(typed)
	if folded == "" || n <= 0 || len(typed) > maxTyped {
		return nil, ctx.Err()
	}
	if err := a.enter(ctx); err != nil {
		return nil, err
	}
	defer a.leave()
	defer guard(&err)
	v, err := a.view(ctx)
	if err != nil {
		return nil, err
	}
	defer v.close()
	if list, err = v.suggest(typed, folded, n); err != nil {
		return nil, fmt.Errorf("archive: suggest: %w", err)
	}
	return list, nil
}

// completion is a term that completes what was typed.
type completion struct {
	expansion
	kind search.SuggestionKind
}

func (v *view) suggest(typed, folded string, n int) ([]search.Suggestion, error) {
	var all []completion
	last := folded[strings.LastIndexByte(folded, ' ')+1:]
	sources := []struct {
		kind          search.SuggestionKind
		field, prefix string
	}{{search.SuggestWord, fieldTitleForms, v.splitter.Form(last)}, {search.SuggestKeyphrase, fieldPhrases, folded}}
	if key := v.splitter.Key(typed); key != folded {
		sources = append(sources, sources[1])
		sources[2].prefix = key // a keyphrase is kept by its stems
	}
	for _, kind := range fields.KindsOf(fields.OtherName) {
		sources = append(sources, sources[0])
		s := &sources[len(sources)-1]
		s.kind, s.field, s.prefix = search.SuggestionKind(kind), fieldKeys, fields.Key(kind, folded)
	}
	for _, s := range sources {
		if s.prefix == "" {
			continue
		}
		best, err := v.frequent(s.field, s.prefix, n)
		if err != nil {
			return nil, err
		}
		for _, e := range best {
			all = append(all, completion{e, s.kind})
		}
	}
	slices.SortStableFunc(all, func(a, b completion) int { return cmp.Compare(b.count, a.count) })
	return v.written(all, strings.Fields(typed), n)
}

// frequent returns the most frequent terms of a field that begin so. Each kind
// gives twice what is wanted, since several may turn out to be the same.
func (v *view) frequent(field, prefix string, n int) ([]expansion, error) {
	f := finder{view: v, expansions: maxCompletions, scans: maxCompletions}
	list, err := f.scan(field, prefix, func(string) bool { return true })
	if err != nil && err != errExpansions {
		return nil, err
	}
	slices.SortStableFunc(list, func(a, b expansion) int { return cmp.Compare(b.count, a.count) })
	return list[:min(len(list), 2*n)], nil
}

// written makes suggestions of completions: names and keyphrases as a story
// writes them, each once.
func (v *view) written(all []completion, typed []string, n int) ([]search.Suggestion, error) {
	var list []search.Suggestion
	seen := map[string]bool{}
	for _, c := range all {
		if len(list) == n {
			break
		}
		var text string
		var count int
		var err error
		if c.kind == search.SuggestWord {
			text = strings.Join(append(slices.Clone(typed[:len(typed)-1]), c.term), " ")
			count, err = v.frequency(fieldTitleForms, c.term)
		} else {
			text, count, err = v.asWritten(c)
		}
		if err != nil {
			return nil, err
		}
		if key := string(c.kind) + ":" + text; text != "" && count > 0 && !seen[key] {
			seen[key] = true
			list = append(list, search.Suggestion{Text: text, Kind: c.kind, Count: count})
		}
	}
	slices.SortStableFunc(list, func(a, b search.Suggestion) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	})
	return list, nil
}

// asWritten returns a name or keyphrase as the first story that has it writes it,
// and how many have it; "" where none is left.
func (v *view) asWritten(c completion) (string, int, error) {
	field := fieldKeys
	if c.kind == search.SuggestKeyphrase {
		field = fieldPhrases
	}
	set, err := v.having(field, c.term)
	if err != nil {
		return "", 0, err
	}
	list := set.list()
	if len(list) == 0 {
		return "", 0, nil
	}
	id, err := v.id(list[0])
	if err != nil {
		return "", 0, err
	}
	doc, err := fetch(v.r, id)
	if err != nil {
		return "", 0, err
	}
	return v.name(doc, c), len(list), nil
}

// name finds in a document the name or keyphrase that a term stands for.
func (v *view) name(doc *dateline.Document, c completion) string {
	if c.kind == search.SuggestKeyphrase {
		for _, k := range doc.Keyphrases {
			if v.splitter.Key(k.Text) == c.term {
				return k.Text
			}
		}
		return ""
	}
	kind, value, _ := strings.Cut(c.term, ":")
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
