package main

import (
	_ "embed"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// floorsTSV holds, for each figure that must not drop: task, set, measure, floor.
//
//go:embed floors.tsv
var floorsTSV string

// figure is a measure with the task that took it.
type figure struct {
	task string
	measure
}

// compare checks the figures of the chosen tasks against their floors. A floor
// whose figure was not printed is an error too.
func compare(figures []figure, chosen []task) error {
	taken := map[string]float64{}
	for _, f := range figures {
		taken[f.task+" "+f.set+" "+f.name] = f.value
	}
	ran := map[string]bool{}
	for _, t := range chosen {
		ran[t.name] = true
	}
	var errs []error
	for i, line := range strings.Split(floorsTSV, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cols := strings.Split(line, "\t")
		if len(cols) != 4 {
			return fmt.Errorf("floors.tsv:%d: %d columns, not 4", i+1, len(cols))
		}
		floor, err := strconv.ParseFloat(cols[3], 64)
		if err != nil {
			return fmt.Errorf("floors.tsv:%d: %w", i+1, err)
		}
		if !ran[cols[0]] {
			continue
		}
		name := strings.Join(cols[:3], " ")
		value, ok := taken[name]
		switch {
		case !ok:
			errs = append(errs, fmt.Errorf("%s: no such figure", name))
		case value < floor:
			errs = append(errs, fmt.Errorf("%s: %.4f is below its floor %.4f", name, value, floor))
		}
	}
	return errors.Join(errs...)
}
