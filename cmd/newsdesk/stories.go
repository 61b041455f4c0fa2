package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
	"github.com/dateline-go/dateline/search"
)

// storiesCommand puts articles of one event together.
type storiesCommand struct {
	engineFlag
	formatFlag
	Least int `default:"2" help:"Show stories of so many articles at least; lines of JSON have all."`
}

// Help shows uses of the command.
func (*storiesCommand) Help() string {
	return `The articles are taken in the order of their dates. A line of JSON is an article with the
id of its story, which is the article that the story began with.

Examples:

  newsdesk stories --index archive
  newsdesk stories --index archive --least 5
  newsdesk stories --index archive --format jsonl > stories.jsonl`
}

// inStory is what the program's JSON says of an article.
type inStory struct {
	ID    string `json:"id"`
	Story string `json:"story"`
}

// Run runs the command.
func (c *storiesCommand) Run(d *desk) error {
	if c.Least < 1 {
		return usage(fmt.Errorf("--least: %d is not at least 1", c.Least))
	}
	a, err := c.engineFlag.open(d)
	if err != nil {
		return err
	}
	return closing(a, c.write(d, a))
}

// write writes the stories of an archive.
func (c *storiesCommand) write(d *desk, a search.Engine) error {
	stories, err := storiesOf(d, a)
	if err != nil {
		return err
	}
	out := values{w: d.stdout, format: c.formatFlag.format(d)}
	if out.format == table {
		return d.stories(stories, c.Least)
	}
	for _, s := range stories {
		for _, id := range s.Articles() {
			if err := out.add(inStory{id, s.ID}); err != nil {
				return err
			}
		}
	}
	return out.close()
}

// storiesOf makes the stories of an archive's articles.
func storiesOf(d *desk, a search.Engine) ([]search.Story, error) {
	return search.StoriesOf(d.profiles(a), search.StoryOptions{})
}

// stories writes those of so many articles for people.
func (d *desk) stories(list []search.Story, least int) error {
	c := &card{screen: d.screen}
	shown := 0
	for _, s := range list {
		ids := s.Articles()
		if len(ids) < least {
			continue
		}
		shown++
		c.line(term.Run{Text: s.Label, Style: term.Title})
		c.line(dim(strings.Join(append([]string{count(len(ids), "article")}, between(s)...), " · ")))
		var names []string
		for _, e := range s.Entities {
			names = append(names, e.Name)
		}
		if len(names) > 0 {
			c.row("About", plain(strings.Join(names, ", ")))
		}
		label := "Articles"
		for _, day := range s.Timeline {
			when := "no date"
			if !day.Day.IsZero() {
				when = day.Day.Time.Format("2 Jan")
			}
			for _, a := range day.Articles {
				c.row(label, dim(when+" · "), plain(cmp.Or(a.Headline, a.ID)))
				label = ""
			}
		}
		c.gap()
	}
	c.line(dim(plural(shown, "story", "stories")))
	_, err := io.WriteString(d.stdout, c.b.String())
	return err
}

// between says from when to when a story goes, as far as its dates are known.
func between(s search.Story) []string {
	first := s.Timeline[0].Day
	if first.IsZero() {
		return nil
	}
	last := first
	for _, day := range s.Timeline {
		if !day.Day.IsZero() {
			last = day.Day
		}
	}
	when := first.Time.Format("2 January 2006")
	if !last.Time.Equal(first.Time) {
		when += " to " + last.Time.Format("2 January 2006")
	}
	return []string{when}
}

// plural is count for a noun that takes no s.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
