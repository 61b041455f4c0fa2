package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// wallFigure is how long a whole process took, for sections that show it.
const wallFigure = "process ms"

// result is what a section came to.
type result struct {
	rows []row
	left []string // subjects that are left out, each with the reason
}

// row is one subject of a section.
type row struct {
	subject string
	version string
	quality []figure            // by set and measure, in the order of the sets
	runs    map[string][]timing // by timed set
	own     map[string]float64  // medians of the subject's own figures, over all sets
}

// timing is one timed run.
type timing struct {
	outcome
	units float64 // how many units were worked through, passes included
}

// measure runs the subjects of a section, in turns.
func (w *workplace) measure(ctx context.Context, s section, rounds int) (*result, error) {
	res := &result{}
	rows := make([]*row, len(s.subjects))
	own := make([]map[string][]float64, len(s.subjects))
	for i, sub := range s.subjects {
		rows[i] = &row{subject: sub.name, runs: map[string][]timing{}}
		own[i] = map[string][]float64{}
	}
	for round := range rounds {
		for _, set := range s.sets {
			if round > 0 && !set.timed {
				continue
			}
			for i, sub := range s.subjects {
				if rows[i] == nil {
					continue
				}
				o, units, err := w.one(ctx, s, set, sub, round, rows[i])
				if ctx.Err() != nil {
					return nil, ctx.Err()
				}
				if err != nil {
					res.left = append(res.left, fmt.Sprintf("%s (%s)", sub.name, err))
					rows[i] = nil
					continue
				}
				rows[i].version = o.report.Version
				if set.timed {
					rows[i].runs[set.name] = append(rows[i].runs[set.name], timing{o, units})
				}
				own[i][wallFigure+"\x00"+set.name] = append(own[i][wallFigure+"\x00"+set.name], o.wall*1000)
				for name, v := range o.report.Figures {
					own[i][name+"\x00"+set.name] = append(own[i][name+"\x00"+set.name], v)
				}
			}
		}
	}
	for i, r := range rows {
		if r == nil {
			continue
		}
		r.own = overSets(s, own[i])
		res.rows = append(res.rows, *r)
	}
	if len(res.rows) == 0 {
		return nil, fmt.Errorf("no subject ran: %q", res.left)
	}
	return res, nil
}

// overSets takes the median of each figure of a set, and of these the mean over sets.
func overSets(s section, values map[string][]float64) map[string]float64 {
	out := map[string]float64{}
	for _, name := range s.own {
		sum, n := 0.0, 0
		for _, set := range s.sets {
			if v := values[name+"\x00"+set.name]; len(v) > 0 {
				sum += median(v)
				n++
			}
		}
		if n > 0 {
			out[name] = sum / float64(n)
		}
	}
	return out
}

// one runs a subject on a set and scores the first run.
func (w *workplace) one(ctx context.Context, s section, set set, sub subject, round int, r *row) (outcome, float64, error) {
	out := filepath.Join(w.temp, "predicted")
	defer os.Remove(out)
	passes := max(sub.passes, 1)
	if !set.timed {
		passes = 1
	}
	argv := append(sub.command(w), "--task", s.task, "--in", filepath.Join(w.eval, set.in), "--out", out, "--passes", strconv.Itoa(passes))
	if v := sub.variantFor(set.name); v != "" {
		argv = append(argv, "--variant", v)
	}
	o, err := execute(ctx, argv, w.environment())
	if err != nil {
		return o, 0, err
	}
	if round == 0 && set.score != nil {
		found, err := set.score(ctx, w, out)
		if err != nil {
			return o, 0, err
		}
		for _, f := range found {
			r.quality = append(r.quality, figure{columnName(set.name, f.name), f.value})
		}
	}
	units := set.units
	if units == 0 {
		units = o.report.Rows
	}
	fmt.Fprintf(w.log, "%-12s %-28s %-14s %7.2f s CPU, %6.2f before it was ready, %5.0f MiB\n", s.name, sub.name, set.name, o.cpu, o.report.Ready, o.peak)
	return o, float64(units * passes), nil
}

// columnName is how a measure of a set is called in a table.
func columnName(set, measure string) string {
	if set == "" || measure == "" {
		return set + measure
	}
	return set + " " + measure
}

// median is the middle of values, the mean of the two in the middle of an even number.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	v := slices.Sorted(slices.Values(values))
	if n := len(v); n%2 == 0 {
		return (v[n/2-1] + v[n/2]) / 2
	}
	return v[len(v)/2]
}

// speed is units for a second of CPU, over all timed sets: their units by the sum of
// the median times.
func (r row) speed() float64 {
	units, seconds := 0.0, 0.0
	for _, runs := range r.runs {
		units += runs[0].units
		seconds += median(each(runs, outcome.work))
	}
	if seconds == 0 {
		return 0
	}
	return units / seconds
}

// ready is the median CPU time until models and input are loaded, on the set where it
// is shortest.
func (r row) ready() float64 {
	least := -1.0
	for _, runs := range r.runs {
		if v := median(each(runs, func(o outcome) float64 { return o.report.Ready })); least < 0 || v < least {
			least = v
		}
	}
	return max(least, 0)
}

// peak is the most memory of any timed run.
func (r row) peak() float64 {
	most := 0.0
	for _, runs := range r.runs {
		most = max(most, median(each(runs, func(o outcome) float64 { return o.peak })))
	}
	return most
}

// each takes a value of every run.
func each(runs []timing, value func(outcome) float64) []float64 {
	out := make([]float64, len(runs))
	for i, t := range runs {
		out[i] = value(t.outcome)
	}
	return out
}
