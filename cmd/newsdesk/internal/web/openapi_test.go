package web_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// contract holds answers against the OpenAPI description that the desk serves.
type contract struct {
	*desk
	paths   map[string]map[string]any
	schemas *jsonschema.Compiler
}

func contractOf(d *desk) *contract {
	c := &contract{desk: d, schemas: jsonschema.NewCompiler()}
	c.schemas.DefaultDraft(jsonschema.Draft2020)
	for _, address := range []string{"/api/openapi.json", "/api/schema.json"} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(d.ok(address)))
		require.NoError(d.t, err)
		require.NoError(d.t, c.schemas.AddResource("http://desk"+address, v))
	}
	var description struct {
		OpenAPI string `json:"openapi"`
		Paths   map[string]map[string]any
	}
	require.NoError(d.t, json.Unmarshal([]byte(d.ok("/api/openapi.json")), &description))
	require.Equal(d.t, "3.1.0", description.OpenAPI)
	c.paths = description.Paths
	return c
}

// holds checks an answer: its status is described, or an error, and its body is as
// the description says.
func (c *contract) holds(t *testing.T, method, path string, res *http.Response, body string) {
	t.Helper()
	op, ok := c.paths[path][strings.ToLower(method)].(map[string]any)
	require.True(t, ok, "%s %s is not described", method, path)
	status := http.StatusText(res.StatusCode)
	responses := op["responses"].(map[string]any)
	key := map[bool]string{true: "default", false: ""}[res.StatusCode >= 400]
	if key == "" {
		key = map[int]string{200: "200", 201: "201", 202: "202", 204: "204"}[res.StatusCode]
	}
	described, ok := responses[key].(map[string]any)
	require.True(t, ok, "%s is not described", status)
	if res.StatusCode >= 400 {
		c.valid(t, "#/components/schemas/Error", body)
		var e struct{ Error struct{ Status int } }
		require.NoError(t, json.Unmarshal([]byte(body), &e))
		assert.Equal(t, res.StatusCode, e.Error.Status)
		return
	}
	content, ok := described["content"].(map[string]any)
	if !ok {
		assert.Empty(t, body)
		return
	}
	kind := res.Header.Get("Content-Type")
	media, ok := content[kind].(map[string]any)
	require.True(t, ok, "%s is not described", kind)
	if ref, ok := media["schema"].(map[string]any)["$ref"].(string); ok {
		c.valid(t, ref, body)
	}
}

func (c *contract) valid(t *testing.T, ref, body string) {
	t.Helper()
	schema, err := c.schemas.Compile("http://desk/api/openapi.json" + ref)
	require.NoError(t, err)
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(body))
	require.NoError(t, err, body)
	require.NoError(t, schema.Validate(v))
}

func TestAPI(t *testing.T) {
	c := contractOf(open(t, nil))
	page := `{"title":"Ferry late","date":"2026-03-09","text":"The ferry to Oslo was late. “We are sorry,” said Ada Lund."}`
	id := url.QueryEscape(strike)
	type call struct {
		name, method, path, query, body, kind string
		status                                int
		token                                 bool
		want                                  string
	}
	seen := map[string]bool{}
	for _, x := range []call{
		{name: "search", path: "/api/search", query: "q=strike&facets=true&explain=true", status: 200, want: `"total":6`},
		{name: "search everything", path: "/api/search", status: 200, want: `"total":30`},
		{name: "search with documents", path: "/api/search", query: "q=strike&documents=1&limit=2", status: 200, want: `"blocks"`},
		{name: "search a country", path: "/api/search", query: "country=GH&sort=newest", status: 200, want: "Ghana"},
		{name: "search a place", path: "/api/search", query: "place=Rotterdam", status: 200, want: `"total":5`},
		{name: "search syntax", path: "/api/search", query: "q=%28strike", status: 400, want: "byte"},
		{name: "search limit", path: "/api/search", query: "limit=1000", status: 400, want: "limit is not a number from 1 to 100"},
		{name: "search offset", path: "/api/search", query: "offset=-1", status: 400},
		{name: "search flag", path: "/api/search", query: "facets=perhaps", status: 400},
		{name: "search cursor", path: "/api/search", query: "cursor=nonsense", status: 400},
		{name: "search sort", path: "/api/search", query: "sort=best", status: 400},
		{name: "search month", path: "/api/search", query: "month=March", status: 400},
		{name: "suggest", path: "/api/suggest", query: "q=rott", status: 200, want: "Rotterdam"},
		{name: "suggest nothing", path: "/api/suggest", query: "q=", status: 200, want: `[]`},
		{name: "suggest too many", path: "/api/suggest", query: "q=a&n=99", status: 400},
		{name: "article", path: "/api/article", query: "id=" + id, status: 200, want: `"id":"` + strike},
		{name: "no article", path: "/api/article", query: "id=none", status: 404, want: "no such article"},
		{name: "article without id", path: "/api/article", status: 400, want: "missing"},
		{name: "related", path: "/api/related", query: "id=" + id + "&k=3&half_life_days=30", status: 200, want: `"reasons"`},
		{name: "related filter", path: "/api/related", query: "id=" + id + "&filter=%22", status: 400},
		{name: "related k", path: "/api/related", query: "id=" + id + "&k=0", status: 400},
		{name: "duplicates", path: "/api/duplicates", query: "id=" + id, status: 200, want: "orwellgazette"},
		{name: "story", path: "/api/story", query: "id=" + id, status: 200, want: `"timeline"`},
		{name: "story of one alone", path: "/api/story", query: "id=mna-20260418-tbilisi-cylinders", status: 200, want: `"story":null`},
		{name: "trends", path: "/api/trends", status: 200, want: "Ghana"},
		{name: "analyze json", method: "POST", path: "/api/analyze", body: page, kind: "application/json", status: 200, want: `"headline":"Ferry late"`},
		{name: "analyze html", method: "POST", path: "/api/analyze", query: "url=https%3A%2F%2Fa.example%2Fb", body: "<h1>Ferry late</h1><p>The ferry to Oslo was late on Monday.</p>", kind: "text/html; charset=utf-8", status: 200, want: `"https://a.example/b"`},
		{name: "analyze plain", method: "POST", path: "/api/analyze", body: "Ferry late\n\nThe ferry to Oslo was late on Monday.", kind: "text/plain", status: 200, want: "Oslo"},
		{name: "analyze nothing", method: "POST", path: "/api/analyze", body: " ", kind: "text/plain", status: 400},
		{name: "analyze two", method: "POST", path: "/api/analyze", body: `{"html":"a","text":"b"}`, kind: "application/json", status: 400, want: "more than one"},
		{name: "analyze none", method: "POST", path: "/api/analyze", body: `{}`, kind: "application/json", status: 400},
		{name: "analyze bad json", method: "POST", path: "/api/analyze", body: `{"text":`, kind: "application/json", status: 400},
		{name: "analyze bad date", method: "POST", path: "/api/analyze", body: `{"text":"a","date":"soon"}`, kind: "application/json", status: 400},
		{name: "analyze bad bytes", method: "POST", path: "/api/analyze", body: "a\xffb", kind: "text/plain", status: 422, want: "UTF-8"},
		{name: "analyze other kind", method: "POST", path: "/api/analyze", body: "a", kind: "image/png", status: 415},
		{name: "analyze no kind", method: "POST", path: "/api/analyze", body: "a", status: 415},
		{
			name: "add", method: "POST", path: "/api/articles", query: "id=f1", body: "The ferry to Oslo was late on Monday.",
			kind: "text/plain", token: true, status: 201, want: `"status":"added"`,
		},
		{
			name: "add again", method: "POST", path: "/api/articles", body: `{"id":"f1","title":"Ferry late","text":"The ferry sank."}`,
			kind: "application/json", token: true, status: 200, want: `"status":"replaced"`,
		},
		{name: "added", path: "/api/article", query: "id=f1", status: 200, want: "The ferry sank."},
		{
			name: "add many", method: "POST", path: "/api/articles", body: `{"id":"f2","text":"The bridge to Oslo is shut."}`,
			kind: "application/x-ndjson", token: true, status: 202, want: `"state":"waiting"`,
		},
		{name: "no job", path: "/api/jobs", query: "id=none", status: 404},
		{name: "add without token", method: "POST", path: "/api/articles", body: "a", kind: "text/plain", status: 401},
		{name: "add nothing", method: "POST", path: "/api/articles", body: " ", kind: "text/plain", token: true, status: 400},
		{name: "add other kind", method: "POST", path: "/api/articles", body: "a", kind: "image/png", token: true, status: 415},
		{
			name: "put", method: "PUT", path: "/api/articles", query: "id=f3", body: "<h1>Ferry late</h1><p>The ferry was late.</p>",
			kind: "text/html", token: true, status: 201, want: `"id":"f3"`,
		},
		{name: "put without id", method: "PUT", path: "/api/articles", body: "a", kind: "text/plain", token: true, status: 400},
		{name: "put without token", method: "PUT", path: "/api/articles", query: "id=f3", status: 401},
		{name: "delete without token", method: "DELETE", path: "/api/articles", query: "id=f3", status: 401},
		{name: "delete", method: "DELETE", path: "/api/articles", query: "id=f3", token: true, status: 204},
		{name: "delete again", method: "DELETE", path: "/api/articles", query: "id=f3", token: true, status: 404},
		{name: "alerts", path: "/api/alerts", status: 200, want: `"alerts":[]`},
		{name: "make without token", method: "POST", path: "/api/alerts", body: `{"id":"ports","query":"strike"}`, status: 401},
		{name: "make", method: "POST", path: "/api/alerts", body: `{"id":"ports","query":"strike"}`, token: true, status: 201, want: `"total":6,"new":0`},
		{
			name: "make with a webhook", method: "POST", path: "/api/alerts", token: true, status: 201, want: `"secret":"`,
			body: `{"id":"hook","query":"strike","webhook":"https://hooks.example/desk"}`,
		},
		{
			name: "make with a private webhook", method: "POST", path: "/api/alerts", token: true, status: 400, want: "private",
			body: `{"id":"hook","query":"strike","webhook":"http://10.0.0.1/desk"}`,
		},
		{name: "make no query", method: "POST", path: "/api/alerts", body: `{"id":"ports"}`, token: true, status: 400},
		{name: "make bad json", method: "POST", path: "/api/alerts", body: `[]`, token: true, status: 400},
		{name: "clear", method: "POST", path: "/api/alerts/seen", query: "id=ports", token: true, status: 204},
		{name: "cleared", path: "/api/alerts", status: 200, want: `"new":0`},
		{name: "clear none", method: "POST", path: "/api/alerts/seen", query: "id=none", token: true, status: 404},
		{name: "remove without token", method: "DELETE", path: "/api/alerts", query: "id=ports", status: 401},
		{name: "remove", method: "DELETE", path: "/api/alerts", query: "id=ports", token: true, status: 204},
		{name: "remove again", method: "DELETE", path: "/api/alerts", query: "id=ports", token: true, status: 404},
		{name: "corrections", path: "/api/corrections", status: 200, want: `[]`},
		{
			name: "correct", method: "POST", path: "/api/corrections", token: true, status: 201, want: `"pending":true`,
			body: `{"kind":"none","text":"Nobody Known","who":"Vera"}`,
		},
		{name: "correct without token", method: "POST", path: "/api/corrections", body: `{}`, status: 401},
		{name: "correct nothing", method: "POST", path: "/api/corrections", body: `{"kind":"none"}`, token: true, status: 400},
		{
			name: "correct a place that is none", method: "POST", path: "/api/corrections", token: true, status: 400, want: "place",
			body: `{"kind":"place","text":"Rotterdam","to":{"geonames":1}}`,
		},
		{
			name: "correct no article", method: "POST", path: "/api/corrections", token: true, status: 404,
			body: `{"kind":"none","text":"Rotterdam","article":"none"}`,
		},
		{name: "correct bad json", method: "POST", path: "/api/corrections", body: `[]`, token: true, status: 400},
		{name: "take back none", method: "DELETE", path: "/api/corrections", query: "id=none", token: true, status: 404},
		{name: "take back without token", method: "DELETE", path: "/api/corrections", query: "id=none", status: 401},
		{name: "schema", path: "/api/schema.json", status: 200},
		{name: "description", path: "/api/openapi.json", status: 200},
	} {
		t.Run(x.name, func(t *testing.T) {
			if x.method == "" {
				x.method = http.MethodGet
			}
			r := httptest.NewRequest(x.method, x.path+"?"+x.query, strings.NewReader(x.body))
			if x.kind != "" {
				r.Header.Set("Content-Type", x.kind)
			}
			if x.token {
				r.Header.Set("Authorization", "Bearer "+token)
			}
			res, body := c.do(r)
			require.Equal(t, x.status, res.StatusCode, body)
			assert.Contains(t, body, x.want)
			c.holds(t, x.method, x.path, res, body)
			seen[x.method+" "+x.path] = true
		})
	}
	for path, methods := range c.paths {
		for method := range methods {
			assert.True(t, seen[strings.ToUpper(method)+" "+path], "%s %s is described and not tried", method, path)
		}
	}
}

func TestAPIHasNothingUndescribed(t *testing.T) {
	c := contractOf(open(t, nil))
	for _, route := range c.site.Routes() {
		method, path, _ := strings.Cut(route, " ")
		if strings.HasPrefix(path, "/api/") {
			assert.Contains(t, c.paths[path], strings.ToLower(method), path)
		}
	}
}

func TestAPIErrors(t *testing.T) {
	c := contractOf(open(t, nil))
	res, body := c.get("/api/nothing")
	assert.Equal(t, http.StatusNotFound, res.StatusCode)
	c.valid(t, "#/components/schemas/Error", body)
	res, body = c.bearer(http.MethodPut, "/api/alerts", "")
	assert.Equal(t, http.StatusMethodNotAllowed, res.StatusCode)
	assert.Equal(t, "DELETE, GET, POST", res.Header.Get("Allow"))
	c.valid(t, "#/components/schemas/Error", body)
}
