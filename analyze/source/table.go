package source

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/charset"
)

// aliases are other names of columns that tables of articles have.
var aliases = map[string]string{
	"headline": "title", "link": "url", "published": "date", "body": "text", "content": "text", "article": "text",
}

// columns says where in a row each field is.
type columns map[string]int

// table is how the rows of a CSV are read.
type table struct {
	comma  rune
	fields columns
}

// tableOf reads the header of a CSV: what divides it and which column is which. The error is
// [ErrContent] where no column holds articles.
func tableOf(header string) (table, error) {
	t := table{comma: ',', fields: columns{}}
	for _, c := range ";\t" {
		if strings.Count(header, string(c)) > strings.Count(header, string(t.comma)) {
			t.comma = c
		}
	}
	r := csv.NewReader(strings.NewReader(header))
	r.Comma, r.LazyQuotes = t.comma, true
	names, err := r.Read()
	if err != nil {
		return t, fmt.Errorf("%w: the header cannot be read", ErrContent)
	}
	t.name(names)
	for _, name := range []string{"html", "page", "text"} {
		if _, ok := t.fields[name]; ok {
			return t, nil
		}
	}
	return t, fmt.Errorf("%w: the columns are %s", ErrContent, shown(strings.Join(names, ", ")))
}

// name finds the columns, those that go by their own names first.
func (t *table) name(names []string) {
	for _, alias := range []bool{false, true} {
		for i, name := range names {
			name = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\ufeff")))
			if alias {
				name = aliases[name]
			}
			if _, taken := t.fields[name]; name != "" && !taken {
				t.fields[name] = i
			}
		}
	}
}

// readTable yields the articles of a CSV with a header, a row each; false ends everything.
func readTable(
	ctx context.Context, r io.Reader, in input, o Options, yield func(dateline.Page, error) bool,
) bool {
	fail := func(line int, err error) bool {
		return yield(dateline.Page{}, &Error{Name: in.label(), Line: line, Err: err})
	}
	u, err := opened(ctx, r, in.label(), o)
	if err != nil {
		return yield(dateline.Page{}, err)
	}
	lines := newLines(o.decoded(u), o.MaxLine)
	header, _, err := lines.next()
	if err != nil && err != io.EOF {
		return yield(dateline.Page{}, fileError(in.label(), err))
	}
	t, err := tableOf(string(header))
	if err != nil {
		return fail(1, err)
	}
	source := &budget{r: lines.r}
	rows := csv.NewReader(source)
	rows.Comma, rows.LazyQuotes, rows.FieldsPerRecord = t.comma, true, -1
	for line := 2; ; {
		source.left = int64(o.MaxLine) + chunk
		row, err := rows.Read()
		switch {
		case ctx.Err() != nil:
			yield(dateline.Page{}, ctx.Err())
			return false
		case err == io.EOF:
			return true
		case errors.Is(err, errSpent):
			return fail(line, fmt.Errorf(
				"%w: the row has more than %d bytes; the rest of the file is not read", ErrTooLong, o.MaxLine))
		case err != nil:
			return fail(line, fmt.Errorf("%w; the rest of the file is not read", err))
		}
		at, _ := rows.FieldPos(0)
		line = at + 1 // the header is the first
		if !yield(readRecord(t.object(row), in.label(), line, o)) {
			return false
		}
	}
}

// object makes a line of JSON of a row, as if the article had come so.
func (t table) object(row []string) []byte {
	fields := map[string]string{}
	for name, i := range t.fields {
		if i < len(row) && row[i] != "" {
			text := row[i]
			if !utf8.ValidString(text) { // what spreadsheets write is often in the encoding of their system
				if b, _, err := charset.UTF8([]byte(text)); err == nil {
					text = string(b)
				}
			}
			fields[name] = text
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(fields) // strings always can be
	return bytes.TrimSpace(b.Bytes())
}
