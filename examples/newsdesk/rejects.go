package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/dateline-go/dateline/analyze/source"
)

// rejects is the file of articles that failed. It takes its name when it is
// closed, so the file of the run before can be read while the new one is written.
type rejects struct {
	*source.Rejects
	name string
	file *os.File
}

// openRejects begins a file of errors.
func openRejects(name string) (*rejects, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return nil, fmt.Errorf("--errors: %s is a folder", name)
	} else if err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("--errors: %s is not a regular file", name)
	}
	f, err := os.OpenFile(name+".part", os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, fmt.Errorf("--errors: %w", err)
	}
	return &rejects{Rejects: source.NewRejects(f), name: name, file: f}, nil
}

// close gives the file its name.
func (r *rejects) close() error {
	if err := errors.Join(r.file.Close(), os.Rename(r.file.Name(), r.name)); err != nil {
		return fmt.Errorf("--errors: %w", err)
	}
	return nil
}
