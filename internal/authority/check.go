package authority

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// Report is what [Check] finds in a names file.
type Report struct {
	// Rows is how many rows are as they should be.
	Rows int
	// Errors are the mistakes, each of which [Read] refuses the file for, in the order of the lines; at most 1,000.
	Errors []error
	// Clashes are rows that are read but may not do what is meant: a text that differs from another by case alone, or
	// that the world knows as something else.
	Clashes []string
}

// mostFindings bounds the errors and the clashes of a report.
const mostFindings = 1000

// errEnough ends the reading of a file with very many mistakes.
var errEnough = errors.New("entities: enough mistakes")

// Check reads a names file as [Read] does, goes on after a mistake, and compares what it reads with
// the world. Its error is that of the reader, or says that the file as a whole is refused.
func Check(r io.Reader, world *gazetteer.Gazetteer) (Report, error) {
	b, err := readFile(r, ErrFile)
	if err != nil {
		return Report{}, err
	}
	var report Report
	n := newList(len(b))
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
	report.Clashes = n.clashes(world)
	return report, nil
}

// clashes says of each text to be found which other row has it in another case, and what else the world knows by it.
func (n *List) clashes(world *gazetteer.Gazetteer) []string {
	var list []string
	sorted := slices.Clone(n.texts)
	slices.SortFunc(sorted, func(a, b writing) int {
		return cmp.Or(cmp.Compare(n.rows[a.row].Line, n.rows[b.row].Line), strings.Compare(a.text, b.text))
	})
	last := map[key]writing{}
	for _, t := range sorted {
		row := &n.rows[t.row]
		k := key{row.Article, strings.ToLower(t.text)}
		if other, ok := last[k]; ok && other.row != t.row {
			list = append(list, fmt.Sprintf("line %d: %q is %q of line %d but for its case",
				row.Line, t.text, other.text, n.rows[other.row].Line))
		}
		last[k] = t
		if known := knownAs(world, t.text); row.Action == Add && known != "" && known != row.Label {
			list = append(list, fmt.Sprintf("line %d: %q is known as %s too, and will be %s wherever it stands",
				row.Line, t.text, known, row.Label))
		}
		if len(list) >= mostFindings {
			break
		}
	}
	return list
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
