package transform

import (
	"bufio"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"slices"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// The beginnings of the names of files, and their end. Between them stands the
// shard.
const (
	documentPrefix = "part-"
	rejectPrefix   = "rejects-"
	lineSuffix     = ".jsonl"
)

func init() { // workers find functions by what is registered before main
	register.Function3x0(documentLine)
	register.Function2x0(rejectLine)
	register.DoFn4x1[context.Context, string, func(*line) bool, func(File), error](&writeFn{})
	register.DoFn3x1[context.Context, []byte, func(*File) bool, error](&finishFn{})
	register.Emitter2[string, line]()
	register.Emitter1[File]()
	register.Iter1[line]()
	register.Iter1[File]()
}

// line is one line of a file.
type line struct {
	Item int64
	JSON []byte
}

// Write writes Documents, KV<string, Document>, and any number of collections of
// [Reject] into a folder, which may be one of a file system of Beam's. Each shard is
// a file, part-….jsonl and rejects-….jsonl, written beside its name and renamed when
// it is whole. When all of them are there, [ManifestName] names them, and files of a
// shard that it does not name are taken away.
//
// It returns the [File] of each shard of Documents, in no order.
func Write(s sdk.Scope, docs sdk.PCollection, dir string, rejects ...sdk.PCollection) sdk.PCollection {
	s = s.Scope("dateline.Write")
	parts := sdk.ParDo(s, &writeFn{Dir: dir, Prefix: documentPrefix}, sdk.GroupByKey(s, sdk.ParDo(s, documentLine, docs)))
	files := parts
	if len(rejects) > 0 {
		lines := sdk.ParDo(s, rejectLine, sdk.Flatten(s, rejects...))
		files = sdk.Flatten(s, parts, sdk.ParDo(s, &writeFn{Dir: dir, Prefix: rejectPrefix}, sdk.GroupByKey(s, lines)))
	}
	sdk.ParDo0(s, &finishFn{Dir: dir}, sdk.Impulse(s), sdk.SideInput{Input: files})
	return parts
}

func documentLine(_ string, d Document, emit func(string, line)) {
	emit(d.Shard, line{d.Item, d.JSON})
}

func rejectLine(r Reject, emit func(string, line)) { emit(r.Shard, line{r.Item, r.Line}) }

// writeFn writes the lines of a shard.
type writeFn struct {
	Dir, Prefix string
}

// ProcessElement writes the lines of a shard.
func (f *writeFn) ProcessElement(ctx context.Context, shard string, next func(*line) bool, file func(File)) error {
	var lines []line
	for l := (line{}); next(&l); {
		lines = append(lines, l)
	}
	slices.SortFunc(lines, func(a, b line) int { return cmp.Compare(a.Item, b.Item) })
	out := File{Name: f.Prefix + shard + lineSuffix, Lines: int64(len(lines))}
	sum := counted{hash: sha256.New()}
	err := folder(f.Dir).write(ctx, out.Name, func(w io.Writer) error {
		sum.w = w
		b := bufio.NewWriterSize(&sum, 1<<20)
		for _, l := range lines {
			_, _ = b.Write(l.JSON) // Flush says what was wrong
			if len(l.JSON) == 0 || l.JSON[len(l.JSON)-1] != '\n' {
				_ = b.WriteByte('\n')
			}
		}
		return b.Flush()
	})
	if err != nil {
		return err
	}
	out.Bytes, out.SHA256 = sum.n, hex.EncodeToString(sum.hash.Sum(nil))
	file(out)
	return nil
}

// counted hashes and counts what is written.
type counted struct {
	w    io.Writer
	hash hash.Hash
	n    int64
}

func (c *counted) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.hash.Write(p[:n])
	c.n += int64(n)
	return n, err
}
