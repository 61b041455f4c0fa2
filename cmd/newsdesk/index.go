package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/dateline-go/dateline/search/archive"
)

// indexCommand adds articles to an archive.
type indexCommand struct {
	archiveFlag
	intake
	Documents bool `help:"The files hold Documents, as tag writes them; they are not analysed again."`
	Again     bool `help:"Analyse also the articles that are in the archive already, as after an upgrade."`
	Undelete  bool `help:"Bring back articles that were deleted."`
}

// Help shows uses of the command.
func (*indexCommand) Help() string {
	return `The archive is made where there is none. An article whose id is there already replaces the
one before; an id is the one given, else the address of the page, else a hash of its content. One
that was deleted stays deleted.

A run that was cut short goes on where it ended when it is begun again: what is in the archive
already, word for word, is left out.

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
	a, err := c.archiveFlag.make(d, archive.Options{OnError: r.refused, Undelete: c.Undelete})
	if err != nil {
		return r.close(err)
	}
	if !c.Again && !c.Undelete && !c.analysed {
		has := func(source string) (bool, error) { return a.HasSource(d.ctx, source) }
		r.resume = &resumption{r: r, tagger: c.Tagger, has: has}
	}
	p, err := a.LoadItems(d.ctx, r.items())
	if r.resume != nil {
		p.Unchanged += r.resume.skipped
		r.taken += r.resume.skipped
	}
	total, countErr := a.Count(context.Background())
	err = closing(a, errors.Join(err, countErr))
	if err == nil || p.Stored() > 0 { // what was added stays, whatever came then
		d.notes.say("%s added%s%s, %d in the archive", count(p.Added+p.Replaced, "article"),
			also(p.Unchanged, "there already"), also(p.Deleted, "deleted before"), total)
	}
	return r.close(err)
}

// also is a part of a list that is left out where it counts nothing.
func also(n int, what string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %d %s", n, what)
}
