package web

import (
	"net/http"
	"strings"
)

// mapView is the page of a large map.
type mapView struct {
	frame
	Look   lookup
	Total  int
	Where  facetView
	Picked []facetValue // what the search is narrowed to
	Clear  string
}

// mapPage shows the countries of a search on a map as wide as the page: in the column
// beside the results Belgium is three pixels.
func (s *Site) mapPage(w http.ResponseWriter, r *http.Request) error {
	l, err := lookupOf(r.URL.Query())
	if err != nil {
		return err
	}
	q, err := l.query()
	if err != nil {
		return err
	}
	res, err := s.asked(r.Context(), l, q)
	if err != nil {
		return err
	}
	v := mapView{frame: s.frame(r, "title.map"), Look: l, Total: res.Total}
	v.Q = l.Q
	v.Picked = v.in.pickedIn(l)
	for i := range v.Picked { // to take one away leads to the map, not to the articles
		v.Picked[i].Href = "/map" + strings.TrimPrefix(v.Picked[i].Href, "/")
	}
	v.Where = s.facet(v.in, l, "countries", v.in.Word("facet.countries"), res.Facets["countries"])
	v.Where.Values, v.Where.More = append(v.Where.Values, v.Where.More...), nil
	return s.render(w, "map", v)
}
