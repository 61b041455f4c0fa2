package source

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/dateline-go/dateline"
)

// Files reads the pages behind names: files, folders, globs, and "-" for
// [Options.Stdin]. Pages come in the order of names, those of a folder sorted by
// path, those of a file as they stand. A page's Source says where it was read; a
// file that is itself a page gives it no ID.
//
// A file or article that cannot be read yields an [*Error] in its place and the
// rest go on. [ErrOptions], or the error of ctx, ends the stream.
func Files(ctx context.Context, names []string, o Options) iter.Seq2[dateline.Page, error] {
	return func(yield func(dateline.Page, error) bool) {
		o, err := o.filled()
		if err != nil {
			yield(dateline.Page{}, err)
			return
		}
		for in, err := range inputs(names, o) {
			if ctx.Err() != nil {
				yield(dateline.Page{}, ctx.Err())
				return
			}
			if err != nil {
				if !yield(dateline.Page{}, err) {
					return
				}
				continue
			}
			if !read(ctx, in, o, yield) {
				return
			}
		}
	}
}

// read yields the pages of one file; false ends the stream.
func read(ctx context.Context, in input, o Options, yield func(dateline.Page, error) bool) bool {
	name, r := in.name, o.Stdin
	if in.name == stdinName {
		name = stdinLabel
	} else {
		f, err := os.Open(in.name)
		if err != nil {
			return yield(dateline.Page{}, fileError(name, err))
		}
		defer f.Close()
		r = f
	}
	if in.kind == Lines {
		return readLines(ctx, r, name, o, yield)
	}
	return readPage(ctx, r, name, in.kind, o, yield)
}

// readPage yields a file that is a page.
func readPage(ctx context.Context, r io.Reader, name string, k Kind, o Options, yield func(dateline.Page, error) bool) bool {
	body, err := readAll(watched{ctx, r, o.Read}, o.MaxPage)
	if ctx.Err() != nil {
		yield(dateline.Page{}, ctx.Err())
		return false
	}
	if err != nil {
		return yield(dateline.Page{}, fileError(name, err))
	}
	return yield(dateline.Page{Source: name, Form: k.form(), Body: body}, nil)
}

// readAll reads and unpacks at most limit bytes.
func readAll(r io.Reader, limit int) ([]byte, error) {
	u, err := unpacked(r)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(u, int64(limit)+1))
	if err != nil {
		return nil, err
	}
	if len(body) > limit {
		return nil, fmt.Errorf("%w: the page has more than %d bytes", ErrTooLong, limit)
	}
	return body, nil
}
