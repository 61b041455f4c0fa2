package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

var errRow = errors.New("a row is not as it should be")

// row is a line of a table; its cells are asked for by the name of the column.
type row struct {
	file    string
	line    int
	columns map[string]int
	cells   []string
}

// read calls do for each row of a table, of which it says the columns that it needs.
func read(folder, file string, do func(row) error, need ...string) error {
	f, err := os.Open(filepath.Join(folder, file))
	if err != nil {
		return err
	}
	defer f.Close()
	r := row{file: file, columns: map[string]int{}}
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
					return fmt.Errorf("%w: %s has no column %q", errRow, file, n)
				}
			}
			continue
		}
		if len(cells) != len(r.columns) {
			return fmt.Errorf("%w: %s:%d: %d cells, not %d", errRow, file, r.line, len(cells), len(r.columns))
		}
		r.cells = cells
		if err := do(r); err != nil {
			return fmt.Errorf("%s:%d: %w", file, r.line, err)
		}
	}
	return lines.Err()
}

// at names the row in an error.
func (r row) at() string { return fmt.Sprintf("%s:%d", r.file, r.line) }

func (r row) get(column string) string { return r.cells[r.columns[column]] }

func (r row) list(column string) []string {
	if v := r.get(column); v != "" {
		return strings.Split(v, "|")
	}
	return nil
}

// number returns a cell's number, 0 for an empty one.
func (r row) number(column string, most int) (int, error) {
	v := r.get(column)
	if v == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 0 || n > most {
		return 0, fmt.Errorf("%w: %s is %q", errRow, column, v)
	}
	return n, nil
}

func (r row) degrees(column string, most float64) (float64, error) {
	v, err := strconv.ParseFloat(r.get(column), 64)
	if err != nil || v < -most || v > most {
		return 0, fmt.Errorf("%w: %s is %q", errRow, column, r.get(column))
	}
	return v, nil
}

// qid returns the number of the row's id in Wikidata, 0 for none and for one that
// rests on Who's On First alone.
func (r row) qid() (int, error) {
	v := r.get("qid")
	if i, ok := r.columns["qid_source"]; ok && strings.HasPrefix(r.cells[i], "wof") || v == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(strings.TrimPrefix(v, "Q"))
	if err != nil || n <= 0 || v[0] != 'Q' {
		return 0, fmt.Errorf("%w: qid is %q", errRow, v)
	}
	return n, nil
}
