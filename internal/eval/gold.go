package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/internal/eval/gold"
)

// ownGold are the articles of the project that a person has marked.
const ownGold = "testdata/gold/articles.jsonl"

// runGold scores articles whose facts a person has marked, those of the data sets and the
// project's own: right facts by facet, times 100, and how many speakers (with a confidence of
// .8 or more), countries in focus (by article) and countries of places are not wrong. Misses
// are told on stderr.
func runGold(ctx context.Context, dir string) ([]measure, error) {
	var out []measure
	for _, set := range []struct{ name, path string }{
		{"articles", filepath.Join(dir, "articles", "articles.jsonl")}, {"own", ownGold},
	} {
		raw, err := os.ReadFile(set.path)
		if errors.Is(err, fs.ErrNotExist) && set.path == ownGold {
			continue // run from elsewhere: the articles lie in the project's folder
		}
		if err != nil {
			return nil, err
		}
		ms, err := goldOf(ctx, set.name, raw)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", set.path, err)
		}
		out = append(out, ms...)
	}
	return out, nil
}

// goldOf scores the articles of one file.
func goldOf(ctx context.Context, set string, raw []byte) ([]measure, error) {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return nil, err
	}
	var t gold.Table
	lines := bufio.NewScanner(bytes.NewReader(raw))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		article, err := gold.Read(lines.Bytes())
		if err != nil {
			return nil, err
		}
		page, err := article.Page(ctx)
		if err != nil {
			return nil, err
		}
		doc, err := a.Page(ctx, page)
		if err != nil {
			return nil, err
		}
		score := article.Compare(doc)
		for _, f := range score.Facts {
			if !f.Right {
				fmt.Fprintf(os.Stderr, "eval: gold: %s: %s: %s\n", article.ID, f.Facet, f.Gold)
			}
		}
		t.Add(score)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	var ms []measure
	for _, facet := range gold.Facets() {
		if c := t.Facets[facet]; c.All > 0 {
			ms = append(ms, measure{set, facet, percent(c.Right, c.All), c.All})
		}
	}
	all := t.Facts()
	ms = append(ms, measure{set, "facts", percent(all.Right, all.All), all.All})
	for _, wrong := range []struct {
		name   string
		n, all int
	}{
		{"speakers not surely wrong", t.SureSpeakers, t.Facets[gold.DirectFound].All + t.Facets[gold.IndirectFound].All},
		{"focus not wrong", t.WrongFocus, t.Articles},
		{"countries of places not wrong", t.WrongCountries, t.Facets[gold.PlaceCountry].All},
	} {
		if wrong.all > 0 {
			ms = append(ms, measure{set, wrong.name, percent(wrong.all-wrong.n, wrong.all), wrong.all})
		}
	}
	return ms, nil
}
