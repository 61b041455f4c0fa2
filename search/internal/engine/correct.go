package engine

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

const (
	// enough is how many articles a query must find to need no correction.
	enough = 3
	// maxCorrected is how many words and names of a query are looked at.
	maxCorrected = 16
)

// Store is what correction needs of a store.
type Store interface {
	Dictionary
	Counter
	Library
}

// Correct returns a whole query with the words and names that the archive does
// not know put right, "" where none can be, or the query finds enough, or the
// other does not find more. Total is how many articles the query finds.
func Correct(ctx context.Context, st Store, q search.Query, total int) (string, error) {
	if total >= enough {
		return "", nil
	}
	s := words.Get()
	defer words.Put(s)
	c := corrector{ctx: ctx, store: st, splitter: s, left: maxCorrected}
	better, err := c.query(q)
	if err != nil || !c.changed || better.Validate() != nil { // it may have become too long
		return "", err
	}
	better.Feedback, better.Cursor = false, ""
	n, err := st.Total(ctx, better)
	if err != nil || n <= total {
		return "", err
	}
	return better.String(), nil
}

// corrector puts one query right.
type corrector struct {
	ctx      context.Context
	store    Store
	splitter *words.Splitter
	left     int // how many words and names may still be looked at
	changed  bool
}

// query returns a query whose words and names are put right.
func (c *corrector) query(q search.Query) (search.Query, error) {
	var err error
	if q.Text, err = c.text(q.Text, fields.Forms); err != nil {
		return q, err
	}
	if q.Clauses, err = c.clauses(q.Clauses); err != nil {
		return q, err
	}
	for _, l := range []struct {
		kind string
		list *[]string
	}{{fields.Person, &q.People}, {fields.Organisation, &q.Organisations}, {fields.Place, &q.Places},
		{fields.Section, &q.Sections}, {fields.Site, &q.Sites}, {fields.Author, &q.Authors}} {
		*l.list = slices.Clone(*l.list)
		for i, value := range *l.list {
			if (*l.list)[i], err = c.name(l.kind, value); err != nil {
				return q, err
			}
		}
	}
	return q, nil
}

// clauses puts words and names of clauses right that must be there.
func (c *corrector) clauses(list []search.Clause) ([]search.Clause, error) {
	list = slices.Clone(list)
	for i := range list {
		k := &list[i]
		var err error
		switch {
		case k.Not || k.Fuzzy > 0 || k.Match == search.Prefix || k.Match == search.Exact:
		case len(k.Any) > 0:
			k.Any, err = c.clauses(k.Any)
		case len(k.All) > 0:
			k.All, err = c.clauses(k.All)
		case k.Field.HasWords():
			k.Text, err = c.text(k.Text, fields.ScopeOf(string(k.Field)).Forms)
		case k.Field == search.Person || k.Field == search.Organisation || k.Field == search.Place:
			k.Text, err = c.name(string(k.Field), k.Text)
		}
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

// text puts the words of a text right where they stand; forms is the field that
// holds those that they may be.
func (c *corrector) text(text, forms string) (string, error) {
	unknown, err := c.unknown(text)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	end := 0
	for _, w := range unknown {
		if w.Start < end {
			continue
		}
		better, err := c.nearest(forms, "", c.splitter.Form(text[w.Start:w.End]))
		if err != nil {
			return "", err
		}
		if better != "" {
			b.WriteString(text[end:w.Start] + better)
			end = w.End
		}
	}
	return b.String() + text[end:], nil
}

// unknown returns the words of a text that no document has, in whatever language.
func (c *corrector) unknown(text string) ([]words.Word, error) {
	languages, err := c.store.Languages(c.ctx)
	if err != nil {
		return nil, err
	}
	readings := words.Read(text, languages)
	var terms []string
	for _, t := range Distinct(readings, search.MaxTerms) {
		terms = append(terms, t.All()...)
	}
	if len(terms) == 0 {
		return nil, nil
	}
	counts, _, err := c.store.Frequencies(c.ctx, Ranked, terms)
	if err != nil {
		return nil, err
	}
	var list []words.Word
	for i, w := range readings[0].Words {
		looked, known := false, false
		for _, r := range readings {
			j := slices.Index(terms, r.Words[i].Term)
			looked, known = looked || j >= 0, known || j >= 0 && counts[j] > 0
		}
		if looked && !known {
			list = append(list, w)
		}
	}
	return list, nil
}

// name puts a name of a kind right.
func (c *corrector) name(kind, value string) (string, error) {
	counts, _, err := c.store.Frequencies(c.ctx, Keys, []string{fields.Key(kind, value)})
	if err != nil || counts[0] > 0 {
		return value, err
	}
	better, err := c.nearest(Keys, fields.Key(kind, ""), fields.Fold(value))
	if err != nil || better == "" {
		return value, err
	}
	written, err := asWritten(c.ctx, c.store,
		[]completion{{Expansion{Term: fields.Key(kind, better)}, search.SuggestionKind(kind)}})
	if err != nil {
		return value, err
	}
	return cmp.Or(written[0].Text, better), nil
}

// nearest returns the term of a field, without its kind, that is nearest to a
// text, and of several the one that more articles have; "" where none is near.
// Short words may have one letter wrong, others two, the first letter none.
func (c *corrector) nearest(field, kind, text string) (string, error) {
	length := utf8.RuneCountInString(text)
	if length < 4 || c.left == 0 {
		return "", nil
	}
	c.left--
	for n := 1; n <= 2; n++ {
		if n == 2 && length < 7 {
			break
		}
		list, err := c.store.Near(c.ctx, field, kind, text, n)
		if errors.Is(err, search.ErrQuery) {
			return "", nil // too many to look at
		}
		if err != nil {
			return "", err
		}
		if len(list) > 0 {
			c.changed = true
			return strings.TrimPrefix(slices.MinFunc(list, OftenFirst).Term, kind), nil
		}
	}
	return "", nil
}
