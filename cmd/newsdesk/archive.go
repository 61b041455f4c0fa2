package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/dateline-go/dateline/search/archive"
)

// archiveFlag names an archive.
type archiveFlag struct {
	Index string `required:"" placeholder:"DIR" help:"The folder of the archive."`
}

// open opens an archive that is there.
func (f archiveFlag) open(d *desk) (*archive.Archive, error) {
	entries, err := os.ReadDir(f.Index)
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && len(entries) == 0:
		return nil, usage(fmt.Errorf("%s: no archive here: make one with newsdesk index --index %s", f.Index, f.Index))
	}
	return f.make(d, archive.Options{}) // which says what else is wrong
}

// make opens an archive, a new one where there is none.
func (f archiveFlag) make(d *desk, o archive.Options) (*archive.Archive, error) {
	if f.Index == "" {
		return nil, usage(errors.New("--index: needs the name of a folder"))
	}
	a, err := archive.Open(d.ctx, f.Index, o)
	if err != nil {
		return nil, usage(err)
	}
	return a, nil
}

// closing joins the error of closing an archive to that of the work with it.
func closing(a *archive.Archive, err error) error { return errors.Join(err, a.Close()) }
