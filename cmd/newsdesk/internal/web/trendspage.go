package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/dateline-go/dateline/search"
)

// trendsView is the page of what is more frequent than before.
type trendsView struct {
	frame
	Known  bool
	Days   int // of the period
	Other  []int
	Report search.TrendReport
	Kinds  []trendKind
	Where  *facetView // countries of the week's articles
}

// trendKind lists the trends of one kind.
type trendKind struct {
	Title  string
	Trends []trendView
}

type trendView struct {
	search.Trend
	Href  string
	Spark spark
}

// trendKinds are the kinds in the order of the page, with the keys of their titles.
var trendKinds = []struct {
	title string
	kinds []string
}{
	{"facet.people", []string{search.KindPerson}}, {"facet.organisations", []string{search.KindOrganisation}},
	{"trends.places", []string{search.KindCountry, search.KindPlace}}, {"trends.topics", []string{search.KindKeyphrase}},
	{"article.other", []string{search.KindGroup, search.KindEvent, search.KindWork, search.KindProduct, search.KindLaw}},
}

// periodOf reads the period of trends from an address.
func periodOf(v url.Values) (int, error) {
	days, err := whole(v, "days", trendDays[0], 1, trendDays[len(trendDays)-1])
	if err == nil && !slices.Contains(trendDays, days) {
		err = refuse(http.StatusBadRequest, "the days are none of 7, 30 and 90")
	}
	return days, err
}

// trendsPage shows the trends of a period, of the last week where none is chosen.
func (s *Site) trendsPage(w http.ResponseWriter, r *http.Request) error {
	days, err := periodOf(r.URL.Query())
	if err != nil {
		return err
	}
	v := trendsView{frame: s.frame(r, "nav.trends"), Days: days, Other: trendDays}
	d := s.digest.known()
	if d == nil {
		return s.render(w, "trends", v)
	}
	if v.Report, v.Known = d.trends[days]; !v.Known {
		return s.render(w, "trends", v)
	}
	named := map[string]bool{} // what has a trend as a name needs none as a topic
	for _, t := range v.Report.Trends {
		named[t.Text] = named[t.Text] || t.Kind != search.KindKeyphrase
	}
	for _, k := range trendKinds {
		one := trendKind{Title: v.in.Word(k.title)}
		for _, kind := range k.kinds {
			for _, t := range v.Report.Trends {
				if t.Kind == kind && (kind != search.KindKeyphrase || !named[t.Text]) {
					one.Trends = append(one.Trends, trendView{t, trendLink(t), sparkOf(t.Days)})
				}
			}
		}
		if len(one.Trends) > 0 {
			v.Kinds = append(v.Kinds, one)
		}
	}
	if v.Where, err = s.where(r.Context(), v.in, v.Report); err != nil {
		return err
	}
	return s.render(w, "trends", v)
}

// where returns the countries of the articles that are the newer side of a report,
// nil where there are none.
func (s *Site) where(ctx context.Context, in speech, report search.TrendReport) (*facetView, error) {
	if report.Until.IsZero() {
		return nil, nil
	}
	const day = 24 * time.Hour
	from, until := report.From.Time.UTC().Truncate(day), report.Until.Time.UTC().Truncate(day)
	days := search.Clause{Field: search.Published, After: from, Before: until.AddDate(0, 0, 1)}
	l := lookup{Q: days.String(), Page: 1}
	q, err := l.query()
	if err != nil {
		return nil, err
	}
	res, err := s.asked(ctx, l, q)
	if err != nil {
		return nil, err
	}
	f := s.facet(in, l, "countries", in.Word("trends.where"), res.Facets["countries"])
	if f.Map == nil {
		return nil, nil
	}
	for _, list := range [][]facetValue{f.Values, f.More} {
		for i := range list {
			list[i].Out = "" // nothing is searched for here
		}
	}
	return &f, nil
}

// trendLink is the page of a trend: that of the entity, or a search for the phrase.
func trendLink(t search.Trend) string {
	if t.ID != "" {
		return entityLink(t.ID)
	}
	return lookup{Q: search.Clause{Match: search.Phrase, Text: t.Text}.String()}.Href()
}
