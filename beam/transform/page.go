package transform

import (
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
	"time"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/dateline-go/dateline"
)

// Page is a page and its place in the input.
type Page struct {
	dateline.Page
	// Item is its number among the pages and errors of its group of files, from 0.
	Item int64
}

func init() { // workers know types by what is registered before main
	sdk.RegisterCoder(reflect.TypeFor[Page](), encodePage, decodePage)
}

// maxField bounds what a length in an encoded page may claim.
const maxField = 1 << 30

// encodePage writes a page as it travels between workers.
func encodePage(p Page) ([]byte, error) {
	b := binary.AppendVarint(nil, p.Item)
	date, err := p.Date.Time.MarshalBinary()
	if err != nil {
		return nil, fmt.Errorf("transform: page %q: date: %w", p.ID, err)
	}
	retrieved, err := p.Retrieved.MarshalBinary()
	if err != nil {
		return nil, fmt.Errorf("transform: page %q: retrieved: %w", p.ID, err)
	}
	day := []byte{0}
	if p.Date.DayOnly {
		day[0] = 1
	}
	for _, f := range [][]byte{[]byte(p.ID), []byte(p.Source), []byte(p.URL), []byte(p.Title), date, day, retrieved,
		[]byte(p.Form), []byte(p.ContentType), p.Body} {
		b = binary.AppendUvarint(b, uint64(len(f)))
		b = append(b, f...)
	}
	return b, nil
}

// errPage is what is wrong with bytes that are no page.
var errPage = errors.New("transform: not an encoded page")

// decodePage reads what encodePage writes.
func decodePage(b []byte) (Page, error) {
	var p Page
	item, n := binary.Varint(b)
	if n <= 0 {
		return p, errPage
	}
	p.Item, b = item, b[n:]
	var fields [10][]byte
	for i := range fields {
		size, n := binary.Uvarint(b)
		if n <= 0 || size > maxField || uint64(len(b)-n) < size {
			return p, errPage
		}
		fields[i], b = b[n:n+int(size)], b[n+int(size):]
	}
	if len(b) > 0 || len(fields[5]) != 1 {
		return p, errPage
	}
	p.ID, p.Source, p.URL, p.Title = string(fields[0]), string(fields[1]), string(fields[2]), string(fields[3])
	p.Date.DayOnly = fields[5][0] == 1
	p.Form, p.ContentType, p.Body = dateline.Form(fields[7]), string(fields[8]), fields[9]
	for _, t := range []struct {
		to   *time.Time
		from []byte
	}{{&p.Date.Time, fields[4]}, {&p.Retrieved, fields[6]}} {
		if err := t.to.UnmarshalBinary(t.from); err != nil {
			return p, fmt.Errorf("%w: %w", errPage, err)
		}
	}
	return p, nil
}
