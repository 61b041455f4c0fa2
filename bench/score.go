package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// scored runs the script of a set on gold and predictions and picks measures of what
// it prints: JSON, or words of the form name=value.
func scored(
	script, mode, gold string, options []string, pick ...measureName,
) func(context.Context, *workplace, string) ([]figure, error) {
	return func(ctx context.Context, w *workplace, out string) ([]figure, error) {
		argv := []string{filepath.Join(w.eval, script)}
		if mode != "" {
			argv = append(argv, mode)
		}
		argv = append(append(argv, filepath.Join(w.eval, gold), out), options...)
		printed, err := exec.CommandContext(ctx, "python3", argv...).Output()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", script, err)
		}
		values, err := readScores(string(printed))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", script, err)
		}
		var found []figure
		for _, p := range pick {
			v, ok := values[p.key]
			if !ok {
				return nil, fmt.Errorf("%s: no %q in what it printed", script, p.key)
			}
			found = append(found, figure{p.name, v})
		}
		return found, nil
	}
}

// measureName is a measure as a script prints it, and as a table calls it.
type measureName struct{ key, name string }

// readScores reads the numbers of a JSON object, those inside others by a path with
// dots, or of name=value words.
func readScores(printed string) (map[string]float64, error) {
	values := map[string]float64{}
	line := lastLine(printed)
	if strings.HasPrefix(line, "{") {
		var tree map[string]any
		if err := json.Unmarshal([]byte(line), &tree); err != nil {
			return nil, err
		}
		flatten("", tree, values)
		return values, nil
	}
	for _, word := range strings.Fields(line) {
		key, value, ok := strings.Cut(word, "=")
		if !ok {
			continue
		}
		v, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", word, err)
		}
		values[key] = v
	}
	return values, nil
}

func flatten(path string, tree map[string]any, values map[string]float64) {
	for k, v := range tree {
		switch v := v.(type) {
		case float64:
			values[path+k] = v
		case map[string]any:
			flatten(path+k+".", v, values)
		}
	}
}

// scores joins several.
func scores(
	all ...func(context.Context, *workplace, string) ([]figure, error),
) func(context.Context, *workplace, string) ([]figure, error) {
	return func(ctx context.Context, w *workplace, out string) ([]figure, error) {
		var found []figure
		for _, score := range all {
			f, err := score(ctx, w, out)
			if err != nil {
				return nil, err
			}
			found = append(found, f...)
		}
		return found, nil
	}
}
