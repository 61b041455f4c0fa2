// Command bench measures Dateline beside the libraries that one would else use, on
// the same input in one run, and writes the figures as Markdown:
//
//	cd bench && go run . -install          once: the peers in Python, JavaScript and Java
//	cd bench && go run . -o ../docs/figures.md
//
// Every subject is a command of its own (peers/contract says how it is called), ours
// too. Subjects take turns, round by round; the figures are medians of the rounds. CPU
// time and memory are what the system says of the finished process. A peer that does
// not run is left out and named with the reason. The data sets are read from the
// folder that DATELINE_EVAL names (default ../shared/eval of the repository), and
// scored by their own scripts. It needs Linux and Python 3; the peers need what they
// are written in.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// flags are what the command line asks for.
type flags struct {
	out, peers, eval, only, date string
	quick, install, realtime     bool
	rounds, stream               int
}

func main() {
	var f flags
	flag.StringVar(&f.out, "o", "", "write the figures to this file, not to standard output")
	flag.StringVar(&f.peers, "peers", defaultPeers(), "folder of what -install installs")
	flag.StringVar(&f.eval, "eval", defaultEval(), "folder of the data sets")
	flag.StringVar(&f.only, "only", "", "run these sections only, divided by commas: "+strings.Join(sectionNames(), ", "))
	flag.StringVar(&f.date, "date", time.Now().UTC().Format(time.DateOnly), "the date to write")
	flag.IntVar(&f.rounds, "rounds", 3, "how often each subject that is timed runs")
	flag.IntVar(&f.stream, "stream", 5000, "how many articles the stream has, about")
	flag.BoolVar(&f.quick, "quick", false, "one round, a short stream")
	flag.BoolVar(&f.realtime, "realtime", false,
		"measure wall times (ready, workers) at real-time priority, where the system lets us: other work counts less")
	flag.BoolVar(&f.install, "install", false, "install the peers and end")
	flag.Parse()
	if f.quick {
		f.rounds, f.stream = 1, min(f.stream, 2000)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, f); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// defaultPeers is a folder of the user's cache.
func defaultPeers() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "dateline-bench")
}

// defaultEval is where the data sets are beside the repository.
func defaultEval() string {
	if dir := os.Getenv("DATELINE_EVAL"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "shared", "eval")
}

func run(ctx context.Context, f flags) error {
	if f.rounds < 1 || f.stream < 1 {
		return fmt.Errorf("%d rounds and %d articles: at least 1 of each", f.rounds, f.stream)
	}
	w, err := newWorkplace(f.peers, f.eval)
	if err != nil {
		return err
	}
	defer os.RemoveAll(w.temp)
	if f.install {
		return w.install(ctx)
	}
	chosen, err := choose(sections(f), f.only)
	if err != nil {
		return err
	}
	w.realtime = f.realtime
	began, commit := time.Now(), w.commit(ctx)
	if err := w.build(ctx); err != nil {
		return err
	}
	results := map[string]*result{}
	for _, s := range chosen {
		fmt.Fprintf(os.Stderr, "== %s (at %.0f s)\n", s.name, time.Since(began).Seconds())
		if results[s.name], err = w.measure(ctx, s, f.rounds); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	page := figures{date: f.date, command: command(f), machine: machine(), commit: commit, rounds: f.rounds,
		took: time.Since(began).Round(time.Second), sections: chosen, results: results}
	if f.out == "" {
		return page.write(os.Stdout)
	}
	return writeFile(f.out, page.write)
}

// writeFile writes a file, or leaves the one that is there as it is.
func writeFile(name string, write func(io.Writer) error) error {
	temp, err := os.CreateTemp(filepath.Dir(name), ".bench-*")
	if err != nil {
		return err
	}
	err = errors.Join(write(temp), temp.Chmod(0o644), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}

// choose picks the sections that are asked for, all where none is.
func choose(all []section, only string) ([]section, error) {
	if only == "" {
		return all, nil
	}
	var chosen []section
	for name := range strings.SplitSeq(only, ",") {
		i := slices.IndexFunc(all, func(s section) bool { return s.name == name })
		if i < 0 {
			return nil, fmt.Errorf("no section %q", name)
		}
		chosen = append(chosen, all[i])
	}
	return chosen, nil
}

// command is the command line that the figures are made by.
func command(f flags) string {
	c := "cd bench && go run . -o ../docs/figures.md"
	if f.quick {
		c += " -quick"
	} else if f.rounds != 3 {
		c += fmt.Sprintf(" -rounds %d", f.rounds)
	}
	if f.realtime {
		c += " -realtime"
	}
	if f.only != "" {
		c += " -only " + f.only
	}
	return c
}
