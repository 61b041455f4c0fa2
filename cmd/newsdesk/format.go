package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/dateline-go/dateline"
)

// format is how a command writes its data.
type format string

const (
	table format = "table"
	array format = "json"  // one JSON value
	lines format = "jsonl" // a JSON value a line
)

// formatFlag chooses a format on the command line.
type formatFlag struct {
	Format string `enum:"auto,table,json,jsonl" default:"auto" help:"${format_help}"`
}

// format returns the format that was chosen.
func (f formatFlag) format(d *desk) format {
	switch {
	case f.Format != "auto":
		return format(f.Format)
	case d.screen.Terminal:
		return table
	}
	return lines
}

// encode writes a value as a line of JSON, its signs as they are.
func encode(v any) ([]byte, error) {
	if doc, ok := v.(*dateline.Document); ok { // saves a second pass over it
		b, err := doc.MarshalJSON()
		return append(b, '\n'), err
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	return b.Bytes(), nil
}

// values writes JSON values one after the other: a line each, or as one array.
type values struct {
	w      io.Writer
	format format
	n      int
}

// add writes one value.
func (v *values) add(value any) error {
	b, err := encode(value)
	if err != nil {
		return err
	}
	if v.format == array {
		sep := ",\n"
		if v.n == 0 {
			sep = "[\n"
		}
		b = append([]byte(sep), bytes.TrimSuffix(b, []byte("\n"))...)
	}
	v.n++
	_, err = v.w.Write(b)
	return err
}

// close ends an array.
func (v *values) close() error {
	end := ""
	switch {
	case v.format != array:
	case v.n == 0:
		end = "[]\n"
	default:
		end = "\n]\n"
	}
	_, err := io.WriteString(v.w, end)
	return err
}
