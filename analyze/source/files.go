package source

import (
	"context"
	"io"
	"iter"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/charset"
)

// Files reads the pages behind names: files, folders, globs, and "-" for
// [Options.Stdin]. Pages come in the order of names, those of a folder sorted by
// path, those of a file as they stand. A page's Source says where it was read; a
// file that is itself a page gives it no ID.
//
// A file or article that cannot be read yields an [*Error] in its place and the
// rest go on. [ErrOptions], or the error of ctx, ends the stream.
func Files(ctx context.Context, names []string, o Options) iter.Seq2[dateline.Page, error] {
	return files(ctx, names, o, func(
		r io.Reader, in input, o Options, yield func(dateline.Page, error) bool,
	) bool {
		return readAs(ctx, r, in, o, yield)
	})
}

// readAs yields the pages of a file, by its looks where its kind is not known; false ends everything.
func readAs(
	ctx context.Context, r io.Reader, in input, o Options, yield func(dateline.Page, error) bool,
) bool {
	switch in.kind {
	case "":
		return readLooks(ctx, r, in, o, yield)
	case Lines:
		return readLines(ctx, r, in.label(), o, readRecord, yield)
	case Object:
		return readObject(ctx, r, in, o, yield)
	case Table:
		return readTable(ctx, r, in, o, yield)
	case Items:
		return readFeed(ctx, r, in.label(), o, yield)
	case Records:
		return readWARC(ctx, r, in.label(), o, yield)
	}
	return readPage(ctx, r, in.label(), in.kind, o, yield)
}

// files opens the files behind names and yields what read finds in each; where
// read returns false the stream ends.
func files[T any](ctx context.Context, names []string, o Options,
	read func(r io.Reader, in input, o Options, yield func(T, error) bool) bool) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		o, err := o.filled()
		if err != nil {
			yield(none, err)
			return
		}
		for in, err := range inputs(names, o) {
			if ctx.Err() != nil {
				yield(none, ctx.Err())
				return
			}
			var r io.ReadCloser
			if err == nil {
				r, err = in.open(o)
			}
			more := true
			if err != nil {
				more = yield(none, err)
			} else {
				more = read(r, in, o, yield)
				r.Close() // it was only read
			}
			if !more {
				return
			}
		}
	}
}

// readPage yields a file that is a page.
func readPage(
	ctx context.Context, r io.Reader, name string, k Kind, o Options, yield func(dateline.Page, error) bool,
) bool {
	u, err := opened(ctx, r, name, o)
	if err != nil {
		return yield(dateline.Page{}, err)
	}
	body, err := readLimited(u, o.MaxPage, "page")
	if ctx.Err() != nil {
		yield(dateline.Page{}, ctx.Err())
		return false
	}
	if err != nil {
		return yield(dateline.Page{}, fileError(name, err))
	}
	p := dateline.Page{Source: name, Form: k.form(), Body: body}
	switch {
	case o.Encoding == "":
	case k == HTML:
		p.ContentType = "text/html; charset=" + o.Encoding
	default:
		if p.Body, err = charset.As(body, o.Encoding); err != nil {
			return yield(dateline.Page{}, fileError(name, err))
		}
	}
	return yield(p, nil)
}

// stream runs a reader of a whole stream with its options checked.
func stream(ctx context.Context, r io.Reader, name string, o Options,
	read func(context.Context, io.Reader, string, Options, func(dateline.Page, error) bool) bool,
) iter.Seq2[dateline.Page, error] {
	return func(yield func(dateline.Page, error) bool) {
		o, err := o.filled()
		if err != nil {
			yield(dateline.Page{}, err)
			return
		}
		read(ctx, r, name, o, yield)
	}
}
