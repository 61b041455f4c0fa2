package web

import (
	"cmp"
	"encoding/json"
	"net/http"
)

// apiAlert is an alert in JSON.
type apiAlert struct {
	ID    string `json:"id"`
	Query string `json:"query"`
	Total int    `json:"total"`
	New   int    `json:"new"`
	// Feed is the address of its Atom feed on this desk.
	Feed    string `json:"feed"`
	Webhook string `json:"webhook,omitempty"`
	// Secret signs the calls of the webhook. It is told to who makes the alert only.
	Secret string `json:"secret,omitempty"`
	// Trouble says why it cannot be answered, or why its webhook was not told.
	Trouble string `json:"trouble,omitempty"`
}

// apiAlertOf puts an alert in the form of the API.
func apiAlertOf(v alertView) apiAlert {
	return apiAlert{
		ID: v.ID, Query: v.Query, Total: v.Total, New: v.New, Feed: feedLink(v.ID), Webhook: v.Webhook,
		Trouble: cmp.Or(v.Trouble, v.Undelivered),
	}
}

// apiAlerts lists the alerts.
func (s *Site) apiAlerts(w http.ResponseWriter, r *http.Request) error {
	list := []apiAlert{}
	for _, a := range s.alerts.all() {
		list = append(list, apiAlertOf(s.row(r.Context(), a, 0)))
	}
	return writeJSON(w, http.StatusOK, struct {
		Alerts []apiAlert `json:"alerts"`
	}{list})
}

// apiMakeAlert saves an alert.
func (s *Site) apiMakeAlert(w http.ResponseWriter, r *http.Request) error {
	var in alert
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxForm)).Decode(&in); err != nil {
		return &failure{http.StatusBadRequest, "the body is not an alert in JSON", err}
	}
	v, err := s.makeAlert(r.Context(), alert{ID: in.ID, Query: in.Query, Webhook: in.Webhook})
	if err != nil {
		return err
	}
	made := apiAlertOf(v)
	made.Secret = v.Secret
	return writeJSON(w, http.StatusCreated, made)
}

// apiSeenAlert clears an alert.
func (s *Site) apiSeenAlert(w http.ResponseWriter, r *http.Request) error {
	if err := s.clear(r.Context(), r.URL.Query().Get("id")); err != nil {
		return err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// apiDeleteAlert takes an alert out.
func (s *Site) apiDeleteAlert(w http.ResponseWriter, r *http.Request) error {
	if err := s.alerts.remove(r.URL.Query().Get("id")); err != nil {
		return err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}
