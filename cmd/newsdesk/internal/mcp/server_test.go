package mcp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// stored is an archive of four articles, two of them of one story.
func stored(t *testing.T) *archive.Archive {
	t.Helper()
	analyzer, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	a, err := archive.Open(t.Context(), "", archive.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { a.Close() })
	for id, p := range map[string]struct{ title, date, text string }{
		"dam-1": {"Talks on the Sarva dam open in Lusaka", "2026-03-02",
			"LUSAKA, Zambia - Delegates from Zambia and Malawi began talks on the Sarva dam on Monday.\n\n" +
				"\"We will not sign a treaty that leaves one village dry,\" said Water Minister Chanda Mulubwa.\n\n" +
				"The Sarva dam would hold back the river for nine months, the Lakes Alliance said."},
		"dam-2": {"Zambia and Malawi sign the Sarva dam treaty", "2026-03-09",
			"LUSAKA, Zambia - Zambia and Malawi signed a treaty on the Sarva dam on Monday, a week after talks began in Lusaka.\n\n" +
				"\"No village will be dry,\" Chanda Mulubwa said. The Lakes Alliance said that it would watch the river."},
		"fair": {"Book fair opens in Turin", "2026-03-05",
			"TURIN, Italy - A book fair opened in Turin on Thursday with readers from Italy and France.\n\n" +
				"\"People still read on paper,\" said Elisa Bonfante, who runs the fair."},
		"long": {"Minutes of the council", "2026-01-05", strings.Repeat("The council of Bergen met again. Où ça? ", 700)},
	} {
		date, err := dateline.ParseDate(p.date)
		require.NoError(t, err)
		doc, err := analyzer.Page(t.Context(), dateline.Page{ID: id, Form: dateline.Story, Title: p.title, Date: date,
			URL: "https://example.org/" + id, Body: []byte(p.text)})
		require.NoError(t, err)
		require.NoError(t, a.Add(t.Context(), doc))
	}
	return a
}

// client connects the SDK's own client to a server.
func client(t *testing.T, o Options) *sdk.ClientSession {
	t.Helper()
	near, far := sdk.NewInMemoryTransports()
	_, err := NewServer(o).Connect(t.Context(), far, nil)
	require.NoError(t, err)
	return connect(t, near)
}

func connect(t *testing.T, transport sdk.Transport) *sdk.ClientSession {
	t.Helper()
	c := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil)
	s, err := c.Connect(t.Context(), transport, nil)
	require.NoError(t, err)
	t.Cleanup(func() { s.Close() })
	return s
}

// ask calls a tool that must answer.
func ask[T any](t *testing.T, s *sdk.ClientSession, tool string, args map[string]any) T {
	t.Helper()
	res, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: args})
	require.NoError(t, err)
	require.False(t, res.IsError, "%s", text(res))
	b, err := json.Marshal(res.StructuredContent)
	require.NoError(t, err)
	var v T
	require.NoError(t, json.Unmarshal(b, &v))
	assert.JSONEq(t, string(b), text(res), "clients without structured content read the same")
	return v
}

// text is what a result says in words.
func text(res *sdk.CallToolResult) string {
	var b strings.Builder
	for _, c := range res.Content {
		if words, ok := c.(*sdk.TextContent); ok {
			b.WriteString(words.Text)
		}
	}
	return b.String()
}

// holds checks that words stand where an answer says that they do.
func holds(t *testing.T, a *archive.Archive, id string, all ...words) {
	t.Helper()
	doc, err := a.Document(t.Context(), id)
	require.NoError(t, err)
	for _, w := range all {
		assert.NotEmpty(t, w.Text)
		assert.Equal(t, w.Text, doc.Text[w.Start:w.End])
	}
}

func TestTools(t *testing.T) {
	s := client(t, Options{Archive: stored(t), Version: "v1.2.3"})
	assert.Equal(t, "v1.2.3", s.InitializeResult().ServerInfo.Version)
	list, err := s.ListTools(t.Context(), nil)
	require.NoError(t, err)
	var names []string
	for _, tool := range list.Tools {
		names = append(names, tool.Name)
		assert.True(t, tool.Annotations.ReadOnlyHint, tool.Name)
		assert.NotEmpty(t, tool.Description)
		assert.NotNil(t, tool.OutputSchema)
	}
	assert.ElementsMatch(t, []string{"search_articles", "get_article", "get_entity", "quotes_by", "related_articles",
		"story_timeline", "trends", "countries"}, names)
}

func TestSearchArticles(t *testing.T) {
	a := stored(t)
	s := client(t, Options{Archive: a})
	r := ask[searchAnswer](t, s, "search_articles", map[string]any{"query": "dam treaty country:ZM", "limit": 1})
	assert.Equal(t, 2, r.Total)
	require.Len(t, r.Articles, 1)
	assert.Equal(t, source{"dam-2", "Zambia and Malawi sign the Sarva dam treaty", "2026-03-09", "https://example.org/dam-2"},
		r.Articles[0].source)
	require.NotEmpty(t, r.Articles[0].Passages)
	holds(t, a, "dam-2", r.Articles[0].Passages...)
	more := ask[searchAnswer](t, s, "search_articles", map[string]any{"query": "dam treaty country:ZM", "limit": 1, "cursor": r.Next})
	require.Len(t, more.Articles, 1)
	assert.Equal(t, "dam-1", more.Articles[0].ID)
	oldest := ask[searchAnswer](t, s, "search_articles", map[string]any{"sort": "oldest"})
	assert.Equal(t, 4, oldest.Total)
	assert.Equal(t, "long", oldest.Articles[0].ID)
	none := ask[searchAnswer](t, s, "search_articles", map[string]any{"query": `what did "he say: (yes`})
	assert.Empty(t, none.Articles, "what a person types is words, never an error")
}

func TestArticle(t *testing.T) {
	a := stored(t)
	s := client(t, Options{Archive: a})
	r := ask[articleAnswer](t, s, "get_article", map[string]any{"id": "dam-1"})
	assert.Contains(t, r.Text, "one village dry")
	assert.Zero(t, r.NextOffset)
	assert.Equal(t, "ZM", r.Countries[0].Code)
	require.NotEmpty(t, r.Summary)
	holds(t, a, "dam-1", r.Summary...)

	doc, err := a.Document(t.Context(), "long")
	require.NoError(t, err)
	var whole strings.Builder
	for offset := 0; ; {
		part := ask[articleAnswer](t, s, "get_article", map[string]any{"id": "long", "offset": offset})
		assert.LessOrEqual(t, len(part.Text), maxText)
		whole.WriteString(part.Text)
		if offset = part.NextOffset; offset == 0 {
			break
		}
	}
	assert.Equal(t, doc.Text, whole.String(), "no character is cut or lost")
}

func TestEntity(t *testing.T) {
	a := stored(t)
	s := client(t, Options{Archive: a})
	r := ask[entityAnswer](t, s, "get_entity", map[string]any{"name": "mulubwa"})
	assert.Equal(t, "Chanda Mulubwa", r.Name)
	assert.Equal(t, "PERSON", r.Kind)
	assert.Equal(t, 2, r.Total)
	assert.Empty(t, r.Others)
	require.Len(t, r.Articles, 2)
	assert.Equal(t, "dam-2", r.Articles[0].ID, "the newest first")
	holds(t, a, "dam-2", r.Articles[0].Mentions...)
	require.NotEmpty(t, r.Roles)
	assert.Equal(t, "dam-1", r.Roles[0].Article)
	again := ask[entityAnswer](t, s, "get_entity", map[string]any{"id": r.ID})
	assert.Equal(t, r, again)
	country := ask[entityAnswer](t, s, "get_entity", map[string]any{"name": "Zambia"})
	assert.Equal(t, "country:ZM", country.ID)
	assert.Equal(t, "ZM", country.Country)
}

func TestQuotesBy(t *testing.T) {
	a := stored(t)
	s := client(t, Options{Archive: a})
	r := ask[quotesAnswer](t, s, "quotes_by", map[string]any{"speaker": "chanda mulubwa"})
	require.Len(t, r.Quotes, 2)
	assert.Equal(t, "dam-2", r.Quotes[0].Article.ID)
	assert.Equal(t, "No village will be dry", strings.Trim(r.Quotes[0].Exact[0].Text, ","))
	for _, q := range r.Quotes {
		assert.True(t, q.Direct)
		assert.Positive(t, q.Confidence)
		holds(t, a, q.Article.ID, append(append(q.Words, q.Exact...), *q.Source)...)
	}
	one := ask[quotesAnswer](t, s, "quotes_by", map[string]any{"speaker": "Mulubwa", "limit": 1, "query": "before:2026-03-05"})
	require.Len(t, one.Quotes, 1)
	assert.Equal(t, "dam-1", one.Quotes[0].Article.ID)
	assert.Empty(t, ask[quotesAnswer](t, s, "quotes_by", map[string]any{"speaker": "Nobody Atall"}).Quotes)
}

func TestRelatedArticles(t *testing.T) {
	a := stored(t)
	s := client(t, Options{Archive: a})
	r := ask[relatedAnswer](t, s, "related_articles", map[string]any{"id": "dam-2"})
	assert.Equal(t, "dam-2", r.Article.ID)
	require.NotEmpty(t, r.Related)
	assert.Equal(t, "dam-1", r.Related[0].ID)
	assert.Equal(t, "https://example.org/dam-1", r.Related[0].URL)
	require.NotEmpty(t, r.Related[0].Reasons)
	for _, why := range r.Related[0].Reasons {
		require.NotEmpty(t, why.Here)
		require.NotEmpty(t, why.There)
		holds(t, a, "dam-2", why.Here...)
		holds(t, a, "dam-1", why.There...)
	}
}

func TestTimeline(t *testing.T) {
	a := stored(t)
	s := client(t, Options{Archive: a})
	r := ask[timelineAnswer](t, s, "story_timeline", map[string]any{"id": "dam-2"})
	require.Len(t, r.Articles, 2)
	assert.Equal(t, "dam-1", r.Articles[0].ID, "the oldest first")
	holds(t, a, "dam-1", *r.Articles[0].Says)
	assert.NotEmpty(t, r.About)
	alone := ask[timelineAnswer](t, s, "story_timeline", map[string]any{"id": "fair"})
	assert.Len(t, alone.Articles, 1)
}

func TestTrendsAndCountries(t *testing.T) {
	a := stored(t)
	s := client(t, Options{Archive: a})
	trends := ask[trendsAnswer](t, s, "trends", map[string]any{"days": 30})
	assert.Equal(t, 3, trends.Articles)
	assert.Equal(t, 1, trends.Before)
	for _, trend := range trends.Trends {
		assert.NotEmpty(t, trend.Newest, trend.Text)
		for _, from := range trend.Newest {
			holds(t, a, from.ID, from.Mentions...)
		}
	}
	countries := ask[countriesAnswer](t, s, "countries", map[string]any{"query": "dam"})
	assert.Equal(t, 2, countries.Total)
	counts := map[string]int{}
	for _, c := range countries.Countries {
		counts[c.Code] = c.Articles
		for _, from := range c.Newest {
			assert.Contains(t, from.ID, "dam-")
			assert.NotEmpty(t, from.Mentions, "%s in %s", c.Code, from.ID)
			holds(t, a, from.ID, from.Mentions...)
		}
	}
	assert.Equal(t, 2, counts["ZM"])
}

// TestBadQuestions asks what cannot be answered: the model is told what to change.
func TestBadQuestions(t *testing.T) {
	s := client(t, Options{Archive: stored(t)})
	for name, tt := range map[string]struct {
		tool string
		args map[string]any
		says string
	}{
		"no id":            {"get_article", map[string]any{"id": " "}, "the id of an article is missing"},
		"unknown id":       {"get_article", map[string]any{"id": "gone"}, "no such document"},
		"offset behind":    {"get_article", map[string]any{"id": "dam-1", "offset": 99999}, "offset 99999 is not within"},
		"offset below":     {"get_article", map[string]any{"id": "dam-1", "offset": -1}, "offset -1 is not within"},
		"inside of a rune": {"get_article", map[string]any{"id": "long", "offset": 35}, "inside of a character"},
		"type":             {"get_article", map[string]any{"id": 7}, "id"},
		"not an argument":  {"get_article", map[string]any{"id": "dam-1", "depth": 3}, "depth"},
		"sort":             {"search_articles", map[string]any{"sort": "best"}, `sort "best" is none of`},
		"limit":            {"search_articles", map[string]any{"limit": 1000}, "limit 1000 is not within 1 and 50"},
		"cursor":           {"search_articles", map[string]any{"cursor": "made up"}, "cursor"},
		"date":             {"trends", map[string]any{"until": "soon"}, "until: "},
		"days":             {"trends", map[string]any{"days": -2}, "days -2 is not within"},
		"no name":          {"get_entity", map[string]any{}, "neither a name nor an id"},
		"unknown name":     {"get_entity", map[string]any{"name": "Nobody Atall"}, `no article names "Nobody Atall"`},
		"no speaker":       {"quotes_by", map[string]any{"speaker": ""}, "speaker is empty"},
		"no story":         {"story_timeline", map[string]any{"id": "gone"}, "no such document"},
		"nothing related":  {"related_articles", map[string]any{"id": "dam-1", "limit": -1}, "limit -1"},
	} {
		t.Run(name, func(t *testing.T) {
			res, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: tt.tool, Arguments: tt.args})
			said := fmt.Sprint(err)
			if err == nil {
				require.True(t, res.IsError)
				said = text(res)
			}
			assert.Contains(t, said, tt.says)
		})
	}
	_, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: "delete_article"})
	assert.ErrorContains(t, err, "delete_article")
}

// stuck is an archive that answers nothing until the call ends.
type stuck struct {
	Archive
	called chan struct{}
}

func (s stuck) Search(ctx context.Context, _ search.Query) (search.Results, error) {
	close(s.called)
	<-ctx.Done()
	return search.Results{}, ctx.Err()
}

func TestSlow(t *testing.T) {
	s := client(t, Options{Archive: stuck{called: make(chan struct{})}, Time: time.Millisecond})
	res, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: "search_articles"})
	require.NoError(t, err)
	assert.True(t, res.IsError)
	assert.Equal(t, errSlow.Error(), text(res))
}

func TestCancelled(t *testing.T) {
	a := stuck{called: make(chan struct{})}
	s := client(t, Options{Archive: a})
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-a.called
		cancel()
	}()
	_, err := s.CallTool(ctx, &sdk.CallToolParams{Name: "search_articles"})
	assert.ErrorIs(t, err, context.Canceled)
	_, err = s.ListTools(t.Context(), nil)
	assert.NoError(t, err, "the session goes on")
}

// broken is an archive whose disk fails.
type broken struct{ Archive }

func (broken) Profiles(context.Context) iter.Seq2[*search.Profile, error] {
	return func(yield func(*search.Profile, error) bool) { yield(nil, errors.New("secret of the disk")) }
}

func TestFaultsAreLogged(t *testing.T) {
	var log strings.Builder
	s := client(t, Options{Archive: broken{stored(t)}, Log: slog.New(slog.NewTextHandler(&log, nil))})
	res, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: "trends"})
	require.NoError(t, err)
	assert.True(t, res.IsError)
	assert.Equal(t, errFault.Error(), text(res))
	assert.Contains(t, log.String(), "secret of the disk")
}

func TestHandler(t *testing.T) {
	server := httptest.NewServer(Handler(Options{Archive: stored(t)}))
	defer server.Close()
	s := connect(t, &sdk.StreamableClientTransport{Endpoint: server.URL})
	assert.Equal(t, 2, ask[searchAnswer](t, s, "search_articles", map[string]any{"query": "dam"}).Total)
	require.NoError(t, s.Close())
}

func TestServeOverPipes(t *testing.T) {
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	ended := make(chan error, 1)
	kept := stored(t)
	go func() { ended <- Serve(t.Context(), in, out, Options{Archive: kept}) }()
	s := connect(t, &sdk.IOTransport{Reader: fromServer, Writer: toServer})
	assert.Equal(t, 4, ask[countriesAnswer](t, s, "countries", nil).Total)
	s.Close()
	assert.NoError(t, <-ended, "a client that goes away is no fault")
}
