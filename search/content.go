package search

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// content is what one Document has in every field. What an archive that holds
// only this Document finds, the content holds.
type content struct {
	doc      *dateline.Document
	splitter *words.Splitter
	places   map[string]map[string][]int // by field and term
	forms    map[string][]string         // by field
	keys     []string                    // in order
}

// contentOf reads a valid Document.
func contentOf(doc *dateline.Document, s *words.Splitter) *content {
	m := &content{doc: doc, splitter: s, places: map[string]map[string][]int{}, forms: map[string][]string{}}
	for _, f := range fields.Of(doc, s) {
		if f.Name == fields.Forms || f.Name == fields.TitleForms {
			forms := make([]string, len(f.Postings))
			for i, p := range f.Postings {
				forms[i] = p.Term
			}
			m.forms[f.Name] = forms
			continue
		}
		terms := make(map[string][]int, len(f.Postings))
		for _, p := range slices.Concat(f.Placed(), f.Joined) {
			terms[p.Term] = append(terms[p.Term], p.Place)
		}
		m.places[f.Name] = terms
	}
	m.keys = fields.Keys(doc)
	slices.Sort(m.keys)
	m.keys = slices.Compact(m.keys)
	return m
}

// holds reports whether a condition holds.
func (m *content) holds(k *condition) bool { return m.has(k) != k.Not }

// has reports whether the Document has what a condition asks for, whether it
// wants it or not.
func (m *content) has(k *condition) bool {
	switch {
	case k.isEmpty():
		return true
	case len(k.any) > 0:
		return slices.ContainsFunc(k.any, func(c condition) bool { return m.holds(&c) })
	case len(k.all) > 0:
		return !slices.ContainsFunc(k.all, func(c condition) bool { return !m.holds(&c) })
	case k.Field == Published:
		return !m.doc.Published.IsZero() && k.Spans(m.doc.Published.Time.Unix())
	case !k.Field.HasWords():
		return m.hasName(k)
	case k.expands():
		return m.hasForm(k)
	case k.joined != "" && m.hasTerm(k.scope, k.joined):
		return true
	case k.isPhrase():
		return m.hasPhrase(k)
	case k.Match == AnyWord:
		return slices.ContainsFunc(k.terms, func(t string) bool { return m.hasTerm(k.scope, t) })
	}
	return len(k.terms) > 0 && !slices.ContainsFunc(k.terms, func(t string) bool { return !m.hasTerm(k.scope, t) })
}

// hasTerm reports whether a term stands in a scope.
func (m *content) hasTerm(scope fields.Scope, term string) bool {
	for _, f := range scope.Fields {
		places := m.places[f][term]
		if scope.Below {
			places = slices.DeleteFunc(slices.Clone(places), func(p int) bool { return p >= fields.Head })
		}
		if len(places) > 0 {
			return true
		}
	}
	return false
}

// hasForm reports whether the scope of a beginning or a fuzzy word has a word
// that it stands for.
func (m *content) hasForm(k *condition) bool {
	return slices.ContainsFunc(m.forms[k.scope.Forms], func(form string) bool {
		if !k.fits(form, k.form) {
			return false
		}
		if !k.scope.Stems {
			return true
		}
		stem := m.splitter.Term(form)
		return stem != "" && m.hasTerm(k.scope, stem)
	})
}

// hasPhrase reports whether the words of a phrase stand next to each other.
func (m *content) hasPhrase(k *condition) bool {
	terms := m.places[k.scope.Fields[0]]
	return slices.ContainsFunc(terms[k.words[0].Term], func(start int) bool {
		for i, w := range k.words {
			if !slices.Contains(terms[w.Term], start+i) {
				return false
			}
		}
		return !k.scope.Below || start < fields.Head
	})
}

// hasName reports whether the Document has a name or code.
func (m *content) hasName(k *condition) bool {
	return slices.ContainsFunc(m.keys, func(key string) bool { return k.names(key) })
}

// names reports whether a key is one that a leaf looks for.
func (k *condition) names(key string) bool {
	if !k.expands() {
		return slices.Contains(k.keys, key)
	}
	for _, kind := range k.kinds {
		if name, ok := strings.CutPrefix(key, kind); ok && k.fits(name, k.name) {
			return true
		}
	}
	return false
}
