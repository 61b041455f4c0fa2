package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// table reads a hand-checked table: tab-separated, "#" begins a comment line.
func table(dir, name string, columns int) ([][]string, error) {
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cols := strings.Split(line, "\t")
		if len(cols) != columns {
			return nil, fmt.Errorf("%s:%d: %d columns, not %d", name, i+1, len(cols), columns)
		}
		rows = append(rows, cols)
	}
	return rows, nil
}

// list splits a cell that holds several names.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// readJSON reads a whole JSON file.
func readJSON(v any, path ...string) error {
	name := filepath.Join(path...)
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
