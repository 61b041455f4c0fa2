package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// stdin is what standard input is called, by people and in errors.
const (
	stdinName  = "-"
	stdinLabel = "stdin"
)

// input is one file to read.
type input struct {
	name string // stdinName for standard input
	kind Kind
	size int64 // in bytes, -1 where it is not known
	// found says that the file was found in a folder, where some are not meant.
	found bool
}

// label is what errors call the file.
func (in input) label() string {
	if in.name == stdinName {
		return stdinLabel
	}
	return in.name
}

// open opens the file. The error is an [*Error].
func (in input) open(o Options) (io.ReadCloser, error) {
	if in.name == stdinName {
		return io.NopCloser(o.Stdin), nil
	}
	f, err := os.Open(in.name)
	if err != nil {
		return nil, fileError(in.name, err)
	}
	return f, nil
}

// inputs finds the files behind names, in the order of names and sorted within a
// folder. What cannot be found is an [*Error] in its place.
func inputs(names []string, o Options) iter.Seq2[input, error] {
	return func(yield func(input, error) bool) {
		for _, name := range names {
			if !inputsOf(name, o, yield) {
				return
			}
		}
	}
}

// inputsOf finds the files behind one name; false ends the search.
func inputsOf(name string, o Options, yield func(input, error) bool) bool {
	if name == stdinName {
		if o.Stdin == nil {
			return yield(input{}, &Error{Name: stdinLabel, Err: ErrStdin})
		}
		return yield(input{name: name, kind: o.As, size: -1}, nil)
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return walk(name, o, yield)
	case err == nil:
		return file(name, info, o, yield)
	case strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://"):
		return yield(input{}, &Error{Name: name, Err: ErrAddress})
	case !errors.Is(err, fs.ErrNotExist) || !strings.ContainsAny(name, "*?["):
		return yield(input{}, fileError(name, err))
	}
	matches, err := filepath.Glob(name) // sorted
	if err != nil {
		return yield(input{}, &Error{Name: name, Err: err})
	}
	if len(matches) == 0 {
		return yield(input{}, &Error{Name: name, Err: fmt.Errorf("%w: the pattern matches no file", ErrNoArticles)})
	}
	for _, m := range matches {
		if !inputsOf(m, o, yield) {
			return false
		}
	}
	return true
}

// file yields a file that was named, whose kind must be known.
func file(name string, info fs.FileInfo, o Options, yield func(input, error) bool) bool {
	in := input{name: name, kind: or(o.As, kindOf(name)), size: info.Size()}
	switch {
	case !info.Mode().IsRegular(): // a pipe, read as standard input is
		in.size = -1
	case in.kind == "":
		return yield(input{}, unknownKind(name))
	}
	return yield(in, nil)
}

func unknownKind(name string) *Error {
	return &Error{Name: name, Err: fmt.Errorf("%w: known are %s", ErrKind, Extensions)}
}

// walk yields the files of a folder and its folders that are of a known kind.
// Names that begin with a dot are left out.
func walk(root string, o Options, yield func(input, error) bool) bool {
	found, more := false, true
	emit := func(in input, err error) error {
		found = true
		if more = yield(in, err); !more {
			return fs.SkipAll
		}
		return nil
	}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return emit(input{}, fileError(path, err))
		case path != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		case kindOf(path) == "":
			o.Skipped(path, "unknown kind of file")
			return nil
		}
		info, err := os.Stat(path) // follows a link to a file
		if err != nil {
			return emit(input{}, fileError(path, err))
		}
		if !info.Mode().IsRegular() {
			o.Skipped(path, "a folder behind a link, or no file")
			return nil
		}
		return emit(input{name: path, kind: or(o.As, kindOf(path)), size: info.Size(), found: true}, nil)
	})
	switch {
	case err != nil:
		return yield(input{}, fileError(root, err))
	case !found:
		return yield(input{}, &Error{Name: root, Err: fmt.Errorf("%w: the folder holds no %s", ErrNoArticles, Extensions)})
	}
	return more
}

// or returns the first kind that is known.
func or(k, other Kind) Kind {
	if k != "" {
		return k
	}
	return other
}

// Size looks for the files behind names, as [Files] will, and adds up their bytes;
// -1 says that one of them is a stream, whose length is not known. The error joins
// the [*Error] of every name with nothing to read behind it, or is [ErrOptions] or
// that of ctx.
func Size(ctx context.Context, names []string, o Options) (int64, error) {
	o, err := o.filled()
	if err != nil {
		return 0, err
	}
	o.Skipped = func(string, string) {} // Files will tell
	var total int64
	var errs []error
	for in, err := range inputs(names, o) {
		switch {
		case ctx.Err() != nil:
			return 0, ctx.Err()
		case err != nil:
			errs = append(errs, err)
		case in.size < 0 || total < 0:
			total = -1
		default:
			total += in.size
		}
	}
	return total, errors.Join(errs...)
}
