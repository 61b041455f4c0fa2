package opensearch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// Alerts are saved queries that each new document is held against, as
// [search.Alerts] does it, but kept in the cluster, whose percolator finds the few
// that may match. They lie in an index of their own, NAME.alerts.
const (
	alertsSuffix = ".alerts"
	alertsKind   = "dateline alerts"
	alertsForm   = 1
	// alertsPage is how many alerts are read at once.
	alertsPage = 500
	fieldQuery = "query"
)

// savedAlert is an alert in its index.
type savedAlert struct {
	ID    string       `json:"id"`
	Saved search.Query `json:"alert"`
	Query object       `json:"query"`
}

func (a *Archive) alertsPath() string { return "/" + a.config.Index + alertsSuffix }

// AddAlerts saves queries, each in place of the one that is there under its id.
// They match what is asked about after AddAlerts returns. An error names the alert
// that is not right, and then none is saved: it wraps [search.ErrQuery] where the
// query is not valid.
func (a *Archive) AddAlerts(ctx context.Context, alerts ...search.Alert) error {
	index := a.config.Index + alertsSuffix
	actions := make([]action, 0, len(alerts))
	for _, x := range alerts {
		switch err := x.Query.Validate(); {
		case x.ID == "" || len(x.ID) > maxID || !utf8.ValidString(x.ID):
			return fmt.Errorf("%w: alert %.40q: id is empty, longer than %d bytes or not UTF-8", ErrOptions, x.ID, maxID)
		case err != nil:
			return fmt.Errorf("opensearch: alert %q: %w", x.ID, err)
		}
		body, err := compact(savedAlert{x.ID, x.Query, standing(x.Query)})
		if err != nil {
			return fmt.Errorf("opensearch: alert %q: %w", x.ID, err)
		}
		var l line
		l.action("index", index, x.ID)
		actions = append(actions, action{id: x.ID, noun: "alert", lines: append(l.b, body...)})
	}
	if err := a.enter(ctx); err != nil {
		return err
	}
	defer a.leave()
	if err := a.beginAlerts(ctx); err != nil {
		return fmt.Errorf("opensearch: alerts: %w", err)
	}
	refused, err := a.bulk(ctx, actions)
	if err == nil {
		err = a.refreshAlerts(ctx)
	}
	if err != nil {
		return fmt.Errorf("opensearch: alerts: %w", err)
	}
	var bad []error
	for _, x := range actions {
		if err := refused[x.id]; err != nil {
			bad = append(bad, err)
			delete(refused, x.id)
		}
	}
	return errors.Join(bad...)
}

// RemoveAlert takes an alert out. The error wraps [search.ErrNoAlert] where there
// is none of that id.
func (a *Archive) RemoveAlert(ctx context.Context, id string) error {
	if err := a.enter(ctx); err != nil {
		return err
	}
	defer a.leave()
	if id == "" {
		return fmt.Errorf("opensearch: %w: %q", search.ErrNoAlert, id)
	}
	err := a.do(ctx, http.MethodDelete, a.alertsPath()+"/_doc/"+url.PathEscape(id),
		url.Values{"refresh": {"true"}}, nil, nil)
	if errors.Is(err, errMissing) {
		return fmt.Errorf("opensearch: %w: %q", search.ErrNoAlert, id)
	}
	if err != nil {
		return fmt.Errorf("opensearch: alert %q: %w", id, err)
	}
	return nil
}

// Alerts returns the alerts in the order of their ids.
func (a *Archive) Alerts(ctx context.Context) ([]search.Alert, error) {
	if err := a.enter(ctx); err != nil {
		return nil, err
	}
	defer a.leave()
	list, err := a.findAlerts(ctx, everything)
	if err != nil {
		return nil, fmt.Errorf("opensearch: alerts: %w", err)
	}
	return list, nil
}

// MatchAlerts returns the alerts whose query finds a document, in the order of
// their ids, with the words that match. The document must be valid
// ([dateline.Document.Validate]); whether it is in the archive does not matter.
func (a *Archive) MatchAlerts(ctx context.Context, doc *dateline.Document) ([]search.AlertMatch, error) {
	if doc == nil {
		return nil, fmt.Errorf("opensearch: alerts: %w: no document", dateline.ErrInvalid)
	}
	if err := doc.Validate(); err != nil {
		return nil, fmt.Errorf("opensearch: alerts: %w", err)
	}
	if err := a.enter(ctx); err != nil {
		return nil, err
	}
	defer a.leave()
	b := builder{meta: &meta{Averages: usual}} // what ranks does not matter
	b.b = append(b.b, '{')
	b.fields(doc)
	b.b = append(b.b, '}')
	list, err := a.findAlerts(ctx, both(object{"percolate": object{"field": fieldQuery, "document": raw(b.b)}}))
	if err != nil {
		return nil, fmt.Errorf("opensearch: alerts of %q: %w", doc.ID, err)
	}
	var alerts search.Alerts
	for _, x := range list {
		if err := alerts.Add(x.ID, x.Query); err != nil {
			return nil, fmt.Errorf("opensearch: %w", err)
		}
	}
	return alerts.Match(doc)
}

// findAlerts returns the alerts that a query finds, in the order of their ids.
func (a *Archive) findAlerts(ctx context.Context, query object) ([]search.Alert, error) {
	request := object{"size": alertsPage, "query": query, "_source": []string{fieldID, "alert"}, "track_total_hits": false,
		"sort": []object{{fieldID: "asc"}}}
	list := []search.Alert{}
	for {
		f := new(found[savedAlert])
		err := a.post(ctx, a.alertsPath()+"/_search", nil, request, f)
		if errors.Is(err, errMissing) {
			return list, nil // nobody saved any
		}
		if err == nil {
			err = f.err()
		}
		if err != nil {
			return nil, err
		}
		for _, h := range f.Hits.Hits {
			list = append(list, search.Alert{ID: h.Source.ID, Query: h.Source.Saved})
		}
		n := len(f.Hits.Hits)
		if n < alertsPage {
			return list, nil
		}
		request["search_after"] = f.Hits.Hits[n-1].Sort
	}
}

// beginAlerts makes the index of alerts where there is none yet.
func (a *Archive) beginAlerts(ctx context.Context) error {
	index := a.config.Index + alertsSuffix
	if a.knows(index) {
		return nil
	}
	own := meta{Kind: alertsKind, Form: alertsForm}
	m := mapping(own)
	m["_source"] = object{"includes": []string{fieldID, "alert"}}
	properties := m["properties"].(object)
	properties[fieldQuery] = object{"type": "percolator"}
	properties["alert"] = object{"type": "object", "enabled": false}
	c := a.config
	c.Shards = 1
	body, err := json.Marshal(object{"settings": object{"index": settings(c)}, "mappings": m})
	if err != nil {
		return err
	}
	if err := a.makeIndex(ctx, index, body); err != nil {
		return err
	}
	// It may be that of another version, or of somebody else.
	var there map[string]struct {
		Mappings struct {
			Meta meta `json:"_meta"`
		} `json:"mappings"`
	}
	if err := a.do(ctx, http.MethodGet, a.alertsPath()+"/_mapping", nil, nil, &there); err != nil {
		return err
	}
	if got := there[index].Mappings.Meta; got.Kind != alertsKind || got.Form != alertsForm {
		return fmt.Errorf("%w: the index %q says %q, form %d", ErrNotArchive, index, got.Kind, got.Form)
	}
	a.know(index)
	return nil
}

func (a *Archive) refreshAlerts(ctx context.Context) error {
	return a.do(ctx, http.MethodPost, a.alertsPath()+"/_refresh", nil, nil, nil)
}
