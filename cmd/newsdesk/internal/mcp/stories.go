package mcp

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// storiesAge is how long the stories of an archive are taken for what they were: to make them, all of it is read.
const storiesAge = time.Minute

// The bounds of what is told of a story and of trends.
const (
	maxTimeline    = 100
	usualTrendDays = 7
	maxTrendDays   = 366
	usualTrends    = 10
	maxTrends      = 50
	trendSources   = 2
)

// stories keeps the stories of an archive.
type stories struct {
	mu   sync.Mutex
	made time.Time
	of   map[string]*search.Story // by the id of each article
}

// get returns the story of each article.
func (s *stories) get(ctx context.Context, a search.Relater) (map[string]*search.Story, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.of != nil && time.Since(s.made) < storiesAge {
		return s.of, nil
	}
	list, err := search.StoriesOf(a.Profiles(ctx), search.StoryOptions{})
	if err != nil {
		return nil, err
	}
	s.of, s.made = search.StoryByArticle(list, 1), time.Now()
	return s.of, nil
}

// timelineQuestion asks for the story of an article.
type timelineQuestion struct {
	ID string `json:"id" jsonschema:"the id of one of its articles"`
}

// timelineAnswer is a story.
type timelineAnswer struct {
	Story    string       `json:"story" jsonschema:"the story's id: that of its first article"`
	Label    string       `json:"label" jsonschema:"the headline that stands for it"`
	About    []about      `json:"about,omitempty" jsonschema:"what most of its articles are about"`
	Articles []inTimeline `json:"articles" jsonschema:"the oldest first; those without a date last"`
	Left     int          `json:"left,omitempty" jsonschema:"how many older articles were left out"`
}

// about is what a story is about.
type about struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Articles int    `json:"articles" jsonschema:"how many of the story's articles name it"`
}

// inTimeline is an article of a story, with the first sentence of its summary.
type inTimeline struct {
	source
	Says *words `json:"says,omitempty" jsonschema:"the article's most telling sentence"`
}

// timeline tells the story that an article belongs to.
func (d *desk) timeline(ctx context.Context, asked timelineQuestion) (timelineAnswer, error) {
	if _, err := d.document(ctx, asked.ID); err != nil {
		return timelineAnswer{}, err
	}
	of, err := d.stories.get(ctx, d.Archive)
	if err != nil {
		return timelineAnswer{}, err
	}
	story := of[asked.ID]
	if story == nil {
		return timelineAnswer{}, refuse("the article is newer than the stories that are known: ask again in a minute")
	}
	a := timelineAnswer{Story: story.ID, Label: story.Label, Articles: []inTimeline{}}
	for _, e := range story.Entities {
		a.About = append(a.About, about{e.ID, e.Name, e.Articles})
	}
	ids := story.Articles()
	if len(ids) > maxTimeline {
		a.Left = len(ids) - maxTimeline
		ids = ids[a.Left:]
	}
	for _, id := range ids {
		doc, err := d.Archive.Document(ctx, id)
		if errors.Is(err, search.ErrNotFound) {
			continue // deleted meanwhile
		} else if err != nil {
			return a, err
		}
		one := inTimeline{source: sourceOf(doc)}
		if len(doc.Summary) > 0 {
			says := wordsAt(doc, doc.Summary[0].Span())
			one.Says = &says
		}
		a.Articles = append(a.Articles, one)
	}
	return a, nil
}

// trendsQuestion asks what is more frequent than before.
type trendsQuestion struct {
	Days  int    `json:"days,omitempty" jsonschema:"how many days to look at, 7 where it is absent"`
	Until string `json:"until,omitempty" jsonschema:"the last of them, such as 2026-03-09; else the newest"`
	Limit int    `json:"limit,omitempty" jsonschema:"of each kind: 10 where absent, 50 at most"`
}

// trendsAnswer is what is more frequent than before.
type trendsAnswer struct {
	From     string  `json:"from,omitempty"`
	Until    string  `json:"until,omitempty"`
	Articles int     `json:"articles" jsonschema:"published in these days"`
	Before   int     `json:"before" jsonschema:"published before"`
	Trends   []trend `json:"trends" jsonschema:"the surest first"`
}

// trend is a thing that more articles are about than before.
type trend struct {
	Kind     string    `json:"kind"`
	ID       string    `json:"id,omitempty"`
	Text     string    `json:"text"`
	Articles int       `json:"articles"`
	Before   int       `json:"before"`
	Newest   []namedIn `json:"newest,omitempty" jsonschema:"some of the articles, the newest first"`
}

// trends tells what is more frequent than before.
func (d *desk) trends(ctx context.Context, asked trendsQuestion) (trendsAnswer, error) {
	limit, err := bounded(asked.Limit, usualTrends, maxTrends)
	if err != nil {
		return trendsAnswer{}, err
	}
	if asked.Days == 0 {
		asked.Days = usualTrendDays
	}
	if asked.Days < 1 || asked.Days > maxTrendDays {
		return trendsAnswer{}, refuse("days %d is not within 1 and %d", asked.Days, maxTrendDays)
	}
	until, err := dateline.ParseDate(asked.Until)
	if err != nil {
		return trendsAnswer{}, refuse("until: %w", err)
	}
	r, err := search.Trends(d.Archive.Profiles(ctx), search.TrendOptions{Days: asked.Days, Until: until, Limit: limit})
	if err != nil {
		return trendsAnswer{}, err
	}
	a := trendsAnswer{
		From: written(r.From), Until: written(r.Until), Articles: r.Articles, Before: r.Before, Trends: []trend{},
	}
	for _, t := range r.Trends {
		one := trend{Kind: t.Kind, ID: t.ID, Text: t.Text, Articles: t.Articles, Before: t.Before}
		if one.Newest, err = d.newest(ctx, t, r); err != nil {
			return a, err
		}
		a.Trends = append(a.Trends, one)
	}
	return a, nil
}

// newest names some of the articles that a trend rests on.
func (d *desk) newest(ctx context.Context, t search.Trend, r search.TrendReport) ([]namedIn, error) {
	clause := search.Clause{Field: search.Named, Text: t.ID}
	if t.ID == "" {
		clause = search.Clause{Match: search.Phrase, Text: t.Text}
	}
	within := search.Clause{Field: search.Published, After: r.From.Time, Before: r.Until.Time.AddDate(0, 0, 1)}
	res, err := d.Archive.Search(ctx, search.Query{Clauses: []search.Clause{clause, within}, Sort: search.Newest,
		Limit: trendSources, Fragments: -1, Documents: true})
	if err != nil {
		return nil, err
	}
	var list []namedIn
	for _, h := range res.Hits {
		list = append(list, namedIn{sourceOf(h.Document), wordsOf(h.Document, t)})
	}
	return list, nil
}

// wordsOf returns the first places where an article has what a trend is about.
func wordsOf(doc *dateline.Document, t search.Trend) []words {
	if code, ok := strings.CutPrefix(t.ID, "country:"); ok {
		return mentionsIn(doc, code)
	}
	if t.ID != "" {
		return mentionsOf(doc, t.ID)
	}
	list := []words{}
	for _, k := range doc.Keyphrases {
		if !strings.EqualFold(k.Text, t.Text) {
			continue
		}
		for _, s := range k.Spans[:min(len(k.Spans), entityPlaces)] {
			list = append(list, wordsAt(doc, s))
		}
	}
	return list
}
