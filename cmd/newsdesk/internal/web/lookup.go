package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/dateline-go/dateline/search"
)

// pageSize is how many articles a page of results has.
const pageSize = 15

// lookup is what the search page was asked: the words of the box, the facets that
// were picked, the order and the page.
type lookup struct {
	Q         string
	Countries []string
	People    []string
	Orgs      []string
	Section   string
	Month     string // 2026-03
	Sort      search.Sort
	Page      int  // from 1
	Strict    bool // a program asks: what is wrong in Q is an error
}

// lookupOf reads the address of a search page.
func lookupOf(v url.Values) (lookup, error) {
	l := lookup{Q: v.Get("q"), Countries: nonEmpty(v["country"]), People: nonEmpty(v["person"]), Orgs: nonEmpty(v["org"]),
		Section: v.Get("section"), Month: v.Get("month"), Sort: search.Sort(v.Get("sort")), Page: 1}
	if l.Sort == "relevance" {
		l.Sort = search.Relevance
	}
	if p := v.Get("page"); p != "" {
		n, err := strconv.Atoi(p)
		if err != nil || n < 1 || n > search.MaxWindow/pageSize {
			return l, refuse(http.StatusBadRequest, "there is no page of that number")
		}
		l.Page = n
	}
	return l, nil
}

// nonEmpty returns the strings that hold something, once each.
func nonEmpty(all []string) []string {
	var some []string
	for _, s := range all {
		if s != "" && !slices.Contains(some, s) {
			some = append(some, s)
		}
	}
	return some
}

// query makes the query of it.
func (l lookup) query() (search.Query, error) {
	parse := search.ParseTyped
	if l.Strict {
		parse = search.Parse
	}
	q, err := parse(l.Q)
	if err != nil {
		return q, err
	}
	q.Countries = append(q.Countries, l.Countries...)
	q.People = append(q.People, l.People...)
	q.Organisations = append(q.Organisations, l.Orgs...)
	if l.Section != "" {
		q.Clauses = append(q.Clauses, search.Clause{Field: search.InSection, Text: l.Section})
	}
	if l.Month != "" {
		t, err := time.Parse("2006-01", l.Month)
		if err != nil {
			return q, refuse(http.StatusBadRequest, "the month is not of the form 2026-03")
		}
		q.Clauses = append(q.Clauses, search.Clause{Field: search.Published, After: t, Before: t.AddDate(0, 1, 0)})
	}
	if l.Sort != "" {
		q.Sort = l.Sort
	}
	if q.Sort == search.Relevance && q.Text == "" {
		q.Sort = search.Newest
	}
	q.Limit, q.Offset, q.Facets, q.Corrections = pageSize, (l.Page-1)*pageSize, true, true
	return q, nil
}

// values writes it as the address of a page has it.
func (l lookup) values() url.Values {
	v := url.Values{}
	set := func(key, value string) {
		if value != "" {
			v.Set(key, value)
		}
	}
	set("q", l.Q)
	set("section", l.Section)
	set("month", l.Month)
	set("sort", string(l.Sort))
	for key, list := range map[string][]string{"country": l.Countries, "person": l.People, "org": l.Orgs} {
		if len(list) > 0 {
			v[key] = list
		}
	}
	if l.Page > 1 {
		v.Set("page", strconv.Itoa(l.Page))
	}
	return v
}

// Href is the address of its page.
func (l lookup) Href() string {
	if v := l.values().Encode(); v != "" {
		return "/?" + v
	}
	return "/"
}

// Query is the search with all that was picked, in the query language; "" where it cannot
// be read.
func (l lookup) Query() string {
	q, err := l.query()
	if err != nil {
		return ""
	}
	q.Sort = search.Relevance // the order is no part of what an alert matches
	return q.String()
}

// Bare is the address of the search without what was picked.
func (l lookup) Bare() string { return lookup{Q: l.Q, Sort: l.Sort}.Href() }

// Map is the address of the map of its countries.
func (l lookup) Map() string {
	l.Page, l.Sort = 1, ""
	if v := l.values().Encode(); v != "" {
		return "/map?" + v
	}
	return "/map"
}

// Export is the address of its articles in a form to keep.
func (l lookup) Export(format string) string {
	l.Page = 1
	v := l.values()
	v.Set("format", format)
	return "/export?" + v.Encode()
}

// to returns the lookup of another page.
func (l lookup) to(page int) lookup {
	l.Page = page
	return l
}

// sorted returns the lookup in another order.
func (l lookup) sorted(by search.Sort) lookup {
	l.Page, l.Sort = 1, by
	return l
}

// toggle returns the lookup with a value of a facet picked, or no more where it was.
func (l lookup) toggle(facet, value string) lookup {
	l.Page = 1
	flip := func(list []string) []string {
		if slices.Contains(list, value) {
			return slices.DeleteFunc(slices.Clone(list), func(v string) bool { return v == value })
		}
		return append(slices.Clone(list), value)
	}
	switch facet {
	case "countries":
		l.Countries = flip(l.Countries)
	case "people":
		l.People = flip(l.People)
	case "organisations":
		l.Orgs = flip(l.Orgs)
	case "section":
		l.Section = other(l.Section, value)
	case "month":
		l.Month = other(l.Month, value)
	}
	return l
}

// other is "" for the same value, which is picked no more.
func other(old, value string) string {
	if old == value {
		return ""
	}
	return value
}

// picked reports whether a value of a facet is.
func (l lookup) picked(facet, value string) bool {
	switch facet {
	case "countries":
		return slices.Contains(l.Countries, value)
	case "people":
		return slices.Contains(l.People, value)
	case "organisations":
		return slices.Contains(l.Orgs, value)
	}
	return value == cmp.Or(map[string]string{"section": l.Section, "month": l.Month}[facet], "\x00")
}
