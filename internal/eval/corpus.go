package main

import (
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/made"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// corpusSize is how many articles are looked through, laterArticles how many come
// later at once.
const corpusSize, laterArticles = 20_000, 1_000

// runCorpus prints how much processor time stories, trends and copies of 20,000 made
// articles take, read from an archive on disk as the program does, and how much
// the last thousand take an index that has the others.
func runCorpus(ctx context.Context, _ string) (ms []measure, err error) {
	docs, err := analysedArticles(ctx)
	if err != nil {
		return nil, err
	}
	temp, err := os.MkdirTemp("", "dateline-eval-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	a, err := archive.Open(ctx, filepath.Join(temp, "archive"), archive.Options{})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	if _, err := a.Load(ctx, withoutErrors(made.Articles(docs, corpusSize))); err != nil {
		return nil, err
	}
	say := func(name string, seconds float64) {
		ms = append(ms, measure{"made/20000", name, seconds, corpusSize})
	}
	var profiles []*search.Profile
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"profiles-cpu-s", func() error {
			for p, err := range a.Profiles(ctx) {
				if err != nil {
					return err
				}
				profiles = append(profiles, p)
			}
			return nil
		}},
		{"stories-cpu-s", func() error {
			_, err := search.StoriesOf(a.Profiles(ctx), search.StoryOptions{})
			return err
		}},
		{"trends-cpu-s", func() error {
			_, err := search.Trends(a.Profiles(ctx), search.TrendOptions{})
			return err
		}},
		{"duplicates-cpu-s", func() error {
			_, err := a.Duplicates(ctx)
			return err
		}},
	} {
		before := cpuSeconds()
		if err := step.do(); err != nil {
			return nil, err
		}
		say(step.name, cpuSeconds()-before)
	}
	return append(ms, laterCosts(profiles)...), nil
}

// laterCosts is what each thousand articles cost an index that has those before: the
// second thousand and the last.
func laterCosts(profiles []*search.Profile) (ms []measure) {
	stories, copies := search.NewStories(search.StoryOptions{}), new(search.DuplicateIndex)
	for at := 0; at+laterArticles <= len(profiles); at += laterArticles {
		before := cpuSeconds()
		for _, p := range profiles[at : at+laterArticles] {
			stories.Add(p)
			copies.Add(p)
		}
		took := cpuSeconds() - before
		switch at + laterArticles {
		case 2 * laterArticles:
			ms = append(ms, measure{"made/20000", "second-1000-cpu-s", took, laterArticles})
		case len(profiles):
			ms = append(ms, measure{"made/20000", "last-1000-cpu-s", took, laterArticles})
		}
	}
	return ms
}

// withoutErrors is a stream in which nothing went wrong.
func withoutErrors(docs iter.Seq[*dateline.Document]) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}
