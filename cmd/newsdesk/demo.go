package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// demoArticles is where the project keeps its articles.
var demoArticles = filepath.Join("testdata", "articles")

// demoDays is how many days the demo's trends are of: it has few articles a week.
const demoDays = 30

// demoCommand shows what the program does with a folder of articles.
type demoCommand struct {
	Folder string   `arg:"" optional:"" help:"The articles. Default: those of the project, found from here upwards."`
	Query  []string `default:"${demo_queries}" sep:";" help:"What to search for, divided by semicolons."`
	K      int      `name:"limit" short:"k" default:"3" help:"How many related articles and hits to show."`
}

// Help shows uses of the command.
func (*demoCommand) Help() string {
	return `Analyses the articles, puts them in a temporary archive, shows what was found in each with
its related links, and answers some searches.

Examples:

  newsdesk demo
  newsdesk demo articles/ --query 'election;"interest rates" country:GB'`
}

// Run runs the command.
func (c *demoCommand) Run(d *desk) (err error) {
	if c.K < 1 {
		return usage(fmt.Errorf("--limit: %d is not at least 1", c.K))
	}
	folder := c.Folder
	if folder == "" {
		if folder, err = findAbove(demoArticles); err != nil {
			return usage(err)
		}
	}
	r, err := (&intake{Files: []string{folder}, As: "auto"}).open(d, false)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "newsdesk-demo-")
	if err != nil {
		return r.close(err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	a, err := archive.Open(d.ctx, dir, archive.Options{OnError: r.refused})
	if err != nil {
		return r.close(err)
	}
	return r.close(closing(a, c.show(d, r, a)))
}

// show does what the demo is for.
func (c *demoCommand) show(d *desk, r *reading, a search.Engine) error {
	var docs []*dateline.Document // in the order of the folder
	_, err := a.Load(d.ctx, func(yield func(*dateline.Document, error) bool) {
		for doc, err := range r.documents() {
			docs = append(docs, doc)
			if !yield(doc, err) {
				return
			}
		}
	})
	if err != nil {
		return err
	}
	d.notes.done() // with the progress bar
	if err := d.title(count(len(docs), "article")); err != nil {
		return err
	}
	if err := c.articles(d, a, docs); err != nil {
		return err
	}
	if err := c.together(d, a); err != nil {
		return err
	}
	if err := d.title(count(len(c.Query), "search")); err != nil {
		return err
	}
	for _, words := range c.Query {
		if err := c.search(d, a, words); err != nil {
			return err
		}
	}
	return nil
}

// articles writes what was found in each article, what it repeats, and what to link
// from it.
func (c *demoCommand) articles(d *desk, a search.Engine, docs []*dateline.Document) error {
	byID := map[string]*dateline.Document{}
	for _, doc := range docs {
		byID[doc.ID] = doc
	}
	duplicates, err := duplicatesIn(d.ctx, a)
	if err != nil {
		return err
	}
	for _, doc := range docs {
		related, err := a.Related(d.ctx, doc, search.RelatedOptions{K: c.K})
		if err != nil {
			return err
		}
		err = d.article(doc, func(card *card) {
			for _, dup := range duplicates {
				if dup.ID == doc.ID {
					card.repeats(dup, byID[dup.Of])
				}
			}
			card.related(related)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// together writes what the articles are about taken together.
func (c *demoCommand) together(d *desk, a search.Engine) error {
	stories, err := storiesOf(d, a)
	if err != nil {
		return err
	}
	if err := d.title("stories"); err != nil {
		return err
	}
	if err := d.stories(stories, 2); err != nil {
		return err
	}
	trends, err := search.Trends(a.Profiles(d.ctx), search.TrendOptions{Days: demoDays, Limit: c.K})
	if err != nil {
		return err
	}
	if err := d.title("trends"); err != nil {
		return err
	}
	return d.trends(trends)
}

// search answers one query.
func (c *demoCommand) search(d *desk, a search.Engine, words string) error {
	q, err := search.ParseTyped(words)
	if err != nil {
		return usage(err)
	}
	q.Limit, q.Facets = c.K, true
	res, err := a.Search(d.ctx, q)
	if err != nil {
		return err
	}
	prompt := d.screen.Styled("newsdesk search", term.Dim) + " " + d.screen.Styled(term.Clean(words), term.Bold)
	if _, err := fmt.Fprintf(d.stdout, "%s\n\n", prompt); err != nil {
		return err
	}
	return d.results(res, 0)
}

// title writes what comes next, with a line across the screen.
func (d *desk) title(words string) error {
	rule := strings.Repeat("─", max(0, d.screen.Width-term.Width(words)-4))
	_, err := fmt.Fprintf(d.stdout, "%s %s %s\n\n",
		d.screen.Styled("──", term.Dim), d.screen.Styled(words, term.Bold), d.screen.Styled(rule, term.Dim))
	return err
}

// findAbove looks for a folder here and in the folders above.
func findAbove(name string) (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(dir, name)
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return path, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", fmt.Errorf("no folder %s here or above: name a folder of articles", name)
		}
		dir = up
	}
}
