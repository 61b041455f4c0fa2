package engine

import (
	"cmp"
	"context"
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

// Typed is what somebody is typing, and how many completions are wanted.
type Typed struct {
	text, folded string
	n            int
}

// NewTyped looks at an input; ok is false where there is nothing to complete: an
// empty input, a very long one, or no completions wanted.
func NewTyped(text string, n int) (t Typed, ok bool) {
	t = Typed{text, fields.Fold(text), min(n, maxSuggestions)}
	return t, t.folded != "" && t.n > 0 && len(text) <= maxTyped
}

// Suggester is what suggestions need of a store.
type Suggester interface {
	Dictionary
	Library
}

// completion is a term that completes what was typed.
type completion struct {
	Expansion
	kind search.SuggestionKind
}

// vocabulary is a field with terms to complete from.
type vocabulary struct {
	kind          search.SuggestionKind
	field, prefix string
}

// Suggest completes an input from the words of headlines, the names of entities
// and the keyphrases: what more articles have comes first, then by text.
func Suggest(ctx context.Context, st Suggester, t Typed) ([]search.Suggestion, error) {
	languages, err := st.Languages(ctx)
	if err != nil {
		return nil, err
	}
	var all []completion
	for _, v := range vocabularies(t, languages) {
		if v.prefix == "" {
			continue
		}
		list, err := st.Beginning(ctx, v.field, v.prefix, 2*t.n) // several may turn out to be the same
		if err != nil {
			return nil, err
		}
		for _, e := range list {
			all = append(all, completion{e, v.kind})
		}
	}
	slices.SortStableFunc(all, func(a, b completion) int { return cmp.Compare(b.Count, a.Count) })
	return written(ctx, st, all, t)
}

// vocabularies returns where completions come from.
func vocabularies(t Typed, languages []*words.Language) []vocabulary {
	last := t.folded[strings.LastIndexByte(t.folded, ' ')+1:]
	var list []vocabulary
	for _, form := range words.Forms(last, languages) {
		list = append(list, vocabulary{search.SuggestWord, fields.TitleForms, form})
	}
	list = append(list, vocabulary{search.SuggestKeyphrase, Phrases, t.folded})
	for _, key := range words.Keys(t.text, languages) { // a keyphrase is kept by its stems
		if key != t.folded {
			list = append(list, vocabulary{search.SuggestKeyphrase, Phrases, key})
		}
	}
	for _, kind := range fields.KindsOf(fields.OtherName) {
		list = append(list, vocabulary{search.SuggestionKind(kind), Keys, fields.Key(kind, t.folded)})
	}
	return list
}

// written makes suggestions of completions: names and keyphrases as a story
// writes them, each once.
func written(ctx context.Context, lib Library, all []completion, t Typed) ([]search.Suggestion, error) {
	var list []search.Suggestion
	seen := map[string]bool{}
	typed := strings.Fields(t.text)
	for len(all) > 0 && len(list) < t.n {
		some := all[:min(t.n, len(all))]
		all = all[len(some):]
		texts, err := asWritten(ctx, lib, some)
		if err != nil {
			return nil, err
		}
		for i, one := range texts {
			if c := some[i]; c.kind == search.SuggestWord {
				text := strings.Join(append(slices.Clone(typed[:len(typed)-1]), c.Term), " ")
				one = search.Suggestion{Text: text, Kind: c.kind, Count: c.Count}
			}
			key := string(one.Kind) + ":" + one.Text
			if one.Text != "" && one.Count > 0 && !seen[key] && len(list) < t.n {
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
// them. The suggestion of a word, and of a term that is an id, has no text.
func asWritten(ctx context.Context, lib Library, all []completion) ([]search.Suggestion, error) {
	list := make([]search.Suggestion, len(all))
	var terms []FieldTerm
	var at []int
	for i, c := range all {
		field := Keys
		switch c.kind {
		case search.SuggestWord:
			continue
		case search.SuggestKeyphrase:
			field = Phrases
		}
		at = append(at, i)
		terms = append(terms, FieldTerm{field, c.Term})
	}
	bearers, err := lib.First(ctx, terms)
	if err != nil {
		return nil, err
	}
	for j, b := range bearers {
		c := all[at[j]]
		if text := b.written(c); text != "" {
			list[at[j]] = search.Suggestion{Text: text, Kind: c.kind, Count: b.Count}
		}
	}
	return list, nil
}

// written returns a completion as the document writes it, "" where it does not.
func (b Bearer) written(c completion) string {
	if b.Known || b.Document == nil {
		return b.Written
	}
	text := nameIn(b.Document, c)
	if b.Remember != nil {
		b.Remember(text)
	}
	return text
}

// nameIn finds in a document the name or keyphrase that a term stands for, "" for
// an id.
func nameIn(doc *dateline.Document, c completion) string {
	if c.kind == search.SuggestKeyphrase {
		s := words.LanguageOf(doc.Language).Get()
		defer words.Put(s)
		for _, k := range doc.Keyphrases {
			if s.Key(k.Text) == c.Term {
				return k.Text
			}
		}
		return ""
	}
	kind, value, _ := strings.Cut(c.Term, ":")
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
	return ""
}
