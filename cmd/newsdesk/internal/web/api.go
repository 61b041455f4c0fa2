package web

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// The bounds of what the API gives at once.
const (
	apiMaxLimit   = 100
	apiMaxRelated = 100
	apiMaxSuggest = 20
)

// description is the OpenAPI description of the API.
//
//go:embed openapi.json
var description []byte

// writeJSON answers with a value.
func writeJSON(w http.ResponseWriter, status int, v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(b.Bytes()) // a reader who went away is no fault
	return nil
}

func (s *Site) apiDescription(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Content-Type", "application/json")
	w.Write(description)
	return nil
}

func (s *Site) apiSchema(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Content-Type", "application/schema+json")
	io.WriteString(w, dateline.JSONSchema())
	return nil
}

// whole reads a number of an address, between bounds.
func whole(v url.Values, key string, fallback, least, most int) (int, error) {
	if !v.Has(key) {
		return fallback, nil
	}
	n, err := strconv.Atoi(v.Get(key))
	if err != nil || n < least || n > most {
		return 0, refuse(http.StatusBadRequest, fmt.Sprintf("%s is not a number from %d to %d", key, least, most))
	}
	return n, nil
}

// flag reads a yes or no of an address.
func flag(v url.Values, key string) (bool, error) {
	if !v.Has(key) {
		return false, nil
	}
	on, err := strconv.ParseBool(v.Get(key))
	if err != nil {
		return false, refuse(http.StatusBadRequest, key+" is neither true nor false")
	}
	return on, nil
}

// found is the answer to a search: that of the library, with the time in
// milliseconds.
type found struct {
	Total      int                            `json:"total"`
	TookMS     float64                        `json:"took_ms"`
	Hits       []search.Hit                   `json:"hits"`
	Facets     map[string][]search.FacetCount `json:"facets"`
	Next       string                         `json:"next,omitempty"`
	DidYouMean string                         `json:"did_you_mean,omitempty"`
}

// apiSearch answers a search.
func (s *Site) apiSearch(w http.ResponseWriter, r *http.Request) error {
	v := r.URL.Query()
	q, err := apiQuery(v)
	if err != nil {
		return err
	}
	res, err := s.options.Archive.Search(r.Context(), q)
	if err != nil {
		return err
	}
	f := found{
		Total: res.Total, TookMS: dateline.Round(float64(res.Took.Microseconds()) / 1000),
		Hits: []search.Hit{}, Facets: res.Facets, Next: res.Next, DidYouMean: res.DidYouMean,
	}
	if f.Facets == nil {
		f.Facets = map[string][]search.FacetCount{}
	}
	for _, h := range res.Hits {
		h.Score = dateline.Round(h.Score)
		for i := range h.Fragments {
			if h.Fragments[i].Spans == nil {
				h.Fragments[i].Spans = []dateline.Span{}
			}
		}
		f.Hits = append(f.Hits, h)
	}
	return writeJSON(w, http.StatusOK, f)
}

// apiQuery reads the query of an address.
func apiQuery(v url.Values) (search.Query, error) {
	asked := url.Values{}
	for _, key := range []string{"q", "not", "any", "month", "from", "to", "sort"} {
		asked[key] = v[key]
	}
	for _, k := range facetKinds {
		asked[k.key] = v[k.key]
	}
	l, err := lookupOf(asked)
	if err != nil {
		return search.Query{}, err
	}
	l.Strict = true
	q, err := l.query()
	if err != nil {
		return q, err
	}
	if l.Sort == search.Relevance {
		q.Sort = search.Relevance // as the library has it: no other order for an empty text
		if p, err := search.Parse(l.Q); err == nil {
			q.Sort = p.Sort
		}
	}
	if q.Limit, err = whole(v, "limit", 10, 1, apiMaxLimit); err != nil {
		return q, err
	}
	if q.Offset, err = whole(v, "offset", 0, 0, search.MaxWindow-apiMaxLimit); err != nil {
		return q, err
	}
	q.Cursor = v.Get("cursor")
	flags := map[string]*bool{
		"facets": &q.Facets, "documents": &q.Documents, "explain": &q.Explain, "feedback": &q.Feedback,
	}
	for key, to := range flags {
		if *to, err = flag(v, key); err != nil {
			return q, err
		}
	}
	return q, nil
}

// apiSuggest completes what is being typed.
func (s *Site) apiSuggest(w http.ResponseWriter, r *http.Request) error {
	n, err := whole(r.URL.Query(), "n", 8, 1, apiMaxSuggest)
	if err != nil {
		return err
	}
	list, err := s.options.Archive.Suggest(r.Context(), r.URL.Query().Get("q"), 2*n)
	if err != nil {
		return err
	}
	list = onceEach(list)
	list = list[:min(len(list), n)]
	return writeJSON(w, http.StatusOK, struct {
		Suggestions []search.Suggestion `json:"suggestions"`
	}{list})
}

// onceEach returns the suggestions with each text once, as a name where it is one.
func onceEach(list []search.Suggestion) []search.Suggestion {
	once := []search.Suggestion{}
	at := map[string]int{}
	for _, x := range list {
		text := strings.ToLower(x.Text)
		i, seen := at[text]
		switch plain := x.Kind == search.SuggestKeyphrase || x.Kind == search.SuggestWord; {
		case !seen:
			at[text] = len(once)
			once = append(once, x)
		case !plain && (once[i].Kind == search.SuggestKeyphrase || once[i].Kind == search.SuggestWord):
			once[i] = x
		}
	}
	return once
}

// apiArticle gives an article.
func (s *Site) apiArticle(w http.ResponseWriter, r *http.Request) error {
	doc, err := s.document(r)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, doc)
}

// apiRelated gives the related articles of one.
func (s *Site) apiRelated(w http.ResponseWriter, r *http.Request) error {
	v := r.URL.Query()
	k, err := whole(v, "k", 5, 1, apiMaxRelated)
	if err != nil {
		return err
	}
	days, err := whole(v, "half_life_days", 0, 0, 36500)
	if err != nil {
		return err
	}
	filter, err := search.Parse(v.Get("filter"))
	if err != nil {
		return err
	}
	doc, err := s.document(r)
	if err != nil {
		return err
	}
	o := search.RelatedOptions{K: k, Filter: filter, HalfLife: time.Duration(days) * 24 * time.Hour}
	list, err := s.options.Archive.Related(r.Context(), doc, o)
	if err != nil {
		return err
	}
	related := []search.Related{}
	for _, x := range list {
		x.Score = dateline.Round(x.Score)
		for i := range x.Reasons {
			x.Reasons[i].Weight = dateline.Round(x.Reasons[i].Weight)
		}
		related = append(related, x)
	}
	return writeJSON(w, http.StatusOK, struct {
		ID      string           `json:"id"`
		Related []search.Related `json:"related"`
	}{doc.ID, related})
}

// apiDuplicates gives the articles that tell the story of one in the same words.
func (s *Site) apiDuplicates(w http.ResponseWriter, r *http.Request) error {
	doc, err := s.document(r)
	if err != nil {
		return err
	}
	list, err := s.options.Archive.DuplicatesOf(r.Context(), doc)
	if err != nil {
		return err
	}
	duplicates := []search.Duplicate{}
	for _, d := range list {
		d.Score = dateline.Round(d.Score)
		duplicates = append(duplicates, d)
	}
	return writeJSON(w, http.StatusOK, struct {
		ID         string             `json:"id"`
		Duplicates []search.Duplicate `json:"duplicates"`
	}{doc.ID, duplicates})
}

// apiStory gives the story that an article is in; one alone is in none.
func (s *Site) apiStory(w http.ResponseWriter, r *http.Request) error {
	doc, err := s.document(r)
	if err != nil {
		return err
	}
	if s.digest.known() == nil {
		return notYet(w)
	}
	var story *search.Story
	if one := s.digest.story(doc.ID); one != nil {
		c := *one
		c.Entities = nil
		for _, e := range one.Entities {
			e.Weight = dateline.Round(e.Weight)
			c.Entities = append(c.Entities, e)
		}
		story = &c
	}
	return writeJSON(w, http.StatusOK, struct {
		ID    string        `json:"id"`
		Story *search.Story `json:"story"`
	}{doc.ID, story})
}

// notYet refuses what is still being made.
func notYet(w http.ResponseWriter) error {
	w.Header().Set("Retry-After", "5")
	return refuse(http.StatusServiceUnavailable, "stories and trends are not known yet")
}

// apiTrends gives what is more frequent in the last days than before.
func (s *Site) apiTrends(w http.ResponseWriter, r *http.Request) error {
	days, err := periodOf(r.URL.Query())
	if err != nil {
		return err
	}
	d := s.digest.known()
	if d == nil {
		return notYet(w)
	}
	report, ok := d.trends[days]
	if !ok {
		return notYet(w)
	}
	trends := report.Trends
	report.Trends = []search.Trend{}
	for _, t := range trends {
		t.Score = dateline.Round(t.Score)
		report.Trends = append(report.Trends, t)
	}
	return writeJSON(w, http.StatusOK, report)
}

// apiAnalyze analyses the page that a request holds.
func (s *Site) apiAnalyze(w http.ResponseWriter, r *http.Request) error {
	p, err := sentPage(r)
	if err != nil {
		return err
	}
	doc, err := s.analyse(r.Context(), p)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, doc)
}

// sentPage reads the page that a request holds: as it is, by its content type, or in JSON
// as a line of the program's input.
func sentPage(r *http.Request) (dateline.Page, error) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil {
		return dateline.Page{}, refuse(http.StatusUnsupportedMediaType,
			"the content type is missing: text/html, text/plain or application/json")
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return dateline.Page{}, err
	}
	v := r.URL.Query()
	p := dateline.Page{ID: v.Get("id"), URL: v.Get("url"), Body: body, ContentType: r.Header.Get("Content-Type")}
	switch kind {
	case "text/html", "application/xhtml+xml":
		p.Form = dateline.HTML
	case "text/plain":
		p.Form = dateline.PlainPage
	case "application/json":
		if p, err = pageOf(body); err != nil {
			return p, err
		}
	default:
		return p, refuse(http.StatusUnsupportedMediaType,
			"the content type is none of text/html, text/plain and application/json")
	}
	if len(bytes.TrimSpace(p.Body)) == 0 {
		return p, refuse(http.StatusBadRequest, "there is nothing to analyse")
	}
	return p, nil
}

// pageOf reads a page in JSON.
func pageOf(body []byte) (dateline.Page, error) {
	var in struct {
		ID    string        `json:"id"`
		URL   string        `json:"url"`
		Title string        `json:"title"`
		Date  dateline.Date `json:"date"`
		HTML  *string       `json:"html"`
		Page  *string       `json:"page"`
		Text  *string       `json:"text"`
	}
	if err := json.Unmarshal(body, &in); err != nil {
		return dateline.Page{}, &failure{http.StatusBadRequest, "the body is not an article in JSON", err}
	}
	p := dateline.Page{ID: in.ID, URL: in.URL, Title: in.Title, Date: in.Date}
	forms := map[dateline.Form]*string{dateline.HTML: in.HTML, dateline.PlainPage: in.Page, dateline.Story: in.Text}
	for form, text := range forms {
		if text == nil {
			continue
		}
		if p.Form != "" {
			return p, refuse(http.StatusBadRequest, "the article has more than one of html, page and text")
		}
		p.Form, p.Body = form, []byte(*text)
	}
	if p.Form == "" {
		return p, refuse(http.StatusBadRequest, "the article needs one of html, page and text")
	}
	return p, nil
}
