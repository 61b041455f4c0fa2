package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/internal/eval/gold"
	"github.com/dateline-go/dateline/internal/eval/sets"
	"github.com/dateline-go/dateline/internal/focus"
)

// story is a story with the features of the countries that the library finds in it.
type story struct {
	set       string
	fold      int
	marked    bool // its countries are marked by a person
	countries []country
}

// country is one of them: wanted in focus, not wanted there, or left open.
type country struct {
	code   string
	label  label
	vector []float64
}

type label int8

const (
	open label = iota // nothing is said of it
	in
	out
)

// load reads all stories that the weights are fitted on.
func load(ctx context.Context, root, eval string) ([]story, error) {
	r, err := newReader()
	if err != nil {
		return nil, err
	}
	all, err := r.places(ctx, eval)
	if err != nil {
		return nil, err
	}
	for _, file := range []string{
		filepath.Join(eval, "articles", "articles.jsonl"), filepath.Join(root, "testdata", "gold", "articles.jsonl"),
	} {
		list, err := r.articles(ctx, filepath.Base(filepath.Dir(file)), file)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	return all, nil
}

// reader makes stories of texts and pages.
type reader struct {
	analyzer *analyze.Analyzer
	at       map[string]int // the place of a feature in a vector, by its name
}

func newReader() (*reader, error) {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return nil, err
	}
	r := &reader{a, map[string]int{}}
	for i, name := range focus.Features() {
		r.at[name] = i
	}
	return r, nil
}

// read finds the countries of a page. Those that have no label are not wanted in focus.
func (r *reader) read(ctx context.Context, set string, page dateline.Page, labels map[string]label) (story, error) {
	_, why, err := r.analyzer.Explain(ctx, page)
	if err != nil {
		return story{}, fmt.Errorf("%s: %s: %w", set, page.ID, err)
	}
	h := fnv.New32a()
	h.Write([]byte(page.ID))
	s := story{set: set, fold: int(h.Sum32() % folds)}
	for i := range why {
		d := &why[i]
		if d.Pass != "entities/countries" {
			continue
		}
		c := country{code: strings.TrimPrefix(d.Entity, "country:"), label: out, vector: make([]float64, len(r.at))}
		if l, ok := labels[c.code]; ok {
			c.label = l
		}
		for _, f := range d.Features {
			c.vector[r.at[f.Name]] = f.Value
		}
		s.countries = append(s.countries, c)
	}
	return s, nil
}

// placesLine is a line of resolution/places.
type placesLine struct {
	ID, Text, Site string
	Toponyms       []struct{ Country string }
}

// places reads the development sets of places.
func (r *reader) places(ctx context.Context, dir string) ([]story, error) {
	files, err := filepath.Glob(filepath.Join(dir, "resolution", "places", "*_dev.jsonl"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no *_dev.jsonl under %s", dir)
	}
	var all []story
	for _, file := range files {
		err := sets.Each(file, func(l placesLine) error {
			labels, ok := l.labels()
			if !ok {
				return nil
			}
			page := dateline.Page{ID: l.ID, Form: dateline.Story, Body: []byte(l.Text)}
			if l.Site != "" {
				page.URL = "https://" + l.Site + "/"
			}
			s, err := r.read(ctx, strings.TrimSuffix(filepath.Base(file), "_dev.jsonl"), page, labels)
			all = append(all, s)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// labels says of each country what the places say. A story is about the country of at least half of its places, two at
// least; what a quarter of them lie in is left open. It reports whether the story is about any.
func (l *placesLine) labels() (labels map[string]label, ok bool) {
	n, total := map[string]int{}, 0
	for _, t := range l.Toponyms {
		if t.Country != "" {
			n[t.Country]++
			total++
		}
	}
	labels = map[string]label{}
	for code, k := range n {
		switch {
		case k > 1 && 2*k >= total:
			labels[code], ok = in, true
		case 4*k >= total:
			labels[code] = open
		}
	}
	return labels, ok
}

// articles reads articles that a person has marked. Nothing is said of countries that may be named beside the focus.
func (r *reader) articles(ctx context.Context, set, file string) ([]story, error) {
	var all []story
	err := sets.Each(file, func(a gold.Article) error {
		page, err := a.Page(ctx)
		if err != nil {
			return err
		}
		labels := map[string]label{}
		for _, code := range a.Gold.Countries.Also {
			labels[code] = open
		}
		for _, code := range a.Gold.Countries.Focus {
			labels[code] = in
		}
		s, err := r.read(ctx, set, page, labels)
		s.marked = true
		all = append(all, s)
		return err
	})
	return all, err
}
