package export_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/analyze/export"
)

// ninjsRules is what the published schema of ninjs 3.1 allows of the properties that we
// write: no other ones, of these types. It was written by hand from the published one.
const ninjsRules = `{
  "$defs": {
    "uri": {"type": "string", "pattern": "^[a-z][a-z0-9+.-]*:[!-~]+$"},
    "moment": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})$"},
    "percent": {"type": "integer", "minimum": 0, "maximum": 100},
    "words": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["value"], "additionalProperties": false,
      "properties": {"role": {"type": "string"}, "contentType": {"type": "string"}, "value": {"type": "string"}}}},
    "named": {"type": "array", "minItems": 1, "items": {"type": "object", "additionalProperties": false,
      "properties": {"name": {"type": "string"}, "rel": {"type": "string"}, "uri": {"$ref": "#/$defs/uri"}, "literal": {"type": "string"}}}}
  },
  "type": "object", "required": ["uri"], "additionalProperties": false,
  "properties": {
    "uri": {"$ref": "#/$defs/uri"},
    "standard": {"type": "object", "additionalProperties": false, "properties": {"name": {"const": "ninjs"}, "version": {"const": "3.1"},
      "schema": {"const": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}}},
    "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]},
    "representationType": {"enum": ["full", "partial"]},
    "firstCreated": {"$ref": "#/$defs/moment"}, "versionCreated": {"$ref": "#/$defs/moment"}, "contentCreated": {"$ref": "#/$defs/moment"},
    "language": {"type": "string"}, "by": {"type": "string"}, "located": {"type": "string"},
    "headlines": {"$ref": "#/$defs/words"}, "descriptions": {"$ref": "#/$defs/words"},
    "bodies": {"type": "array", "items": {"type": "object", "required": ["value"], "additionalProperties": false, "properties": {
      "role": {"type": "string"}, "contentType": {"type": "string"}, "charCount": {"type": "integer"}, "wordCount": {"type": "integer"}, "value": {"type": "string"}}}},
    "people": {"$ref": "#/$defs/named"}, "organisations": {"$ref": "#/$defs/named"}, "events": {"$ref": "#/$defs/named"}, "objects": {"$ref": "#/$defs/named"},
    "places": {"type": "array", "minItems": 1, "items": {"type": "object", "additionalProperties": false,
      "properties": {"name": {"type": "string"}, "rel": {"type": "string"}, "uri": {"$ref": "#/$defs/uri"}, "literal": {"type": "string"},
        "geoJSON": {"type": "object", "required": ["type", "coordinates"], "properties": {"type": {"const": "Point"},
          "coordinates": {"type": "array", "minItems": 2, "maxItems": 2, "prefixItems": [
            {"type": "number", "minimum": -180, "maximum": 180}, {"type": "number", "minimum": -90, "maximum": 90}]}}}}}},
    "subjects": {"type": "array", "minItems": 1, "items": {"type": "object", "additionalProperties": false,
      "properties": {"name": {"type": "string"}, "rel": {"type": "string"}, "uri": {"$ref": "#/$defs/uri"}, "literal": {"type": "string"},
        "creator": {"type": "string"}, "relevance": {"$ref": "#/$defs/percent"}, "confidence": {"$ref": "#/$defs/percent"}}}},
    "infoSources": {"type": "array", "items": {"type": "object", "additionalProperties": false, "properties": {"name": {"type": "string"}, "role": {"type": "string"}}}},
    "altIds": {"type": "array", "items": {"type": "object", "additionalProperties": false, "properties": {"role": {"type": "string"}, "value": {"type": "string"}}}},
    "associations": {"type": "array", "items": {"type": "object", "required": ["name", "uri"], "additionalProperties": false, "properties": {
      "name": {"type": "string"}, "uri": {"$ref": "#/$defs/uri"}, "type": {"const": "picture"}, "descriptions": {"$ref": "#/$defs/words"},
      "renditions": {"type": "array", "items": {"type": "object", "required": ["name"], "additionalProperties": false,
        "properties": {"name": {"type": "string"}, "href": {"$ref": "#/$defs/uri"}}}}}}}
  }
}`

func TestNinjsKeepsItsSchema(t *testing.T) {
	rules, err := jsonschema.UnmarshalJSON(strings.NewReader(ninjsRules))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("ninjs.json", rules))
	schema, err := c.Compile("ninjs.json")
	require.NoError(t, err)

	docs := append(articles(t), ferry(), hostile())
	for _, doc := range docs {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(written(t, export.Ninjs, doc)))
		require.NoError(t, err)
		require.NoError(t, schema.Validate(v), doc.ID)
		n := v.(map[string]any)
		_, err = url.Parse(n["uri"].(string))
		require.NoError(t, err)
		if created, ok := n["firstCreated"]; ok {
			_, err = time.Parse(time.RFC3339, created.(string))
			require.NoError(t, err, doc.ID)
		}
	}
}

func TestNinjs(t *testing.T) {
	var n map[string]any
	require.NoError(t, json.Unmarshal([]byte(written(t, export.Ninjs, ferry())), &n))
	assert.Equal(t, "https://news.example/ferry", n["uri"])
	assert.Equal(t, "2026-03-02T00:00:00Z", n["firstCreated"])
	assert.Equal(t, "Galway", n["located"])
	assert.Equal(t, "Ana Novak and the harbour post", n["by"])
	assert.Equal(t, []any{map[string]any{"name": "Maeve Conneely", "rel": "about", "literal": "person:maeve-conneely"}}, n["people"])
	assert.Equal(t, []any{
		map[string]any{
			"name": "Galway", "rel": "about", "uri": "https://sws.geonames.org/2964180/", "literal": "geonames:2964180",
			"geoJSON": map[string]any{"type": "Point", "coordinates": []any{-9.05, 53.27}},
		},
		map[string]any{"name": "Ireland", "rel": "mentions", "uri": "http://cvx.iptc.org/iso3166-1a2/IE", "literal": "country:IE"},
	}, n["places"])
	assert.Equal(t, []any{map[string]any{"name": "engine", "rel": "about", "literal": "engine", "creator": "dateline", "relevance": 50.0}}, n["subjects"])
	assert.Equal(t, "<p>GALWAY, Ireland</p><p>“The engine failed,” said Maeve Conneely of Aran Lines.</p><ul><li>first</li><li>second</li></ul>",
		n["bodies"].([]any)[1].(map[string]any)["value"])

	doc := ferry()
	doc.URL = "javascript:alert(1)"
	require.NoError(t, json.Unmarshal([]byte(written(t, export.Ninjs, doc)), &n))
	assert.Regexp(t, `^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`, n["uri"], "made of the ID where no address can be")
}
