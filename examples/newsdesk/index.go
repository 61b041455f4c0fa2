package main

import (
	"errors"

	"github.com/dateline-go/dateline/search/archive"
)

// indexCommand adds articles to an archive.
type indexCommand struct {
	archiveFlag
	intake
	Documents bool `help:"The files hold Documents, as tag writes them; they are not analysed again."`
}

// Help shows uses of the command.
func (*indexCommand) Help() string {
	return `The archive is made where there is none. An article whose id is there already replaces the one before; an id is the one given, else the address of the page, else a hash of its content.

Examples:

  newsdesk index --index archive articles/
  newsdesk index --index archive crawl.warc.gz
  newsdesk index --index archive --errors bad.jsonl wire.jsonl.gz
  newsdesk index --index archive --names desk.tsv articles/
  zcat *.jsonl.gz | newsdesk index --index archive -
  newsdesk tag articles/ | newsdesk index --index archive --documents -`
}

// Run runs the command.
func (c *indexCommand) Run(d *desk) error {
	c.analysed = c.Documents
	r, err := c.intake.open(d, false)
	if err != nil {
		return err
	}
	// An article that the archive refuses was read and analysed, and is no
	// different for the one who gave it.
	a, err := c.archiveFlag.make(d, archive.Options{OnError: r.refused})
	if err != nil {
		return r.close(err)
	}
	n, err := a.Load(d.ctx, r.documents())
	total, countErr := a.Count()
	err = closing(a, errors.Join(err, countErr))
	if err == nil || n > 0 { // what was added stays, whatever came then
		d.notes.say("%s added, %d in the archive", count(n, "article"), total)
	}
	return r.close(err)
}
