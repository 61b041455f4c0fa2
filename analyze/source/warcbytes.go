package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
)

// maxTries is how many places that look like the begin of a gzip member are tried
// after a broken one before the rest of the file is given up.
const maxTries = 1000

// magic is what every record begins with, before the rest of its version.
const magic = "WARC/"

// archiveBytes reads the bytes of an archive, unpacked, and knows where in the file
// they stand: archives have a gzip member for each record, so that one can be read
// alone and a broken one passed over.
type archiveBytes struct {
	file    *tape
	z       *gzip.Reader // nil where the file is not packed
	read    int64        // unpacked bytes given out
	members []member     // that begin in what was given out and may not be used yet
	failed  bool         // the packed bytes are broken here
}

// member is the begin of a gzip member, in the file and in what it unpacks to.
type member struct{ packed, unpacked int64 }

func newArchiveBytes(r io.Reader) *archiveBytes {
	a := &archiveBytes{file: newTape(r)}
	if string(a.file.peek(2)) == "\x1f\x8b" {
		a.z = new(gzip.Reader)
		_ = a.nextMember() // an error comes again from Read
	}
	return a
}

// Read gives unpacked bytes of at most one member.
func (a *archiveBytes) Read(p []byte) (int, error) {
	if a.z == nil {
		n, err := a.file.Read(p)
		a.read += int64(n)
		return n, err
	}
	for {
		n, err := a.z.Read(p)
		a.read += int64(n)
		if err == io.EOF {
			if err = a.nextMember(); err == nil && n == 0 {
				continue
			}
			if n > 0 {
				return n, nil // what is wrong comes again
			}
		} else if err != nil {
			a.failed = true
			err = fmt.Errorf("%w: %w", ErrWARC, err)
		}
		return n, err
	}
}

// nextMember begins the next member. The error is io.EOF where there is none.
func (a *archiveBytes) nextMember() error {
	at := a.file.offset()
	a.file.mark = a.file.at
	if err := a.z.Reset(a.file); err != nil {
		if err != io.EOF {
			a.failed = true
			err = fmt.Errorf("%w: %w", ErrWARC, err)
		}
		return err
	}
	a.z.Multistream(false)
	a.begin(at)
	return nil
}

// begin notes where a member begins. Of several that begin at one byte, those
// before the last are empty.
func (a *archiveBytes) begin(at int64) {
	if n := len(a.members); n > 0 && a.members[n-1].unpacked == a.read {
		a.members = a.members[:n-1]
	}
	a.members = append(a.members, member{at, a.read})
}

// offset returns the place in the file of the byte that is read next, where this
// many were given out and not read. Places before it are forgotten.
func (a *archiveBytes) offset(buffered int) int64 {
	at := a.read - int64(buffered)
	for len(a.members) > 1 && a.members[1].unpacked <= at {
		a.members = a.members[1:]
	}
	if len(a.members) > 0 && a.members[0].unpacked == at {
		return a.members[0].packed
	}
	return at
}

// resume leaves r, which reads these bytes, at the begin of the next record; false
// where there is none.
func (a *archiveBytes) resume(r *bufio.Reader) bool {
	for {
		if found, err := seek(r); found {
			return true
		} else if err == io.EOF || !a.failed {
			return false
		}
		if !a.resumeMember() {
			return false
		}
		r.Reset(a)
	}
}

// seek reads on to a line that begins a record.
func seek(r *bufio.Reader) (bool, error) {
	for {
		if next, _ := r.Peek(len(magic)); string(next) == magic {
			return true, nil
		}
		_, err := r.ReadSlice('\n')
		for err == bufio.ErrBufferFull {
			_, err = r.ReadSlice('\n')
		}
		if err != nil {
			return false, err
		}
	}
}

// resumeMember finds a gzip member that begins with a record, behind the begin of the
// one that was broken; false where there is none.
func (a *archiveBytes) resumeMember() bool {
	a.file.at = min(a.file.at, a.file.mark+1)
	for range maxTries {
		if !a.file.seek([]byte("\x1f\x8b\x08")) {
			return false
		}
		if z, err := gzip.NewReader(bytes.NewReader(a.file.peek(chunk))); err == nil {
			var start [len(magic)]byte
			if _, err := io.ReadFull(z, start[:]); err == nil && string(start[:]) == magic {
				a.failed = false
				return a.nextMember() == nil
			}
		}
		a.file.at++
	}
	return false
}
