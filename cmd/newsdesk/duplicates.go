package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
	"github.com/dateline-go/dateline/search"
)

// duplicatesCommand finds articles that repeat another one.
type duplicatesCommand struct {
	engineFlag
	formatFlag
}

// Help shows uses of the command.
func (*duplicatesCommand) Help() string {
	return `An article that tells a story in the words of an earlier one is its copy, an excerpt of it,
or an update that says more.

Examples:

  newsdesk duplicates --index archive
  newsdesk duplicates --index archive --format jsonl`
}

// duplicate is what the program's JSON says of one.
type duplicate struct {
	ID    string  `json:"id"`
	Of    string  `json:"of"`
	Score float64 `json:"score"`
	Kind  string  `json:"kind"`
}

// Run runs the command.
func (c *duplicatesCommand) Run(d *desk) error {
	a, err := c.engineFlag.open(d)
	if err != nil {
		return err
	}
	return closing(a, c.write(d, a))
}

// write writes the duplicates of an archive.
func (c *duplicatesCommand) write(d *desk, a search.Engine) error {
	list, err := duplicatesIn(d, a)
	if err != nil {
		return err
	}
	out := values{w: d.stdout, format: c.formatFlag.format(d)}
	if out.format == table {
		return d.duplicates(a, list)
	}
	for _, dup := range list {
		if err := out.add(duplicate{dup.ID, dup.Of, dateline.Round(dup.Score), dup.Kind}); err != nil {
			return err
		}
	}
	return out.close()
}

// duplicatesIn returns the articles of an archive that repeat another one, by id.
func duplicatesIn(d *desk, a search.Engine) ([]search.Duplicate, error) {
	var x search.DuplicateIndex
	for p, err := range d.profiles(a) {
		if err != nil {
			return nil, err
		}
		x.Add(p)
	}
	return x.All(), nil
}

// duplicates writes them for people.
func (d *desk) duplicates(a search.Engine, list []search.Duplicate) error {
	c := &card{screen: d.screen}
	for _, dup := range list {
		doc, err := a.Document(d.ctx, dup.ID)
		if err != nil {
			return err
		}
		of, err := a.Document(d.ctx, dup.Of)
		if err != nil {
			return err
		}
		c.line(term.Run{Text: heading(doc), Style: term.Title})
		c.line(dim(strings.Join(facts(doc), " · ")))
		c.repeats(dup, of)
		c.gap()
	}
	c.line(dim(count(len(list), "duplicate")))
	_, err := io.WriteString(d.stdout, c.b.String())
	return err
}

// repeats adds to a card what its article repeats.
func (c *card) repeats(dup search.Duplicate, of *dateline.Document) {
	label := strings.ToUpper(dup.Kind[:1]) + dup.Kind[1:] + " of"
	c.row(label, strong(heading(of)), dim(fmt.Sprintf(" · %.0f %% the same · %s", 100*dup.Score, of.ID)))
}
