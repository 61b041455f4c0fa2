package main

import (
	"github.com/dateline-go/dateline/search/archive"
)

// checkCommand looks whether an archive is what was written.
type checkCommand struct {
	archiveFlag
}

// Help shows uses of the command.
func (*checkCommand) Help() string {
	return `Reads the whole archive, which nobody may have open: every file is compared with the
manifest, every article with its checksum. The exit code is 1 where something is not what was
written, and each file or article is named.

Examples:

  newsdesk check --index archive
  newsdesk check --index backup && newsdesk restore --index archive backup`
}

// Run runs the command.
func (c *checkCommand) Run(d *desk) error {
	if err := place("--index", c.Index); err != nil {
		return err
	}
	rep, err := archive.Check(d.ctx, c.Index)
	if err != nil {
		return usage(err)
	}
	for _, damage := range rep.Damage {
		d.notes.say("%s", saying(damage))
	}
	if len(rep.Damage) > 0 {
		return errSome
	}
	d.notes.say("fine: %s%s, %s, %.1f MB", count(rep.Documents, "article"), also(rep.Deleted, "deleted"),
		count(rep.Files, "file"), float64(rep.Bytes)/1e6)
	return nil
}
