package main

import (
	"context"

	"github.com/dateline-go/dateline/internal/made"
	"github.com/dateline-go/dateline/search"
)

// corpusSize is how many articles are looked through, laterArticles how many come
// later at once.
const corpusSize, laterArticles = 20_000, 1_000

// runCorpus prints how much processor time stories, trends and copies of 20,000 made
// articles take by their profiles, and what each thousand cost an index that has
// those before: the second thousand and the last.
func runCorpus(ctx context.Context, _ string) (ms []measure, err error) {
	docs, err := analysedArticles(ctx)
	if err != nil {
		return nil, err
	}
	var profiles []*search.Profile
	for doc := range made.Articles(docs, corpusSize) {
		p, err := search.NewProfile(doc)
		if err != nil {
			return nil, err
		}
		profiles = append(profiles, p)
	}
	stream := func(yield func(*search.Profile, error) bool) {
		for _, p := range profiles {
			if !yield(p, ctx.Err()) {
				return
			}
		}
	}
	before := cpuSeconds()
	if _, err := search.Trends(stream, search.TrendOptions{}); err != nil {
		return nil, err
	}
	ms = append(ms, measure{"made/20000", "trends-cpu-s", cpuSeconds() - before, corpusSize})
	stories := search.NewStories(search.StoryOptions{})
	ms = append(ms, byThousand("stories", profiles, func(p *search.Profile) { stories.Add(p) })...)
	var copies search.DuplicateIndex
	return append(ms, byThousand("copies", profiles, func(p *search.Profile) { copies.Add(p) })...), nil
}

// byThousand is what all articles cost, the second thousand, and the last.
func byThousand(name string, profiles []*search.Profile, add func(*search.Profile)) []measure {
	all, second, last := 0.0, 0.0, 0.0
	for at := 0; at < len(profiles); at += laterArticles {
		before := cpuSeconds()
		for _, p := range profiles[at:min(at+laterArticles, len(profiles))] {
			add(p)
		}
		last = cpuSeconds() - before
		all += last
		if at == laterArticles {
			second = last
		}
	}
	return []measure{{"made/20000", name + "-cpu-s", all, len(profiles)},
		{"made/20000", name + "-second-1000-cpu-s", second, laterArticles},
		{"made/20000", name + "-last-1000-cpu-s", last, laterArticles}}
}
