package authority

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// maxBytes bounds a file.
const maxBytes = 64 << 20

// readFile reads the bytes of a user's file in UTF-8. Its error wraps bad, or that of the reader.
func readFile(r io.Reader, bad error) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%v: %w", bad, err) // nothing is wrong with the file
	case len(b) > maxBytes:
		return nil, fmt.Errorf("%w: more than %d bytes", bad, maxBytes)
	case !utf8.Valid(b):
		return nil, fmt.Errorf("%w: %w", bad, dateline.ErrUTF8)
	}
	return bytes.TrimPrefix(b, []byte("\ufeff")), nil
}

// eachRow calls do for each row of a file, with its line and its columns without spaces around them: TSV where the
// first row has a tab, else CSV. Empty lines and comments are passed over. An error of do ends the reading; that of
// the form wraps bad.
func eachRow(b []byte, bad error, do func(line int, cols []string) error) error {
	trimmed := func(line int, cols []string) error {
		for i := range cols {
			cols[i] = squeeze(cols[i])
		}
		return do(line, cols)
	}
	if first, _, _ := bytes.Cut(firstRow(b), []byte("\n")); bytes.IndexByte(first, '\t') >= 0 {
		return eachTSV(b, trimmed)
	}
	return eachCSV(b, bad, trimmed)
}

// firstRow returns what follows comments and empty lines.
func firstRow(b []byte) []byte {
	for len(b) > 0 {
		line, rest, _ := bytes.Cut(b, []byte("\n"))
		if t := bytes.TrimSpace(line); len(t) > 0 && t[0] != '#' {
			return b
		}
		b = rest
	}
	return b
}

func eachTSV(b []byte, do func(line int, cols []string) error) error {
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, maxBytes)
	for at := 1; lines.Scan(); at++ {
		line := strings.TrimSuffix(lines.Text(), "\r")
		if t := strings.TrimSpace(line); t == "" || t[0] == '#' {
			continue
		}
		if err := do(at, strings.Split(line, "\t")); err != nil {
			return err
		}
	}
	return lines.Err()
}

func eachCSV(b []byte, bad error, do func(line int, cols []string) error) error {
	c := csv.NewReader(bytes.NewReader(b))
	c.Comment, c.FieldsPerRecord = '#', -1
	for {
		cols, err := c.Read()
		if err == io.EOF {
			return nil
		}
		if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
			return fmt.Errorf("%w line %d: %w", bad, parse.Line, parse.Err)
		}
		if err != nil {
			return fmt.Errorf("%w: %w", bad, err)
		}
		at, _ := c.FieldPos(0)
		if err := do(at, cols); err != nil {
			return err
		}
	}
}

// squeeze returns a text with one space for each run of white space, and none at its ends.
func squeeze(text string) string {
	space := true // before the text there is none to keep
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c >= utf8.RuneSelf || c == ' ' && space {
			return strings.Join(strings.Fields(text), " ")
		}
		space = c == ' '
	}
	if space {
		return strings.TrimSpace(text)
	}
	return text
}
