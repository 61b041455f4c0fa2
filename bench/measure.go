package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
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

// turn is one run of a subject on a set, and what came of it.
type turn struct {
	set     set
	subject int
	round   int
	timing
	quality []figure
	err     error
}

// measure runs the subjects of a section: in turns on the sets that are timed, then side
// by side on those that are not.
func (w *workplace) measure(ctx context.Context, s section, rounds int) (*result, error) {
	var done []turn
	failed := make([]error, len(s.subjects))
	for round := range rounds {
		for _, set := range s.sets {
			if !set.timed {
				continue
			}
			for i, sub := range s.subjects {
				if failed[i] != nil || sub.once && round > 0 || !sub.does(set.name) {
					continue
				}
				t := turn{set: set, subject: i, round: round}
				w.one(ctx, s, sub, &t)
				failed[i] = t.err
				done = append(done, t)
			}
		}
	}
	var rest []turn
	for _, set := range s.sets {
		for i, sub := range s.subjects {
			if !set.timed && failed[i] == nil && sub.does(set.name) {
				rest = append(rest, turn{set: set, subject: i})
			}
		}
	}
	var wg sync.WaitGroup
	free := make(chan struct{}, runtime.NumCPU())
	for k := range rest {
		free <- struct{}{}
		wg.Go(func() {
			w.one(ctx, s, s.subjects[rest[k].subject], &rest[k])
			<-free
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return gather(s, append(done, rest...)), nil
}

// gather makes rows of the turns, which are in order. A subject that failed once is
// left out.
func gather(s section, turns []turn) *result {
	res := &result{}
	for i, sub := range s.subjects {
		r := row{subject: sub.name, runs: map[string][]timing{}}
		own := map[string][]float64{}
		var failed error
		for _, t := range turns {
			if t.subject != i {
				continue
			}
			if t.err != nil {
				failed = t.err
				break
			}
			r.version = t.report.Version
			r.quality = append(r.quality, t.quality...)
			if t.set.timed {
				r.runs[t.set.name] = append(r.runs[t.set.name], t.timing)
			}
			own[wallFigure+"\x00"+t.set.name] = append(own[wallFigure+"\x00"+t.set.name], t.wall*1000)
			for name, v := range t.report.Figures {
				own[name+"\x00"+t.set.name] = append(own[name+"\x00"+t.set.name], v)
			}
		}
		if failed != nil {
			res.left = append(res.left, fmt.Sprintf("%s (%s)", sub.name, failed))
			continue
		}
		r.own = overSets(s, own)
		res.rows = append(res.rows, r)
	}
	return res
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

// one runs a subject on a set and scores the first round.
func (w *workplace) one(ctx context.Context, s section, sub subject, t *turn) {
	dir, err := os.MkdirTemp(w.temp, "run-")
	if err != nil {
		t.err = err
		return
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "predicted")
	passes := max(sub.passes, 1)
	if !t.set.timed {
		passes = 1
	}
	argv := append(sub.command(w), "--task", s.task, "--in", filepath.Join(w.eval, t.set.in), "--out", out, "--passes",
		strconv.Itoa(passes))
	if v := sub.variantFor(t.set.name); v != "" {
		argv = append(argv, "--variant", v)
	}
	if s.walls && w.realtime {
		argv = append([]string{"chrt", "--fifo", "1"}, argv...)
	}
	if t.outcome, t.err = execute(ctx, sub.longest, argv, w.environment()); t.err != nil {
		return
	}
	units := t.set.units
	if units == 0 {
		units = t.report.Rows
	}
	t.units = float64(units * passes)
	fmt.Fprintf(w.log, "%-12s %-28s %-14s %7.2f s CPU, %6.2f before it was ready, %5.0f MiB\n", s.name, sub.name,
		t.set.name, t.cpu, t.report.Ready, t.peak)
	if t.round > 0 || t.set.score == nil {
		return
	}
	found, err := t.set.score(ctx, w, out)
	for _, f := range found {
		t.quality = append(t.quality, figure{columnName(t.set.name, f.name), f.value})
	}
	t.err = err
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
