package web

import (
	"cmp"
	"context"
	"net/http"
	"net/url"

	"github.com/dateline-go/dateline/search"
)

// alertsView is the page of the alerts.
type alertsView struct {
	frame
	Alerts []alertView
	Asked  string // a search to save
}

// alertView is an alert with what it finds.
type alertView struct {
	alert
	Total int
	New   int
	Href  string
	Hits  []hitView
}

// alertsPage lists the alerts with their newest articles.
func (s *Site) alertsPage(w http.ResponseWriter, r *http.Request) error {
	v := alertsView{frame: s.frame(r, "Alerts"), Asked: r.URL.Query().Get("q")}
	for _, a := range s.alerts.all() {
		one, err := s.held(r.Context(), a, 3)
		if err != nil {
			return err
		}
		v.Alerts = append(v.Alerts, one)
	}
	return s.render(w, "alerts", v)
}

// held searches for what an alert finds, with at most n articles.
func (s *Site) held(ctx context.Context, a alert, n int) (alertView, error) {
	q, err := search.Parse(a.Query)
	if err != nil {
		return alertView{}, err
	}
	q.Sort, q.Limit, q.Fragments = search.Newest, n, -1
	if n == 0 {
		q.Limit = -1
	}
	res, err := s.options.Archive.Search(ctx, q)
	if err != nil {
		return alertView{}, err
	}
	href := "/?" + url.Values{"q": {a.Query}, "sort": {"newest"}}.Encode()
	v := alertView{alert: a, Total: res.Total, New: max(0, res.Total-a.Seen), Href: href}
	for _, h := range res.Hits {
		v.Hits = append(v.Hits, hitView{Hit: h, Name: cmp.Or(h.Headline, h.ID)})
	}
	return v, nil
}

// makeAlertPage saves the alert of a form.
func (s *Site) makeAlertPage(w http.ResponseWriter, r *http.Request) error {
	if err := s.form(w, r); err != nil {
		return err
	}
	query := r.PostForm.Get("query")
	if err := s.alerts.put(alert{ID: cmp.Or(r.PostForm.Get("id"), query), Query: query}); err != nil {
		return err
	}
	http.Redirect(w, r, "/alerts", http.StatusSeeOther)
	return nil
}

// seenAlertPage clears an alert: what it finds now is no longer new.
func (s *Site) seenAlertPage(w http.ResponseWriter, r *http.Request) error {
	if err := s.form(w, r); err != nil {
		return err
	}
	if err := s.clear(r.Context(), r.PostForm.Get("id")); err != nil {
		return err
	}
	http.Redirect(w, r, "/alerts", http.StatusSeeOther)
	return nil
}

// clear notes that what an alert finds was seen.
func (s *Site) clear(ctx context.Context, id string) error {
	a, err := s.alerts.find(id)
	if err != nil {
		return err
	}
	v, err := s.held(ctx, a, 0)
	if err != nil {
		return err
	}
	return s.alerts.seen(id, v.Total)
}

// deleteAlertPage takes the alert of a form out.
func (s *Site) deleteAlertPage(w http.ResponseWriter, r *http.Request) error {
	if err := s.form(w, r); err != nil {
		return err
	}
	if err := s.alerts.remove(r.PostForm.Get("id")); err != nil {
		return err
	}
	http.Redirect(w, r, "/alerts", http.StatusSeeOther)
	return nil
}
