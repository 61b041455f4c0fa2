package web

import (
	"cmp"
	"encoding/json"
	"net/http"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/corrections"
)

// apiCorrections lists what was put right.
func (s *Site) apiCorrections(w http.ResponseWriter, r *http.Request) error {
	list := s.corrections.All()
	if list == nil {
		list = []corrections.Correction{}
	}
	return writeJSON(w, http.StatusOK, struct {
		Corrections []corrections.Correction `json:"corrections"`
	}{list})
}

// apiCorrect puts something right. Of a place its name and its id in GeoNames are enough, of
// another thing its name or its id.
func (s *Site) apiCorrect(w http.ResponseWriter, r *http.Request) error {
	var in corrections.Correction
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxForm)).Decode(&in); err != nil {
		return &failure{http.StatusBadRequest, "the body is not a correction in JSON", err}
	}
	c := corrections.Correction{Kind: in.Kind, Article: in.Article, Text: in.Text, To: in.To, Who: in.Who}
	if c.Article != "" {
		if _, err := s.options.Archive.Document(r.Context(), c.Article); err != nil {
			return err
		}
	}
	switch c.Kind {
	case corrections.Place:
		c.To = placeThing(cmp.Or(in.To.Name, in.Text), in.To.GeoNames)
	case corrections.Same, corrections.Speaker:
		var err error
		if c.To, err = s.meant(r.Context(), nil, in.To.ID, cmp.Or(in.To.Name, in.To.ID)); err != nil {
			return err
		}
	}
	c, err := s.makeCorrection(r.Context(), c, c.Article)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusCreated, c)
}

// apiRevoke takes a correction back.
func (s *Site) apiRevoke(w http.ResponseWriter, r *http.Request) error {
	if err := s.revokeCorrection(r.Context(), r.URL.Query().Get("id")); err != nil {
		return err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}
