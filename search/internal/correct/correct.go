// Package correct puts the words and names of a query right, wherever they stand
// in it. An engine says what it knows of them.
package correct

import (
	"slices"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/fields"
)

// Corrector puts texts and names right. What needs no correction is returned as it
// is. Both functions must be there.
type Corrector struct {
	// Text corrects words; forms is the field that holds those they may be.
	Text func(text, forms string) (string, error)
	// Name corrects a name of a kind of [fields.Key].
	Name func(kind, value string) (string, error)
}

// Query returns a query whose words and names are put right.
func (c Corrector) Query(q search.Query) (search.Query, error) {
	var err error
	if q.Text, err = c.Text(q.Text, fields.Forms); err != nil {
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
			if (*l.list)[i], err = c.Name(l.kind, value); err != nil {
				return q, err
			}
		}
	}
	return q, nil
}

// clauses puts words and names of clauses right that must be there.
func (c Corrector) clauses(list []search.Clause) ([]search.Clause, error) {
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
			k.Text, err = c.Text(k.Text, fields.ScopeOf(string(k.Field)).Forms)
		case k.Field == search.Person || k.Field == search.Organisation || k.Field == search.Place:
			k.Text, err = c.Name(string(k.Field), k.Text)
		}
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}
