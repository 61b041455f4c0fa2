package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/lang/all"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// crossFolder has the news that is told in two or three languages.
const crossFolder = "testdata/crosslang"

// told is a line of that set: an article, and the story that it tells. One without a story is alone.
type told struct {
	ID, Language, Story string
	Batch               int
}

// runCrossLang scores what joins articles of several languages in one archive: related articles and stories. The
// constants were chosen on the first batch of articles; the second was written after that.
func runCrossLang(ctx context.Context, _ string) ([]measure, error) {
	rows, err := readJSONL[told](crossFolder, "articles.jsonl")
	if err != nil {
		return nil, err
	}
	ix, docs, err := crossArchive(ctx)
	if err != nil {
		return nil, err
	}
	defer ix.Close()
	predicted, err := crossStories(ctx, ix)
	if err != nil {
		return nil, err
	}
	var all []measure
	for batch := 1; batch <= batches; batch++ {
		c := crossScore{rows: rows, batch: batch}
		if err := c.related(ctx, ix, docs); err != nil {
			return nil, err
		}
		all = append(all, c.measures(predicted)...)
	}
	return all, nil
}

// batches is how many there are.
const batches = 2

// crossArchive analyses the articles and puts them into an archive in memory.
func crossArchive(ctx context.Context) (*archive.Archive, map[string]*dateline.Document, error) {
	a, err := analyze.New(analyze.Options{Languages: all.Packs()})
	if err != nil {
		return nil, nil, err
	}
	ix, err := archive.Open(ctx, "", archive.Options{})
	if err != nil {
		return nil, nil, err
	}
	docs := map[string]*dateline.Document{}
	for p, err := range source.Files(ctx, []string{crossFolder + "/articles.jsonl"}, source.Options{}) {
		if err == nil {
			var doc *dateline.Document
			if doc, err = a.Page(ctx, p); err == nil {
				docs[doc.ID] = doc
				err = ix.Add(ctx, doc)
			}
		}
		if err != nil {
			return nil, nil, errors.Join(err, ix.Close())
		}
	}
	return ix, docs, nil
}

// crossScore counts the links between languages of the articles of one batch.
type crossScore struct {
	rows  []told
	batch int

	asked, first int // articles that have a story, and those whose first link to another language is right
	shown, wrong int // links to another language, those to another story
	want, found  int // pairs of a story's articles, each way
}

// maxLinks is how many related articles are asked for.
const maxLinks = 10

func (c *crossScore) related(ctx context.Context, ix *archive.Archive, docs map[string]*dateline.Document) error {
	byID := map[string]told{}
	for _, r := range c.rows {
		byID[r.ID] = r
	}
	for _, r := range c.rows {
		if r.Batch != c.batch {
			continue
		}
		list, err := ix.Related(ctx, docs[r.ID], search.RelatedOptions{K: maxLinks})
		if err != nil {
			return err
		}
		c.links(r, list, byID)
		for _, o := range c.rows {
			if r.Story != "" && o.Story == r.Story && o.Language != r.Language {
				c.want++
			}
		}
	}
	return nil
}

// links counts those of one article.
func (c *crossScore) links(r told, list []search.Related, byID map[string]told) {
	first := true
	for _, l := range list {
		o := byID[l.ID]
		if o.Language == r.Language {
			continue
		}
		c.shown++
		same := r.Story != "" && o.Story == r.Story
		if same {
			c.found++
		} else {
			c.wrong++
			fmt.Fprintf(os.Stderr, "eval: crosslang: %s: links %s, %.3f: %s\n", r.ID, l.ID, l.Score, reasonsOf(l))
		}
		if first && same {
			c.first++
		}
		first = false
	}
	if r.Story == "" {
		return
	}
	if c.asked++; first {
		fmt.Fprintf(os.Stderr, "eval: crosslang: %s: no link\n", r.ID)
	}
}

func reasonsOf(l search.Related) string {
	var list []string
	for _, r := range l.Reasons {
		list = append(list, fmt.Sprintf("%s %s %.2f", r.Kind, r.Text, r.Weight))
	}
	return strings.Join(list, ", ")
}

// measures are P@1, the pairs that are linked, which part of the links is wrong, those of articles that are alone
// among them, and B-cubed of the stories.
func (c *crossScore) measures(predicted map[string]string) []measure {
	var gold []label
	var drawn []int
	for _, r := range c.rows {
		if r.Batch == c.batch {
			drawn = append(drawn, len(gold))
			gold = append(gold, label{r.ID, cmp.Or(r.Story, "alone "+r.ID)})
		}
	}
	set := fmt.Sprint("batch", c.batch)
	return []measure{
		{set, "p@1", float64(c.first) / float64(c.asked), c.asked},
		{set, "pairs-linked", float64(c.found) / float64(c.want), c.want},
		{set, "links-right", 1 - float64(c.wrong)/float64(max(c.shown, 1)), c.shown},
		{set, "stories-b3-f1", bcubed(gold, predicted, drawn), len(gold)},
	}
}

// crossStories returns the story of each article.
func crossStories(ctx context.Context, ix *archive.Archive) (map[string]string, error) {
	stories, err := search.StoriesOf(ix.Profiles(ctx), search.StoryOptions{})
	if err != nil {
		return nil, err
	}
	predicted := map[string]string{}
	for _, s := range stories {
		for _, id := range s.Articles() {
			predicted[id] = s.ID
		}
	}
	return predicted, nil
}
