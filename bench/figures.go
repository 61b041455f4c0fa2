package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline/bench/peers/contract"
)

// figures is the page that a run writes.
type figures struct {
	date, command, machine, commit string
	rounds                         int
	took                           time.Duration
	sections                       []section
	results                        map[string]*result
}

// write writes it as Markdown.
func (p figures) write(w io.Writer) error {
	_, err := fmt.Fprintf(w, `# Figures

Dateline beside the libraries that one would else use: same input, same machine, one run. Written by

    %s

on %s, commit %s, in %s, on %s. `+"`go run . -install`"+` installs the peers in Python,
JavaScript and Java first. The data sets belong to others and are not part of the project; quality
is scored by their own scripts.

Every subject is a process of its own, ours too, on one core. Subjects take turns; times are medians
of rounds: %d%s. CPU time is user and system time of the whole process, less what it had used when
its models and its input were loaded; that is the column "ready". "MiB" is the most memory the
process held, its input included. The best of a column is bold.
`, p.command, p.date, p.commit, p.took, p.machine, p.rounds, p.slow())
	if err != nil {
		return err
	}
	for _, s := range p.sections {
		if err := p.section(w, s); err != nil {
			return err
		}
	}
	return nil
}

// slow names the subjects that are timed once, as a part of a sentence.
func (p figures) slow() string {
	var names []string
	for _, s := range p.sections {
		for _, sub := range s.subjects {
			if sub.once {
				names = append(names, sub.name)
			}
		}
	}
	if len(names) == 0 || p.rounds == 1 {
		return ""
	}
	return ", of one only for the slowest (" + strings.Join(names, ", ") + ")"
}

// section writes one table with what belongs to it.
func (p figures) section(w io.Writer, s section) error {
	res := p.results[s.name]
	if _, err := fmt.Fprintf(w, "\n## %s\n\n%s\n\n", s.title, s.note); err != nil {
		return err
	}
	if len(res.rows) > 0 {
		if err := s.table(res).write(w); err != nil {
			return err
		}
	}
	if s.closing != nil && len(res.left) < len(s.subjects) {
		sentence, tables := s.closing(p.results)
		if _, err := fmt.Fprintf(w, "\n%s\n", sentence); err != nil {
			return err
		}
		for _, t := range tables {
			if err := t.write(w); err != nil {
				return err
			}
		}
	}
	if _, err := fmt.Fprintf(w, "\n`go run . -only %s`\n", s.name); err != nil {
		return err
	}
	if len(res.left) > 0 {
		_, err := fmt.Fprintf(w, "\nLeft out: %s.\n", strings.Join(res.left, "; "))
		return err
	}
	return nil
}

// table puts the rows of a section into columns: quality, speed, the subjects' own
// figures, memory.
func (s section) table(res *result) table {
	var t table
	var quality []string
	for _, r := range res.rows {
		for _, f := range r.quality {
			if !slices.Contains(quality, f.name) {
				quality = append(quality, f.name)
			}
		}
	}
	for _, name := range quality {
		t.columns = append(t.columns, column{name, s.digits, high})
	}
	if s.mean {
		t.columns = append(t.columns, column{"mean", s.digits, high})
	}
	timed := slices.ContainsFunc(s.sets, func(x set) bool { return x.timed })
	if !s.noSpeed {
		t.columns = append(t.columns, column{s.unit + " a CPU second", s.speedDigits, high}, column{"ready, CPU s", 2, low})
	}
	for _, name := range s.own {
		t.columns = append(t.columns, ownColumn(name))
	}
	if timed {
		t.columns = append(t.columns, column{"MiB", 0, low})
	}
	for _, r := range res.rows {
		var cells []float64
		sum := 0.0
		for _, name := range quality {
			i := slices.IndexFunc(r.quality, func(f figure) bool { return f.name == name })
			if i < 0 {
				cells = append(cells, math.NaN())
				sum = math.NaN() // no mean of a part of the sets
				continue
			}
			cells = append(cells, r.quality[i].value)
			sum += r.quality[i].value
		}
		if s.mean {
			cells = append(cells, sum/float64(len(quality)))
		}
		if !s.noSpeed {
			cells = append(cells, r.speed(), r.ready())
		}
		for _, name := range s.own {
			if v, ok := r.own[name]; ok {
				cells = append(cells, v)
			} else {
				cells = append(cells, math.NaN())
			}
		}
		if timed {
			cells = append(cells, r.peak())
		}
		name := r.subject
		if r.version != "" && r.subject != oursName && r.version != "0.0.0" {
			name += " " + r.version
		}
		t.rows = append(t.rows, tableRow{name, cells})
	}
	return t
}

// ownColumn is how a figure of the subjects' own is written.
func ownColumn(name string) column {
	switch {
	case strings.HasSuffix(name, " ms"):
		return column{name, 2, low}
	case name == contract.AllocatedFigure:
		return column{name, 2, low}
	case name == "wall":
		return column{"wall s", 2, low}
	default:
		return column{name, 0, neither}
	}
}
