package main

import (
	"fmt"
	"io"
	"math"
	"strings"
)

// table is one table of Markdown: a column of names, then numbers.
type table struct {
	title   string // a line above it, "" for none
	columns []column
	rows    []tableRow
}

// column is how the numbers below a head are written, and which of them is best.
type column struct {
	name   string
	digits int
	best   order
}

// order says which end of a column is the good one.
type order int

const (
	neither order = iota
	high
	low
)

// tableRow is one line. NaN is a cell without a number.
type tableRow struct {
	name  string
	cells []float64
}

// write writes the table; the best of a column, as it is written, is bold.
func (t table) write(w io.Writer) error {
	var b strings.Builder
	if t.title != "" {
		fmt.Fprintf(&b, "%s\n\n", t.title)
	}
	b.WriteString("| |")
	for _, c := range t.columns {
		fmt.Fprintf(&b, " %s |", c.name)
	}
	b.WriteString("\n|---|" + strings.Repeat("--:|", len(t.columns)) + "\n")
	best := make([]string, len(t.columns))
	for i, c := range t.columns {
		best[i] = t.bestOf(i, c)
	}
	for _, r := range t.rows {
		fmt.Fprintf(&b, "| %s |", r.name)
		for i, c := range t.columns {
			cell := c.format(r.cells[i])
			if cell != "" && cell == best[i] {
				cell = "**" + cell + "**"
			}
			fmt.Fprintf(&b, " %s |", cell)
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// bestOf is the best cell of a column as it is written, "" where there is no such.
func (t table) bestOf(i int, c column) string {
	if c.best == neither || len(t.rows) < 2 {
		return ""
	}
	best := math.NaN()
	for _, r := range t.rows {
		v := r.cells[i]
		if math.IsNaN(best) || c.best == high && v > best || c.best == low && v < best {
			best = v
		}
	}
	return c.format(best)
}

// format writes a number; thousands are set apart by commas.
func (c column) format(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	s := fmt.Sprintf("%.*f", c.digits, v)
	whole, rest, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		return whole + "." + rest
	}
	return whole
}
