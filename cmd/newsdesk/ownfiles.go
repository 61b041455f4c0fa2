package main

import (
	"fmt"
	"io"
	"os"

	"github.com/dateline-go/dateline/entities"
)

// ownFiles are the files in which a newsroom says what the library cannot know.
type ownFiles struct {
	Names   string `placeholder:"FILE" help:"Names of your own, to add, merge or suppress: docs/names-file.md."`
	Outlets string `placeholder:"FILE" help:"Where news sites are at home: docs/names-file.md."`
}

// options reads the files.
func (f *ownFiles) entities() (entities.Options, error) {
	names, err := readOwn(f.Names, entities.ReadNames)
	if err != nil {
		return entities.Options{}, err
	}
	outlets, err := readOwn(f.Outlets, entities.ReadOutlets)
	return entities.Options{Names: names, Outlets: outlets}, err
}

// readOwn reads a file; without a name there is none.
func readOwn[T any](name string, read func(io.Reader) (*T, error)) (*T, error) {
	if name == "" {
		return nil, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	own, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return own, nil
}
