package main

import (
	"fmt"
	"os"

	"github.com/dateline-go/dateline/analyze/source"
)

// rejects is the file of articles that failed. It takes its name only at the end
// of a run that went through, so a run may read the file of the one before, and
// nothing of that is lost when it is cut short.
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

// close gives the file its name where the run went through. Otherwise it stays
// aside, or goes where it is empty. close returns the name that it has.
func (r *rejects) close(through bool) (string, error) {
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
