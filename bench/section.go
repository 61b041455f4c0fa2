package main

import (
	"context"
	"slices"
	"time"
)

// section is one table: subjects that do the same task on the same sets.
type section struct {
	name, title string
	note        string // what is compared, and what to know of it
	task        string // as the subjects are told
	sets        []set
	subjects    []subject
	unit        string   // what speed is counted in: "pages", "tokens" …
	own         []string // figures that the subjects take of themselves, by name
	digits      int      // of the quality figures behind the point
	speedDigits int      // of the speeds
	mean        bool     // whether the mean of the quality figures is shown
	noSpeed     bool     // for tables whose speeds are figures of the subjects' own
	walls       bool     // wall times are shown
	closing     func(results map[string]*result) (sentence string, tables []table)
}

// set is one input, with its measure.
type set struct {
	name  string
	in    string // the file, below the folder of the data sets
	units int    // how many units of work it holds; 0 stands for its rows
	timed bool   // run in every round; the others run once
	score func(ctx context.Context, w *workplace, out string) ([]figure, error)
}

// subject is one library, in one way of using it.
type subject struct {
	name     string
	command  func(w *workplace) []string
	variant  string
	variants map[string]string // by set, where they differ
	only     []string          // the sets that it does; nil stands for all
	passes   int               // 0 stands for 1; fast ones take more to be measurable
	once     bool              // timed in the first round only, since it takes long
	longest  time.Duration     // how long a run may take; 0 stands for twenty minutes
}

// figure is one number, with the name of its column.
type figure struct {
	name  string
	value float64
}

// variantFor is how a subject is told to do a set.
func (s subject) variantFor(set string) string {
	if v, ok := s.variants[set]; ok {
		return v
	}
	return s.variant
}

// does says whether a subject does a set.
func (s subject) does(set string) bool { return s.only == nil || slices.Contains(s.only, set) }

// goPeer is a subject written in Go, by its folder.
func goPeer(name string) func(*workplace) []string {
	return func(w *workplace) []string { return []string{w.binary(name)} }
}

// python is a subject written in Python, by its file.
func python(name string) func(*workplace) []string {
	return func(w *workplace) []string { return []string{w.python(), w.source("python", name+".py")} }
}

// node is a subject written in JavaScript, by its file.
func node(name string) func(*workplace) []string {
	return func(w *workplace) []string { return []string{"node", w.source("node", name+".cjs")} }
}

// java is a subject written in Java, by its folder and class.
func java(folder, class string) func(*workplace) []string {
	return func(w *workplace) []string {
		return []string{"java", "-Xmx2g", "-XX:+UseSerialGC", "-cp", w.classes(folder) + ":" + w.jars(folder) + "/*", class}
	}
}
