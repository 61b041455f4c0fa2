package main

import (
	"fmt"
	"io"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// duplicatesCommand finds articles that repeat another one.
type duplicatesCommand struct {
	archiveFlag
	formatFlag
}

// Help shows uses of the command.
func (*duplicatesCommand) Help() string {
	return `An article that tells a story in the words of an earlier one is its copy, an excerpt of it, or an update that says more.

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
	a, err := c.archiveFlag.open(d)
	if err != nil {
		return err
	}
	list, err := a.Duplicates(d.ctx)
	if err = closing(a, err); err != nil {
		return err
	}
	out := values{w: d.stdout, format: c.formatFlag.format(d)}
	if out.format == table {
		return d.duplicates(list)
	}
	for _, dup := range list {
		if err := out.add(duplicate{dup.ID, dup.Of, dateline.Round(dup.Score), dup.Kind}); err != nil {
			return err
		}
	}
	return out.close()
}

// duplicates writes them for people.
func (d *desk) duplicates(list []search.Duplicate) error {
	c := &card{screen: d.screen}
	for _, dup := range list {
		c.line(strong(dup.ID), dim(" is "+withArticle(dup.Kind)+" of "), strong(dup.Of), dim(fmt.Sprintf(", %.0f %% of its words", 100*dup.Score)))
	}
	c.line(dim(count(len(list), "duplicate")))
	_, err := io.WriteString(d.stdout, c.b.String())
	return err
}

// withArticle writes a kind with its article.
func withArticle(kind string) string {
	if kind == search.Copy {
		return "a " + kind
	}
	return "an " + kind
}
