package web

import (
	"net/http"

	"github.com/dateline-go/dateline/search"
)

// trendsView is the page of what is more frequent than before.
type trendsView struct {
	frame
	Known  bool
	Report search.TrendReport
	Kinds  []trendKind
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

// trendKinds are the kinds in the order of the page.
var trendKinds = []struct {
	title string
	kinds []string
}{
	{"People", []string{search.KindPerson}}, {"Organisations", []string{search.KindOrganisation}},
	{"Countries and places", []string{search.KindCountry, search.KindPlace}}, {"Topics", []string{search.KindKeyphrase}},
	{"Other names", []string{search.KindGroup, search.KindEvent, search.KindWork, search.KindProduct, search.KindLaw}},
}

// trendsPage shows the trends of the last week.
func (s *Site) trendsPage(w http.ResponseWriter, r *http.Request) error {
	v := trendsView{frame: s.frame(r, "Trends")}
	d := s.digest.known()
	if d == nil {
		return s.render(w, "trends", v)
	}
	v.Known, v.Report = true, d.trends
	named := map[string]bool{} // what has a trend as a name needs none as a topic
	for _, t := range d.trends.Trends {
		named[t.Text] = named[t.Text] || t.Kind != search.KindKeyphrase
	}
	for _, k := range trendKinds {
		one := trendKind{Title: k.title}
		for _, kind := range k.kinds {
			for _, t := range d.trends.Trends {
				if t.Kind == kind && (kind != search.KindKeyphrase || !named[t.Text]) {
					one.Trends = append(one.Trends, trendView{t, trendLink(t), sparkOf(t.Days)})
				}
			}
		}
		if len(one.Trends) > 0 {
			v.Kinds = append(v.Kinds, one)
		}
	}
	return s.render(w, "trends", v)
}

// trendLink is the page of a trend: that of the entity, or a search for the phrase.
func trendLink(t search.Trend) string {
	if t.ID != "" {
		return entityLink(t.ID)
	}
	return lookup{Q: search.Clause{Match: search.Phrase, Text: t.Text}.String()}.Href()
}
