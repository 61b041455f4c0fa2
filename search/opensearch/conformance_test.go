package opensearch_test

import (
	"testing"

	"github.com/dateline-go/dateline/search/opensearch"
	"github.com/dateline-go/dateline/search/searchtest"
)

// averages are those of searchtest.Documents: by seven documents an archive takes
// them for shorter than usual ones, and the suite says how they rank as they are.
var averages = opensearch.Averages{Body: 20.7, Headline: 3.6, Dek: 1.4, Headings: 0.4, Names: 2.4, Keyphrases: 1.3}

func TestConformance(t *testing.T) {
	for name, c := range map[string]opensearch.Config{
		"year":             {Averages: averages},
		"month and shards": {Period: opensearch.Monthly, Shards: 3, Averages: averages},
	} {
		t.Run(name, func(t *testing.T) {
			searchtest.Run(t, func(t testing.TB) searchtest.Engine { return open(t, c) })
		})
	}
}

func TestAlertsConformance(t *testing.T) {
	searchtest.RunAlerts(t, func(t testing.TB) searchtest.Alerter { return open(t, opensearch.Config{}) })
}
