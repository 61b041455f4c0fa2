package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
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

// demoFull is how many articles of the longest story the demo shows in full.
const demoFull = 3

// dayWidth is the width of the day before an article on one line.
const dayWidth = 8

// demoCommand shows what the program does with a folder of articles.
type demoCommand struct {
	Folder string   `arg:"" optional:"" help:"The articles. Default: those of the project, found from here upwards."`
	All    bool     `help:"Show every article in full, then the stories and the trends."`
	Query  []string `default:"${demo_queries}" sep:";" help:"What to search for, divided by semicolons."`
	K      int      `name:"limit" short:"k" default:"3" help:"How many related articles and hits to show."`
}

// Help shows uses of the command.
func (*demoCommand) Help() string {
	return `Analyses the articles and puts them in a temporary archive. Shows the articles of one story in
full with their related links, a line for each other article, and the answers to some searches.

Examples:

  newsdesk demo
  newsdesk demo --all | less
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
	if c.Folder == "" {
		r.options.Skipped = unsaid
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
	intro := fmt.Sprintf("Reads the articles in %s for their parts, names, countries, quotes and summaries; "+
		"then archives, links and searches them.", cmp.Or(c.Folder, demoArticles))
	if err := d.paragraph(intro); err != nil {
		return r.close(closing(a, err))
	}
	return r.close(closing(a, c.show(d, r, a)))
}

// unsaid says nothing of a file that was passed over: those beside the project's articles are known.
func unsaid(string, string) {}

// show does what the demo is for.
func (c *demoCommand) show(d *desk, r *reading, a search.Engine) error {
	shown := &showing{archive: a, byID: map[string]*dateline.Document{}}
	_, err := a.Load(d.ctx, func(yield func(*dateline.Document, error) bool) {
		for doc, err := range r.documents() {
			if err == nil {
				shown.docs = append(shown.docs, doc)
				shown.byID[doc.ID] = doc
			}
			if !yield(doc, err) {
				return
			}
		}
	})
	if err != nil {
		return err
	}
	d.notes.done() // with the progress bar
	if shown.duplicates, err = duplicatesIn(d, a); err != nil {
		return err
	}
	if shown.stories, err = storiesOf(d, a); err != nil {
		return err
	}
	steps := []func(*desk, *showing) error{c.thread, c.others, c.searches, c.next}
	if c.All {
		steps = []func(*desk, *showing) error{c.articles, c.together, c.searches, c.next}
	}
	for _, step := range steps {
		if err := step(d, shown); err != nil {
			return err
		}
	}
	return nil
}

// showing is what the demo has read and what it has shown of it.
type showing struct {
	archive    search.Engine
	docs       []*dateline.Document // in the order of the folder
	byID       map[string]*dateline.Document
	duplicates []search.Duplicate
	stories    []search.Story
	full       []*dateline.Document // those shown in full
}

// copyOf says which article another one repeats, if any.
func (s *showing) copyOf(doc *dateline.Document) (search.Duplicate, bool) {
	i := slices.IndexFunc(s.duplicates, func(dup search.Duplicate) bool { return dup.ID == doc.ID })
	if i < 0 {
		return search.Duplicate{}, false
	}
	return s.duplicates[i], true
}

// thread shows the longest story: its first articles in full.
func (c *demoCommand) thread(d *desk, s *showing) error {
	if len(s.stories) == 0 {
		return nil
	}
	longest := slices.MaxFunc(s.stories, func(x, y search.Story) int {
		return cmp.Compare(len(x.Articles()), len(y.Articles()))
	})
	ids := longest.Articles()
	s.full = nil
	for _, id := range ids[:min(len(ids), demoFull)] {
		s.full = append(s.full, s.byID[id])
	}
	title := "the only article"
	if len(ids) > 1 {
		title = fmt.Sprintf("one story in %s", count(len(ids), "article"))
	}
	if len(ids) > demoFull {
		title += fmt.Sprintf(", the first %d", demoFull)
	}
	if err := d.title(title); err != nil {
		return err
	}
	return c.inFull(d, s)
}

// articles shows every article in full.
func (c *demoCommand) articles(d *desk, s *showing) error {
	if err := d.title(count(len(s.docs), "article")); err != nil {
		return err
	}
	s.full = s.docs
	return c.inFull(d, s)
}

// inFull writes what was found in each article, what it repeats, and what to link
// from it.
func (c *demoCommand) inFull(d *desk, s *showing) error {
	for _, doc := range s.full {
		related, err := s.archive.Related(d.ctx, doc, search.RelatedOptions{K: c.K})
		if err != nil {
			return err
		}
		err = d.article(doc, func(card *card) {
			if dup, ok := s.copyOf(doc); ok {
				card.repeats(dup, s.byID[dup.Of])
			}
			card.related(related)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// others writes a line for each article that was not shown in full.
func (c *demoCommand) others(d *desk, s *showing) error {
	left := len(s.docs) - len(s.full)
	if left == 0 {
		return nil
	}
	if err := d.title(count(left, "more article")); err != nil {
		return err
	}
	card := &card{screen: d.screen}
	for _, doc := range s.docs {
		if slices.Contains(s.full, doc) {
			continue
		}
		_, repeats := s.copyOf(doc)
		card.short(doc, repeats)
	}
	card.gap()
	_, err := io.WriteString(d.stdout, card.b.String())
	return err
}

// short writes an article on one line: its day, its headline and where it plays.
func (c *card) short(doc *dateline.Document, repeats bool) {
	day := ""
	if !doc.Published.IsZero() {
		day = doc.Published.Time.Format("2 Jan")
	}
	note := strings.Join(focusOf(doc), ", ")
	if repeats {
		note = strings.Join(nonEmpty("a copy", note), " · ")
	}
	if note != "" {
		note = " · " + note
	}
	room := max(c.screen.Width-dayWidth-term.Width(note), c.screen.Width/3)
	c.b.WriteString(c.screen.Styled(fmt.Sprintf("%6s  ", day), term.Dim) + term.Cut(term.Clean(heading(doc)), room) +
		c.screen.Styled(note, term.Dim) + "\n")
}

// focusOf names the countries that a story is about.
func focusOf(doc *dateline.Document) []string {
	var names []string
	for _, country := range doc.Countries {
		if country.Focus {
			names = append(names, country.Name)
		}
	}
	return names
}

// together writes what the articles are about taken together.
func (c *demoCommand) together(d *desk, s *showing) error {
	if err := d.title("stories"); err != nil {
		return err
	}
	if err := d.stories(s.stories, 2); err != nil {
		return err
	}
	trends, err := search.Trends(s.archive.Profiles(d.ctx), search.TrendOptions{Days: demoDays, Limit: c.K})
	if err != nil {
		return err
	}
	if err := d.title("trends"); err != nil {
		return err
	}
	return d.trends(trends)
}

// searches answers the queries.
func (c *demoCommand) searches(d *desk, s *showing) error {
	if err := d.title(plural(len(c.Query), "search", "searches")); err != nil {
		return err
	}
	for _, words := range c.Query {
		if err := c.search(d, s.archive, words); err != nil {
			return err
		}
	}
	return nil
}

// next says what to try after the demo, in commands that run as they are printed.
func (c *demoCommand) next(d *desk, s *showing) error {
	if c.Folder != "" {
		return nil // the commands are about the project's articles
	}
	if err := d.title("try next"); err != nil {
		return err
	}
	program := programName(os.Args[0])
	card := &card{screen: d.screen}
	for _, try := range []struct{ says, args string }{
		{"the desk, in a browser", "serve --demo"},
		{"every article in full, stories, trends", "demo --all"},
		{"one page, as JSON", "tag --format json testdata/articles/html/courier-lanier-guilty.html"},
		{"why it says so", "tag --explain testdata/articles/html/courier-lanier-guilty.html"},
		{"an archive to keep", "index --index news.idx testdata/articles"},
		{"a search in it", "search --index news.idx 'ferry country:US'"},
	} {
		card.b.WriteString(card.screen.Styled("# "+try.says, term.Dim) + "\n" + program + " " + try.args + "\n")
	}
	card.gap()
	_, err := io.WriteString(d.stdout, card.b.String())
	return err
}

// programName is how to run this program again: by the command of the README where
// the go command made it for one run only.
func programName(arg0 string) string {
	if strings.Contains(filepath.ToSlash(arg0), "/go-build") {
		return "go run ./cmd/newsdesk"
	}
	return filepath.Base(arg0)
}

// paragraph writes words over the whole width and a line left free.
func (d *desk) paragraph(words string) error {
	c := &card{screen: d.screen}
	c.line(plain(words))
	c.gap()
	_, err := io.WriteString(d.stdout, c.b.String())
	return err
}

// search answers one query.
func (c *demoCommand) search(d *desk, a search.Engine, words string) error {
	q, err := search.ParseTyped(words)
	if err != nil {
		return usage(err)
	}
	q.Limit, q.Facets = c.K, c.All
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
