package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/corrections"
	"github.com/dateline-go/dateline/search/archive"
)

// indexCommand adds articles to an archive.
type indexCommand struct {
	Index string `placeholder:"DIR" env:"NEWSDESK_INDEX" help:"The folder of the archive."`
	Desk  string `placeholder:"URL" help:"Give the articles to the desk at this address, which serves the archive."`
	Token string `placeholder:"T" env:"NEWSDESK_TOKEN" help:"The token of that desk."`
	intake
	Documents bool `help:"The files hold Documents, as tag writes them; they are not analysed again."`
	Again     bool `help:"Analyse also the articles that are in the archive already, as after an upgrade."`
	Undelete  bool `help:"Bring back articles that were deleted."`

	Corrections string        `placeholder:"FILE" help:"What editors put right. Default: DIR.corrections.json."`
	Wait        time.Duration `default:"10m" placeholder:"TIME" help:"How long to wait for a busy archive or desk."`
}

// Help shows uses of the command.
func (*indexCommand) Help() string {
	return `The archive is made where there is none. An article whose id is there already replaces the
one before; an id is the one given, else the address of the page, else a hash of its content. One
that was deleted stays deleted. What editors put right at the desk holds for the articles here too.

Where a desk of this machine has the archive open, the articles are analysed here and given to the
desk, which applies what editors put right; --desk gives them to a desk anywhere. An archive that
another program writes to is waited for. What was read when the program is told to end is kept.

A run that was cut short goes on where it ended when it is begun again: what is in the archive
already, word for word, is left out.

Examples:

  newsdesk index --index archive articles/
  newsdesk index --index archive crawl.warc.gz
  newsdesk index --index archive --errors bad.jsonl wire.jsonl.gz
  newsdesk index --index archive --names desk.tsv articles/
  NEWSDESK_TOKEN=… newsdesk index --desk http://desk.example:8080 articles/
  zcat *.jsonl.gz | newsdesk index --index archive -
  newsdesk tag articles/ | newsdesk index --index archive --documents -`
}

// Run runs the command.
func (c *indexCommand) Run(d *desk) error {
	c.analysed = c.Documents
	if c.Index == "" && c.Desk == "" {
		return usage(errors.New("missing flags: --index=DIR, or --desk=URL"))
	}
	var to *runningDesk
	var err error
	if c.Desk != "" {
		if to, err = deskAt(c.Desk, c.Token); err != nil {
			return usage(err)
		}
	}
	r, err := c.intake.open(d, false)
	if err != nil {
		return err
	}
	if to != nil {
		return r.close(c.give(d, r, to))
	}
	// An article that the archive refuses was read and analysed, and is no
	// different for the one who gave it.
	a, to, err := c.turn(d, archive.Options{OnError: r.refused, Undelete: c.Undelete})
	switch {
	case err != nil:
		return r.close(err)
	case to != nil:
		d.notes.say("%s is open in the desk at %s, which is given the articles", c.Index, to.Address)
		return r.close(c.give(d, r, to))
	}
	return r.close(c.load(d, r, a))
}

// load puts the articles in an archive and closes it.
func (c *indexCommand) load(d *desk, r *reading, a *archive.Archive) (err error) {
	if r.correct, err = c.corrected(r); err != nil {
		return closing(a, err)
	}
	if !c.Again && !c.Undelete && !c.analysed {
		has := func(source string) (bool, error) { return a.HasSource(d.ctx, source) }
		r.resume = &resumption{r: r, tagger: c.Tagger, has: has}
	}
	// The stream ends with the context; what came of it before is still kept.
	p, err := a.LoadItems(context.WithoutCancel(d.ctx), r.items())
	if r.resume != nil {
		p.Unchanged += r.resume.skipped
		r.taken += r.resume.skipped
	}
	total, countErr := a.Count(context.Background())
	err = closing(a, errors.Join(err, d.ctx.Err(), countErr))
	if err == nil || p.Stored() > 0 { // what was added stays, whatever came then
		d.notes.say("%s added%s%s, %d in the archive", count(p.Added+p.Replaced, "article"),
			also(p.Unchanged, "there already"), also(p.Deleted, "deleted before"), total)
	}
	return err
}

// give gives the articles to a desk.
func (c *indexCommand) give(d *desk, r *reading, to *runningDesk) error {
	if c.Undelete {
		return usage(errors.New("--undelete: needs the archive itself: stop the desk first"))
	}
	t := through{to: to, refused: r.refused, say: d.notes.say, patience: c.Wait}
	n, err := t.all(d.ctx, r.documents())
	err = errors.Join(err, d.ctx.Err())
	if err == nil || n > 0 {
		d.notes.say("%s stored by the desk", count(n, "article"))
	}
	return err
}

// turn opens the archive as soon as nobody else has it. Where a desk has it, turn returns that
// desk instead.
func (c *indexCommand) turn(d *desk, o archive.Options) (*archive.Archive, *runningDesk, error) {
	until := time.Now().Add(c.Wait)
	for told := false; ; told = true {
		a, err := archiveFlag{c.Index}.make(d, o)
		if !errors.Is(err, archive.ErrLocked) {
			return a, nil, err
		}
		if to, deskErr := deskOf(d.ctx, c.Index); to != nil || deskErr != nil {
			return nil, to, deskErr
		}
		if !time.Now().Before(until) {
			return nil, nil, err
		}
		if !told {
			d.notes.say("%s is in use: waiting for it", c.Index)
		}
		select {
		case <-time.After(turnPause):
		case <-d.ctx.Done():
			return nil, nil, d.ctx.Err()
		}
	}
}

// turnPause is the time from one try to open an archive to the next.
const turnPause = 200 * time.Millisecond

// corrected returns what makes of an article what editors say of it. One that cannot be
// corrected is taken as it is, and named.
func (c *indexCommand) corrected(r *reading) (func(*dateline.Document) *dateline.Document, error) {
	file, err := c.Corrections, error(nil)
	if file == "" {
		if file, err = beside(c.Index, correctionsSuffix); err != nil {
			return nil, err
		}
	} else if _, err := os.Stat(file); err != nil {
		return nil, usage(fmt.Errorf("--corrections: %w", err))
	}
	book, err := corrections.Open(file)
	if err != nil {
		return nil, usage(err)
	}
	if len(book.All()) == 0 {
		return nil, nil
	}
	return func(doc *dateline.Document) *dateline.Document {
		after, err := book.Fresh(doc)
		if err != nil {
			r.refused(err)
			return doc
		}
		return after
	}, nil
}

// also is a part of a list that is left out where it counts nothing.
func also(n int, what string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %d %s", n, what)
}
