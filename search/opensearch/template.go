package opensearch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
)

// form is the version of what the archive holds: fields, terms, stored form.
const form = 4

// meta is what the archive says of itself, in the mapping of its template.
type meta struct {
	Kind     string   `json:"kind"`
	Form     int      `json:"form"`
	Period   Period   `json:"period"`
	Averages Averages `json:"averages"`
}

const kind = "dateline archive"

// The fields of the index, besides those of fields.Of.
const (
	fieldID        = "id"
	fieldRank      = "rank" // see ranking.go
	fieldBody      = "body" // the story without what stands above it
	fieldHead      = "head" // what stands above it
	fieldForms     = "forms"
	fieldTitles    = "titleforms"
	fieldKeys      = engine.Keys
	fieldEntities  = "entities"
	fieldPhrases   = engine.Phrases
	fieldMarks     = "marks"
	fieldPublished = "published" // seconds since 1970
	fieldDigest    = "digest"
	fieldFacets    = "facets."
)

// Analyzers of the index.
const (
	analyzerWords    = "dateline_words"    // terms at their places
	analyzerRank     = "dateline_rank"     // terms with their frequency
	analyzerTogether = "dateline_together" // all terms at one place, so that they rank as one
	hole             = "_"                 // a place without a term, which no term looks like
)

// mapping is the mapping of every index.
func mapping(m meta) object {
	keyword := object{"type": "keyword", "ignore_above": 8000}
	lookup := object{"type": "keyword", "ignore_above": 8000, "doc_values": false}
	words := object{"type": "text", "norms": false, "analyzer": analyzerWords}
	stored := object{"type": "object", "enabled": false}
	facets := object{}
	for _, name := range search.Facets() {
		facets[name] = keyword
	}
	properties := object{
		fieldID: keyword,
		fieldRank: object{"type": "text", "norms": false, "index_options": "freqs", "similarity": "dateline",
			"analyzer": analyzerRank, "search_analyzer": "whitespace"},
		fieldForms:  keyword,
		fieldTitles: keyword, fieldKeys: keyword, fieldPhrases: keyword,
		fieldEntities: lookup, fieldMarks: lookup,
		fieldPublished: object{"type": "long"},
		fieldDigest:    object{"type": "keyword", "index": false},
		"facets":       object{"properties": facets},
		"card":         stored, "doc": stored, "profile": stored,
	}
	for _, name := range placed {
		properties[name] = words
	}
	return object{
		"dynamic": "strict",
		"_meta":   m,
		// The rest can be made again from the document.
		"_source":    object{"includes": []string{"card", "doc", "profile"}},
		"properties": properties,
	}
}

// settings are the settings of every index.
func settings(c Config) object {
	return object{
		"number_of_shards":   c.Shards,
		"number_of_replicas": c.Replicas,
		// Writing refreshes when it is done. Without this the look-ups of a load would
		// have every index refreshed each second.
		"refresh_interval": "30s",
		"similarity":       object{"dateline": object{"type": "BM25", "k1": engine.K1 * precision, "b": 0}},
		"analysis": object{
			"filter": object{
				"dateline_frequency": object{"type": "delimited_term_freq", "delimiter": "|"},
				"dateline_hole":      object{"type": "stop", "stopwords": []string{hole}},
				"dateline_each": object{"type": "pattern_capture", "preserve_original": false,
					"patterns": []string{"([^ ]+)"}},
			},
			"analyzer": object{
				analyzerWords:    object{"type": "custom", "tokenizer": "whitespace", "filter": []string{"dateline_hole"}},
				analyzerRank:     object{"type": "custom", "tokenizer": "whitespace", "filter": []string{"dateline_frequency"}},
				analyzerTogether: object{"type": "custom", "tokenizer": "keyword", "filter": []string{"dateline_each"}},
			},
		},
	}
}

func (a *Archive) templatePath() string { return "/_index_template/" + a.config.Index }

// begun returns what the archive says of itself, nil before it was begun.
func (a *Archive) begun(ctx context.Context) (*meta, error) {
	a.mu.Lock()
	m := a.meta
	a.mu.Unlock()
	if m != nil {
		return m, nil
	}
	var found struct {
		Templates []struct {
			Template struct {
				Template struct {
					Mappings struct {
						Meta json.RawMessage `json:"_meta"`
					} `json:"mappings"`
				} `json:"template"`
			} `json:"index_template"`
		} `json:"index_templates"`
	}
	err := a.do(ctx, http.MethodGet, a.templatePath(), nil, nil, &found)
	if errors.Is(err, errMissing) || err == nil && len(found.Templates) == 0 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	m = new(meta)
	raw := found.Templates[0].Template.Template.Mappings.Meta
	switch err := json.Unmarshal(raw, m); {
	case len(raw) == 0 || err != nil || m.Kind != kind || m.Form != form:
		return nil, fmt.Errorf("%w: the template %q says %.100s", ErrNotArchive, a.config.Index, raw)
	case a.config.Period != "" && a.config.Period != m.Period:
		return nil, fmt.Errorf("%w: its indices are by %s, not by %s", ErrNotArchive, m.Period, a.config.Period)
	}
	a.mu.Lock()
	a.meta = m
	a.mu.Unlock()
	return m, nil
}

// begin makes the template where there is none yet, with the average lengths of
// some documents. Of two programs that do so at once one wins.
func (a *Archive) begin(ctx context.Context, docs []*dateline.Document) (*meta, error) {
	m, err := a.begun(ctx)
	if m != nil || err != nil {
		return m, err
	}
	m = &meta{Kind: kind, Form: form, Period: a.config.Period, Averages: a.config.Averages}
	set(&m.Period, Yearly)
	if m.Averages == (Averages{}) {
		m.Averages = averagesOf(docs)
	}
	body, err := json.Marshal(object{
		"index_patterns": []string{a.config.Index + "-*"},
		"priority":       500,
		"template": object{
			"settings": object{"index": settings(a.config)},
			"mappings": mapping(*m),
			"aliases":  object{a.config.Index: object{}},
		},
	})
	if err != nil {
		return nil, fmt.Errorf("opensearch: template: %w", err)
	}
	err = a.do(ctx, http.MethodPut, a.templatePath(), url.Values{"create": {"true"}}, body, nil)
	if found, e := a.begun(ctx); found != nil || e != nil {
		return found, e // ours, or that of another program
	}
	if err == nil {
		err = fmt.Errorf("%w: the template %q is not there after it was made", ErrRefused, a.config.Index)
	}
	return nil, err
}

// ensure makes an index where there is none yet. The template says the rest.
func (a *Archive) ensure(ctx context.Context, index string) error {
	if a.knows(index) {
		return nil
	}
	err := a.makeIndex(ctx, index, []byte("{}"))
	if err == nil {
		a.know(index)
	}
	return err
}

// makeIndex makes an index; that it is there already is no error.
func (a *Archive) makeIndex(ctx context.Context, index string, body []byte) error {
	err := a.do(ctx, http.MethodPut, "/"+index, nil, body, nil)
	var r *refusal
	if errors.As(err, &r) && r.status == http.StatusBadRequest &&
		containsType(r.body, "resource_already_exists_exception") {
		return nil
	}
	return err
}

// knows reports whether an index is known to be there; know remembers it.
func (a *Archive) knows(index string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.indices[index]
}

func (a *Archive) know(index string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.indices[index] = true
}

// containsType reports whether an answer names a type of error.
func containsType(body []byte, name string) bool {
	var e struct {
		Error failure `json:"error"`
	}
	return json.Unmarshal(body, &e) == nil && e.Error.Type == name
}
