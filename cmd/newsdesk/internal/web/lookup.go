package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline/search"
)

// pageSize is how many articles a page of results has.
const pageSize = 15

// lookup is what the search page was asked: the words of the box, the values of facets that
// were picked or kept out, the days, the order and the page.
type lookup struct {
	Q      string
	Picked values
	Not    values
	Any    []string // facets of which one of the values is enough
	Month  string   // 2026-03
	From   string   // the first day, 2026-03-09
	To     string   // the last day
	Sort   search.Sort
	Page   int  // from 1
	Strict bool // a program asks: what is wrong in Q is an error
}

// lookupOf reads the address of a search page.
func lookupOf(v url.Values) (lookup, error) {
	l := lookup{
		Q: v.Get("q"), Picked: values{}, Not: excludedOf(v["not"]), Month: v.Get("month"),
		From: v.Get("from"), To: v.Get("to"), Sort: search.Sort(v.Get("sort")), Page: 1,
	}
	for _, k := range facetKinds {
		if list := nonEmpty(v[k.key]); len(list) > 0 {
			l.Picked[k.name] = list
		}
		if k.several && slices.Contains(v["any"], k.name) {
			l.Any = append(l.Any, k.name)
		}
	}
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
	for _, k := range facetKinds {
		q.Clauses = append(q.Clauses, l.narrowed(k)...)
	}
	days, err := l.days()
	if err != nil {
		return q, err
	}
	q.Clauses = append(q.Clauses, days...)
	if l.Sort != "" {
		q.Sort = l.Sort
	}
	if q.Sort == search.Relevance && q.Text == "" {
		q.Sort = search.Newest
	}
	q.Limit, q.Offset, q.Facets, q.Corrections = pageSize, (l.Page-1)*pageSize, true, true
	return q, nil
}

// narrowed returns the conditions on the values of a facet. Of one that an article has a
// single value of, any of those that were picked is enough.
func (l lookup) narrowed(k facetKind) []search.Clause {
	var list []search.Clause
	for _, value := range l.Picked[k.name] {
		list = append(list, k.clause(value))
	}
	if l.anyOf(k) && len(list) > 1 {
		list = []search.Clause{{Any: list}}
	}
	for _, value := range l.Not[k.name] {
		c := k.clause(value)
		c.Not = true
		list = append(list, c)
	}
	return list
}

// anyOf reports whether one of the picked values of a facet is enough.
func (l lookup) anyOf(k facetKind) bool { return !k.several || slices.Contains(l.Any, k.name) }

// days returns the conditions on the day of publication.
func (l lookup) days() ([]search.Clause, error) {
	var list []search.Clause
	if l.Month != "" {
		t, err := time.Parse("2006-01", l.Month)
		if err != nil {
			return nil, refuse(http.StatusBadRequest, "the month is not of the form 2026-03")
		}
		list = append(list, search.Clause{Field: search.Published, After: t, Before: t.AddDate(0, 1, 0)})
	}
	c := search.Clause{Field: search.Published}
	if l.From != "" {
		t, err := time.Parse(time.DateOnly, l.From)
		if err != nil {
			return nil, refuse(http.StatusBadRequest, "the first day is not of the form 2026-03-09")
		}
		c.After = t
	}
	if l.To != "" {
		t, err := time.Parse(time.DateOnly, l.To)
		if err != nil {
			return nil, refuse(http.StatusBadRequest, "the last day is not of the form 2026-03-09")
		}
		c.Before = t.AddDate(0, 0, 1)
	}
	if !c.After.IsZero() && !c.Before.IsZero() && !c.After.Before(c.Before) {
		return nil, refuse(http.StatusBadRequest, "the last day comes before the first")
	}
	if !c.After.IsZero() || !c.Before.IsZero() {
		list = append(list, c)
	}
	return list, nil
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
	set("month", l.Month)
	set("from", l.From)
	set("to", l.To)
	set("sort", string(l.Sort))
	for _, k := range facetKinds {
		if list := l.Picked[k.name]; len(list) > 0 {
			v[k.key] = list
		}
		for _, value := range l.Not[k.name] {
			v.Add("not", k.name+":"+value)
		}
	}
	if len(l.Any) > 0 {
		v["any"] = l.Any
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

// Kept is what the form of the days sends beside them.
func (l lookup) Kept() url.Values {
	l.Page, l.Month, l.From, l.To = 1, "", "", ""
	return l.values()
}

// AnyDay is the address of the search without its days.
func (l lookup) AnyDay() string {
	l.Page, l.Month, l.From, l.To = 1, "", "", ""
	return l.Href()
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

// toggle returns the lookup with a value of a facet picked, or no more where it was. A value
// that is picked is kept out no more.
func (l lookup) toggle(facet, value string) lookup {
	l.Page = 1
	if facet == "month" {
		l.From, l.To = "", ""
		l.Month = other(l.Month, value)
		return l
	}
	if l.Not.has(facet, value) {
		l.Not = l.Not.with(facet, value)
	}
	l.Picked = l.Picked.with(facet, value)
	return l
}

// toMonth returns what leads to a month, and whether it is shown.
func (l lookup) toMonth() func(month string) (string, bool) {
	pick := l.toggle("month", anyValue).Href()
	return func(month string) (string, bool) {
		if l.Month == month {
			return l.toggle("month", month).Href(), true
		}
		return withValue(pick, month), l.shows(month)
	}
}

// exclude returns the lookup with a value of a facet kept out, or no more where it was.
func (l lookup) exclude(facet, value string) lookup {
	l.Page = 1
	if l.Picked.has(facet, value) {
		l.Picked = l.Picked.with(facet, value)
	}
	l.Not = l.Not.with(facet, value)
	return l
}

// loosen returns the lookup with one of the picked values of a facet enough, or with all of
// them needed where one was.
func (l lookup) loosen(facet string) lookup {
	l.Page = 1
	if i := slices.Index(l.Any, facet); i >= 0 {
		l.Any = slices.Delete(slices.Clone(l.Any), i, i+1)
	} else {
		l.Any = append(slices.Clone(l.Any), facet)
	}
	return l
}

// beside returns the lookup without the picked values of a facet: what else could be picked.
func (l lookup) beside(facet string) lookup {
	l.Page, l.Picked = 1, l.Picked.without(facet)
	return l
}

// anyValue stands for a value in an address that is made once for hundreds of them: to encode each anew took a
// third of the time of a page of results.
const anyValue = "\x00value\x00"

// encodedAny is anyValue as it stands in an address.
var encodedAny = url.QueryEscape(anyValue)

// withValue puts a value into such an address.
func withValue(href, value string) string {
	return strings.Replace(href, encodedAny, url.QueryEscape(value), 1)
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
	if facet == "month" {
		return l.Month == value
	}
	return l.Picked.has(facet, value)
}

// narrows reports whether a value of a facet is picked or kept out.
func (l lookup) narrows(k facetKind) bool { return len(l.Picked[k.name])+len(l.Not[k.name]) > 0 }

// shows reports whether a month is the picked one, or lies in the picked days.
func (l lookup) shows(month string) bool {
	if l.Month != "" || l.From == "" && l.To == "" {
		return l.Month == month
	}
	return (l.From == "" || l.From[:min(len(l.From), len(month))] <= month) && (l.To == "" || month <= l.To)
}
