package export_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/export"
)

// TestIDs holds what other systems call a thing against what JSON-LD and ninjs say of it.
func TestIDs(t *testing.T) {
	doc := ferry()
	doc.Entities[0].IDs = dateline.IDs{dateline.Wikidata: "Q90000001"}
	doc.Entities[1].IDs = dateline.IDs{dateline.ISO: "IE-G", dateline.Wikidata: "Q129610"}
	doc.Entities[2].IDs = dateline.IDs{dateline.ISO: "IE", dateline.IOC: "IRL", dateline.Wikidata: "Q27"}
	doc.Entities[3].IDs = dateline.IDs{dateline.Ticker: "ARN.IR", dateline.Wikidata: "Q1\"><script>"}

	var a struct {
		About, Mentions []struct {
			Name       string   `json:"name"`
			SameAs     []string `json:"sameAs"`
			Identifier any      `json:"identifier"`
		}
	}
	require.NoError(t, json.Unmarshal([]byte(written(t, export.JSONLD, doc)), &a))
	property := func(system, id string) map[string]any {
		return map[string]any{"@type": "PropertyValue", "propertyID": system, "value": id}
	}
	assert.Equal(t, []string{"http://www.wikidata.org/entity/Q90000001"}, a.About[0].SameAs)
	assert.Nil(t, a.About[0].Identifier)
	assert.Equal(t, []string{"https://sws.geonames.org/2964180/", "http://www.wikidata.org/entity/Q129610"}, a.About[1].SameAs)
	assert.Equal(t, property("ISO 3166-2", "IE-G"), a.About[1].Identifier)
	assert.Contains(t, a.Mentions[0].SameAs, "http://www.wikidata.org/entity/Q27")
	assert.Equal(t, []any{property("ISO 3166-1 alpha-2", "IE"), property("IOC", "IRL")}, a.Mentions[0].Identifier)
	assert.Empty(t, a.Mentions[1].SameAs, "what is no id makes no address")
	assert.Equal(t, property("ticker", "ARN.IR"), a.Mentions[1].Identifier)

	var n map[string][]map[string]any
	_ = json.Unmarshal([]byte(written(t, export.Ninjs, doc)), &n) // the other properties are no lists
	assert.Equal(t, "http://www.wikidata.org/entity/Q90000001", n["people"][0]["uri"])
	assert.Equal(t, "https://sws.geonames.org/2964180/", n["places"][0]["uri"])
	assert.NotContains(t, n["organisations"][0], "uri")
}
