package web

import (
	"net/http"
	"slices"
	"strings"
)

// route is what answers a method of a path. Paths are compared whole: nothing of a
// request ever becomes the name of a file.
type route struct {
	serve  func(http.ResponseWriter, *http.Request) error
	writes bool  // needs the token
	body   int64 // the most bytes that are taken, 0 for those of a page
}

// table lists everything that is served.
func (s *Site) table() map[string]map[string]route {
	get := func(f func(http.ResponseWriter, *http.Request) error) map[string]route {
		return map[string]route{http.MethodGet: {serve: f}}
	}
	post := func(f func(http.ResponseWriter, *http.Request) error) map[string]route {
		return map[string]route{http.MethodPost: {serve: f, writes: true}}
	}
	t := map[string]map[string]route{
		"/":        get(s.searchPage),
		"/article": get(s.articlePage),
		"/entity":  get(s.entityPage),
		"/story":   get(s.storyPage),
		"/map":     get(s.mapPage),
		"/trends":  get(s.trendsPage),
		"/export":  get(s.exportPage),
		"/about":   get(s.aboutPage),
		"/correct": {http.MethodGet: {serve: s.correctPage}, http.MethodPost: {serve: s.correct, writes: true}},

		"/corrections":        get(s.correctionsPage),
		"/corrections/revoke": post(s.revoke),

		"/analyze": {http.MethodGet: {serve: s.pastePage}, http.MethodPost: {serve: s.analysedPage}},
		"/alerts":  {http.MethodGet: {serve: s.alertsPage}, http.MethodPost: {serve: s.makeAlertPage, writes: true}},

		"/alerts/feed":   get(s.alertFeed),
		"/alerts/seen":   post(s.seenAlertPage),
		"/alerts/delete": post(s.deleteAlertPage),
		"/login":         {http.MethodGet: {serve: s.loginPage}, http.MethodPost: {serve: s.login}},
		"/logout":        {http.MethodPost: {serve: s.logout}},

		"/api/search":     get(s.apiSearch),
		"/api/suggest":    get(s.apiSuggest),
		"/api/article":    get(s.apiArticle),
		"/api/related":    get(s.apiRelated),
		"/api/duplicates": get(s.apiDuplicates),
		"/api/story":      get(s.apiStory),
		"/api/trends":     get(s.apiTrends),
		"/api/analyze":    {http.MethodPost: {serve: s.apiAnalyze}},
		"/api/alerts": {
			http.MethodGet:    {serve: s.apiAlerts},
			http.MethodPost:   {serve: s.apiMakeAlert, writes: true},
			http.MethodDelete: {serve: s.apiDeleteAlert, writes: true},
		},
		"/api/articles": {
			http.MethodPost:   {serve: s.apiAddArticles, writes: true, body: maxFeed},
			http.MethodPut:    {serve: s.apiPutArticle, writes: true},
			http.MethodDelete: {serve: s.apiDeleteArticle, writes: true},
		},
		"/api/corrections": {
			http.MethodGet:    {serve: s.apiCorrections},
			http.MethodPost:   {serve: s.apiCorrect, writes: true},
			http.MethodDelete: {serve: s.apiRevoke, writes: true},
		},
		"/api/jobs":         get(s.apiJob),
		"/api/alerts/seen":  post(s.apiSeenAlert),
		"/api/openapi.json": get(s.apiDescription),
		"/api/schema.json":  get(s.apiSchema),

		"/healthz": get(s.health),
		"/metrics": get(s.metrics),
	}
	for path := range s.assets {
		t[path] = get(s.static)
	}
	return t
}

// dispatch finds what answers a request.
func (s *Site) dispatch(w http.ResponseWriter, r *http.Request) {
	methods, ok := s.routes[r.URL.Path]
	if !ok {
		s.fail(w, r, refuse(http.StatusNotFound, "there is no such page"))
		return
	}
	method := r.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	found, ok := methods[method]
	if !ok {
		var allowed []string
		for m := range methods {
			allowed = append(allowed, m)
		}
		slices.Sort(allowed)
		w.Header().Set("Allow", strings.Join(allowed, ", "))
		s.fail(w, r, refuse(http.StatusMethodNotAllowed, "this page does not take that method"))
		return
	}
	if found.writes {
		if err := s.mayWrite(w, r); err != nil {
			s.fail(w, r, err)
			return
		}
	}
	s.keepLanguage(w, r)
	if err := found.serve(w, r); err != nil {
		s.fail(w, r, err)
	}
}

// known returns the path of a request as a label for metrics: one of the table's,
// or "other".
func (s *Site) known(r *http.Request) string {
	if _, ok := s.routes[r.URL.Path]; ok {
		return r.URL.Path
	}
	return "other"
}
