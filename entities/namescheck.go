package entities

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// NamesReport is what [CheckNames] finds in a names file.
type NamesReport struct {
	// Rows is how many rows are as they should be.
	Rows int
	// Errors are the mistakes, each of which [ReadNames] refuses the file for, in the order of the lines; at most 1,000.
	Errors []error
	// Clashes are rows that are read but may not do what is meant: a text that differs from another by case alone, or
	// that the world knows as something else.
	Clashes []string
}

// mostFindings bounds the errors and the clashes of a report.
const mostFindings = 1000

// errEnough ends the reading of a file with very many mistakes.
var errEnough = errors.New("entities: enough mistakes")

// CheckNames reads a names file as [ReadNames] does and goes on after a mistake. Its error is that of the reader, or
// says that the file as a whole is refused.
func CheckNames(r io.Reader) (NamesReport, error) {
	b, err := readNamesFile(r)
	if err != nil {
		return NamesReport{}, err
	}
	var report NamesReport
	n := newNames(len(b))
	err = n.read(b, func(err error) error {
		if report.Errors = append(report.Errors, err); len(report.Errors) == mostFindings {
			return errEnough
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		report.Errors = append(report.Errors, err)
	}
	report.Rows = len(n.rows)
	report.Clashes, err = n.clashes()
	return report, err
}

// readNamesFile reads the bytes of a names file.
func readNamesFile(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxNamesBytes+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("entities: names file: %w", err)
	case len(b) > maxNamesBytes:
		return nil, fmt.Errorf("%w: more than %d bytes", ErrNames, maxNamesBytes)
	case !utf8.Valid(b):
		return nil, fmt.Errorf("%w: %w", ErrNames, dateline.ErrUTF8)
	}
	return bytes.TrimPrefix(b, []byte("\ufeff")), nil
}

// clashes says of each text to be found which other row has it in another case, and what else the world knows by it.
func (n *Names) clashes() ([]string, error) {
	world, err := gazetteer.Default()
	if err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	byFold := map[nameKey]nameKey{}
	var list []string
	texts := make([]nameKey, 0, len(n.byText))
	for t := range n.byText {
		texts = append(texts, t)
	}
	slices.SortFunc(texts, func(a, b nameKey) int {
		if d := n.rows[n.byText[a]].line - n.rows[n.byText[b]].line; d != 0 {
			return d
		}
		return strings.Compare(a.text, b.text)
	})
	for _, t := range texts {
		row := &n.rows[n.byText[t]]
		fold := nameKey{t.article, strings.ToLower(t.text)}
		if other, ok := byFold[fold]; ok && n.byText[other] != n.byText[t] {
			list = append(list, fmt.Sprintf("line %d: %q is %q of line %d but for its case",
				row.line, t.text, other.text, n.rows[n.byText[other]].line))
		}
		byFold[fold] = t
		if known := knownAs(world, t.text); row.action == actionAdd && known != "" && known != row.label {
			list = append(list, fmt.Sprintf("line %d: %q is known as %s too, and will be %s wherever it stands",
				row.line, t.text, known, row.label))
		}
		if len(list) >= mostFindings {
			break
		}
	}
	return list, nil
}

// knownAs returns the label of the first thing that the gazetteer has under a text, "" for none.
func knownAs(world *gazetteer.Gazetteer, text string) dateline.Label {
	var folds []string
	for w := range strings.FieldsSeq(text) {
		folds = append(folds, gazetteer.Fold(w))
	}
	if m := world.Find(folds); m.Words == len(folds) {
		for e := range world.Entries(m) {
			return e.Kind.Label()
		}
	}
	return ""
}
