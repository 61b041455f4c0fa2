package web

import (
	"encoding/json"
	"net/http"
)

// apiAlert is an alert in JSON.
type apiAlert struct {
	ID    string `json:"id"`
	Query string `json:"query"`
	Total int    `json:"total"`
	New   int    `json:"new"`
}

// apiAlerts lists the alerts.
func (s *Site) apiAlerts(w http.ResponseWriter, r *http.Request) error {
	list := []apiAlert{}
	for _, a := range s.alerts.all() {
		v, err := s.held(r.Context(), a, 0)
		if err != nil {
			return err
		}
		list = append(list, apiAlert{a.ID, a.Query, v.Total, v.New})
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
	a := alert{ID: in.ID, Query: in.Query}
	if err := s.alerts.put(a); err != nil {
		return err
	}
	v, err := s.held(r.Context(), a, 0)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusCreated, apiAlert{a.ID, a.Query, v.Total, v.New})
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
