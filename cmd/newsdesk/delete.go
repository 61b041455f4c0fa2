package main

import (
	"context"
	"fmt"

	"github.com/dateline-go/dateline/search/archive"
)

// deleteCommand deletes articles.
type deleteCommand struct {
	archiveFlag
	IDs []string `arg:"" name:"id" help:"The ids of the articles."`
}

// Help shows uses of the command.
func (*deleteCommand) Help() string {
	return `A deleted article is found no more, and indexing an older feed does not bring it back: its
id and the time are kept. purge takes those away too, and its words out of the files.

Examples:

  newsdesk delete --index archive a17 https://example.org/a18
  newsdesk purge --index archive`
}

// Run runs the command.
func (c *deleteCommand) Run(d *desk) error {
	a, err := c.archiveFlag.open(d)
	if err != nil {
		return err
	}
	before, err := a.Count(d.ctx)
	if err == nil {
		err = a.Delete(d.ctx, c.IDs...)
	}
	return c.left(d, a, before, err)
}

// left closes an archive and says how many articles went.
func (archiveFlag) left(d *desk, a *archive.Archive, before int, err error) error {
	after := before
	if err == nil {
		after, err = a.Count(context.WithoutCancel(d.ctx))
	}
	if err = closing(a, err); err == nil {
		d.notes.say("%s deleted, %d in the archive", count(before-after, "article"), after)
	}
	return err
}

// purgeCommand takes out for good what was deleted.
type purgeCommand struct {
	archiveFlag
	IDs []string `arg:"" optional:"" name:"id" help:"The ids of the articles; every deleted one where none is given."`
}

// Help shows uses of the command.
func (*purgeCommand) Help() string {
	return `The files of the archive are written anew, which takes as long as copying it and as much
room. Nothing of deleted articles and of versions that were replaced is left in them. Indexing an
older feed may bring purged articles back.

Examples:

  newsdesk purge --index archive
  newsdesk purge --index archive a17`
}

// Run runs the command.
func (c *purgeCommand) Run(d *desk) error {
	a, err := c.archiveFlag.open(d)
	if err != nil {
		return err
	}
	before, err := a.Count(d.ctx)
	if err == nil {
		err = a.Purge(d.ctx, c.IDs...)
	}
	return c.left(d, a, before, err)
}

// place is the name of a folder on the command line.
func place(flag, dir string) error {
	if dir == "" {
		return usage(fmt.Errorf("%s: needs the name of a folder", flag))
	}
	return nil
}
