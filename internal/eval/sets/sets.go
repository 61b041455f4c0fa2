// Package sets reads data sets: for the evaluation and for the programs that train.
package sets

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Read reads a data set, one JSON object a line, gzip or not. The path is given in
// parts.
func Read[T any](path ...string) ([]T, error) {
	var rows []T
	err := Each(filepath.Join(path...), func(row T) error {
		rows = append(rows, row)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return rows, nil
}

// Each calls yield for each row of a data set, one JSON object a line, gzip or not.
// It stops at the first error, which names the file and the row.
func Each[T any](name string, yield func(T) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = bufio.NewReaderSize(f, 1<<20)
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(r)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		r = z
	}
	dec := json.NewDecoder(r)
	for n := 1; ; n++ {
		var row T
		err := dec.Decode(&row)
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = yield(row)
		}
		if err != nil {
			return fmt.Errorf("%s: row %d: %w", name, n, err)
		}
	}
}
