// Package rows reads the tables that the generators of embedded files are given: lines of cells with tabs between them,
// whose first line names the columns.
package rows

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Err is wrapped by the errors of a table with a column too few, and of a row that is not as it should be.
var Err = errors.New("a row is not as it should be")

// Row is a line of a table; its cells are asked for by the name of the column.
type Row struct {
	file    string
	line    int
	columns map[string]int
	cells   []string
}

// Read calls do for each row of a table, of which it says the columns that it needs. Its errors name the file and the
// line.
func Read(folder, file string, do func(Row) error, need ...string) error {
	f, err := os.Open(filepath.Join(folder, file))
	if err != nil {
		return err
	}
	defer f.Close()
	r := Row{file: file, columns: map[string]int{}}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		r.line++
		cells := strings.Split(lines.Text(), "\t")
		if r.line == 1 {
			for i, c := range cells {
				r.columns[c] = i
			}
			for _, n := range need {
				if _, ok := r.columns[n]; !ok {
					return fmt.Errorf("%w: %s has no column %q", Err, file, n)
				}
			}
			continue
		}
		if len(cells) != len(r.columns) {
			return fmt.Errorf("%w: %s:%d: %d cells, not %d", Err, file, r.line, len(cells), len(r.columns))
		}
		r.cells = cells
		if err := do(r); err != nil {
			return fmt.Errorf("%s:%d: %w", file, r.line, err)
		}
	}
	return lines.Err()
}

// At names the row in an error.
func (r Row) At() string { return fmt.Sprintf("%s:%d", r.file, r.line) }

// Get returns a cell.
func (r Row) Get(column string) string { return r.cells[r.columns[column]] }

// List returns what a cell lists, nil for an empty one.
func (r Row) List(column string) []string {
	if v := r.Get(column); v != "" {
		return strings.Split(v, "|")
	}
	return nil
}

// Number returns a cell's number, 0 for an empty one.
func (r Row) Number(column string, most int) (int, error) {
	v := r.Get(column)
	if v == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 0 || n > most {
		return 0, fmt.Errorf("%w: %s is %q", Err, column, v)
	}
	return n, nil
}

// Degrees returns a cell's number, which must be within so much of zero.
func (r Row) Degrees(column string, most float64) (float64, error) {
	v, err := strconv.ParseFloat(r.Get(column), 64)
	if err != nil || v < -most || v > most {
		return 0, fmt.Errorf("%w: %s is %q", Err, column, r.Get(column))
	}
	return v, nil
}

// QID returns the number of the row's id in Wikidata, 0 for none and for one that
// rests on Who's On First alone.
func (r Row) QID() (int, error) {
	v := r.Get("qid")
	if i, ok := r.columns["qid_source"]; ok && strings.HasPrefix(r.cells[i], "wof") || v == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(strings.TrimPrefix(v, "Q"))
	if err != nil || n <= 0 || v[0] != 'Q' {
		return 0, fmt.Errorf("%w: qid is %q", Err, v)
	}
	return n, nil
}
