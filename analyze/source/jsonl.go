package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/dateline-go/dateline"
)

// JSONL reads articles from JSON lines, plain or gzip. name is what errors and the
// pages' Source call the stream. Empty lines are passed over.
//
// A line that is no article yields an [*Error] with its number and the rest go on.
// A failure of r yields one too, and ends the stream, as [ErrOptions] and the
// error of ctx do.
func JSONL(ctx context.Context, r io.Reader, name string, o Options) iter.Seq2[dateline.Page, error] {
	return stream(ctx, r, name, o, func(
		ctx context.Context, r io.Reader, name string, o Options, yield func(dateline.Page, error) bool,
	) bool {
		return readLines(ctx, r, name, o, readRecord, yield)
	})
}

// readLines yields what parse makes of each line of a stream; false ends
// everything.
func readLines[T any](ctx context.Context, r io.Reader, name string, o Options,
	parse func(line []byte, name string, n int, o Options) (T, error), yield func(T, error) bool) bool {
	var none T
	u, err := opened(ctx, r, name, o)
	if err != nil {
		return yield(none, err)
	}
	in := newLines(o.decoded(u), o.MaxLine)
	for n := 1; ; n++ {
		line, size, err := in.next()
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		switch {
		case ctx.Err() != nil:
			yield(none, ctx.Err())
			return false
		case err == io.EOF:
			return true
		case errors.Is(err, errHopeless):
			return yield(none, &Error{Name: name, Line: n, Err: fmt.Errorf(
				"%w: the line does not end within %d bytes, the limit is %d; the rest of the file is not read",
				ErrTooLong, size, o.MaxLine)})
		case err != nil:
			e := fileError(name, fmt.Errorf("%w; the rest of the file is not read", err))
			e.Line = n
			return yield(none, e)
		}
		v := none
		switch {
		case size > int64(o.MaxLine):
			err = &Error{Name: name, Line: n,
				Err: fmt.Errorf("%w: the line has %d bytes, the limit is %d", ErrTooLong, size, o.MaxLine)}
		case len(bytes.TrimSpace(line)) == 0:
			continue
		default:
			v, err = parse(line, name, n, o)
		}
		if !yield(v, err) {
			return false
		}
	}
}
