package transform

import (
	"context"
	"fmt"
	"io"
	"iter"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

func init() { // workers find functions by what is registered before main
	register.DoFn4x1[context.Context, Group, func(string, Page), func(Reject), error](&readFn{})
	register.Emitter2[string, Page]()
	register.Emitter1[Reject]()
}

// Pages is what was read.
type Pages struct {
	// Pages is of KV<string, Page>: the shard and a page of it.
	Pages sdk.PCollection
	// Rejects is of [Reject]: what could not be read.
	Rejects sdk.PCollection
}

// Read reads the pages of a plan. A file that is not on a disk of the machine and
// breaks off fails the call, so that the runner tries again; any other fault is a
// [Reject], as newsdesk tag has it.
func (p *Plan) Read(s sdk.Scope) Pages {
	s = s.Scope("dateline.Read")
	groups := sdk.Reshuffle(s, sdk.CreateList(s, p.groups))
	pages, rejects := sdk.ParDo2(s, &readFn{Options: p.options}, groups)
	return Pages{pages, rejects}
}

// readFn reads a group of files.
type readFn struct {
	Options Options
}

// ProcessElement reads a group of files.
func (f *readFn) ProcessElement(ctx context.Context, g Group, page func(string, Page), reject func(Reject)) error {
	o := f.Options.source()
	o.Read = func(n int) { bytesRead.Inc(ctx, int64(n)) }
	o.Warn = func(*source.Error) { warnings.Inc(ctx, 1) }
	o.Passed = func(string) { passed.Inc(ctx, 1) }
	var item int64
	for _, name := range g.Names {
		for p, err := range open(ctx, name, o) {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			place, tooMany := shard(g.Number, item, f.Options.ShardSize)
			if tooMany != nil {
				return tooMany
			}
			pages.Inc(ctx, 1)
			if err == nil {
				page(place, Page{p, item})
			} else {
				r, err := newReject(err)
				if err != nil {
					return err
				}
				r.Shard, r.Item = place, item
				bad.Inc(ctx, 1)
				reject(r)
			}
			item++
		}
	}
	return nil
}

// open reads the pages of one file.
func open(ctx context.Context, name string, o source.Options) iter.Seq2[dateline.Page, error] {
	if !remote(name) {
		return source.Files(ctx, []string{name}, o)
	}
	return func(yield func(dateline.Page, error) bool) {
		fail := func(err error) { yield(dateline.Page{}, fmt.Errorf("%s: %w", name, err)) }
		fs, err := filesystem.New(ctx, name)
		if err != nil {
			fail(err)
			return
		}
		defer fs.Close()
		r, err := fs.OpenRead(ctx, name)
		if err != nil {
			fail(err)
			return
		}
		defer r.Close()
		far := &farReader{r: r}
		for p, err := range source.Named(ctx, far, name, o) {
			if far.err != nil { // no fault of the file: it may be whole the next time
				fail(far.err)
				return
			}
			if !yield(p, err) {
				return
			}
		}
	}
}

// farReader remembers the fault of a reader.
type farReader struct {
	r   io.Reader
	err error
}

func (f *farReader) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	if err != nil && err != io.EOF {
		f.err = err
	}
	return n, err
}
