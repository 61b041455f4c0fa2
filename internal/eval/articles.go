package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// ownArticles is the folder of the articles that the project wrote itself.
const ownArticles = "testdata/articles"

// facts is what an editor would note of one of our articles.
type facts struct {
	Headline, Dek, Kicker, Author, Published string
	Headings, People, Organisations          []string
	Countries                                []string
}

// threads is what an editor would link: the articles of one story.
type threads struct {
	Threads []struct {
		Name       string
		IDs, Files []string
	}
	Copies []struct{ Of, Copy string }
}

// evalArticles scores the whole path on our own articles: their parts, names and
// countries against facts.json, related articles and copies against threads.json.
func evalArticles(ctx context.Context, _ string) ([]measure, error) {
	var want map[string]facts
	if err := readJSON(&want, ownArticles, "facts.json"); err != nil {
		return nil, err
	}
	docs, err := ownDocuments(ctx)
	if err != nil {
		return nil, err
	}
	s := scores{}
	for _, key := range slices.Sorted(maps.Keys(want)) {
		doc := docs[key]
		if doc == nil {
			return nil, fmt.Errorf("facts.json: no article %q", key)
		}
		s.parts(key, doc, want[key])
		s.names(key, doc, want[key])
	}
	if err := s.links(ctx, docs); err != nil {
		return nil, err
	}
	return s.measures(), nil
}

func readJSON(v any, path ...string) error {
	b, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}

// ownDocuments analyses our articles; the key is the file, or the id of a line.
func ownDocuments(ctx context.Context) (map[string]*dateline.Document, error) {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return nil, err
	}
	docs := map[string]*dateline.Document{}
	for p, err := range source.Files(ctx, []string{ownArticles}, source.Options{}) {
		if err != nil {
			return nil, err
		}
		doc, err := a.Page(ctx, p)
		if err != nil {
			return nil, err
		}
		key := p.ID
		if p.Form != dateline.Story {
			key = strings.TrimPrefix(filepath.ToSlash(p.Source), ownArticles+"/")
		}
		docs[key] = doc
	}
	return docs, nil
}

// scores counts, for each measure, what is right and what there is.
type scores map[string]*struct{ right, all int }

func (s scores) add(name string, right bool, key string, detail ...any) {
	c := s[name]
	if c == nil {
		c = new(struct{ right, all int })
		s[name] = c
	}
	c.all++
	if right {
		c.right++
		return
	}
	fmt.Fprintf(os.Stderr, "eval: articles: %s: %s: %s\n", key, name, strings.TrimSuffix(fmt.Sprintln(detail...), "\n"))
}

func (s scores) measures() []measure {
	var ms []measure
	for _, name := range slices.Sorted(maps.Keys(s)) {
		c := s[name]
		ms = append(ms, measure{"own", name, float64(c.right) / float64(c.all), c.all})
	}
	return ms
}

// parts scores headline, kicker, dek, author, day and headings.
func (s scores) parts(key string, doc *dateline.Document, f facts) {
	s.add("headline", doc.Headline == f.Headline, key, doc.Headline)
	s.add("dek", doc.Dek == f.Dek, key, doc.Dek)
	s.add("kicker", strings.EqualFold(doc.Kicker, f.Kicker), key, fmt.Sprintf("%q, not %q", doc.Kicker, f.Kicker))
	var authors []string
	for _, a := range doc.Byline {
		authors = append(authors, a.Name)
	}
	s.add("author", strings.Join(authors, "; ") == f.Author, key, fmt.Sprintf("%q, not %q", authors, f.Author))
	day := ""
	if !doc.Published.IsZero() {
		day = doc.Published.Time.Format("2006-01-02")
	}
	s.add("day", day == f.Published, key, day, f.Published)
	var headings []string
	for _, sec := range doc.Sections {
		if sec.Heading != "" {
			headings = append(headings, sec.Heading)
		}
	}
	s.add("headings", slices.Equal(headings, f.Headings), key, fmt.Sprintf("%q, not %q", headings, f.Headings))
}

// names scores how many of the noted people and organisations are there under
// their full name and with a label of their kind, and the countries in focus.
func (s scores) names(key string, doc *dateline.Document, f facts) {
	has := func(name string, label dateline.Label) bool {
		return slices.ContainsFunc(doc.Entities, func(e dateline.Entity) bool {
			return e.Label == label && (e.Name == name || slices.Contains(e.Aliases, name))
		})
	}
	for _, p := range f.People {
		s.add("people", has(p, dateline.Person), key, p)
	}
	for _, o := range f.Organisations {
		s.add("organisations", has(o, dateline.Org), key, o)
	}
	for _, c := range doc.Countries {
		if c.Focus {
			s.add("focus precision", slices.Contains(f.Countries, c.Code), key, c.Code, f.Countries)
		}
	}
	for _, code := range f.Countries {
		found := slices.ContainsFunc(doc.Countries, func(c dateline.Country) bool { return c.Code == code })
		s.add("countries", found, key, code)
	}
}

// links scores related articles: the share of a thread's others among as many
// related ones, that of the thread among the ten that are given at most, and that no
// article's copy is among them.
func (s scores) links(ctx context.Context, docs map[string]*dateline.Document) error {
	var t threads
	if err := readJSON(&t, ownArticles, "threads.json"); err != nil {
		return err
	}
	ix, err := archive.Open(ctx, "", archive.Options{})
	if err != nil {
		return err
	}
	defer ix.Close()
	for _, key := range slices.Sorted(maps.Keys(docs)) {
		if err := ix.Add(ctx, docs[key]); err != nil {
			return err
		}
	}
	related := func(key string, k int) (map[string]bool, error) {
		rel, err := ix.Related(ctx, docs[key], search.RelatedOptions{K: k})
		ids := map[string]bool{}
		for _, r := range rel {
			ids[r.ID] = true
		}
		return ids, err
	}
	for _, th := range t.Threads {
		keys := append(slices.Clone(th.IDs), th.Files...)
		for _, key := range keys {
			ids, err := related(key, len(keys)-1)
			if err != nil {
				return err
			}
			for _, other := range keys {
				if other != key {
					// A copy of the other may stand in its place.
					ok := ids[docs[other].ID]
					for _, c := range t.Copies {
						ok = ok || c.Of == other && ids[docs[c.Copy].ID]
					}
					s.add("related", ok, key, "misses", other)
				}
			}
		}
	}
	if err := s.threadOnly(t, docs, related); err != nil {
		return err
	}
	for _, c := range t.Copies {
		for _, pair := range [][2]string{{c.Of, c.Copy}, {c.Copy, c.Of}} {
			ids, err := related(pair[0], 5)
			if err != nil {
				return err
			}
			s.add("copies left out", !ids[docs[pair[1]].ID], pair[0], pair[1])
		}
	}
	return nil
}

// threadOnly looks whether every related article is of the same thread, or a copy of
// one that is.
func (s scores) threadOnly(
	t threads, docs map[string]*dateline.Document, related func(key string, k int) (map[string]bool, error),
) error {
	thread := map[string]int{} // by id
	for i, th := range t.Threads {
		for _, key := range append(slices.Clone(th.IDs), th.Files...) {
			thread[docs[key].ID] = i + 1
		}
	}
	for _, c := range t.Copies {
		thread[docs[c.Copy].ID] = thread[docs[c.Of].ID]
	}
	for _, key := range slices.Sorted(maps.Keys(docs)) {
		ids, err := related(key, 10)
		if err != nil {
			return err
		}
		of := thread[docs[key].ID]
		for _, id := range slices.Sorted(maps.Keys(ids)) {
			s.add("related of one thread", of > 0 && thread[id] == of, key, "links", id)
		}
	}
	return nil
}
