package main

import (
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/bench/peers/contract"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// searchCollection indexes a collection on disk and asks its queries.
func searchCollection(j *contract.Job) (err error) {
	ctx := context.Background()
	c, err := contract.ReadCollection(j.In)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "bench-dateline-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	ix, err := archive.Open(ctx, filepath.Join(dir, "archive"), archive.Options{Workers: 1})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ix.Close()) }()
	j.Ready(len(c.Documents))
	err = c.Index(j, func() error {
		_, err := ix.Load(ctx, documents(c.Documents))
		return err
	})
	if err != nil {
		return err
	}
	return c.Ask(j, func(text string, n int) ([]contract.Hit, error) {
		res, err := ix.Search(ctx, search.Query{Text: text, Limit: n, Fragments: -1})
		if err != nil {
			return nil, err
		}
		hits := make([]contract.Hit, len(res.Hits))
		for i, h := range res.Hits {
			hits[i] = contract.Hit{ID: h.ID, Score: h.Score}
		}
		return hits, nil
	})
}

// documents gives stories as Documents that nothing has analysed.
func documents(stories []contract.Story) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for _, s := range stories {
			if !yield(&dateline.Document{ID: s.ID, Headline: s.Title, Text: s.Text}, nil) {
				return
			}
		}
	}
}

// findCopies finds the articles that tell a story in the same words, from their bare
// text.
func findCopies(j *contract.Job) error {
	stories, err := contract.Rows[contract.Story](j.In)
	if err != nil {
		return err
	}
	j.Ready(len(stories))
	var found []search.Duplicate
	for range j.Passes {
		if found, err = search.Duplicates(documents(stories)); err != nil {
			return err
		}
	}
	groups := map[string][]string{}
	for _, d := range found {
		members := append(groups[d.Of], d.Of)[:len(groups[d.Of])+1]
		for _, id := range members {
			if err := j.Write("%s\t%s\n", id, d.ID); err != nil {
				return err
			}
		}
		groups[d.Of] = append(groups[d.Of], d.ID)
	}
	return nil
}
