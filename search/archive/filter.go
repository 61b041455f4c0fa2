package archive

import (
	"fmt"

	bleve "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// maxExpansion is how many words a beginning of a word may stand for.
const maxExpansion = 1024

// filters returns the documents that hold all conditions of a query but its text
// and dates; nil means all.
func (v *view) filters(q search.Query) (must, not *docs, err error) {
	not = new(docs)
	and := func(set *docs, err error) error {
		if err != nil {
			return err
		}
		if must == nil {
			must = set
		} else {
			must.intersect(set)
		}
		return nil
	}
	for _, all := range []struct {
		field  search.Field
		values []string
	}{{search.ByCountry, q.Countries}, {search.Person, q.People}, {search.Organisation, q.Organisations}, {search.Place, q.Places}} {
		for _, value := range all.values {
			if err := and(v.having(fieldKeys, fields.Key(string(all.field), value))); err != nil {
				return nil, nil, err
			}
		}
	}
	for _, any := range []struct {
		field  search.Field
		values []string
	}{{search.InSection, q.Sections}, {search.OnSite, q.Sites}, {search.ByAuthor, q.Authors}, {search.InLanguage, q.Languages}} {
		if len(any.values) == 0 {
			continue
		}
		if err := and(v.anyOf(any.field, any.values)); err != nil {
			return nil, nil, err
		}
	}
	for _, c := range q.Clauses {
		set, err := v.clause(c)
		if err != nil {
			return nil, nil, err
		}
		if c.Not {
			not.union(set)
		} else if err := and(set, nil); err != nil {
			return nil, nil, err
		}
	}
	return must, not, nil
}

// anyOf returns the documents that have one of some names or codes.
func (v *view) anyOf(f search.Field, values []string) (*docs, error) {
	set := new(docs)
	for _, value := range values {
		s, err := v.having(fieldKeys, fields.Key(string(f), value))
		if err != nil {
			return nil, err
		}
		set.union(s)
	}
	return set, nil
}

// clause returns the documents that have what a clause asks for, whether it
// wants them or not.
func (v *view) clause(c search.Clause) (*docs, error) {
	field, forms := fieldBody, fieldForms
	switch c.Field {
	case search.Everywhere:
	case search.Title:
		field, forms = fieldHeadline, fieldTitleForms
	default:
		return v.having(fieldKeys, fields.Key(string(c.Field), c.Text))
	}
	if c.Match == search.Prefix {
		return v.beginning(forms, v.splitter.Form(c.Text))
	}
	ws := v.splitter.Append(nil, c.Text)
	if first, last := trim(ws); first == last {
		return nil, fmt.Errorf("%w: %q: holds no word that is looked up", search.ErrQuery, c.Text)
	} else {
		ws = ws[first:last]
	}
	if c.Match == search.Phrase {
		return v.phrase(field, ws)
	}
	var set *docs
	for _, w := range ws {
		if w.Term == "" {
			continue
		}
		s, err := v.having(field, w.Term)
		if err != nil {
			return nil, err
		}
		if set == nil {
			set = s
		} else {
			set.intersect(s)
		}
	}
	return set, nil
}

// trim returns the borders of the words without stop words around them.
func trim(ws []words.Word) (first, last int) {
	last = len(ws)
	for first < last && ws[first].Term == "" {
		first++
	}
	for last > first && ws[last-1].Term == "" {
		last--
	}
	return first, last
}

// phrase returns the documents that have the words next to each other; a stop
// word among them stands for any word.
func (v *view) phrase(field string, ws []words.Word) (*docs, error) {
	if len(ws) == 1 {
		return v.having(field, ws[0].Term)
	}
	terms := make([]string, len(ws))
	for i, w := range ws {
		terms[i] = w.Term
	}
	s, err := searcher.NewPhraseSearcher(v.ctx, v.r, terms, 0, false, field, 1, bleve.SearcherOptions{})
	if err != nil {
		return nil, err
	}
	defer s.Close()
	set := new(docs)
	ctx := &bleve.SearchContext{
		DocumentMatchPool: bleve.NewDocumentMatchPool(s.DocumentMatchPoolSize()+1, 0),
		IndexReader:       v.r,
	}
	for {
		m, err := s.Next(ctx)
		if err != nil || m == nil {
			return set, err
		}
		set.add(m.IndexInternalID.Value())
		ctx.DocumentMatchPool.Put(m)
		if err := v.ctx.Err(); err != nil {
			return nil, err
		}
	}
}

// beginning returns the documents that have a word which begins so.
func (v *view) beginning(field, prefix string) (*docs, error) {
	if prefix == "" {
		return nil, fmt.Errorf("%w: a beginning of a word needs letters", search.ErrQuery)
	}
	dict, err := v.r.FieldDictPrefix(field, []byte(prefix))
	if err != nil {
		return nil, err
	}
	defer dict.Close()
	set := new(docs)
	for n := 0; ; n++ {
		e, err := dict.Next()
		if err != nil || e == nil {
			return set, err
		}
		if n == maxExpansion {
			return nil, fmt.Errorf("%w: %s*: more than %d words begin so", search.ErrQuery, prefix, maxExpansion)
		}
		s, err := v.having(field, e.Term)
		if err != nil {
			return nil, err
		}
		set.union(s)
	}
}

// dated keeps the documents that were published in a range.
func (v *view) dated(set *docs, q search.Query) (*docs, error) {
	if q.After.IsZero() && q.Before.IsZero() {
		return set, nil
	}
	dates, err := v.dates()
	if err != nil {
		return nil, err
	}
	kept := new(docs)
	for _, doc := range set.list() {
		unix := dates[doc]
		if unix != undated && (q.After.IsZero() || unix >= q.After.Unix()) && (q.Before.IsZero() || unix < q.Before.Unix()) {
			kept.add(doc)
		}
	}
	return kept, nil
}
