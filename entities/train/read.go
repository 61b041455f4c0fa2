package train

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// maxLine is the longest line that is read, in bytes.
const maxLine = 16 << 20

// ReadJSONL reads articles, one a line:
//
//	{"id":"a1","text":"Mira Ekre left.","spans":[{"start":0,"end":9,"label":"PERSON"}]}
//
// Other fields are passed over, and so are empty lines. The error wraps [ErrRow] and names the
// line: what is no JSON or no UTF-8, a name outside of the text, not in order or with an unknown
// label; or it is that of r.
func ReadJSONL(r io.Reader) ([]Article, error) {
	var list []Article
	err := eachLine(r, func(line string) error {
		if strings.TrimSpace(line) == "" {
			return nil
		}
		var a Article
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			return err
		}
		if err := a.check(); err != nil {
			return err
		}
		list = append(list, a)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return list, nil
}

// eachLine calls f with each line. An error of f wraps [ErrRow] and names the line.
func eachLine(r io.Reader, f func(line string) error) error {
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	number := 0
	for in.Scan() {
		number++
		line := in.Text()
		err := errors.New("it is not UTF-8")
		if utf8.ValidString(line) {
			err = f(line)
		}
		if err != nil {
			return fmt.Errorf("%w: line %d: %w", ErrRow, number, err)
		}
	}
	switch err := in.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return fmt.Errorf("%w: line %d: more than %d bytes", ErrRow, number+1, maxLine)
	case err != nil:
		return fmt.Errorf("train: line %d: %w", number+1, err)
	}
	return nil
}

// check looks at the names of an article.
func (a *Article) check() error {
	if !utf8.ValidString(a.Text) {
		return errors.New("the text is not UTF-8")
	}
	end := 0
	for _, s := range a.Spans {
		switch {
		case s.Start < 0 || s.End <= s.Start || s.End > len(a.Text):
			return fmt.Errorf("the name [%d,%d) is not inside a text of %d bytes", s.Start, s.End, len(a.Text))
		case s.Start < end:
			return fmt.Errorf("the name [%d,%d) begins before the one before it ends", s.Start, s.End)
		case !utf8.RuneStart(a.Text[s.Start]) || s.End < len(a.Text) && !utf8.RuneStart(a.Text[s.End]):
			return fmt.Errorf("the name [%d,%d) cuts a letter", s.Start, s.End)
		}
		if _, ok := kinds[s.Label]; !ok {
			return fmt.Errorf("unknown label %q", s.Label)
		}
		end = s.End
	}
	return nil
}
