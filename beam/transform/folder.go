package transform

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// partSuffix is what the names of files end in that are not whole yet.
const partSuffix = ".part"

// folder is where a job writes: a folder of this machine, or of all machines, or a
// place of one of Beam's file systems. A file is there whole or not at all.
type folder string

// path returns the path of a file of the folder.
func (f folder) path(name string) string {
	if remote(string(f)) {
		return strings.TrimSuffix(string(f), "/") + "/" + name
	}
	return filepath.Join(string(f), name)
}

// write makes a file, in place of one of that name.
func (f folder) write(ctx context.Context, name string, write func(io.Writer) error) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("transform: write %s: %w", f.path(name), err)
		}
	}()
	if remote(string(f)) {
		return f.upload(ctx, name, write)
	}
	if err := os.MkdirAll(string(f), 0o755); err != nil {
		return err
	}
	// Two tries of one shard may run at once: each writes a file of its own.
	file, err := os.CreateTemp(string(f), "."+name+".*"+partSuffix)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(file.Name()))
		}
	}()
	err = write(file)
	if err == nil {
		err = file.Chmod(0o644)
	}
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), f.path(name))
}

// upload writes a file of one of Beam's file systems, which takes it when it is
// closed.
func (f folder) upload(ctx context.Context, name string, write func(io.Writer) error) error {
	far, err := filesystem.New(ctx, string(f))
	if err != nil {
		return err
	}
	defer far.Close()
	// A file that is not written to its end is never closed but given up.
	ctx, giveUp := context.WithCancel(ctx)
	defer giveUp()
	w, err := far.OpenWrite(ctx, f.path(name))
	if err != nil {
		return err
	}
	if err := write(w); err != nil {
		giveUp()
		return errors.Join(err, w.Close())
	}
	return w.Close()
}

// read returns what is in a file, nil where there is none.
func (f folder) read(ctx context.Context, name string) ([]byte, error) {
	if !remote(string(f)) {
		b, err := os.ReadFile(f.path(name))
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return b, err
	}
	names, err := f.list(ctx)
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		if n == name {
			return f.download(ctx, name)
		}
	}
	return nil, nil
}

// download reads a file of one of Beam's file systems.
func (f folder) download(ctx context.Context, name string) ([]byte, error) {
	far, err := filesystem.New(ctx, string(f))
	if err != nil {
		return nil, err
	}
	defer far.Close()
	return filesystem.Read(ctx, far, f.path(name))
}

// list returns the names of the files in the folder.
func (f folder) list(ctx context.Context) ([]string, error) {
	var names []string
	if !remote(string(f)) {
		entries, err := os.ReadDir(string(f))
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return names, err
	}
	far, err := filesystem.New(ctx, string(f))
	if err != nil {
		return nil, err
	}
	defer far.Close()
	paths, err := far.List(ctx, f.path("*"))
	for _, p := range paths {
		names = append(names, p[strings.LastIndex(p, "/")+1:])
	}
	return names, err
}

// remove takes a file away.
func (f folder) remove(ctx context.Context, name string) error {
	if !remote(string(f)) {
		return os.Remove(f.path(name))
	}
	far, err := filesystem.New(ctx, string(f))
	if err != nil {
		return err
	}
	defer far.Close()
	r, ok := far.(filesystem.Remover)
	if !ok {
		return fmt.Errorf("transform: %s: this file system removes nothing", f.path(name))
	}
	return r.Remove(ctx, f.path(name))
}
