package source

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/dateline-go/dateline"
)

// readObject yields the articles of a file of JSON: one object, a list of them, or one after the
// other; false ends everything. Each is as a line of JSON lines, over several lines.
func readObject(
	ctx context.Context, r io.Reader, in input, o Options, yield func(dateline.Page, error) bool,
) bool {
	u, err := opened(ctx, r, in.label(), o)
	if err != nil {
		return yield(dateline.Page{}, err)
	}
	b := bufio.NewReaderSize(u, chunk)
	head := firstLine(b)
	switch kind := looks(head); {
	case kind == "" && in.found:
		o.Skipped(in.label(), "no article in JSON")
		return true
	case kind == Items || kind == Lines:
		o.Read = unread
		in.kind = kind
		if first, _, _ := bytes.Cut(head, []byte("\n")); kind == Lines && in.notMeant(first, o) {
			return true
		}
		return readAs(ctx, b, in, o, yield)
	}
	if bytes.HasPrefix(head, []byte("\ufeff")) {
		_, _ = b.Discard(len("\ufeff")) // it is there
	}
	source := &budget{r: o.decoded(b), left: chunk}
	d := json.NewDecoder(source)
	if bytes.HasPrefix(bytes.TrimLeft(head, "\ufeff \t\r\n"), []byte("[")) {
		_, _ = d.Token() // an error comes again
	}
	for n := 1; ; n++ {
		source.left = int64(o.MaxLine) + chunk
		raw, err := nextObject(d)
		switch {
		case ctx.Err() != nil:
			yield(dateline.Page{}, ctx.Err())
			return false
		case err == io.EOF:
			return true
		case errors.Is(err, errSpent):
			err = fmt.Errorf("%w: the article has more than %d bytes; the rest of the file is not read", ErrTooLong, o.MaxLine)
		case err != nil:
			err = fmt.Errorf("%w; the rest of the file is not read", jsonError(err))
		}
		if err != nil {
			return yield(dateline.Page{}, &Error{Name: in.label(), Line: n, Err: err})
		}
		if n == 1 && in.notMeant(raw, o) {
			return true
		}
		if !yield(readRecord(raw, in.label(), n, o)) {
			return false
		}
	}
}

// notMeant reports whether a file of JSON that was found in a folder begins with something else than an
// article, and tells so.
func (in input) notMeant(first []byte, o Options) bool {
	if !in.found {
		return false
	}
	o.Warn = func(*Error) {}
	if _, err := readRecord(first, in.label(), 1, o); !errors.Is(err, ErrContent) && !errors.Is(err, ErrJSON) {
		return false
	}
	o.Skipped(in.label(), "no article in JSON")
	return true
}

// nextObject reads the next value of a file. The error is io.EOF at its end.
func nextObject(d *json.Decoder) (json.RawMessage, error) {
	var raw json.RawMessage
	if !d.More() {
		for {
			if _, err := d.Token(); err != nil { // behind the end of a list
				return nil, err
			}
		}
	}
	err := d.Decode(&raw)
	return bytes.TrimSpace(raw), err
}

// errSpent ends a file of which one part is too long.
var errSpent = errors.New("budget spent")

// budget reads until a number of bytes is spent, which is set anew for each part.
type budget struct {
	r    io.Reader
	left int64
}

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errSpent
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
