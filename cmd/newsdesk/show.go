package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// showCommand shows articles of an archive.
type showCommand struct {
	engineFlag
	formatFlag
	IDs []string `arg:"" name:"id" help:"The ids of the articles."`
}

// Help shows uses of the command.
func (*showCommand) Help() string {
	return `Shows what was found in an article, as tag does. jsonl and json give the whole Document, its
text included.

Examples:

  newsdesk show --index archive a17
  newsdesk show --index archive --format json a17 | jq -r '.[0].text'`
}

// Run runs the command.
func (c *showCommand) Run(d *desk) error {
	a, err := c.engineFlag.open(d)
	if err != nil {
		return err
	}
	return closing(a, c.write(d, a))
}

// write writes the articles, and names those that are not there.
func (c *showCommand) write(d *desk, a search.Reader) error {
	out := values{w: d.stdout, format: c.formatFlag.format(d)}
	missing := false
	for _, id := range c.IDs {
		doc, err := a.Document(d.ctx, id)
		switch {
		case errors.Is(err, search.ErrNotFound):
			missing = true
			d.notes.say("%s: no such article", id)
			continue
		case err != nil:
			return err
		}
		if out.format == table {
			err = d.article(doc, nil)
		} else {
			err = out.add(doc)
		}
		if err != nil {
			return err
		}
	}
	if out.format != table {
		if err := out.close(); err != nil {
			return err
		}
	}
	if missing {
		return errSome
	}
	return nil
}

// listCommand lists the articles of an archive.
type listCommand struct {
	engineFlag
	formatFlag
	Filter string `placeholder:"QUERY" help:"Only articles that this search finds."`
	K      int    `name:"limit" short:"k" default:"0" help:"How many articles; 0 means all."`
}

// Help shows uses of the command.
func (*listCommand) Help() string {
	return `The newest article comes first: day, id, headline.

Examples:

  newsdesk list --index archive
  newsdesk list --index archive --filter 'country:NO after:2024-03' -k 20
  newsdesk list --index archive --format jsonl | jq -r .id`
}

// listed is an article in the program's JSON.
type listed struct {
	ID        string        `json:"id"`
	URL       string        `json:"url"`
	Headline  string        `json:"headline"`
	Published dateline.Date `json:"published"`
}

// listPage is how many articles are read at a time.
const listPage = 500

// Run runs the command.
func (c *listCommand) Run(d *desk) error {
	q, err := search.Parse(c.Filter)
	if err == nil && c.K < 0 {
		err = fmt.Errorf("--limit: %d is not at least 1", c.K)
	}
	if err != nil {
		return usage(err)
	}
	a, err := c.engineFlag.open(d)
	if err != nil {
		return err
	}
	return closing(a, c.write(d, a, q))
}

// write writes a line for each article that a search finds.
func (c *listCommand) write(d *desk, a search.Searcher, q search.Query) error {
	out := values{w: d.stdout, format: c.formatFlag.format(d)}
	q.Sort, q.Limit, q.Fragments = search.Newest, listPage, -1
	for n := 0; ; {
		res, err := a.Search(d.ctx, q)
		if err != nil {
			return err
		}
		for _, h := range res.Hits {
			if n++; c.K > 0 && n > c.K {
				break
			}
			if err := c.add(d, &out, h); err != nil {
				return err
			}
		}
		if q.Cursor = res.Next; res.Next == "" || c.K > 0 && n >= c.K {
			break
		}
	}
	if out.format == table {
		return nil
	}
	return out.close()
}

// add writes one article.
func (c *listCommand) add(d *desk, out *values, h search.Hit) error {
	if out.format != table {
		return out.add(listed{h.ID, h.URL, h.Headline, h.Published})
	}
	page := &card{screen: d.screen}
	page.line(dim(strings.Join(nonEmpty(longDay(h.Published), h.ID), " · ")), plain(" "+h.Headline))
	_, err := fmt.Fprint(d.stdout, page.b.String())
	return err
}
