package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// searchView is the page of results, which is also the first page.
type searchView struct {
	frame
	Look    lookup
	Front   bool // nothing was asked
	Trouble string
	Total   int
	Hits    []hitView
	First   int // number of the first hit
	Last    int
	Picked  []facetValue
	Clear   string // the address of the search without them, where there are several
	Facets  []facetView
	Months  *histogram
	Days    daysView
	Sorts   []sortView
	Fixed   string // did you mean
	FixHref string
	Prev    string
	Next    string
	Trends  []trendView
	Ordered string // in what order, for screen readers
}

// hitView is an article that was found.
type hitView struct {
	search.Hit
	Name      string // the headline, else the id
	Title     pieces // the name, with what matched in it
	Site      string
	Section   string
	Language  string
	Fragments []pieces
}

type sortView struct {
	Name string
	Href string
	On   bool
}

// facetView is a facet with its values.
type facetView struct {
	Name   string
	Title  string
	Values []facetValue
	More   []facetValue // the less frequent ones, folded away
	Map    *worldMap    // of countries
	Large  string       // the address of the same map on a page of its own
	// Any says that one of the picked values is enough. Loosen leads to the other way; it is ""
	// where fewer than two are picked.
	Any    bool
	Loosen string

	in speech
}

// facetValue is one of them, with what picking it leads to.
type facetValue struct {
	Facet string
	Value string
	Name  string
	Count int
	Share float64 // of the most frequent one
	Href  string
	On    bool
	Out   string // the address of the search that keeps it out; "" where there is none
	Not   bool   // it is kept out
}

// maxFacet is how many values of a facet are shown at once.
const maxFacet = 8

// searchPage shows what a search found.
func (s *Site) searchPage(w http.ResponseWriter, r *http.Request) error {
	l, err := lookupOf(r.URL.Query())
	if err != nil {
		return err
	}
	v := searchView{frame: s.frame(r, "title.search"), Look: l}
	v.Q = l.Q
	v.Front = l.Href() == "/"
	if v.Front {
		v.Title = v.in.Word("title.front")
		if d := s.digest.known(); d != nil {
			v.Trends = topTrends(d.trends[trendDays[0]], 6)
		}
	} else if l.Q != "" {
		v.Title = l.Q
	}
	v.Picked, v.Days = v.in.pickedIn(l), daysOf(l)
	if len(v.Picked) > 1 {
		v.Clear = l.Bare()
	}
	q, err := l.query()
	if err == nil {
		var res search.Results
		res, err = s.asked(r.Context(), l, q)
		if err == nil {
			err = s.found(r.Context(), &v, q, res)
		}
		if err == nil {
			return s.render(w, "search", v)
		}
	}
	var syntax *search.SyntaxError
	var refused *failure
	switch {
	case errors.As(err, &refused) && refused.status == http.StatusBadRequest:
		v.Trouble = v.in.Sentence(refused.words)
	case errors.As(err, &syntax):
		why := v.in.Translate(syntax.Err.Error())
		v.Trouble = v.in.Say("search.trouble", why)
		if syntax.Item != "" {
			v.Trouble = v.in.Say("search.trouble.at", syntax.Item, why)
		}
	case errors.Is(err, search.ErrQuery):
		v.Trouble = v.in.Say("search.trouble", v.in.Translate(failureOf(err).words))
	default:
		return err
	}
	return s.renderStatus(w, http.StatusBadRequest, "search", v)
}

// card is what a line about an article has that a hit has not.
type card struct {
	name, site, section, language string
}

// card returns that of an article.
func (s *Site) card(ctx context.Context, id string) (card, error) {
	return s.cards.of(id, func() (card, error) {
		doc, err := s.options.Archive.Document(ctx, id)
		if err != nil {
			return card{}, err
		}
		name := doc.Headline
		if name == "" {
			name = firstWords(doc)
		}
		return card{
			strings.Clone(name), strings.Clone(sourceOf(doc)), strings.Clone(doc.Section), strings.Clone(doc.Language),
		}, nil
	})
}

// sourceOf says who published an article: the publication, else the host of its address, else
// the agency that the dateline names.
func sourceOf(doc *dateline.Document) string {
	if doc.Site != "" {
		return doc.Site
	}
	if u, err := url.Parse(doc.URL); err == nil && u.Hostname() != "" {
		return strings.TrimPrefix(u.Hostname(), "www.")
	}
	return strings.Trim(doc.Words(doc.Credit()), "()")
}

// found fills in what was found.
func (s *Site) found(ctx context.Context, v *searchView, q search.Query, res search.Results) error {
	l := v.Look
	v.Total = res.Total
	v.First, v.Last = q.Offset+1, q.Offset+len(res.Hits)
	for _, h := range res.Hits {
		c, err := s.card(ctx, h.ID)
		if err != nil {
			return err
		}
		one := hitView{Hit: h, Name: c.name, Site: c.site, Section: c.section, Language: c.language}
		one.Title = piecesOf(search.Fragment{Text: c.name})
		if c.name == h.Headline {
			one.Title = piecesOf(search.Fragment{Text: c.name, Spans: h.HeadlineSpans})
		}
		for _, f := range h.Fragments {
			one.Fragments = append(one.Fragments, piecesOf(f))
		}
		v.Hits = append(v.Hits, one)
	}
	facets, err := s.facets(ctx, v.in, l, res)
	if err != nil {
		return err
	}
	v.Facets = facets
	v.Months = v.in.monthsOf(res.Facets["month"], l.toMonth())
	if res.DidYouMean != "" {
		fixed := lookup{Q: res.DidYouMean}
		if p, err := search.ParseTyped(l.Q); err == nil && p.String() != res.DidYouMean {
			v.Fixed, v.FixHref = res.DidYouMean, fixed.Href()
		}
	}
	v.Sorts = v.in.sortsOf(l, q)
	if l.Page > 1 {
		v.Prev = l.to(l.Page - 1).Href()
	}
	if v.Last < res.Total && (l.Page+1)*pageSize <= search.MaxWindow {
		v.Next = l.to(l.Page + 1).Href()
	}
	return nil
}

// asked returns what the archive says to a lookup.
func (s *Site) asked(ctx context.Context, l lookup, q search.Query) (search.Results, error) {
	return s.answers.of(l.Href(), func() (search.Results, error) { return s.options.Archive.Search(ctx, q) })
}

// pickedIn lists what a search is narrowed to, and what it keeps out.
func (in speech) pickedIn(l lookup) []facetValue {
	var list []facetValue
	for _, k := range facetKinds {
		for _, value := range l.Picked[k.name] {
			list = append(list, facetValue{Name: in.valueName(k.name, value), Href: l.toggle(k.name, value).Href()})
		}
		for _, value := range l.Not[k.name] {
			list = append(list, facetValue{Name: in.valueName(k.name, value), Href: l.exclude(k.name, value).Href(), Not: true})
		}
	}
	if days := in.daysPicked(l); days != "" {
		list = append(list, facetValue{Name: days, Href: l.AnyDay()})
	}
	return list
}

// sortsOf lists the orders that make sense for a search.
func (in speech) sortsOf(l lookup, q search.Query) []sortView {
	var list []sortView
	add := func(by search.Sort, name string) {
		list = append(list, sortView{name, l.sorted(by).Href(), q.Sort == by})
	}
	ranked := q.Text != "" // else there is nothing to rank by
	if ranked {
		add(search.Relevance, in.Word("sort.best"))
	}
	add(search.Newest, in.Word("sort.newest"))
	add(search.Oldest, in.Word("sort.oldest"))
	if ranked {
		add(search.Blend, in.Word("sort.blend"))
	}
	return list
}

// folded returns the view with the first n values to be seen at once. One alone is
// not folded away: the line that says so would take its place.
func (f facetView) folded(n int) facetView {
	if len(f.Values) > n+1 {
		f.Values, f.More = f.Values[:n], f.Values[n:]
	}
	return f
}

// topTrends returns the surest trends, two of a kind at most, each thing once.
func topTrends(r search.TrendReport, n int) []trendView {
	var top []trendView
	kinds, seen := map[string]int{}, map[string]bool{}
	for _, t := range r.Trends {
		if seen[t.Text] || t.Kind == search.KindKeyphrase {
			continue // a keyphrase is often a name that has its own trend
		}
		seen[t.Text] = true
		if kinds[t.Kind]++; kinds[t.Kind] <= 2 && len(top) < n {
			top = append(top, trendView{t, trendLink(t), sparkOf(t.Days)})
		}
	}
	return top
}
