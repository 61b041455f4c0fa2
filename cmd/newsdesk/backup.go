package main

import (
	"github.com/dateline-go/dateline/search/archive"
)

// backupCommand copies an archive.
type backupCommand struct {
	archiveFlag
	To string `arg:"" placeholder:"DIR" help:"A folder that is not there yet, or empty."`
}

// Help shows uses of the command.
func (*backupCommand) Help() string {
	return `The backup is an archive itself: check, search and restore take it. It is there only when
it is complete. While another process has the archive open it takes the backup: this one is refused.

Examples:

  newsdesk backup --index archive backups/2026-11-24
  newsdesk check --index backups/2026-11-24`
}

// Run runs the command.
func (c *backupCommand) Run(d *desk) error {
	a, err := c.archiveFlag.open(d)
	if err != nil {
		return err
	}
	if err := closing(a, a.Backup(d.ctx, c.To)); err != nil {
		return err
	}
	d.notes.say("copied to %s", c.To)
	return nil
}

// restoreCommand makes an archive of a backup.
type restoreCommand struct {
	archiveFlag
	Backup string `arg:"" placeholder:"DIR" help:"The folder of the backup."`
}

// Help shows uses of the command.
func (*restoreCommand) Help() string {
	return `Every file is compared with the backup's manifest. The archive is there only when all of it
is what was written; the backup stays as it is.

Example:

  newsdesk restore --index archive backups/2026-11-24`
}

// Run runs the command.
func (c *restoreCommand) Run(d *desk) error {
	if err := place("--index", c.Index); err != nil {
		return err
	}
	if err := archive.Restore(d.ctx, c.Backup, c.Index); err != nil {
		return usage(err)
	}
	d.notes.say("restored to %s", c.Index)
	return nil
}

// migrateCommand writes an archive of an older version anew.
type migrateCommand struct {
	archiveFlag
	To string `arg:"" placeholder:"DIR" help:"A folder that is not there yet, or empty."`
}

// Help shows uses of the command.
func (*migrateCommand) Help() string {
	return `The articles are not analysed again. The old archive stays as it is; the new one is there
only when all of it is written. An archive that this version opens needs no migration.

Example:

  newsdesk migrate --index old-archive archive`
}

// Run runs the command.
func (c *migrateCommand) Run(d *desk) error {
	if err := place("--index", c.Index); err != nil {
		return err
	}
	n, err := archive.Migrate(d.ctx, c.Index, c.To, archive.Options{})
	if err != nil {
		return usage(err)
	}
	d.notes.say("%s written to %s", count(n, "article"), c.To)
	return nil
}
