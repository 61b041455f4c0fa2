package web

import (
	"cmp"
	"context"
	"crypto/rand"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/dateline-go/dateline/search"
)

// alertsView is the page of the alerts.
type alertsView struct {
	frame
	Alerts []alertView
	Asked  string // a search to save
	Name   string // of it
	Hook   string
	Back   string // this page, to come back to after signing in

	Trouble string // why an alert could not be made, in English and then in the language of the page
}

// alertView is an alert with what it finds.
type alertView struct {
	alert
	Total int
	New   int
	Href  string
	Feed  string
	Hits  []hitView
	// Trouble says why it cannot be answered, Undelivered why its webhook was not told.
	Trouble     string
	Undelivered string
}

// alertsPage lists the alerts with their newest articles.
func (s *Site) alertsPage(w http.ResponseWriter, r *http.Request) error {
	return s.listAlerts(w, r, http.StatusOK, alertsView{Asked: r.URL.Query().Get("q")})
}

// listAlerts shows the alerts below the form that makes one.
func (s *Site) listAlerts(w http.ResponseWriter, r *http.Request, status int, v alertsView) error {
	v.frame = s.frame(r, "nav.alerts")
	if v.Trouble != "" {
		v.Trouble = v.in.Sentence(v.Trouble)
	}
	v.Back = r.URL.RequestURI()
	for _, a := range s.alerts.all() {
		v.Alerts = append(v.Alerts, s.row(r.Context(), a, 3))
	}
	return s.renderStatus(w, status, "alerts", v)
}

// row is an alert with what it finds, or with why that cannot be said: one alert that has
// become too broad must not take the others from the page.
func (s *Site) row(ctx context.Context, a alert, n int) alertView {
	v, err := s.held(ctx, a, n)
	if err != nil {
		v = alertView{alert: a, Trouble: failureOf(err).words}
		s.log.Warn("alert", "alert", a.ID, "error", err.Error())
	}
	v.Href = "/?" + url.Values{"q": {a.Query}, "sort": {"newest"}}.Encode()
	v.Feed = feedLink(a.ID)
	if a.Webhook != "" {
		v.Undelivered = s.hooks.troubleOf(a.ID)
	}
	return v
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
	v := alertView{alert: a, Total: res.Total, New: max(0, res.Total-a.Seen)}
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
	a := alert{ID: cmp.Or(r.PostForm.Get("id"), term(query)), Query: query, Webhook: r.PostForm.Get("webhook")}
	_, err := s.makeAlert(r.Context(), a)
	if err != nil {
		f := failureOf(err)
		if f.status >= http.StatusInternalServerError {
			return err
		}
		if strings.TrimSpace(query) == "" {
			f.words = "an alert needs a search"
		}
		return s.listAlerts(w, r, f.status, alertsView{
			Asked: query, Name: r.PostForm.Get("id"), Hook: a.Webhook, Trouble: f.words,
		})
	}
	http.Redirect(w, r, "/alerts", http.StatusSeeOther)
	return nil
}

// term is a query cut to what the name of an alert may have.
func term(query string) string {
	if r := []rune(query); len(r) > maxAlertID {
		return string(r[:maxAlertID-1]) + "…"
	}
	return query
}

// makeAlert saves an alert. What it finds now is not new. Its webhook keeps its secret
// where the alert is changed.
func (s *Site) makeAlert(ctx context.Context, a alert) (alertView, error) {
	if err := a.check(); err != nil {
		return alertView{}, err
	}
	if a.Webhook = strings.TrimSpace(a.Webhook); a.Webhook != "" {
		if err := s.hooks.check(a.Webhook); err != nil {
			return alertView{}, err
		}
		a.Secret = rand.Text()
	}
	a.Made = time.Now().UTC().Truncate(time.Second)
	if old, err := s.alerts.find(a.ID); err == nil {
		a.Made = old.Made
		if old.Query == a.Query {
			a.Came = old.Came
		}
		if a.Secret != "" {
			a.Secret = cmp.Or(old.Secret, a.Secret)
		}
	}
	v, err := s.held(ctx, a, 0)
	if err != nil {
		return v, err
	}
	v.Seen, v.New = v.Total, 0
	return v, s.alerts.put(v.alert)
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
