package main

import (
	"fmt"
	"os"

	"github.com/dateline-go/dateline/entities"
)

// namesCommand has the commands about names files.
type namesCommand struct {
	Check namesCheckCommand `cmd:"" help:"Say what is wrong with a names file and what in it clashes."`
}

// namesCheckCommand reads a names file to its end and says what is wrong with it.
type namesCheckCommand struct {
	File string `arg:"" help:"The names file: docs/names-file.md."`
}

// Help shows uses of the command.
func (*namesCheckCommand) Help() string {
	return `Every row that would be refused is named with its line. A clash is a text that differs from
another by case alone, or that the world knows as something else; it is read all the same.

Examples:

  newsdesk names check desk.tsv`
}

// Run runs the command.
func (c *namesCheckCommand) Run(d *desk) error {
	f, err := os.Open(c.File)
	if err != nil {
		return usage(err)
	}
	defer f.Close()
	report, err := entities.CheckNames(f)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	for _, err := range report.Errors {
		d.notes.say("%s: %s", c.File, err)
	}
	for _, clash := range report.Clashes {
		if _, err := fmt.Fprintln(d.stdout, "clash:", clash); err != nil {
			return err
		}
	}
	if _, err := fmt.Fprintf(d.stdout, "%d rows, %d mistakes, %d clashes\n",
		report.Rows, len(report.Errors), len(report.Clashes)); err != nil {
		return err
	}
	if len(report.Errors) > 0 {
		return errSome
	}
	return nil
}
