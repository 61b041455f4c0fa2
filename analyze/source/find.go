package source

import (
	"context"
	"io"
	"iter"

	"github.com/dateline-go/dateline"
)

// File is one of the files that [Files] reads.
type File struct {
	// Name is what opens it; "-" for [Options.Stdin].
	Name string
	// Size is in bytes, -1 where it is not known.
	Size int64
}

// Find returns the files behind names, one by one in the order in which [Files]
// reads them, for sharing them out among machines. The pages of each, read with
// its name alone, are together those of all the names.
//
// A name with nothing behind it yields an [*Error] in its place and the rest go
// on. [ErrOptions], or the error of ctx, ends the stream.
func Find(ctx context.Context, names []string, o Options) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		o, err := o.filled()
		if err != nil {
			yield(File{}, err)
			return
		}
		o.Skipped = func(string, string) {} // Files will tell
		for in, err := range inputs(names, o) {
			if ctx.Err() != nil {
				yield(File{}, ctx.Err())
				return
			}
			if !yield(File{in.name, in.size}, err) {
				return
			}
		}
	}
}

// Named reads the pages of a stream as [Files] does those of a file of that name,
// for files that are not on this machine's disks. Where the name is of no known
// kind, the one error is [ErrKind].
func Named(ctx context.Context, r io.Reader, name string, o Options) iter.Seq2[dateline.Page, error] {
	return stream(ctx, r, name, o, func(
		ctx context.Context, r io.Reader, name string, o Options, yield func(dateline.Page, error) bool,
	) bool {
		k := or(o.As, kindOf(name))
		if k == "" {
			return yield(dateline.Page{}, unknownKind(name))
		}
		return readAs(ctx, r, input{name: name, kind: k}, o, yield)
	})
}
