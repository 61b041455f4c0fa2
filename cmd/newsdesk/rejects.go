package main

import (
	"fmt"
	"io"
	"os"

	"github.com/dateline-go/dateline/analyze/source"
)

// rejects is the file of articles that failed. It takes its name only at the end
// of a run that went through, so a run may read the file of the one before, and
// nothing of that is lost when it is cut short.
//
// The name - is standard output: there each article that failed has its line among
// the others, in the order of the input, so that a program that feeds one article
// after the other gets a line for each.
type rejects struct {
	*source.Rejects
	name string
	file *os.File // nil for standard output
}

// openRejects begins a file of errors.
func openRejects(name string, stdout io.Writer) (*rejects, error) {
	if name == "-" {
		return &rejects{Rejects: source.NewRejects(stdout), name: "standard output"}, nil
	}
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

// close gives the file its name where the run went through. Otherwise it stays
// aside, or goes where it is empty. close returns the name that it has.
func (r *rejects) close(through bool) (string, error) {
	if r.file == nil {
		return r.name, nil
	}
	name, err := r.file.Name(), r.file.Close()
	switch {
	case err != nil:
	case through:
		name, err = r.name, os.Rename(name, r.name)
	case r.Count() == 0:
		err = os.Remove(name)
	}
	if err != nil {
		return name, fmt.Errorf("--errors: %w", err)
	}
	return name, nil
}
