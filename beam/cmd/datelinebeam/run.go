package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline/beam/transform"
)

// The exit codes, those of newsdesk.
const (
	exitFine        = 0
	exitSome        = 1
	exitFailed      = 2
	exitInterrupted = 130
)

// run runs the job and says on notes what came of it.
func run(ctx context.Context, f *flags, inputs []string, notes io.Writer) int {
	if f.beamHelp {
		f.list(false)
		return exitFine
	}
	start := time.Now()
	c, err := job(ctx, f, inputs)
	switch {
	case ctx.Err() != nil:
		fmt.Fprintln(notes, "datelinebeam: interrupted")
		return exitInterrupted
	case err != nil:
		fmt.Fprintf(notes, "datelinebeam: %v\nsee: datelinebeam -help\n", err)
		return exitFailed
	}
	took := time.Since(start)
	fmt.Fprintf(notes, "datelinebeam: %d pages, %d Documents, %d duplicates, %d failed; %.1f MB read in %.1f s, "+
		"%.0f pages/s\n",
		c.Pages, c.Documents, c.Duplicates, c.Bad, float64(c.Bytes)/1e6, took.Seconds(), float64(c.Pages)/took.Seconds())
	for _, more := range []struct {
		n    int64
		what string
	}{
		{c.Passed, "records of web archives passed over: no pages"}, {c.Warnings, "things not understood and left out"},
		{c.Stored, "Documents in the cluster"}, {c.Refused, "Documents refused by the cluster"},
	} {
		if more.n > 0 {
			fmt.Fprintf(notes, "datelinebeam: %d %s\n", more.n, more.what)
		}
	}
	if c.Bad+c.Refused > 0 {
		return exitSome
	}
	return exitFine
}

// job makes the job and runs it.
func job(ctx context.Context, f *flags, inputs []string) (transform.Counts, error) {
	if len(inputs) == 0 {
		return transform.Counts{}, errors.New("no input: name files, folders or patterns")
	}
	if !slices.Contains(runners, f.runner()) {
		return transform.Counts{}, fmt.Errorf("-runner %s: known are %s", f.runner(), strings.Join(runners, ", "))
	}
	o, err := f.options()
	if err != nil {
		return transform.Counts{}, err
	}
	j := transform.Job{Dir: f.output, Replace: f.replace, Cluster: f.store(), KeepDuplicates: f.duplicates}
	if j.Plan, err = transform.NewPlan(ctx, inputs, o); err != nil {
		return transform.Counts{}, err
	}
	return j.Run(ctx, f.runner())
}
