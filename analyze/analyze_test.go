package analyze_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
)

const articles = "../testdata/articles"

// schema compiles the published JSON Schema.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.UnmarshalJSON(strings.NewReader(dateline.JSONSchema()))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("schema.json", s))
	compiled, err := c.Compile("schema.json")
	require.NoError(t, err)
	return compiled
}

func newAnalyzer(t *testing.T, o analyze.Options) *analyze.Analyzer {
	t.Helper()
	a, err := analyze.New(o)
	require.NoError(t, err)
	return a
}

func TestArticlesGiveValidDocuments(t *testing.T) {
	s, n := schema(t), 0
	a := newAnalyzer(t, analyze.Options{})
	for doc, err := range a.Stream(t.Context(), source.Files(t.Context(), []string{articles}, source.Options{})) {
		require.NoError(t, err)
		require.NoError(t, doc.Validate())
		b, err := json.Marshal(doc)
		require.NoError(t, err)
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		require.NoError(t, err)
		require.NoError(t, s.Validate(v), doc.ID)

		assert.NotEmpty(t, doc.Headline, doc.ID)
		assert.NotEmpty(t, doc.Sections, doc.ID)
		assert.NotEmpty(t, doc.Entities, doc.ID)
		assert.NotEmpty(t, doc.Keyphrases, doc.ID)
		assert.Len(t, doc.Summary, 3, doc.ID)
		n++
	}
	assert.GreaterOrEqual(t, n, 24)
}

func TestStreamIsTheSameForAnyNumberOfWorkers(t *testing.T) {
	var first []byte
	for _, workers := range []int{1, 2, 8} {
		var out bytes.Buffer
		a := newAnalyzer(t, analyze.Options{Workers: workers})
		for doc, err := range a.Stream(t.Context(), source.Files(t.Context(), []string{articles}, source.Options{})) {
			require.NoError(t, err)
			b, err := json.Marshal(doc)
			require.NoError(t, err)
			out.Write(append(b, '\n'))
		}
		if first == nil {
			first = out.Bytes()
			require.NotEmpty(t, first)
		}
		assert.True(t, bytes.Equal(first, out.Bytes()), "%d workers", workers)
	}
}

func TestStreamReportsBadPagesAndGoesOn(t *testing.T) {
	story := func(id string) dateline.Page {
		return dateline.Page{ID: id, Form: dateline.Story, Body: []byte("Rain fell on Riga. It stopped at noon.")}
	}
	bad := story("bad")
	bad.Body = []byte("Rain \xff fell.")
	formless := story("formless")
	formless.Form = "fax"
	pages := []dateline.Page{story("a"), bad, story("b"), formless, {ID: "empty", Form: dateline.HTML}, story("c")}

	var good, failed []string
	a := newAnalyzer(t, analyze.Options{Workers: 2})
	for doc, err := range a.Stream(t.Context(), analyze.Pages(pages...)) {
		var pe *analyze.PageError
		if errors.As(err, &pe) {
			failed = append(failed, pe.Page.ID)
			assert.ErrorContains(t, err, pe.Page.ID)
			continue
		}
		require.NoError(t, err)
		good = append(good, doc.ID)
	}
	assert.Equal(t, []string{"a", "b", "c"}, good)
	assert.Equal(t, []string{"bad", "formless", "empty"}, failed)
}

func TestPageHeedsTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := newAnalyzer(t, analyze.Options{}).Page(ctx, dateline.Page{Form: dateline.Story, Body: []byte("x")})
	assert.ErrorIs(t, err, context.Canceled)
}

func TestNewRefusesBadOptions(t *testing.T) {
	_, err := analyze.New(analyze.Options{Workers: -1})
	require.ErrorIs(t, err, analyze.ErrOptions)
	assert.ErrorContains(t, err, "-1 workers")
	_, err = analyze.New(analyze.Options{Workers: 1 << 40})
	require.ErrorIs(t, err, analyze.ErrOptions)
}

func TestNotEnglishIsReadButNotTagged(t *testing.T) {
	p := dateline.Page{ID: "de", Form: dateline.HTML, Body: []byte(`<html lang="de"><head><title>Regen in Kiel</title></head><body><article><h1>Regen in Kiel</h1>
<p>In Kiel hat es am Montag den ganzen Tag geregnet, und die Feuerwehr musste mehr als vierzig Keller in der Altstadt leer pumpen.</p>
<p>Der Wetterdienst erwartet, dass der Regen am Dienstag nachlässt und die Straßen wieder frei gegeben werden können.</p></article></body></html>`)}
	doc, err := newAnalyzer(t, analyze.Options{}).Page(t.Context(), p)
	require.NoError(t, err)
	require.NoError(t, doc.Validate())
	assert.Equal(t, "de", doc.Language)
	assert.NotEmpty(t, doc.Sentences)
	assert.Empty(t, doc.Entities)
	assert.Contains(t, strings.Join(doc.Warnings, "\n"), `language "de"`)
}

func FuzzPage(f *testing.F) {
	f.Add("html", []byte("<html><body><h1>Quake hits Zagreb</h1><p>A quake of magnitude 4.1 shook Zagreb, Croatia, on Monday.</p></body></html>"))
	f.Add("page", []byte("Quake hits Zagreb\n\nBy Ana Novak\n\nA quake shook Zagreb on Monday, Mayor Ivo Kralj said.\n\nMost Read\n 1. News\n    Storm nears\n    2 days ago"))
	f.Add("text", []byte("“We felt it,” she said. U.S. officials sent $2.5m."))
	a, err := analyze.New(analyze.Options{})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, form string, body []byte) {
		doc, err := a.Page(t.Context(), dateline.Page{ID: "fuzz", Form: dateline.Form(form), Body: body})
		if err != nil {
			require.NotErrorIs(t, err, analyze.ErrInternal, "a stage panicked")
			return
		}
		require.NoError(t, doc.Validate())
	})
}

func ExampleAnalyzer_Page() {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := a.Page(context.Background(), dateline.Page{
		Form: dateline.Story,
		Body: []byte("Prime Minister Kari Lunde flew to Tbilisi, Georgia. Lunde will sign a treaty there."),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range doc.Mentions {
		fmt.Println(m.Label, doc.Words(m.Span()), m.Entity)
	}
	// Output:
	// PERSON Kari Lunde person:kari-lunde
	// GPE Tbilisi geonames:611717
	// GPE Georgia country:GE
	// PERSON Lunde person:kari-lunde
}
