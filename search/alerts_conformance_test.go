package search_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/searchtest"
)

// kept is Alerts as an engine keeps them.
type kept struct{ alerts search.Alerts }

func (k *kept) AddAlerts(_ context.Context, alerts ...search.Alert) error {
	for _, x := range alerts {
		if err := k.alerts.Add(x.ID, x.Query); err != nil {
			return err
		}
	}
	return nil
}

func (k *kept) RemoveAlert(_ context.Context, id string) error { return k.alerts.Remove(id) }

func (k *kept) Alerts(context.Context) ([]search.Alert, error) { return k.alerts.List(), nil }

func (k *kept) MatchAlerts(ctx context.Context, doc *dateline.Document) ([]search.AlertMatch, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("alerts: %w", err)
	}
	return k.alerts.Match(doc)
}

func TestAlertsConformance(t *testing.T) {
	searchtest.RunAlerts(t, func(testing.TB) searchtest.Alerter { return new(kept) })
}
