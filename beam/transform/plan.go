package transform

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/dateline-go/dateline/analyze/source"
)

// ErrInput comes from [NewPlan] for names with nothing behind them.
var ErrInput = errors.New("transform: input")

// Group is files that one call reads, one after the other.
type Group struct {
	// Number is its place among the groups, from 0.
	Number int
	// Names are the files, in order.
	Names []string
}

// Plan says which files a job reads, in what order and with which options. It
// depends on the names and sizes of the files alone.
type Plan struct {
	groups  []Group
	options Options
	files   []source.File
}

// NewPlan looks for the files behind names: files, folders and globs as
// [source.Files] takes them, without standard input, and files and globs of a file
// system of Beam's, such as gs://desk/*.warc.gz, whose package the program must
// import. The errors are [ErrOptions], and [ErrInput] with each name that has
// nothing behind it.
func NewPlan(ctx context.Context, names []string, o Options) (*Plan, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	if _, err := o.analyzer(); err != nil { // rather here than on every worker
		return nil, err
	}
	p := &Plan{options: o}
	var errs []error
	for _, name := range names {
		files, err := find(ctx, name, o)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if errors.Is(err, source.ErrOptions) {
			return nil, err
		}
		errs = append(errs, err)
		p.files = append(p.files, files...)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInput, err)
	}
	if len(p.files) == 0 {
		return nil, fmt.Errorf("%w: no names", ErrInput)
	}
	p.group()
	if len(p.groups) > shardLimit {
		return nil, fmt.Errorf("%w: %d groups of files", ErrTooMany, len(p.groups))
	}
	return p, nil
}

// Files returns how many files the plan has.
func (p *Plan) Files() int { return len(p.files) }

// Bytes returns how many bytes they have, as they are on disk.
func (p *Plan) Bytes() int64 {
	var n int64
	for _, f := range p.files {
		n += max(0, f.Size)
	}
	return n
}

// group puts small files that follow each other together.
func (p *Plan) group() {
	var size int64
	for _, f := range p.files {
		if n := len(p.groups); n == 0 || size+max(1, f.Size) > p.options.GroupBytes {
			p.groups = append(p.groups, Group{Number: n})
			size = 0
		}
		last := &p.groups[len(p.groups)-1]
		last.Names = append(last.Names, f.Name)
		size += max(1, f.Size)
	}
}

// remote reports whether a name is one of Beam's file systems.
func remote(name string) bool { return strings.Contains(name, "://") }

// find returns the files behind one name.
func find(ctx context.Context, name string, o Options) ([]source.File, error) {
	if remote(name) {
		return findRemote(ctx, name)
	}
	var files []source.File
	var errs []error
	for f, err := range source.Find(ctx, []string{name}, o.source()) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		files = append(files, f)
	}
	return files, errors.Join(errs...)
}

// findRemote lists the files behind a glob of one of Beam's file systems.
func findRemote(ctx context.Context, glob string) ([]source.File, error) {
	fs, err := filesystem.New(ctx, glob)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", glob, err)
	}
	defer fs.Close()
	names, err := fs.List(ctx, glob)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", glob, err)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: %w", glob, source.ErrNoArticles)
	}
	slices.Sort(names)
	var files []source.File
	for _, name := range names {
		size, err := fs.Size(ctx, name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files = append(files, source.File{Name: name, Size: size})
	}
	return files, nil
}
