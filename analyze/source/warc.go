package source

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/dateline-go/dateline"
)

// WARC reads the pages of a web archive, plain or gzip: the HTML of response and
// resource records, and the plain text of conversion records. name is what errors
// and the pages' Source call the stream. A page's URL is the record's target, its
// Retrieved the record's date, its ContentType that of the HTTP header; chunks and
// gzip and deflate encodings are undone. Memory is one page, whatever the length of
// the archive.
//
// Records that are no pages are passed over and told to [Options.Passed]. A record
// that is broken, cut off or of the wrong length yields an [*Error] with its offset
// and the rest go on, from the next place where a record begins. A failure of r
// yields one too, and ends the stream, as [ErrOptions] and the error of ctx do.
func WARC(ctx context.Context, r io.Reader, name string, o Options) iter.Seq2[dateline.Page, error] {
	return stream(ctx, r, name, o, readWARC)
}

// warc reads the records of one archive.
type warc struct {
	name   string
	o      Options
	in     *archiveBytes
	r      *bufio.Reader // of in
	http   *bufio.Reader // of a record's block, where that is an HTTP response
	record int
	start  int64 // of the record, in the file
	url    string
}

// readWARC yields the pages of an archive; false ends everything.
func readWARC(ctx context.Context, r io.Reader, name string, o Options, yield func(dateline.Page, error) bool) bool {
	in := newArchiveBytes(watched{ctx, r, o.Read})
	w := &warc{name: name, o: o, in: in, r: bufio.NewReaderSize(in, chunk), http: bufio.NewReaderSize(nil, 4<<10)}
	for {
		p, found, err := w.next()
		switch {
		case ctx.Err() != nil:
			yield(dateline.Page{}, ctx.Err())
			return false
		case err == io.EOF:
			return true
		case err != nil:
			if !yield(dateline.Page{}, w.error(err)) {
				return false
			}
			if !errors.As(err, new(errDone)) && !w.in.resume(w.r) {
				return true
			}
		case found:
			if !yield(p, nil) {
				return false
			}
		}
	}
}

// errDone is a fault inside a record that was read to its end: what follows is not
// touched by it.
type errDone struct{ error }

func (e errDone) Unwrap() error { return e.error }

// error makes the error of the record at hand.
func (w *warc) error(err error) error {
	var done errDone
	if errors.As(err, &done) {
		err = done.error
	}
	e := fileError(w.name, err)
	e.Record, e.Offset, e.ID = w.record, w.start, w.url
	return e
}

// warn tells what was wrong with the record at hand and did not keep its page from being read.
func (w *warc) warn(err error) { w.o.Warn(w.error(err).(*Error)) }

// next reads one record. The error is io.EOF at the end of the archive; after any
// other but errDone the next record must be looked for.
func (w *warc) next() (p dateline.Page, found bool, err error) {
	if err := w.skipBlank(); err != nil {
		return p, false, err
	}
	w.record++
	w.start, w.url = w.in.offset(w.r.Buffered()), ""
	h, err := readHeader(w.r)
	w.url = h.url
	if err != nil {
		return p, false, err
	}
	b := newBlock(w.r, h)
	p, why, err := w.page(h, b)
	if err := b.close(); err != nil { // what is wrong with the record explains what is wrong in it
		return p, false, err
	}
	if err := b.slipped(); err != nil && why == "" {
		w.warn(err)
	}
	switch {
	case err != nil:
		return p, false, errDone{err}
	case why != "":
		w.o.Passed(why)
		return p, false, nil
	}
	p.Source = offsetPlace(w.name, w.start)
	return p, true, nil
}

// skipBlank skips the empty lines between records. The error is io.EOF where nothing
// follows.
func (w *warc) skipBlank() error {
	for {
		c, err := w.r.ReadByte()
		if err != nil {
			w.record++
			w.start, w.url = w.in.offset(0), ""
			return err
		}
		if c != '\r' && c != '\n' {
			return w.r.UnreadByte()
		}
	}
}

// page makes a page of a record, or says why there is none in it.
func (w *warc) page(h header, b *block) (p dateline.Page, why string, err error) {
	p = dateline.Page{URL: h.url, Form: dateline.HTML, ContentType: h.contentType}
	var body io.Reader = b
	switch {
	case h.segmented:
		return p, "one of several segments", nil
	case h.isRobots():
		return p, "robots.txt", nil
	case h.kind == "resource":
		if !isHTML(h.contentType) {
			return p, passed(h.contentType), nil
		}
	case h.kind == "conversion":
		if mediaType(h.contentType) != "text/plain" {
			return p, passed(h.contentType), nil
		}
		p.Form, p.ContentType = dateline.PlainPage, ""
	case h.kind == "response" && h.isHTTP():
		w.http.Reset(b)
		r, err := readResponse(w.http)
		if err != nil {
			return p, "", err
		}
		if why := r.noPage(); why != "" {
			return p, why, nil
		}
		if body, err = r.body(); err != nil {
			return p, "", err
		}
		p.ContentType = r.contentType
	case h.kind == "response":
		return p, passed(h.contentType), nil
	default:
		return p, h.kind, nil
	}
	if p.Body, err = readLimited(body, w.o.MaxPage, "page"); err != nil {
		if !h.truncated || errors.Is(err, ErrTooLong) {
			return p, "", unpackError(err)
		}
	}
	if h.truncated {
		w.warn(fmt.Errorf("%w: the page was cut short when it was archived", ErrWARC))
	}
	d, err := readDate(h.date)
	if err != nil {
		w.warn(fmt.Errorf("%w, in WARC-Date", err))
	}
	p.Retrieved = d.Time
	return p, "", nil
}
